"""Reads the lists of words, names and places that come with the package. Judges no text itself."""

from functools import lru_cache
from pathlib import Path

from bot.core.guard.identifiers.lexicon import Lexicon

_HERE = Path(__file__).parent


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """All lists: about 55,000 words, read once; where each is from is told in its file."""
    return Lexicon(
        words=frozenset(" ".join(_lines("english_words.txt")).split()),
        names=frozenset(
            " ".join(_lines("given_names.txt") + _lines("given_names_heard_here.txt")).split()
        ),
        places=frozenset(_lines("british_places.txt")),
        surnames=frozenset(" ".join(_lines("surnames_that_are_words.txt")).split()),
    )


def _lines(name: str) -> list[str]:
    text = (_HERE / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
