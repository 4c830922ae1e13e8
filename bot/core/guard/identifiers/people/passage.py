"""A text as words, and how far each could be somebody's name by itself. Knows no context."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import IntEnum

from bot.core.guard.identifiers.acronyms import ACRONYMS
from bot.core.guard.identifiers.known import DAYS_AND_MONTHS, KNOWN, NAMES_AS_WELL
from bot.core.guard.identifiers.lexicon import Lexicon, folded
from bot.core.guard.vocabulary import vocabulary
from bot.core.guard.welsh import is_welsh

_TOKEN = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*'?|\d+|\n|[^\w\s]")
_STOP = re.compile(r"(?<![.!?])[.!?]{1,5}(?=\s+[^a-z\s]|\s*$)|\n+")
_ABBREVIATED = re.compile(r"\b(?:mr|mrs|ms|dr|st|no|prof|rev|cllr|sgt|[a-z])$", re.I)

_POSSESSIVE = re.compile(r"'[sS]?$")
_IS_NO_NAME = re.compile(
    r"(?!Ma?c|D[aei]|L[aei]|V[ao]n|Fitz|O'|Ó)(?:[A-Z]{1,9}[a-z]{1,15}){1,3}[A-Z]\w{0,15}"
    r"|[a-z]{1,15}[A-Z]\w{0,15}|[A-Z]{2,9}s|[A-Z]{2,4}(?:-[A-Z]{2,4})+"
)
"""Capitals inside a word, or many of one acronym: "KnifeFree", "FTEs"."""

PARTICLES = vocabulary(
    """
    de la le du da dos das di del della der den van von bin bint ibn al el ul ap ab ferch ó ní
    nic mac mc y e ter ten abu
    """
)


_WELSH_WORDS = frozenset({"mae", "mai"})
"""Small words of Welsh that begin sentences and are given names in English ones."""

_NEAR = 300
"""Characters to each side of a place, in a sentence that never ends, such as a pasted list."""


class Strength(IntEnum):
    """How far a word looks like a name."""

    NONE = 0
    COMMON = 1
    """A capitalized English word or place."""
    STRANGE = 2
    """A small-lettered word that no list knows."""
    SURNAME = 3
    """A capitalized word that is also a surname."""
    WORDY = 4
    """A capitalized word that is also a given name."""
    LOW = 5
    """A given name in small letters, and no word; not in Welsh, which has many such words."""
    UNKNOWN = 6
    """A capitalized word that no list knows."""
    SURE = 7
    """A capitalized given name, and no word or place."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or sign. `key` is the word folded."""

    text: str
    start: int
    end: int
    key: str
    strength: Strength

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def is_possessive(self) -> bool:
        return self.text.endswith(("'s", "'S", "'"))


class Passage:
    """The words of a text, in order, and the sentence in which each stands."""

    def __init__(self, words: str, lexicon: Lexicon) -> None:
        self.words = words
        self.lexicon = lexicon
        self._keys: dict[int, frozenset[str]] = {}
        self._looks: dict[str, tuple[str, Strength]] = {}
        self._shouts = words.isupper()
        self._is_welsh = is_welsh(words[:_NEAR])
        self.tokens = [self._token(match) for match in _TOKEN.finditer(words)]
        self._starts = [token.start for token in self.tokens]
        self._stops = [
            match.end()
            for match in _STOP.finditer(words)
            if not _ABBREVIATED.search(words, max(0, match.start() - 5), match.start())
        ]

    def _token(self, match: re.Match[str]) -> Token:
        text = match.group()
        if text not in self._looks:
            key = folded(text) if text[0].isalpha() else text
            strength = self._strength(text, key) if text[0].isalpha() else Strength.NONE
            self._looks[text] = key, strength
        return Token(text, *match.span(), *self._looks[text])

    def _strength(self, text: str, key: str) -> Strength:
        if key in NAMES_AS_WELL and text[0].isupper() and not text.isupper():
            return Strength.WORDY
        if _IS_NO_NAME.fullmatch(text) and not self.lexicon.is_name(key):
            return Strength.NONE
        is_acronym = key.upper() in ACRONYMS and (text.isupper() or len(key) > 3)
        is_short = _POSSESSIVE.sub("", text).isupper() and len(key) < 4
        if self._is_welsh and key in _WELSH_WORDS:
            return Strength.NONE
        if key in KNOWN or ((is_acronym or is_short) and not self._shouts):
            return Strength.NONE
        lexicon = self.lexicon
        known = key in lexicon.words or key in DAYS_AND_MONTHS or lexicon.is_place(key)
        if text[0].isupper() and not self._shouts:
            if lexicon.is_name(key):
                return Strength.WORDY if known else Strength.SURE
            if known or lexicon.is_word(key):
                return Strength.SURNAME if lexicon.is_surname(key) else Strength.COMMON
            return Strength.UNKNOWN if len(key) > 1 else Strength.NONE
        if known or lexicon.is_word(key):
            return Strength.NONE
        if lexicon.is_name(key):
            return Strength.NONE if self._is_welsh else Strength.LOW
        return Strength.STRANGE if len(key) > 2 else Strength.NONE

    def between(self, start: int, end: int) -> range:
        """The indices of the tokens that begin in this part of the text."""
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def sentence_span(self, place: int) -> tuple[int, int]:
        """Where the sentence at `place` begins and ends."""
        index = bisect_right(self._stops, place)
        start = self._stops[index - 1] if index else 0
        return start, self._stops[index] if index < len(self._stops) else len(self.words)

    def sentence_near(self, place: int) -> tuple[int, int]:
        """The same; of a very long sentence, what is near."""
        start, end = self.sentence_span(place)
        return max(start, place - _NEAR), min(end, place + _NEAR)

    def keys(self, start: int, end: int) -> list[str]:
        """The words, folded, that begin in this part of the text."""
        return [self.tokens[index].key for index in self.between(start, end)]

    def sentence_keys(self, place: int) -> frozenset[str]:
        """The words, folded, of the sentence at `place`; of a very long one, those near it."""
        start, end = self.sentence_span(place)
        if end - start > 2 * _NEAR:
            return frozenset(self.keys(max(start, place - _NEAR), min(end, place + _NEAR)))
        if start not in self._keys:
            self._keys[start] = frozenset(self.keys(start, end))
        return self._keys[start]

    def sentence(self, place: int) -> str:
        """The sentence at `place`; of a very long one, what is near it."""
        start, end = self.sentence_near(place)
        return self.words[start:end]

    def name_from(self, index: int) -> int:
        """Where the name that begins with this token ends: the index after its last token."""
        end = index + 1
        while end < len(self.tokens) and self._joins(end):
            end += 1
        return end if not self._is_particle(end - 1) or end - 1 == index else end - 1

    def _joins(self, index: int) -> bool:
        """True when a token goes on with the name before it: next word, and like a name."""
        before, token = self.tokens[index - 1], self.tokens[index]
        gap = self.words[before.end : token.start]
        if token.text == "." and len(before.text) == 1 and not gap:
            return True
        if gap not in (" ", "") or before.is_possessive or not token.text[0].isalpha():
            return False
        if not (before.is_capital or self._is_particle(index - 1)):
            return False
        if self._is_particle(index):
            follows = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
            return bool(follows and follows.is_capital and follows.strength >= Strength.SURNAME)
        is_initial = len(token.text) == 1 and token.is_capital and token.text not in "IA"
        return token.is_capital and (is_initial or token.strength >= Strength.SURNAME)

    def _is_particle(self, index: int) -> bool:
        return self.tokens[index].text.lower() in PARTICLES
