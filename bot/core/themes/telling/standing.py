"""Orders the replies of a theme by how well each stands for all of them."""

from collections.abc import Sequence

import numpy as np

from bot.core.themes.clustering.likeness import Square
from bot.core.themes.reading.words import words_of

SHORT, LONG = 10, 40
"""Words between which a line reads well on its own; measured against lines that people picked."""


def by_standing(alike: Square, texts: Sequence[str]) -> list[int]:
    """Places in `texts`, best first: near to the others, and of a length that can be read aloud.

    `alike` holds cosines of these texts. Of two that stand equally well the first comes first.
    """
    others = max(len(texts) - 1, 1)
    nearness = (1 + (alike.sum(axis=1) - np.diag(alike)) / others) / 2
    weights = [_readable(len(words_of(text))) for text in texts]
    scores = [
        round(float(near) * weight, 6) for near, weight in zip(nearness, weights, strict=True)
    ]
    return sorted(range(len(texts)), key=lambda place: (-scores[place], place))


def _readable(words: int) -> float:
    if words < SHORT:
        return words / SHORT
    return min(1.0, LONG / words)
