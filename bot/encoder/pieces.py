"""Splits words into the pieces that the table has rows for (BERT's uncased WordPiece).

Plain Python: the longest piece that fits, then the longest that fits the rest. Source of the
method: https://huggingface.co/docs/tokenizers/api/models (WordPiece).
"""

import re
from collections.abc import Mapping

from bot.core.themes.reading.words import folded

TOKEN = re.compile(r"[^\W_]+|[^\w\s]|_")
"""A run of letters and digits, or one other sign: BERT's own first split."""

LONGEST = 100
"""Letters of a word that is still looked up, as in BERT; a longer one is no word."""

UNKNOWN = "[UNK]"


class Pieces:
    """Knows one vocabulary, and remembers the words it has seen."""

    def __init__(self, rows: Mapping[str, int]) -> None:
        self._rows = rows
        self._seen: dict[str, tuple[int, ...]] = {}

    def of(self, text: str) -> list[tuple[str, tuple[int, ...]]]:
        """Each word of a text, folded, with the rows of its pieces."""
        return [(word, self._of_word(word)) for word in TOKEN.findall(folded(text))]

    def _of_word(self, word: str) -> tuple[int, ...]:
        known = self._seen.get(word)
        if known is None:
            known = self._seen[word] = self._split(word)
        return known

    def _split(self, word: str) -> tuple[int, ...]:
        rows, start = [], 0
        while start < len(word):
            found = self._longest(word, start) if len(word) <= LONGEST else None
            if found is None:
                return (self._rows[UNKNOWN],)
            row, start = found
            rows.append(row)
        return tuple(rows)

    def _longest(self, word: str, start: int) -> tuple[int, int] | None:
        for end in range(len(word), start, -1):
            row = self._rows.get(("##" if start else "") + word[start:end])
            if row is not None:
                return row, end
        return None
