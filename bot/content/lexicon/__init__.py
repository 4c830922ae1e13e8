"""Reads the lists of words, names and places that come with the package. Judges no text itself."""

from functools import lru_cache
from pathlib import Path

from bot.core.guard.identifiers.lexicon import Lexicon

_HERE = Path(__file__).parent
_WORDS = "english_words", "english_words_of_ours"
_NAMES = "given_names", "given_names_heard_here", "given_names_that_are_words"


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """All lists: about 55,000 words, read once; where each is from is told in its file."""
    return Lexicon(
        words=_words(*_WORDS),
        names=_words(*_NAMES),
        places=frozenset(_lines("british_places.txt")) | _words("places_abroad"),
        surnames=_words("surnames_that_are_words"),
        of_the_grown_up=_words("given_names_of_the_grown_up"),
        of_the_young=_words("given_names_of_the_young"),
    )


def _words(*files: str) -> frozenset[str]:
    return frozenset(
        word for each in files for line in _lines(f"{each}.txt") for word in line.split()
    )


def _lines(name: str) -> list[str]:
    text = (_HERE / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
