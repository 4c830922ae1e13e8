"""Reads figures that were typed as letters, or spelled out. Knows no kind of number."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_RUN = re.compile(r"(?<![^\W\d_])[0-9OoIl|]+(?:[ .-][0-9OoIl|]+)*(?![^\W\d_])")
_LETTERS = str.maketrans("OoIl|", "00111")

LEAST_FIGURES = 6
"""A run of so many characters is a number, and an O in it is a zero; a shorter one may
be a word."""

_SPOKEN = {
    "zero": "0", "oh": "0", "o": "0", "nought": "0", "nil": "0", "one": "1", "two": "2",
    "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
}  # fmt: skip
_WORD = "|".join([*_SPOKEN, "double", "triple", "treble", "hundred"])
_SPOKEN_RUN = re.compile(rf"\b(?:{_WORD})(?:[\s,.-]{{1,3}}(?:{_WORD})){{4,24}}\b", re.I)


class Figures(NamedTuple):
    """A number as figures, and the place where it was spelled out."""

    digits: str
    start: int
    end: int


def repaired(words: str) -> str:
    """The same text, as long, with 0 for an O and 1 for an l where they stand among figures."""
    return _RUN.sub(_repaired, words)


def _repaired(match: re.Match[str]) -> str:
    run = match.group()
    figures = sum(each.isdigit() for each in run)
    letters = sum(each in "OoIl|" for each in run)
    if (
        not letters
        or figures + letters < LEAST_FIGURES
        or 2 * figures < letters
        or "I" in run.split()
    ):
        return run
    return run.translate(_LETTERS)


def spelled_out(words: str) -> Iterator[Figures]:
    """Numbers of at least five figures that are spelled out, as people do on the telephone."""
    for match in _SPOKEN_RUN.finditer(words):
        digits = _figures(re.findall(r"[a-z]+", match.group().lower()))
        yield Figures(digits, *match.span())


def _figures(spoken: list[str]) -> str:
    digits, times = "", 1
    for word in spoken:
        if word in ("double", "triple", "treble"):
            times = 2 if word == "double" else 3
        elif word == "hundred":
            digits += "00"
        else:
            digits += _SPOKEN[word] * times
            times = 1
    return digits
