"""Reads a text as a person would see it: without hidden characters, entities and markup, and
remembers where each character stood. Finds nothing.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

_PIECE = re.compile(
    r"(?P<mention><(?:@[UW]|\#C|!)[^<>\n]{0,200}>)"
    r"|(?P<opening><(?:tel:|mailto:)?(?=[^<>\n]{1,2000}>))"
    r"|(?P<label>(?<=\S)\|(?=[^<>\n|]{1,500}>))"
    r"|(?P<closing>>)"
    r"|(?P<entity>&(?:amp|lt|gt|quot|nbsp|\#\d{1,6});)"
    r"|(?P<styled>(?<![\w@/.:*_~`])[*_~`]+(?=\w)|(?<=\w)[*_~`]+(?![\w*_~`]))"
    r"|(?P<letter>.[\u0300-\u036f]*)",
    re.DOTALL | re.VERBOSE,
)
"""What one place of a text may hold: Slack's markup (a mention of a colleague or a channel, a
link's beginning, the bar before its label, its end), an entity, a mark of bold or italic type, or
a letter with its accents. Link targets are kept: an identifier may stand in either half."""

_IN_PLACE_OF = {"mention": " ", "opening": " ", "label": " ; ", "closing": " ", "styled": " "}

_ALIKE = str.maketrans(
    {
        # Quotation marks, primes and accents that stand alone.
        **dict.fromkeys("\u2018\u2019\u201b\u2032`\u00b4\u02bc", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u2033", '"'),
        # Hyphens, dashes and the minus sign.
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys("\u2028\u2029\x0b\x0c\r\x85", "\n"),
    }
)
"""Characters that are typed, or made by a word processor, one for another."""

_HIDDEN = {"Cc", "Cf", "Co", "Cs", "Cn", "Mn", "Me"}
"""Unicode categories of what cannot be seen, or only strikes through what can."""

_NEEDS_NO_CARE = re.compile(r"[\t\n\x20-%'-;=?-Za-z\[\]{}^\\\\]*")
"""Characters that read as they are: ASCII without `&`, `<`, `>` and the marks of type."""


@dataclass(frozen=True)
class Reading:
    """A text as it reads: `words[i]` came from the places `starts[i]` to `ends[i]` of the text."""

    words: str
    starts: list[int] | None = None
    ends: list[int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where `words[start:end]` (at least one character) stands in the text as given."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


def read(text: str) -> Reading:
    """The text in plain characters (NFKC, ASCII digits, straight quotes), nothing hidden in it."""
    if _NEEDS_NO_CARE.fullmatch(text):
        return Reading(text)
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end, plain in _pieces(text):
        words.append(plain)
        starts.extend([start] * len(plain))
        ends.extend([end] * len(plain))
    return Reading("".join(words), starts, ends)


def _pieces(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _PIECE.finditer(text):
        kind = match.lastgroup or ""
        if kind == "letter":
            plain = _plain(match.group())
        elif kind == "entity":
            plain = unescape(match.group()).replace("\xa0", " ")
        else:
            plain = _IN_PLACE_OF[kind]
        yield match.start(), match.end(), plain


def _plain(letter: str) -> str:
    if letter.isascii():
        return letter.translate(_ALIKE) if letter in "`\x0b\x0c\r" else _seen(letter)
    composed = unicodedata.normalize("NFKC", letter.translate(_ALIKE))
    return "".join(_seen(each) for each in composed)


def _seen(letter: str) -> str:
    if letter in "\t\n":
        return letter
    category = unicodedata.category(letter)
    if category == "Nd":
        return str(unicodedata.digit(letter))
    return "" if category in _HIDDEN else letter
