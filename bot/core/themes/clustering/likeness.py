"""How alike the rows of one group are: cosines, after what all of them share is taken away."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bot.core.themes.vectors import Vectors

Square = NDArray[np.float32]
"""One row and one column for each reply; the same on both sides of the diagonal."""


def centred(rows: Vectors) -> Vectors:
    """Rows of length one, after the mean of all was taken from each.

    Replies to one question all speak of it; without their mean, what they differ in is left.
    """
    apart = rows - rows.mean(axis=0, keepdims=True)
    norms = np.linalg.norm(apart, axis=1, keepdims=True)
    return np.asarray(apart / np.where(norms > SMALL, norms, np.inf), dtype=np.float32)


SMALL = 1e-6
"""Below this length a row is nothing but rounding: all texts were the same."""


def cosines(rows: Vectors) -> Square:
    """How alike each two rows are, from -1 to 1, for rows of length one."""
    return np.asarray(rows @ rows.T, dtype=np.float32)


class Spread(NamedTuple):
    """The mean and the standard deviation of the cosines of all pairs, and how many these are."""

    mean: float
    deviation: float
    pairs: int


def spread(rows: Vectors) -> Spread:
    """The spread of rows of length one (or zero), without making the square of them."""
    count = len(rows)
    pairs = count * (count - 1) // 2
    if not pairs:
        return Spread(0.0, 0.0, 0)
    own = (rows**2).sum(axis=1, dtype=np.float64)
    total = (rows.sum(axis=0, dtype=np.float64) ** 2).sum() - own.sum()
    crossed = (rows.T @ rows).astype(np.float64)
    squares = (crossed**2).sum() - (own**2).sum()
    mean = total / 2 / pairs
    return Spread(float(mean), float(max(squares / 2 / pairs - mean**2, 0.0) ** 0.5), pairs)


def above_diagonal(square: Square) -> NDArray[np.float32]:
    """Each pair's number once."""
    return square[np.triu_indices(len(square), 1)]


def skewness(numbers: NDArray[np.float32]) -> float:
    """The third standardized moment: above 0 where few numbers are far above most, 0 for equals."""
    if not numbers.size:
        return 0.0
    apart = numbers - numbers.mean(dtype=np.float64)
    squares = apart * apart
    deviation = float(squares.mean() ** 0.5)
    return float((squares * apart).mean()) / deviation**3 if deviation > SMALL else 0.0


def smoothed(alike: Square, neighbours: int) -> Square:
    """The same numbers averaged over each row's nearest neighbours, weighted by nearness.

    A reply is then compared with its kind, which evens out what one wording happens to hold.
    """
    count = len(alike)
    nearest_first = np.argsort(-alike - 3 * np.eye(count, dtype=np.float32), axis=1, kind="stable")
    near = nearest_first[:, : min(neighbours, count - 1)]
    weights = np.maximum(np.take_along_axis(alike, near, axis=1), 0)
    total = 1 + weights.sum(axis=1, keepdims=True)
    return _averaged(_averaged(alike, near, weights, total).T.copy(), near, weights, total)


def _averaged(square: Square, near: NDArray[np.intp], weights: Square, total: Square) -> Square:
    summed = square.copy()
    for place in range(near.shape[1]):
        summed += weights[:, place, None] * square[near[:, place]]
    return np.asarray(summed / total, dtype=np.float32)
