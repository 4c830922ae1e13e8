"""Finds threads: what people said under two or three principles alike, in words that both used.

Each is found from replies, whatever their questions; what all replies to one question share is
taken away first. Says nothing where it is not plain: a board reads few threads, and trusts them.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from bot.core.themes.across.units import Unit, likenesses, units_of
from bot.core.themes.clustering.linkage import joined
from bot.core.themes.grouping import Grouping
from bot.core.themes.reading.phrases import Phrase, Spoken, most_written
from bot.core.themes.sheet import Sheet
from bot.core.themes.telling.labels import ranked_phrases, unlike
from bot.core.values import Value

PLAIN = 0.33
"""Likeness of two themes of different questions from which they are a thread. From reading what
was found in benchmarks/quarters/: of the ten likest sorted themes there, eight were threads."""

FOR_ONE_REPLY = 0.08
"""How much liker a single reply must be: one wording is alike to another by chance more easily
than two themes are."""

MOST = 6
"""Threads at most, the likest: a picture of more joins everything to everything."""

TOO_MANY = 3000
"""Themes and single views of a cycle beyond which single views are not compared."""


class Side(Value):
    """One question's part in a thread, the reply that stands best for it first."""

    group: str
    principles: tuple[str, ...]
    replies: tuple[str, ...]


class Thread(Value):
    """What runs across `principles`. `label`: phrases used on at least two sides by different
    people. `likeness`: of its sides to each other, up to 1; says which thread is plainer, not how
    often one is right."""

    id: str
    principles: tuple[str, ...]
    label: tuple[str, ...]
    sides: tuple[Side, ...]
    likeness: float


def threads(
    sheets: Mapping[str, Sheet], grouping: Grouping, principles: Mapping[str, Sequence[str]]
) -> tuple[Thread, ...]:
    """Threads across a cycle. `principles`: those that each question is about, by group.

    A theme goes into a thread as a whole, and so does a single view; of one question at most one
    of them. In the order of their ids.
    """
    units = units_of(sheets, grouping)
    if len(units) > TOO_MANY:
        units = tuple(unit for unit in units if len(unit.places) > 1)
    if len(units) < 2:
        return ()
    alike = likenesses(units)
    lone = np.array([FOR_ONE_REPLY * (len(unit.places) == 1) for unit in units], dtype=np.float32)
    strict = alike - np.maximum(lone[:, None], lone[None, :])
    names = np.array([unit.group for unit in units])
    clusters: dict[int, list[int]] = defaultdict(list)
    same = names[:, None] == names[None, :]
    for number, cluster in enumerate(joined(strict, PLAIN, range(len(units)), same)):
        clusters[cluster].append(number)
    found = [_thread(sheets, units, alike, own, principles) for own in clusters.values()]
    plain = sorted((each for each in found if each), key=lambda each: (-each.likeness, each.id))
    return tuple(sorted(plain[:MOST], key=lambda each: each.id))


def _thread(
    sheets: Mapping[str, Sheet],
    units: Sequence[Unit],
    alike: NDArray[np.float32],
    own: Sequence[int],
    principles: Mapping[str, Sequence[str]],
) -> Thread | None:
    """The thread that these units make; None for one side, one principle, or no shared words."""
    sides = [units[number] for number in own]
    about = sorted({each for side in sides for each in principles.get(side.group, ())})
    label = _label(sheets, sides) if len(sides) > 1 and len(about) > 1 else ()
    if not label:
        return None
    between = [float(alike[one, other]) for one in own for other in own if one < other]
    return Thread(
        id=min(reply for side in sides for reply in side.replies),
        principles=tuple(about),
        label=label,
        sides=tuple(
            Side(
                group=side.group,
                principles=tuple(principles.get(side.group, ())),
                replies=side.replies,
            )
            for side in sides
        ),
        likeness=round(sum(between) / len(between), 2),
    )


def _label(sheets: Mapping[str, Sheet], sides: Sequence[Unit]) -> tuple[str, ...]:
    """Phrases of at least two sides and two people. All replies to the sides' questions tell which
    phrases are rare."""
    names = [side.group for side in sides]
    texts = [text for name in names for text in sheets[name].texts]
    authors = [author for name in names for author in sheets[name].authors]
    spoken, start, rows, used = Spoken(texts, authors), 0, [], Counter[Phrase]()
    for side in sides:
        own = [start + place for place in side.places]
        used.update({phrase for row in own for phrase in spoken.of[row]})
        rows += own
        start += len(sheets[side.group])
    ranked, written = ranked_phrases(spoken, authors, rows)
    chosen = unlike([phrase for phrase in ranked if used[phrase] > 1])
    return tuple(most_written(written[phrase]) for phrase in chosen)
