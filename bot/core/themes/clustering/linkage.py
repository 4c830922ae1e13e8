"""Average linkage under constraints: joins what is alike on average, until nothing is any more.

Follows chains of nearest neighbours (Murtagh 1983, https://doi.org/10.1093/comjnl/26.4.354): time
and memory grow with the square of the number. Equal numbers are settled by place.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from bot.core.themes.clustering.likeness import Square

NEVER = np.float32(-np.inf)
"""How alike two are that must not be joined: an average with it stays it."""


def joined(
    alike: Square, floor: float, together: Sequence[int], apart: NDArray[np.bool_] | None = None
) -> list[int]:
    """For each row the number of its cluster: the first row in it.

    Clusters are joined while they are more alike than `floor` on average. Rows of one number in
    `together` are joined before all else; `apart` marks pairs that never are.
    """
    clusters = _Clusters(alike, together, apart)
    chain: list[int] = []
    while len(clusters.alive) > 1:
        chain = chain or [min(clusters.alive)]
        nearest = clusters.nearest(chain[-1], chain[-2] if len(chain) > 1 else None)
        if clusters.alike[chain[-1], nearest] <= floor:
            clusters.finish(chain.pop())  # nothing comes nearer to it by joining others
        elif len(chain) > 1 and nearest == chain[-2]:
            clusters.join(chain.pop(), chain.pop())
        else:
            chain.append(nearest)
    return clusters.first_rows()


class _Clusters:
    def __init__(
        self, alike: Square, together: Sequence[int], apart: NDArray[np.bool_] | None
    ) -> None:
        names, self._of = np.unique(np.asarray(together, dtype=np.intp), return_inverse=True)
        self.sizes = np.bincount(self._of).astype(np.float32)
        if len(names) == len(alike):
            self.alike = alike.copy()
        else:
            self.alike = self._summed(alike) / np.outer(self.sizes, self.sizes)
        if apart is not None and apart.any():
            self.alike[self._summed(apart.astype(np.float32)) > 0] = NEVER
        np.fill_diagonal(self.alike, NEVER)
        self.alive = set(range(len(names)))
        self._into = list(range(len(names)))

    def _summed(self, square: Square) -> Square:
        """Over the rows, and over the columns, of each cluster."""
        order = np.argsort(self._of, kind="stable")
        starts = np.searchsorted(self._of[order], np.arange(len(self.sizes)))
        rows = np.add.reduceat(square[order][:, order], starts, axis=0)
        return np.asarray(np.add.reduceat(rows, starts, axis=1), dtype=np.float32)

    def nearest(self, one: int, before: int | None) -> int:
        """The nearest of the living; of several equally near the one before it in the chain."""
        row = self.alike[one]
        nearest = int(row.argmax())
        return before if before is not None and row[before] >= row[nearest] else nearest

    def join(self, one: int, other: int) -> None:
        kept, gone = min(one, other), max(one, other)
        sizes = self.sizes[kept], self.sizes[gone]
        row = (sizes[0] * self.alike[kept] + sizes[1] * self.alike[gone]) / sum(sizes)
        self.alike[kept], self.alike[:, kept] = row, row
        self.alike[kept, kept] = NEVER
        self.sizes[kept] += self.sizes[gone]
        self._into[gone] = kept
        self.finish(gone)

    def finish(self, one: int) -> None:
        self.alike[:, one] = NEVER
        self.alike[one, :] = NEVER
        self.alive.discard(one)

    def first_rows(self) -> list[int]:
        ends = [self._end(int(cluster)) for cluster in self._of]
        first: dict[int, int] = {}
        return [first.setdefault(end, row) for row, end in enumerate(ends)]

    def _end(self, cluster: int) -> int:
        while self._into[cluster] != cluster:
            cluster = self._into[cluster]
        return cluster
