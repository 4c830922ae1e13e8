"""Finds threads: what people said to several questions alike, in words that both used.

Each is found from replies, not from the questions; what all replies to one question share is
taken away first. Says nothing where it is not plain: a board reads few threads, and trusts them.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from bot.core.themes.across.units import Unit, likenesses, units_of
from bot.core.themes.clustering.linkage import joined
from bot.core.themes.grouping import Grouping, Side, Thread
from bot.core.themes.reading.phrases import Phrase, Spoken, most_written
from bot.core.themes.sheet import Sheet
from bot.core.themes.telling.labels import ranked_phrases, unlike

PLAIN = 0.33
"""Likeness of two themes of different questions from which they are a thread. From reading what
was found in benchmarks/quarters/: of the ten likest sorted themes there, eight were threads."""

FOR_ONE_REPLY = 0.08
"""How much liker a single reply must be: one wording is alike to another by chance more easily
than two themes are."""

TOO_MANY = 3000
"""Themes and single views of a cycle beyond which single views are not compared."""


def threads(sheets: Mapping[str, Sheet], grouping: Grouping) -> tuple[Thread, ...]:
    """Threads across the questions of a cycle, in the order of their ids.

    A theme goes into a thread as a whole, and so does a single view; of one question at most one
    of them.
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
    found = [_thread(sheets, units, alike, own) for own in clusters.values() if len(own) > 1]
    return tuple(sorted((each for each in found if each), key=lambda each: each.id))


def _thread(
    sheets: Mapping[str, Sheet],
    units: Sequence[Unit],
    alike: NDArray[np.float32],
    own: Sequence[int],
) -> Thread | None:
    """The thread that these units make; None where their sides share no words."""
    sides = [units[number] for number in own]
    label = _label(sheets, sides)
    if not label:
        return None
    between = [float(alike[one, other]) for one in own for other in own if one < other]
    return Thread(
        id=min(reply for side in sides for reply in side.replies),
        label=label,
        sides=tuple(Side(group=side.group, replies=side.replies) for side in sides),
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
