"""Weighs whether a name is a child's, or somebody's in a child's life, by the signs round it and by
what the words before and after it mean. The weights are handed in.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import fsum
from typing import NamedTuple

from bot.core.guard.identifiers.people.signs import Signs


class Beside(NamedTuple):
    """What a word adds where it stands before a name, and where it stands after one."""

    before: float
    after: float


_NOTHING = Beside(0.0, 0.0)


class NameWeights(NamedTuple):
    """`base` is where the sum begins; signs are added, and of words the mean on either side."""

    base: float
    signs: Mapping[str, float]
    words: Mapping[str, Beside]


class Weighed(NamedTuple):
    """The sum, positive where the name is rather a child's; and what of it each side said."""

    score: float
    before: float
    after: float
    of_whom: float


def weighed(signs: Signs, weights: NameWeights) -> Weighed:
    """The sum for one name, and three parts of it by which it can be explained."""
    before = _mean(weights.words.get(word, _NOTHING).before for word in signs.before)
    after = _mean(weights.words.get(word, _NOTHING).after for word in signs.after)
    counted = {sign: weights.signs.get(sign, 0.0) for sign in signs.seen}
    # fsum, because sets come in any order and the same text must always weigh the same.
    return Weighed(
        fsum((weights.base, before, after, *counted.values())),
        before + fsum(each for sign, each in counted.items() if sign[0] == "-"),
        after + fsum(each for sign, each in counted.items() if sign[0] == "+"),
        fsum(each for sign, each in counted.items() if sign[0] == "@"),
    )


def _mean(weights: Iterable[float]) -> float:
    listed: Sequence[float] = tuple(weights)
    return fsum(listed) / len(listed) if listed else 0.0
