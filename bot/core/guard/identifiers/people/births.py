"""Looks for dates of birth. A date by itself is usually a meeting's: a cue must stand beside it."""

import re
from collections.abc import Iterator

from bot.core.guard.identifiers.around import before, sentence
from bot.core.guard.identifiers.numbers.digits import repaired
from bot.core.guard.identifiers.people.passage import Passage, Strength
from bot.core.guard.identifiers.sighting import CERTAIN, LIKELY, POSSIBLE, Sighting
from bot.core.guard.vocabulary import vocabulary

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_DATE = re.compile(
    rf"(?<![\w/.-])(?:\d{{1,2}} ?[/.-] ?\d{{1,2}} ?[/.-] ?(?:\d{{4}}|\d{{2}})|(?:19"
    rf"|20)\d{{2}}[/.-]\d{{1,2}}[/.-]\d{{1,2}}"
    rf"|(?:the )?{_DAY}(?: of)?[\s-]{_MONTH}(?:,?[\s-](?:19|20)\d{{2}}|,? '?\d{{2}}\b)?"
    rf"|{_MONTH} {_DAY}(?:,? (?:19|20)\d{{2}})?|(?:christmas|new year's|boxing"
    rf"|valentine's) (?:day|eve)|\d{{6}}|\d{{8}}|\d(?: \d){{5,7}})(?![\w/]|[.-]\d)",
    re.I,
)
_CUE = re.compile(
    r"\b(?:d\.? ?o\.? ?b\.?|dobs?\d?|dates? of birth|birth ?date|birthday|bday|b-day"
    r"|born)\b\.?[^.!?\n\d]{0,30}$"
    r"|(?<![\w.])b\.? ?$|\b(?:turns?|turned|turning|is|be|was|s?he's|she'll be|he'll be)"
    r" (?:\d{1,2}|(?:thir|four|fif|six|seven|eigh)teen|ten|eleven|twelve) (?:on"
    r"|this|next)?"
    r"[\s:]{0,2}(?:\w+day )?$|\bdob$",
    re.I,
)
_CUE_AFTER = re.compile(r",? ?\(?(?:d\.? ?o\.? ?b\b|date of birth\b|birthday\b)", re.I)
_JOINED = re.compile(r"\bdob(?P<date>\d{6}|\d{8})\b", re.I)
_OF_AN_OFFICE = re.compile(
    r"\b(?:our|hub|service|partnership|project|charity|centre|board|club|group|policy|hotline"
    r"|team|programme|nhs|act)\b[^.]{0,30}$",
    re.I,
)
_A_CHILDS_YEAR = re.compile(r"(?:200[5-9]|201\d|202[0-4])\b|[/.-](?:0[5-9]|1\d|2[0-4])$")
"""Years in which those are born who are children, or have just been, in the years after 2026."""

_CHILD = vocabulary("child kid boy girl lad lass baby he she her his him pupil son daughter twins")
_OF_PAPERS = re.compile(
    r"\b(?:dated|review(?:s|ed)?|reports?|published|polic(?:y|ies)|inspect\w+|meetings?|minutes"
    r"|version|signed|until|since|launched|opened|order|plan|act|ofsted|board|panel|archive\w*)\b",
    re.I,
)
"""What else may bear the date of such a year."""


def births(passage: Passage) -> Iterator[Sighting]:
    """Dates beside "born", "dob" or a birthday; and dates of a child's year right after a name."""
    words = passage.words
    for match in _JOINED.finditer(words):
        yield Sighting(
            "date-of-birth", *match.span("date"), CERTAIN, "it is named as a date of birth"
        )
    for match in _DATE.finditer(repaired(words)):
        said = before(words, match.start())
        if _CUE.search(said) or _CUE_AFTER.match(words, match.end()):
            if not _OF_AN_OFFICE.search(said):
                yield Sighting(
                    "date-of-birth", *match.span(), CERTAIN, "it is named as a date of birth"
                )
        elif _is_after_a_name(passage, match):
            yield Sighting(
                "date-of-birth", *match.span(), LIKELY, "it is a date beside somebody's name"
            )
        elif _is_of_a_child(passage, match):
            reason = "it is a date of a year in which children were born, in words about a child"
            yield Sighting("date-of-birth", *match.span(), POSSIBLE, reason)


def _is_of_a_child(passage: Passage, match: re.Match[str]) -> bool:
    if not _A_CHILDS_YEAR.search(match.group()) or match.group().isdigit():
        return False
    keys = passage.sentence_keys(match.start())
    return not keys.isdisjoint(_CHILD) and not _OF_PAPERS.search(passage.sentence(match.start()))


def _is_after_a_name(passage: Passage, match: re.Match[str]) -> bool:
    if not _A_CHILDS_YEAR.search(match.group()) or match.group().isdigit():
        return False
    line = passage.words.rfind("\n", 0, match.start()) + 1
    near = passage.between(max(line, match.start() - 30), match.start())
    is_named = any(passage.tokens[i].strength in (Strength.SURE, Strength.LOW) for i in near)
    return is_named and "dated" not in sentence(passage.words, *match.span())
