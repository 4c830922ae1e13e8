"""In which order the three principles are asked about, and which pair is joined last.

Works on small counts alone, so one answer serves every partnership in the same position. Does
not choose prompts.
"""

from functools import lru_cache
from itertools import product
from typing import NamedTuple

from bot.core.asking.choosing.safety import Counts, safe_rests
from bot.core.framework import Principle

PRINCIPLES = tuple(Principle)
"""In the order in which `Counts` counts them."""
Pair = tuple[Principle, Principle]


class Position(NamedTuple):
    """Where a partnership stands before the rest of a cycle is chosen.

    `asked`: what this cycle has asked about already. `fresh`: practices that this round has not
    reached yet; a round ends when all of `practices` were asked about. `pairs`: those that can
    be joined, the one with least said about it first. `previous`: the last single prompt of this
    cycle.
    """

    asked: Counts
    fresh: Counts
    practices: Counts
    pairs: tuple[Pair, ...]
    previous: Principle | None


class Course(NamedTuple):
    """The principles of the single prompts in order, then the pair that the last one joins."""

    singles: tuple[Principle, ...]
    joining: Pair


@lru_cache(maxsize=4096)
def course(position: Position, singles: int) -> Course:
    """The best way to ask `singles` single prompts and a joining one from this position.

    In this order of weight: no principle more than one ahead of another within the cycle; no
    practice again before its round is complete, now or later (`safety`); the pair with least said;
    a round that the next cycles can complete evenly; neighbors that differ. From a fresh start,
    with cycles of three to six prompts, the first two always hold, whatever is said: a safe rest
    of a round leads to a safe one (tests/core/asking/test_rotation.py).
    """
    courses = (
        Course(order, pair)
        for pair in position.pairs
        for order in product(PRINCIPLES, repeat=singles)
    )
    return min(courses, key=lambda candidate: _cost(position, candidate))


def _cost(position: Position, candidate: Course) -> tuple[object, ...]:
    order, pair = candidate
    counted = [*order, *pair]
    totals = [
        before + counted.count(principle)
        for before, principle in zip(position.asked, PRINCIPLES, strict=True)
    ]
    early, left = _round_after(position, order)
    neighbors = zip((position.previous, *order), order, strict=False)
    return (
        max(_spread(totals), 1),
        early,
        (left[0], left[1], left[2]) not in safe_rests(position.practices),
        position.pairs.index(pair),
        _outlook(position.pairs, pair, left),
        sum(one == other for one, other in neighbors),
        [PRINCIPLES.index(principle) for principle in order],
    )


def _round_after(position: Position, order: tuple[Principle, ...]) -> tuple[int, list[int]]:
    """How many practices return before their round is complete, and what is left of the round."""
    left, early = list(position.fresh), 0
    for principle in order:
        if not any(left):
            left = list(position.practices)
        at = PRINCIPLES.index(principle)
        early += not left[at]
        left[at] -= bool(left[at])
    return early, left if any(left) else list(position.practices)


def _outlook(pairs: tuple[Pair, ...], joined: Pair, left: list[int]) -> tuple[int, int]:
    """How uneven the rest of the round is for the next cycle, and for the two after this one.

    A principle outside the pair that a cycle joins needs one single prompt more there than the
    other two do, so a little more of it should be left.
    """
    waiting = [*(pair for pair in pairs if pair != joined), joined]
    soon = [n - (p not in waiting[0]) for n, p in zip(left, PRINCIPLES, strict=True)]
    second = waiting[1 % len(waiting)]
    later = [n - (p not in second) for n, p in zip(soon, PRINCIPLES, strict=True)]
    return _spread(soon), _spread(later)


def _spread(counts: list[int]) -> int:
    return max(counts) - min(counts)
