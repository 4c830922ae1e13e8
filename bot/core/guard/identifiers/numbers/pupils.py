"""Looks for numbers from schools: a pupil's UPN, and a school's own number beside a child.

A learner's ULN has the shape of an NHS number: health.py tells them apart.
"""

import re
from collections.abc import Iterator

from bot.core.guard.identifiers.around import before, sentence
from bot.core.guard.identifiers.sighting import CERTAIN, LIKELY, Sighting

_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
"""The check letters, by remainder; I, O and S are not used."""

_UPN = re.compile(
    r"(?<!\w)[A-HJ-NP-RT-Z][ -]?[0-9OoIl](?:[ -]?[0-9OoIl]){10}[ -]?[0-9A-Zl](?!\w)", re.I
)
_UPN_CUE = re.compile(r"\bupns?\b|\bunique pupil|\bpupil (?:no|num|ref|id)", re.I)
_SCHOOL = re.compile(
    r"\b(?P<cue>(?:school(?:'s)?\s+)?urn|la ?estab|dfe(?: no| number)?)\b[^\w\n]{1,4}"
    r"(?:is |no\.? |number )?(?P<number>\d{6}|\d{3}[/ ]?\d{4})(?!\d)",
    re.I,
)
_CHILD = re.compile(
    r"\b(?:year|yr|y) ?\d{1,2}\b|\b(?:aged?|is) \d{1,2}\b|\b\d{1,2} ?(?:yo|years? old)\b"
    r"|\binitials?\b|\b(?:she|he|girl|boy|pupil|child)\b",
    re.I,
)


def pupil_numbers(words: str) -> Iterator[Sighting]:
    """A UPN by its check letter or by name; a school's number in a sentence about a child."""
    for match in _UPN.finditer(words):
        written = re.sub(r"[ -]", "", match.group()).upper()
        if _checks(written):
            yield Sighting("upn", *match.span(), CERTAIN, "it has the check letter of a UPN")
        elif _UPN_CUE.search(before(words, match.start())) or match.group()[0].isupper():
            yield Sighting("upn", *match.span(), LIKELY, "it has the form of a UPN")
    for match in _SCHOOL.finditer(words):
        if _CHILD.search(sentence(words, *match.span())):
            reason = "it names a school, beside details of a child"
            yield Sighting("school-number", *match.span("number"), LIKELY, reason)


def _checks(written: str) -> bool:
    """Any authority's number: lists of authorities lack the newest councils.

    http://www.govtalk.gov.uk/gdsc/html/noframes/UniquePupilNumber-2-0-Release.htm
    """
    rest = written[1:].translate(str.maketrans("OIL", "011", ""))
    values = [int(c) if c.isdigit() else _LETTERS.find(c) for c in rest]
    total = sum(value * place for place, value in enumerate(values, start=2))
    return -1 not in values and _LETTERS[total % 23] == written[0]
