"""Logistic regression; and two of them that are fitted in turns, because of most replies it is only
known that they do not answer both questions with yes. Knows nothing of what is asked.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

RIDGE = 1.0
"""How strongly the weights are held near nothing."""
TURNS = 24
"""How often both questions are fitted in turns. After so many, no sign moves by a tenth."""
HINT = 0.3
"""How much of a reply a guess is worth that is given along with it."""
SMALL = 1e-4
"""A step after which no further one is taken."""

ROUGHLY = 0.01
"""How much of a slope may be left by a step: the next one begins there."""

Numbers = NDArray[np.float64]


class Marks(NamedTuple):
    """Columns that hold a scale where a row has a name, and nothing elsewhere: the places of what
    they hold."""

    rows: NDArray[np.int64]
    columns: NDArray[np.int64]
    wide: int
    scale: float

    @classmethod
    def of(cls, names: Sequence[str], rows: Sequence[AbstractSet[str]], scale: float) -> "Marks":
        """A column for each name, a row for each set of names."""
        at = {name: place for place, name in enumerate(names)}
        both = [(row, at[name]) for row, had in enumerate(rows) for name in had if name in at]
        places = np.array(both, np.int64).reshape(-1, 2)
        return cls(places[:, 0], places[:, 1], len(names), scale)


class Columns:
    """Marks, and beside them numbers: a matrix that is never written out."""

    def __init__(self, marks: Sequence[Marks], numbers: Numbers) -> None:
        self._marks = marks
        self._numbers = numbers
        self.high = len(numbers)
        self.wide = sum(each.wide for each in marks) + numbers.shape[1]

    def __matmul__(self, weights: Numbers) -> Numbers:
        """One sum for each row."""
        parts = list(self._parts(weights))
        sums = self._numbers @ parts.pop()
        for marks, part in zip(self._marks, parts, strict=True):
            held = part[marks.columns] * marks.scale
            sums = sums + np.bincount(marks.rows, held, minlength=self.high)
        return np.asarray(sums, np.float64)

    def back(self, of_rows: Numbers) -> Numbers:
        """One sum for each column."""
        sums = [
            np.bincount(each.columns, of_rows[each.rows] * each.scale, minlength=each.wide)
            for each in self._marks
        ]
        return np.concatenate([*sums, of_rows @ self._numbers])

    def _parts(self, weights: Numbers) -> Iterator[Numbers]:
        begin = 0
        for each in self._marks:
            yield weights[begin : begin + each.wide]
            begin += each.wide
        yield weights[begin:]


def in_turns(
    columns: Columns, both: NDArray[np.bool_], guesses: Sequence[Sequence[bool | None]]
) -> tuple[Numbers, Numbers]:
    """The weights of two questions, whose last columns are their bases. `both`: where it is known
    that both answers are yes; elsewhere it is known that one is no. `guesses`: for each question
    what is guessed of each row, or None."""
    worth = [np.array([0.0 if one is None else HINT for one in each]) for each in guesses]
    hints = [np.array([float(bool(one)) for one in each]) for each in guesses]
    weights = [np.zeros(columns.wide), np.zeros(columns.wide)]
    for _ in range(TURNS):
        one, other = (_sure(columns, each) for each in weights)
        # How likely each answer is yes, if not both are.
        likely = (one * (1 - other) / (1 - one * other), other * (1 - one) / (1 - one * other))
        for at in (0, 1):
            yes = np.where(both, 1.0, likely[at])
            told = (yes + worth[at] * hints[at]) / (1 + worth[at])
            weights[at] = logistic(columns, told, 1 + worth[at], weights[at])
    return weights[0], weights[1]


def logistic(columns: Columns, yes: Numbers, worth: Numbers, begin: Numbers) -> Numbers:
    """Weights by Newton's method, from where they begin. `yes` may be any number from 0 to 1. The
    last column's weight is not held near nothing."""
    ridge = np.full(columns.wide, RIDGE)
    ridge[-1] = 1e-6
    weights = begin
    for _ in range(20):
        sure = _sure(columns, weights)
        slope = columns.back(worth * (sure - yes)) + ridge * weights
        step = _step(columns, worth * sure * (1 - sure), ridge, slope)
        weights = weights - step
        if np.abs(step).max() < SMALL:
            break
    return weights


def _sure(columns: Columns, weights: Numbers) -> Numbers:
    return np.asarray(1 / (1 + np.exp(-np.clip(columns @ weights, -30, 30))), np.float64)


def _step(columns: Columns, bend: Numbers, ridge: Numbers, slope: Numbers) -> Numbers:
    """The step that would bring the slope to nothing, by conjugate gradients."""
    step = np.zeros_like(slope)
    rest, way = slope.copy(), slope.copy()
    size = float(rest @ rest)
    enough = max(size * ROUGHLY**2, SMALL**2)
    while size > enough:
        along = columns.back(bend * (columns @ way)) + ridge * way
        far = size / float(way @ along)
        step, rest = step + far * way, rest - far * along
        before, size = size, float(rest @ rest)
        way = rest + size / before * way
    return step
