"""How far two partitions of the same things agree. A partition is a sequence of labels."""

from collections import Counter
from collections.abc import Hashable, Sequence
from typing import NamedTuple


class Pairs(NamedTuple):
    """Pairs put together by us, by people, and by both."""

    ours: int
    theirs: int
    both: int

    @property
    def precision(self) -> float | None:
        """The share of our pairs that people put together too; None without any."""
        return self.both / self.ours if self.ours else None

    @property
    def recall(self) -> float | None:
        """The share of people's pairs that we found; None where they made none."""
        return self.both / self.theirs if self.theirs else None

    def __add__(self, other: object) -> "Pairs":
        if not isinstance(other, Pairs):
            return NotImplemented
        return Pairs(*(mine + more for mine, more in zip(self, other, strict=True)))


def shared_pairs(ours: Sequence[Hashable], theirs: Sequence[Hashable]) -> Pairs:
    """Pairs with one label in each partition, and in both."""
    both = zip(ours, theirs, strict=True)
    return Pairs(_pairs(ours), _pairs(theirs), _pairs(list(both)))


def adjusted_rand_index(ours: Sequence[Hashable], theirs: Sequence[Hashable]) -> float:
    """1 for the same partition, about 0 for one by chance (Hubert and Arabie 1985,
    https://doi.org/10.1007/BF01908075). 1 as well where there is nothing to disagree on."""
    found = shared_pairs(ours, theirs)
    every = len(ours) * (len(ours) - 1) / 2
    expected = found.ours * found.theirs / every if every else 0.0
    most = (found.ours + found.theirs) / 2
    return 1.0 if most == expected else (found.both - expected) / (most - expected)


def _pairs(labels: Sequence[Hashable]) -> int:
    return sum(number * (number - 1) // 2 for number in Counter(labels).values())
