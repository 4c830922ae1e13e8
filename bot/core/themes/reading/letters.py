"""Texts as counts of the letter groups in their words: near in spelling is near here.

Hashed into a fixed number of slots, so that no vocabulary is kept. Knows no language.
"""

import zlib
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from bot.core.themes.reading.words import words_of
from bot.core.themes.vectors import Vectors

SLOTS = 2048
"""Columns. Measured: hashing into so few costs nothing in grouping."""

LENGTHS = (3, 4, 5)
"""Letters in a group; a word's edges count as letters."""

AT_ONCE = 1024
"""Texts counted in one go, which bounds the memory this takes."""


@lru_cache(maxsize=50_000)
def _slots(word: str) -> tuple[int, ...]:
    edged = f" {word} "
    return tuple(
        zlib.crc32(edged[start : start + length].encode()) % SLOTS
        for length in LENGTHS
        for start in range(len(edged) - length + 1)
    )


def letter_counts(texts: Sequence[str]) -> Vectors:
    """One row for each text: how often each slot is hit, damped, and weighted by how rare it is
    among these texts. Rows are not normalized; that of a text without words is all zeros."""
    parts = [_counted(texts[at : at + AT_ONCE]) for at in range(0, len(texts), AT_ONCE)]
    counts = np.concatenate(parts) if parts else np.zeros((0, SLOTS), np.float32)
    np.log1p(counts, out=counts)
    holding = np.count_nonzero(counts, axis=0)
    counts *= (np.log((1 + len(texts)) / (1 + holding)) + 1).astype(np.float32)
    return counts


def _counted(texts: Sequence[str]) -> Vectors:
    hit = [
        row * SLOTS + s for row, text in enumerate(texts) for w in words_of(text) for s in _slots(w)
    ]
    flat = np.bincount(np.array(hit, dtype=np.int64), minlength=len(texts) * SLOTS)
    return flat.reshape(len(texts), SLOTS).astype(np.float32)
