"""The figures of `dots bench themes`: unsorted themes, and what decisions make of them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from statistics import mean

from bot.core.themes.group import grouped, sheets_of
from bot.core.themes.grouping import Grouping
from bot.core.themes.measuring.agreement import Pairs, adjusted_rand_index, shared_pairs
from bot.core.themes.measuring.sorter import Sorter
from bot.core.themes.said import Said
from bot.core.themes.sheet import Sheet
from bot.core.themes.vectors import Vectors
from bot.core.values import Value

AFTER = (0, 20, 40, 80)
"""Decisions after which the sorter is looked at: 40 are ten minutes' work."""

PATIENCE = 200
"""Decisions that a person might make about one quarter; how many more there are is not counted."""

Labels = Mapping[str, str | float | None]
"""What people said each reply is about; None where they did not say: it is there, but unscored."""


class Unsorted(Value):
    """What stands before anybody sorted. Pairs are of all questions together."""

    themes: int
    replies_in_themes: int
    pairs: int
    pair_precision: float | None
    pair_recall: float | None


class Single(Value):
    """Replies with a label of their own, and how many of them stand alone."""

    replies: int
    standing_alone: int


class Figures(Value):
    """`ari`: the mean over questions of the adjusted Rand index, each lone reply a cluster of its
    own; `ari_of_all`: the same with all questions as one. Both by the number of decisions, each
    one card answered. `ari_pair_by_pair`: of a sorter who is shown one other reply at a time."""

    replies: int
    groups: int
    reach: str
    unsorted: Unsorted
    single_views: Single
    ari: dict[str, float]
    ari_of_all: dict[str, float]
    ari_pair_by_pair: dict[str, float]
    decisions_until_sorted: int | None


def figures(said: Sequence[Said], vectors: Vectors | None, labels: Labels) -> Figures:
    """Every figure for replies that people labelled; the same replies give the same figures."""
    sheets = sheets_of(said, vectors)
    first = grouped(sheets, ())
    scored = {name: _scored(sheet, labels) for name, sheet in sheets.items()}
    own = [
        reply
        for replies in scored.values()
        for reply in replies
        if Counter(labels[each] for each in replies)[labels[reply]] == 1
    ]
    cards, pairs = Sorter(sheets, labels), Sorter(sheets, labels, shown=1)
    by_cards = {number: grouped(sheets, cards.first(number)) for number in AFTER}
    by_pairs = {number: grouped(sheets, pairs.first(number)) for number in AFTER}
    return Figures(
        replies=len(said),
        groups=len(sheets),
        reach=first.method.name,
        unsorted=_unsorted(first, scored, labels),
        single_views=Single(
            replies=len(own),
            standing_alone=len(set(own) - {m for theme in first.themes for m in theme.members}),
        ),
        ari={str(n): _mean_ari(made, scored, labels) for n, made in by_cards.items()},
        ari_of_all={str(n): _ari_of_all(made, scored, labels) for n, made in by_cards.items()},
        ari_pair_by_pair={str(n): _mean_ari(made, scored, labels) for n, made in by_pairs.items()},
        decisions_until_sorted=cards.until_sorted(PATIENCE),
    )


def _scored(sheet: Sheet, labels: Labels) -> list[str]:
    return [reply for reply in sheet.ids if labels[reply] is not None]


def _places(made: Grouping) -> dict[str, str]:
    """For each reply the theme it is in, or itself."""
    places = {reply: reply for reply in made.replies}
    for theme in made.themes:
        for member in theme.members:
            places[member] = f"theme {theme.id}"
    return places


def _unsorted(made: Grouping, scored: Mapping[str, Sequence[str]], labels: Labels) -> Unsorted:
    places, pairs = _places(made), Pairs(0, 0, 0)
    for replies in scored.values():
        pairs += shared_pairs([places[r] for r in replies], [labels[r] for r in replies])
    return Unsorted(
        themes=len(made.themes),
        replies_in_themes=sum(len(theme.members) for theme in made.themes),
        pairs=pairs.ours,
        pair_precision=_short(pairs.precision),
        pair_recall=_short(pairs.recall),
    )


def _mean_ari(made: Grouping, scored: Mapping[str, Sequence[str]], labels: Labels) -> float:
    places = _places(made)
    values = [
        adjusted_rand_index([places[r] for r in replies], [labels[r] for r in replies])
        for replies in scored.values()
        if len(replies) > 1
    ]
    return round(mean(values), 3) if values else 1.0


def _ari_of_all(made: Grouping, scored: Mapping[str, Sequence[str]], labels: Labels) -> float:
    places = _places(made)
    ours = [places[reply] for replies in scored.values() for reply in replies]
    theirs = [(name, labels[reply]) for name, replies in scored.items() for reply in replies]
    return round(adjusted_rand_index(ours, theirs), 3)


def _short(share: float | None) -> float | None:
    return None if share is None else round(share, 3)
