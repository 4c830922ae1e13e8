"""From which rests of a round every practice can still be asked about before one comes back.

A rest is safe when cycles of any length can go on from it, balanced, with some pair, for ever: the
pair that is joined follows what people said, and cannot be known ahead. Does not choose.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import product

Counts = tuple[int, int, int]
"""One number per principle."""

_LENGTHS = range(3, 7)
"""Prompts in a cycle, the joining one among them (Cadence.prompts)."""
_JOINED: tuple[Counts, ...] = ((1, 1, 0), (1, 0, 1), (0, 1, 1))


@lru_cache(maxsize=16)
def safe_rests(practices: Counts) -> frozenset[Counts]:
    """The rests of a round of these practices that are safe; none where no order can help."""
    one, two, three = (range(n + 1) for n in practices)
    safe = {rest for rest in product(one, two, three) if any(rest)}
    while unsafe := {rest for rest in safe if not _goes_on(rest, practices, safe)}:
        safe -= unsafe
    return frozenset(safe)


def _goes_on(rest: Counts, practices: Counts, safe: set[Counts]) -> bool:
    return all(
        any(after in safe for after in _after(rest, practices, length - 1)) for length in _LENGTHS
    )


def _after(rest: Counts, practices: Counts, singles: int) -> Iterator[Counts]:
    """The rests after so many single prompts that are balanced and bring no practice back early."""
    for asked in product(range(singles + 1), repeat=3):
        if sum(asked) == singles and _is_balanced(asked):
            left = tuple(n - a for n, a in zip(rest, asked, strict=True))
            if max(left) <= 0:  # the round was completed, and a new one has begun
                left = tuple(n + over for n, over in zip(practices, left, strict=True))
            if min(left) >= 0:
                one, two, three = left
                yield one, two, three


def _is_balanced(asked: tuple[int, ...]) -> bool:
    totals = ([a + j for a, j in zip(asked, pair, strict=True)] for pair in _JOINED)
    return any(max(total) - min(total) <= 1 for total in totals)
