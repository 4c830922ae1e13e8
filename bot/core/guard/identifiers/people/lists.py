"""Looks at what is pasted from a spreadsheet or a form: rows under headings, "Name: ..." lines."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.core.guard.identifiers.people.passage import Passage, Strength
from bot.core.guard.identifiers.sighting import LIKELY, Sighting

_HEADINGS = {
    "name": re.compile(
        r"(?:(?:full|first|last|given|family|child'?s?|pupil'?s?|student'?s?|yp'?s?|client"
        r"|patient|mother'?s?|father'?s?|sibling|preferred|service user"
        r"|young person'?s?|parent'?s?|carer'?s?|sur|fore|nick|legal) ?)?names?|child|children"
        r"|pupil|student|yp|young person|sibling|mother|father|mum|dad"
        r"|parents?|carers?|surname|forename|subject|sub|victim|client|patient|aka|alias|known as"
    ),
    "date-of-birth": re.compile(r"d\.?o\.?b\.?|date of birth|birth ?date|born"),
    "nhs-number": re.compile(r"nhs(?: ?(?:no|number|num|#))?\.?"),
    "upn": re.compile(r"upn"),
    "uln": re.compile(r"uln"),
    "initials": re.compile(r"initials?|init"),
    "address": re.compile(r"(?:home )?address|lives(?: at)?"),
    "postcode": re.compile(r"post ?code|p/?code"),
    "phone": re.compile(r"(?:tel(?:ephone)?|phone|mob(?:ile)?)(?: ?(?:no|number))?\.?"),
    "email": re.compile(r"e-?mail"),
    "case-reference": re.compile(
        r"(?:case|mosaic|lcs|ehm|liquidlogic|eclipse|client|person|system)? ?(?:ref|id|no"
        r"|number)\.?(?: no)?|mosaic|lcs"
    ),
    "handle": re.compile(r"snap(?:chat)?|insta(?:gram)?|handle|username|gamer ?tag"),
}
_OF_A_CHILD = re.compile(
    r"d\.?o\.?b\.?|date of birth|age|nhs.*|upn|uln|school|year(?: group)?|yr|yg|class|form"
    r"|placement|status|risk|ref|case.*|gender|sex|ethnicity|legal.*"
    r"|attendance.*|att.*|address|postcode|missing.*|worker|social worker|sw|key ?worker"
    r"|concerns?|allocated|plan|siblings?|mum|dad|mother|father|snap.*|last seen|id|%"
)
_OF_A_CHILD_ALONE = re.compile(
    r"child.*|pupil.*|yp.*|young person.*|sibling.*|student.*|surname|forename|first name|last name"
)
_OF_STAFF = re.compile(
    r"role|organi[sz]ation|org|agency|job.*|title|team|sector|apologies|attend(?:ed|ing|ance)?"
    r"|employer|service|lead|representing|department|time"
)
_LINE = re.compile(
    r"^[ \t>*•-]{0,6}(?P<label>[A-Za-z'.]{1,14}(?: [A-Za-z']{1,12}){0,3})(?: ?[:=]| [-–])"
    r"[ \t]{0,3}(?P<value>[^\n,;|]{2,60})",
    re.M,
)
_LABELS_OF_A_CHILD = re.compile(
    r"(?:(?:full|first|last|child'?s?|pupil'?s?|student'?s?|yp'?s?|young person'?s?|mother'?s?"
    r"|father'?s?|client|patient|sibling|mum'?s?|dad'?s?|carer'?s?) ?)?names?"
    r"|child|pupil|yp|young person|student|mother|father|mum|dad|siblings?|surname|forename"
    r"|subject|re|client|patient|case(?: discussion)?|discussion of"
)
_SUBJECT = re.compile(r"^(?:>? ?)(?:subject|re|fw|fwd) ?: ?(?P<value>[^\n]{2,120})", re.I | re.M)
_CELL_OF_A_CHILD = re.compile(
    r"(?:1?\d|\d{1,2} ?(?:yo|yrs?|years?)|y(?:ea)?r? ?\d{1,2}|c\.?i\.?n|c\.?p|lac|cla|uasc|ehcp"
    r"|\d{1,2}[/.-]\d{1,2}[/.-](?:20[01]\d|[01]\d)|missing.*|(?:high|medium|low) risk)",
    re.I,
)
_CELL_OF_A_NAME = re.compile(r"[^\W\d_a-z][\w'-]+(?: [^\W\d_a-z][\w'-]*\.?){0,3}")
_EMPTY = re.compile(r"(?:tbc|tba|n/?a|none|unknown|refused|[-?x. ]*)", re.I)
_MOST_ROWS = 200
"""Rows looked at under one heading: a channel's message holds no more."""


class _Cell(NamedTuple):
    text: str
    start: int


def listed_people(passage: Passage) -> Iterator[Sighting]:
    """Cells under a heading that names a kind of identifier, and lines such as "Name: ..."."""
    yield from _in_rows(passage.words)
    yield from _in_lines(passage)
    yield from _in_bare_rows(passage)


def _in_rows(words: str) -> Iterator[Sighting]:
    headings: list[str] = []
    separator, rows, place = "", 0, 0
    for line in words.split("\n"):
        found = _separator(line)
        cells = _cells(line, place, found) if found else []
        place += len(line) + 1
        kinds = [_kind(cell.text) for cell in cells]
        if len(cells) > 1 and _is_heading(cells, kinds):
            headings, separator, rows = kinds, found, 0
        elif headings and found == separator and rows < _MOST_ROWS:
            rows += 1
            yield from _row(cells, headings)
        elif line.strip():
            headings = []


def _in_bare_rows(passage: Passage) -> Iterator[Sighting]:
    """Names that begin a row without headings, in which another cell says what only a child has."""
    place = 0
    for line in passage.words.split("\n"):
        found = _separator(line)
        cells = [cell for cell in _cells(line, place, found) if cell.text] if found else []
        place += len(line) + 1
        if found in ("\t", "|", "   ") and any(
            _CELL_OF_A_CHILD.fullmatch(c.text) for c in cells[1:]
        ):
            yield from _whole_name(passage, cells[0])


def _whole_name(passage: Passage, cell: _Cell) -> Iterator[Sighting]:
    tokens = [
        passage.tokens[index] for index in passage.between(cell.start, cell.start + len(cell.text))
    ]
    is_name = _CELL_OF_A_NAME.fullmatch(cell.text) and tokens[0].strength >= Strength.WORDY
    if is_name and (len(tokens) > 1 or tokens[0].strength is Strength.SURE):
        reason = "it is a name at the head of a row about a child"
        yield Sighting("name", cell.start, cell.start + len(cell.text), LIKELY, reason)


def _separator(line: str) -> str:
    for each in ("\t", "|", ",", ";"):
        if each in line:
            return each
    return "   " if "   " in line.strip() else ""


def _cells(line: str, place: int, separator: str) -> list[_Cell]:
    split = re.compile(r" {3,}") if separator == "   " else re.compile(re.escape(separator))
    cells, start = [], 0
    for match in [*split.finditer(line), None]:
        end = match.start() if match else len(line)
        text = line[start:end]
        stripped = text.strip(" *_\"'")
        cells.append(_Cell(stripped, place + start + (text.find(stripped) if stripped else 0)))
        start = match.end() if match else end
    return cells


def _kind(heading: str) -> str:
    small = heading.lower().strip(" .:*")
    return next((kind for kind, pattern in _HEADINGS.items() if pattern.fullmatch(small)), "")


def _is_heading(cells: list[_Cell], kinds: list[str]) -> bool:
    """A row of headings of which one is a person's, in a list of children and not of staff."""
    texts = [cell.text.lower().strip(" .:*") for cell in cells if cell.text]
    if not any(kinds) or any(len(text) > 30 for text in texts):
        return False
    if any(kind not in ("", "name", "email", "phone", "case-reference") for kind in kinds):
        return True
    of_staff = any(_OF_STAFF.fullmatch(text) for text in texts)
    of_children = any(_OF_A_CHILD.fullmatch(text) for text in texts)
    alone = any(_OF_A_CHILD_ALONE.fullmatch(text) for text in texts)
    return alone or (of_children and not of_staff)


def _row(cells: list[_Cell], headings: list[str]) -> Iterator[Sighting]:
    for cell, kind in zip(cells, headings, strict=False):
        if kind and cell.text and not _EMPTY.fullmatch(cell.text) and _fits(kind, cell.text):
            reason = "it stands in a list, under a heading that says what it is"
            yield Sighting(kind, cell.start, cell.start + len(cell.text), LIKELY, reason)


def _fits(kind: str, text: str) -> bool:
    if kind in ("name", "address", "handle"):
        return any(each.isalpha() for each in text) and len(text) <= 80
    if kind == "initials":
        return bool(re.fullmatch(r"(?:[A-Za-z]\.? ?){2,4}", text))
    return any(each.isdigit() or each == "@" for each in text)


def _in_lines(passage: Passage) -> Iterator[Sighting]:
    for match in _LINE.finditer(passage.words):
        label = match["label"].lower().strip(" .")
        if _LABELS_OF_A_CHILD.fullmatch(label) and not _is_staff_below(passage.words, match.end()):
            yield from _named_in(passage, match.start("value"), match.end("value"), label)
    for match in _SUBJECT.finditer(passage.words):
        yield from _named_in(passage, match.start("value"), match.end("value"), "subject")


def _is_staff_below(words: str, end: int) -> bool:
    following = words[end : end + 60].strip().lower()
    return bool(
        re.match(r"(?:job|role|organi[sz]ation|org|agency|team|title|employer)\b", following)
    )


def _follows_a_capital(passage: Passage, index: int, start: int) -> bool:
    """True for a second word, where the first is a word as well: "Rio ..."."""
    first = passage.tokens[index - 1]
    return index > 0 and first.start == start and first.is_capital


def _named_in(passage: Passage, start: int, end: int, label: str) -> Iterator[Sighting]:
    """The first name in the value; in a subject line only a given name with a second part."""
    for index in passage.between(start, end):
        token = passage.tokens[index]
        if token.strength < Strength.STRANGE:
            continue
        stop = passage.name_from(index)
        whole = stop - index > 1 and token.strength in (Strength.SURE, Strength.WORDY)
        begins = token.start == start or _follows_a_capital(passage, index, start)
        alone = begins and token.strength in (
            Strength.SURE, Strength.LOW, Strength.UNKNOWN, Strength.WORDY,
        )  # fmt: skip
        if whole or (alone and label not in ("subject", "re")):
            place = token.start, min(passage.tokens[stop - 1].end, end)
            yield Sighting("name", *place, LIKELY, "it is a name in a form or a subject line")
            return
