"""Reads the sets of replies: sets/DETECTOR/PART/*.txt, where DETECTOR is identifier, concern or
language, and PART is `tuned` (looked at while the detector was written) or `aside` (only counted).

A file holds one voice or one subject. A line is a reply; under which list it counts is said by the
last line in brackets above it; empty lines, and lines that begin with #, are for the reader:

    [to_find]       # the detector must find something
    Her NHS number is [[nhs-number: 999 000 0018]], can somebody check?
    [clean]         # ordinary replies
    Call 999 if a child is in danger now.
    [near_misses]   # hard ones that must not be flagged either, counted by themselves

`\\n`, `\\t` and `\\uXXXX` stand for what they stand for in Python. `[[kind: words]]` marks what is
to be found, and is not part of the text. A reply counts as found when a finding of this detector
touches a mark (any finding, where nothing is marked: then the whole reply is the matter); the kind
is only used to count by kind. Values are invented, and reserved ones where a range is.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bot.core.guard.finding import Detector

HOME = Path(__file__).parent / "sets"
PARTS = ("tuned", "aside")
LISTS = ("to_find", "clean", "near_misses")

_HEADING = re.compile(r"\[([a-z_]+)\]\s*(?:#.*)?")
_ESCAPE = re.compile(r"\\(n|t|u[0-9a-fA-F]{4})")
_MARK = re.compile(r"\[\[([a-z][a-z-]*): ?(.*?)\]\]", re.DOTALL)


class Mark(NamedTuple):
    """What is to be found in a sample: its kind, and its place in the text."""

    kind: str
    start: int
    end: int


class Sample(NamedTuple):
    """One invented reply, the list it stands in, and what is marked in it."""

    text: str
    list: str
    marks: tuple[Mark, ...]
    file: str


def samples(detector: Detector, part: str) -> list[Sample]:
    """Every sample of that part, in the order of files and lines; none where there is no folder.

    Raises ValueError for a file that is not written as this module's docstring tells.
    """
    folder = HOME / detector / part
    return [sample for path in sorted(folder.glob("*.txt")) for sample in samples_in(path)]


def samples_in(path: Path) -> Iterator[Sample]:
    """The samples of one file. Raises ValueError where it is not written as told above."""
    name = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if heading := _HEADING.fullmatch(line):
            name = heading[1]
        elif line.strip() and not line.startswith("#"):
            if name not in LISTS:
                raise ValueError(f"{path}:{number}: expected [{'], ['.join(LISTS)}] above a reply")
            yield _sample(_ESCAPE.sub(_escaped, line), name, path.stem)


def _escaped(match: re.Match[str]) -> str:
    return {"n": "\n", "t": "\t"}.get(match[1]) or chr(int(match[1][1:], 16))


def _sample(written: str, name: str, file: str) -> Sample:
    text, marks, after = "", [], 0
    for match in _MARK.finditer(written):
        text += written[after : match.start()]
        marks.append(Mark(match[1], len(text), len(text) + len(match[2])))
        text += match[2]
        after = match.end()
    return Sample(text + written[after:], name, tuple(marks), file)
