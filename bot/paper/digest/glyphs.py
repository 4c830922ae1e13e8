"""Words that our fonts can show: what they cannot is described in square brackets.

A PDF that must be accessible may hold no letter without a shape. Emoji are told by their names;
whole scripts by theirs. Changes nothing else.
"""

import re
import struct
import unicodedata
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
FAMILIES = (
    ("DotsSans-Regular.ttf", "DotsSans-Bold.ttf"),
    ("NotoSansArabic-Regular.ttf",),
    ("NotoSansHebrew-Regular.ttf",),
)
"""The faces of each family, in the order in which they are asked for a letter."""

# Never shown by themselves: joiners, marks of direction, variation selectors, tags, skin tones.
_SILENT = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\U0001f3fb-\U0001f3ff"
    "\U000e0000-\U000e01ef]"
)
_SEXES = frozenset({"female sign", "male sign"})  # they follow an emoji, and say no more of it

_FLAG_OF_A_NATION = re.compile("\U0001f3f4([\U000e0061-\U000e007a]+)\U000e007f")
_NATIONS = {"gbeng": "England", "gbsct": "Scotland", "gbwls": "Wales"}
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")

_MOST_NAMED = 3
"""Emoji in a row that are told by name; a longer row of them says no more to a reader."""

_LONGEST_WORD = 40
"""Letters without a space that a line may have to hold. No English or Welsh word has as many."""

_MAY_BREAK = "\u200b"


def printable(text: str) -> str:
    """The text with every letter that has a shape, and a description of what has none."""
    shapes = _shapes()
    if all(ord(one) in shapes or one in "\n\t" for one in text):
        return text
    text = _FLAG.sub(_flag, _FLAG_OF_A_NATION.sub(_nation, text))
    return _unshown(shapes).sub(lambda found: _described(found.group()), text)


def breakable(text: str) -> str:
    """The text with places where a line may end inside what is no word but a link or a prank."""
    return re.sub(rf"\S{{{_LONGEST_WORD}}}(?=\S)", lambda one: one.group() + _MAY_BREAK, text)


def _described(run: str) -> str:
    ends = " " if run[-1].isspace() else ""
    seen = [one for one in _SILENT.sub("", run) if not one.isspace()]
    if not seen:
        return ""
    if any(unicodedata.category(one).startswith(("L", "M", "N")) for one in seen):
        return f"[words in {_script(seen)} letters]{ends}"
    names = [unicodedata.name(one, "").lower() for one in seen]
    told = [one for one in dict.fromkeys(names) if one and one not in _SEXES] or names[:1]
    return f"[{', '.join(told[:_MOST_NAMED]) or 'a sign that cannot be printed'}]{ends}"


def _nation(found: re.Match[str]) -> str:
    letters = "".join(chr(ord(one) - 0xE0000) for one in found.group(1))
    return f"[flag of {_NATIONS.get(letters, 'a region')}]"


def _flag(found: re.Match[str]) -> str:
    return f"[flag {''.join(chr(ord(one) - 0x1F1E6 + ord('A')) for one in found.group())}]"


def _script(letters: list[str]) -> str:
    named = next((name for one in letters if (name := unicodedata.name(one, ""))), "other")
    first = named.split()[0]
    return "Chinese or Japanese" if first == "CJK" else first.capitalize()


@cache
def _unshown(shapes: frozenset[int]) -> re.Pattern[str]:
    """A run of what has no shape, with the spaces and the silent letters inside it."""
    shown = "".join(re.escape(chr(one)) for one in sorted(shapes) if not _SILENT.match(chr(one)))
    return re.compile(f"(?:[^{shown}\\s]+\\s*)+")


@cache
def _shapes() -> frozenset[int]:
    """Every letter that all faces of some family have a shape for."""
    return frozenset().union(
        *(
            frozenset.intersection(*(_covered((FONTS / face).read_bytes()) for face in faces))
            for faces in FAMILIES
        )
    )


def _covered(font: bytes) -> frozenset[int]:
    """The letters of a font, from its `cmap` in format 4, which every font of ours has
    (https://learn.microsoft.com/typography/opentype/spec/cmap)."""
    tables = struct.unpack(">H", font[4:6])[0]
    records = (font[12 + 16 * n : 28 + 16 * n] for n in range(tables))
    start = next(struct.unpack(">L", one[8:12])[0] for one in records if one[:4] == b"cmap")
    many = struct.unpack(">H", font[start + 2 : start + 4])[0]
    offsets = (struct.unpack(">HHL", font[start + 4 + 8 * n :][:8])[2] for n in range(many))
    at = next(start + one for one in offsets if font[start + one :][:2] == b"\x00\x04")
    twice = struct.unpack(">H", font[at + 6 : at + 8])[0]
    ends = struct.unpack(f">{twice // 2}H", font[at + 14 : at + 14 + twice])
    starts = struct.unpack(f">{twice // 2}H", font[at + 16 + twice : at + 16 + 2 * twice])
    pairs = zip(starts, ends, strict=True)
    return frozenset(code for first, last in pairs for code in range(first, last + 1)) - {0xFFFF}
