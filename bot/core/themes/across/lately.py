"""Compares what is said now with what earlier digests told: what is new, what persists, what faded.

Says so only where it is plain; what is neither alike nor unlike is in none of the three.
"""

from collections.abc import Sequence

import numpy as np

from bot.core.themes.clustering.likeness import Square, centred, cosines
from bot.core.themes.reading.words import words_of
from bot.core.themes.vectors import Vectors
from bot.core.values import Value

ALIKE = 0.35
"""Cosine from which two themes are one that persists, if each is the other's nearest. From reading
pairs of themes across benchmarks/quarters/; themes are compared by their name and their line."""

UNLIKE = 0.2
"""Cosine below which a theme is like none of the others: between the two it is not said."""

FEWEST = 4
"""Themes of both times together, before what all share can be taken away."""


class Told(Value):
    """A theme as a digest told it: its name and its line, and whose theme that was."""

    id: str
    text: str


class Persisting(Value):
    """A theme of now and the earlier one that it goes on from."""

    now: str
    earlier: str


class Changes(Value):
    """What changed since; every list in the order of ids."""

    new: tuple[str, ...] = ()
    persisting: tuple[Persisting, ...] = ()
    faded: tuple[str, ...] = ()


def changes(now: Sequence[Told], earlier: Sequence[Told], vectors: Vectors | None) -> Changes:
    """What is new now, what persists and what faded. `vectors`: a row for each text of `now`, then
    of `earlier`; None where there is no encoder, and then nothing is said."""
    if vectors is None or not now or not earlier or len(now) + len(earlier) < FEWEST:
        return Changes()
    alike = cosines(centred(vectors))[: len(now), len(now) :]
    same = [
        (one, other)
        for one in range(len(now))
        for other in (int(alike[one].argmax()),)
        if alike[one, other] >= ALIKE and int(alike[:, other].argmax()) == one
    ]
    kept = {now[one].id for one, _ in same}, {earlier[other].id for _, other in same}
    persisting = [Persisting(now=now[one].id, earlier=earlier[other].id) for one, other in same]
    return Changes(
        new=_unlike(now, alike, kept[0]),
        persisting=tuple(sorted(persisting, key=lambda each: each.now)),
        faded=_unlike(earlier, np.asarray(alike.T), kept[1]),
    )


def _unlike(told: Sequence[Told], alike: Square, kept: set[str]) -> tuple[str, ...]:
    far = [
        each.id
        for each, row in zip(told, alike, strict=True)
        if each.id not in kept and words_of(each.text) and float(row.max()) < UNLIKE
    ]
    return tuple(sorted(far))
