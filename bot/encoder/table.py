"""Texts to vectors with the static token table: the mean of their pieces' rows, twice.

Once over all pieces and once over those of words that carry meaning, side by side: measured on
long replies, the two together find more right pairs than either. Read at the first use.
"""

import hashlib
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bot.core.themes.reading.words import FUNCTION_WORDS
from bot.core.themes.vectors import Vectors
from bot.encoder.pieces import Pieces

HERE = Path(__file__).parent
TABLE, VOCABULARY = "table256_int8.npz", "vocab.txt"

# SHA-256 of the files as shipped: other numbers would group otherwise, and nobody would know.
SUMS = {
    TABLE: "47a4948bab417ca5295856f62ed16ff431c3f356e1662b649ce0e1c2835a9185",
    VOCABULARY: "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3",
}

AT_ONCE = 256
"""Texts in one go, which bounds the memory this takes."""


class EncoderError(Exception):
    """The table cannot be used. The message says which file, and what to do."""


class _Read(NamedTuple):
    numbers: NDArray[np.int8]
    scales: NDArray[np.float32]
    pieces: Pieces


class StaticTable:
    """The default encoder: numpy only, about 10 MB in memory, some ten thousand texts a second."""

    id = "static-256-int8-1"
    """What the method box calls it; another id whenever the same text would get other numbers."""

    def __init__(self, folder: Path = HERE) -> None:
        self._folder = folder

    def __call__(self, texts: Sequence[str]) -> Vectors:
        """One row of 512 for each text. Raises EncoderError if a file is missing or damaged."""
        read = self._read
        parts = [_rows(read, texts[at : at + AT_ONCE]) for at in range(0, len(texts), AT_ONCE)]
        return np.concatenate(parts) if parts else np.zeros((0, 512), np.float32)

    @cached_property
    def _read(self) -> _Read:
        for name in SUMS:
            _check(self._folder / name)
        with np.load(self._folder / TABLE, allow_pickle=False) as stored:
            numbers, scales = stored["q"], stored["s"].astype(np.float32)
        words = (self._folder / VOCABULARY).read_text(encoding="utf-8").split("\n")
        return _Read(numbers, scales, Pieces({word: row for row, word in enumerate(words) if word}))


def _check(path: Path) -> None:
    try:
        found = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise EncoderError(
            f"{path.name}, which themes are found with, cannot be read ({error.strerror}). "
            "Install Dots again; until then every reply stands alone."
        ) from None
    if found != SUMS[path.name]:
        raise EncoderError(
            f"{path.name}, which themes are found with, is not the file that Dots came with. "
            "Install Dots again; until then every reply stands alone."
        )


def _rows(read: _Read, texts: Sequence[str]) -> Vectors:
    split = [read.pieces.of(text) for text in texts]
    everything = [[row for _, rows in words for row in rows] for words in split]
    meaning = [[row for word, rows in words if _carries(word) for row in rows] for words in split]
    return np.hstack([_means(read, everything), _means(read, meaning)])


def _carries(word: str) -> bool:
    return word not in FUNCTION_WORDS and word[0].isalnum()


def _means(read: _Read, rows: Sequence[Sequence[int]]) -> Vectors:
    """The mean row of each text, of length one; zeros for a text without any."""
    means = np.zeros((len(rows), read.numbers.shape[1]), np.float32)
    lengths = np.array([len(each) for each in rows])
    full = np.flatnonzero(lengths)
    if full.size:
        flat = np.array([row for each in rows for row in each])
        weighed = read.numbers[flat].astype(np.float32) * read.scales[flat, None]
        starts = np.concatenate([[0], np.cumsum(lengths[full])[:-1]])
        means[full] = np.add.reduceat(weighed, starts, axis=0)
    norms = np.linalg.norm(means, axis=1, keepdims=True)
    return np.asarray(means / np.where(norms > 0, norms, 1), dtype=np.float32)
