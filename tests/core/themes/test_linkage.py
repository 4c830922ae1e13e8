"""Average linkage: the same as the slow way, and never against a constraint."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.themes.clustering.likeness import (
    Square,
    above_diagonal,
    centred,
    cosines,
    skewness,
    spread,
)
from bot.core.themes.clustering.linkage import joined


def square(seed: int, size: int) -> Square:
    rows = np.random.default_rng(seed).normal(size=(size, 3)).astype(np.float32)
    return cosines(centred(rows)) if size else np.zeros((0, 0), np.float32)


def slowly(alike: Square, floor: float) -> set[frozenset[int]]:
    clusters = [[row] for row in range(len(alike))]
    while len(clusters) > 1:
        best = max(
            (float(alike[np.ix_(a, b)].mean()), i, j)
            for i, a in enumerate(clusters)
            for j, b in enumerate(clusters)
            if i < j
        )
        if best[0] <= floor:
            break
        clusters[best[1]] += clusters.pop(best[2])
    return {frozenset(cluster) for cluster in clusters}


def as_sets(names: list[int]) -> set[frozenset[int]]:
    return {frozenset(np.flatnonzero(np.array(names) == name).tolist()) for name in names}


@given(st.integers(0, 10_000), st.integers(0, 14), st.floats(-0.9, 0.9))
def test_it_finds_what_the_slow_way_finds(seed: int, size: int, floor: float) -> None:
    alike = square(seed, size)
    assert as_sets(joined(alike, floor, range(size))) == slowly(alike, floor)


@given(st.integers(0, 10_000), st.integers(2, 12), st.data())
def test_what_is_tied_is_joined_and_what_is_apart_is_not(
    seed: int, size: int, data: st.DataObject
) -> None:
    tied = data.draw(st.integers(1, size - 1))
    together = [0 if row in (0, tied) else row for row in range(size)]
    other = data.draw(st.integers(1, size - 1).filter(lambda row: row != tied or size == 2))
    apart = np.zeros((size, size), dtype=np.bool_)
    if other != tied:
        apart[0, other] = apart[other, 0] = True
    names = joined(square(seed, size), -0.5, together, apart)
    assert names[0] == names[tied]
    if other != tied:
        assert names[0] != names[other]


@given(st.integers(0, 10_000), st.integers(2, 30))
def test_the_spread_is_that_of_all_pairs(seed: int, size: int) -> None:
    rows = centred(np.random.default_rng(seed).normal(size=(size, 8)).astype(np.float32))
    pairs = above_diagonal(cosines(rows))
    found = spread(rows)
    assert found.pairs == len(pairs)
    assert found.mean == pytest.approx(float(pairs.mean()), abs=1e-4)
    assert found.deviation == pytest.approx(float(pairs.std()), abs=1e-3)


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [([], 0.0), ([1, 1, 1], 0.0), ([-1, 0, 1], 0.0), ([0, 0, 0, 4], 1.155), ([0, 4, 4, 4], -1.155)],
)
def test_skewness_tells_few_that_are_far_above_from_few_far_below(
    numbers: list[float], expected: float
) -> None:
    assert skewness(np.array(numbers, np.float32)) == pytest.approx(expected, abs=1e-3)
