"""Two invented ways of grouping, that a test can foresee."""

from collections.abc import Callable, Sequence

from bot.core.digest.since import Lately, Told
from bot.core.themes.decisions import Decision
from bot.core.themes.grouping import Grouping, Method, Theme
from bot.core.themes.said import Said

Grouping_ = Callable[[Sequence[Said], Sequence[Decision]], Grouping]


class ByHand:
    """Groups as it is told; themes of two digests are the same where their first words are."""

    def __init__(self, group: Grouping_) -> None:
        self._group = group

    def __call__(self, said: Sequence[Said], decisions: Sequence[Decision]) -> Grouping:
        return self._group(said, decisions)

    def lately(self, now: Sequence[Told], earlier: Sequence[Told]) -> Lately:
        first, was = _by_first_word(now), _by_first_word(earlier)
        return Lately(
            new=tuple(id_ for word, id_ in first.items() if word not in was),
            persisting=tuple(id_ for word, id_ in first.items() if word in was),
            faded=tuple(id_ for word, id_ in was.items() if word not in first),
        )


def _by_first_word(told: Sequence[Told]) -> dict[str, str]:
    return {one.text.split()[0].casefold().strip("."): one.id for one in told}


METHOD = Method(name="by hand", version="1", table="none")


def _alone(said: Sequence[Said], _: Sequence[Decision]) -> Grouping:
    """Every reply stands alone."""
    return Grouping(singles=tuple(sorted(one.id for one in said)), method=METHOD)


def _alike(said: Sequence[Said], _: Sequence[Decision]) -> Grouping:
    """Replies to one question whose first word is the same, as "Words" is in "Words of person 1.",
    are one theme of that name."""
    found: dict[tuple[str, str], list[str]] = {}
    for one in sorted(said, key=lambda one: one.id):
        first = (one.text.split() or [""])[0].casefold()
        found.setdefault((one.group, first), []).append(one.id)
    return Grouping(
        themes=tuple(
            Theme(id=ids[0], group=group, members=tuple(ids), label=(first,), sureness=0.9)
            for (group, first), ids in found.items()
            if len(ids) > 1
        ),
        singles=tuple(ids[0] for ids in found.values() if len(ids) == 1),
        method=METHOD,
    )


alone, alike = ByHand(_alone), ByHand(_alike)
