"""Which words are known: English words, given names, places. Decides about single words only."""

import re
import unicodedata
from dataclasses import dataclass, field

from bot.core.guard.identifiers.known import DAYS_AND_MONTHS, KNOWN, NETWORKS

_LETTERS_OF_THEIR_OWN = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "ß": "ss",
        "\u0131": "i",
        "đ": "d",
        "æ": "ae",
        "œ": "oe",
        "ð": "d",
        "þ": "th",
    }
)
"""Letters that Unicode does not take apart into a plain letter and an accent."""

_CONTRACTED = re.compile(r"(?:'(?:ve|d|ll|m|re|em|n)|n't)$")
"""The ends of "I've", "you'd", "don't"."""

_ENDINGS = (
    ("s", ""), ("es", ""), ("ly", ""), ("ally", ""), ("ness", ""), ("iness", "y"), ("ing", ""),
    ("ing", "e"), ("ed", ""), ("ed", "e"), ("er", ""), ("er", "e"),
)  # fmt: skip
"""What a word may end with, and its stem instead, although no list has it."""
_SHORTEST_STEM = 2
"""Letters; a stem has more."""

_POSSESSIVE = re.compile(r"'s?$")


@dataclass(frozen=True)
class Lexicon:
    """Lists in small letters, without accents (see `folded`)."""

    words: frozenset[str] = field(repr=False)
    names: frozenset[str] = field(repr=False)
    places: frozenset[str] = field(repr=False)
    surnames: frozenset[str] = field(repr=False)
    """Surnames that are also English words."""
    of_the_grown_up: frozenset[str] = field(repr=False)
    of_the_young: frozenset[str] = field(repr=False)
    """Given names that are borne above all by people born before 1990, and since 1998."""

    def is_word(self, word: str) -> bool:
        """True for an English word, a compound of such, or a word of the sector."""
        key = folded(word)
        return self._is_word(key) or ("-" in key and all(map(self._is_word, key.split("-"))))

    def _is_word(self, key: str) -> bool:
        if not key or _CONTRACTED.search(key) or key in self.words or key in KNOWN:
            return True
        if key.removesuffix("s") in DAYS_AND_MONTHS:
            return True
        return any(self._is_formed(key, ending, stem) for ending, stem in _ENDINGS)

    def _is_formed(self, key: str, ending: str, stem_ending: str) -> bool:
        if not key.endswith(ending):
            return False
        stem = key.removesuffix(ending) + stem_ending
        return len(stem) > _SHORTEST_STEM and stem in self.words and stem not in self.names

    def is_name(self, word: str) -> bool:
        """True for a given name, or two of them with a hyphen, unless both are words."""
        key = folded(word)
        if "-" not in key or key in self.names:
            return key in self.names
        parts = key.split("-")
        is_compound = all(part in self.words for part in parts)
        return not is_compound and any(part in self.names for part in parts)

    def is_place(self, word: str) -> bool:
        """True for a town of the United Kingdom whose name is one word."""
        return folded(word) in self.places

    def is_surname(self, word: str) -> bool:
        """True for a surname that is also a word."""
        return folded(word) in self.surnames

    def is_network(self, word: str) -> bool:
        """True for a social network or a game."""
        return folded(word) in NETWORKS


def folded(word: str) -> str:
    """In small letters, without accents and without a possessive ending."""
    small = word.lower()
    if not small.isascii():
        apart = unicodedata.normalize("NFKD", small.translate(_LETTERS_OF_THEIR_OWN))
        small = "".join(each for each in apart if not unicodedata.combining(each))
    return _POSSESSIVE.sub("", small)
