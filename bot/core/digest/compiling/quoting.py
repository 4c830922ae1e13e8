"""Makes a reply's words safe to print, and short enough. Changes no word and judges none."""

import re
import unicodedata
from typing import NamedTuple

# Characters as they count once &, < and > are escaped. About 150 words: longer than nearly
# every reply, and short enough that one voice does not fill the board's two pages. A judgement.
LONGEST_QUOTE = 900

# The share of the room that must be filled before the end of a sentence, or else of a word, is
# a better place to stop than the last letter that fits. A judgement.
_FILLED = 2 / 3

# Marks above and below one letter. Written languages need up to four; more is a prank that
# covers the lines around it.
_MOST_MARKS = 4

SHORTENED = " …"
NO_WORDS = "(a reply without words)"

_ESCAPED = {"&": 5, "<": 4, ">": 4}

_LINE_ENDS = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Shown as nothing, and used to hide or to break words: zero-width spaces, soft hyphens,
# fillers that look blank; and the controls that turn the reading order of text around.
# The harmless marks of right-to-left writing (U+200E, U+200F, U+061C) stay.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u202a-\u202e\u2060-\u206f\u2800"
    "\u3164\ufdd0-\ufdef\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff]"
)
# Joiners belong inside emoji and between letters of some scripts, never beside ASCII or alone.
_STRAY_JOINERS = re.compile(
    "(?<![^\x00-\x7f\u200c\u200d])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\x7f\u200c\u200d])"
)
# Tags are the flags of England, Scotland and Wales after a black flag; elsewhere they hide text.
_STRAY_TAGS = re.compile("(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0000-\U000e007f]+")
_SENTENCE_END = re.compile("[.!?][\"'\u201d\u2019)]*(?=\\s)")


class Quotable(NamedTuple):
    """Words fit to print, and whether they are only the beginning of what was said."""

    words: str
    shortened: bool


def quotable(text: str) -> Quotable:
    """The words of a reply as a digest prints them; never empty.

    An emoji stays as it was written. What was shortened ends in SHORTENED.
    """
    words = cleaned(text)
    if not any(_is_seen(character) for character in words):
        return Quotable(NO_WORDS, shortened=False)
    if printed_length(words) <= LONGEST_QUOTE:
        return Quotable(words, shortened=False)
    return Quotable(beginning(words, LONGEST_QUOTE), shortened=True)


def printed_length(text: str) -> int:
    """How many characters the text takes once &, < and > are escaped."""
    return len(text) + sum(text.count(one) * (size - 1) for one, size in _ESCAPED.items())


def cleaned(text: str) -> str:
    """The text without what cannot be seen or would disturb its neighbours; idempotent."""
    text = _LINE_ENDS.sub("\n", text)
    text = "".join(character for character in text if _may_be_printed(character))
    text = _STRAY_JOINERS.sub("", _STRAY_TAGS.sub("", _UNSEEN.sub("", text)))
    return _tidied(_without_piles(unicodedata.normalize("NFC", text)))


def _may_be_printed(character: str) -> bool:
    # Cc controls, Cs half characters, Co private ones: no reader's device shows them alike.
    return character in "\n\t" or unicodedata.category(character) not in {"Cc", "Cs", "Co"}


def _is_seen(character: str) -> bool:
    # Cn: letters and emoji younger than this Python.
    category = unicodedata.category(character)
    return category[0] in "LNPS" or category == "Cn"


def _without_piles(text: str) -> str:
    kept, marks = [], 0
    for character in text:
        marks = marks + 1 if unicodedata.category(character) in {"Mn", "Me"} else 0
        if marks <= _MOST_MARKS:
            kept.append(character)
    return "".join(kept)


def _tidied(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def beginning(words: str, most: int) -> str:
    """Words in at most so many characters (as they count once escaped), ending in SHORTENED where
    anything is missing."""
    if printed_length(words) <= most:
        return words
    return _first_of(words, most - len(SHORTENED)) + SHORTENED


def _first_of(words: str, most: int) -> str:
    room = _fitting(words, most)
    enough = int(room * _FILLED)
    sentences = [found.end() for found in _SENTENCE_END.finditer(words[: room + 1])]
    gaps = [found.start() for found in re.finditer(r"\s+", words[: room + 1])]
    for ends in (sentences, gaps):
        if ends and ends[-1] >= enough:
            return words[: ends[-1]]
    return words[: _between_letters(words, room, enough)]


def _fitting(words: str, room: int) -> int:
    used = 0
    for index, character in enumerate(words):
        used += _ESCAPED.get(character, 1)
        if used > room:
            return index
    return len(words)


def _between_letters(words: str, latest: int, earliest: int) -> int:
    """The last place that does not cut an accented letter or a joined emoji in two."""
    for end in range(latest, earliest, -1):
        if not _belongs_to_the_one_before(words, end):
            return end
    return latest


def _belongs_to_the_one_before(words: str, end: int) -> bool:
    parts = "\u200c\u200d"
    return words[end - 1] in parts or (
        words[end] in parts
        or unicodedata.category(words[end])[0] == "M"
        or "\U0001f3fb" <= words[end] <= "\U0001f3ff"
        or "\U000e0020" <= words[end] <= "\U000e007f"
    )
