"""Looks for NHS, CHI (Scotland) and Health and Care (Northern Ireland) numbers: ten digits, the
last of which checks the others (weights 10 to 2, modulo 11).
"""

import re
from collections.abc import Iterator

from stdnum.gb import nhs

from bot.core.guard.identifiers.around import after, before
from bot.core.guard.identifiers.numbers.cues import is_business
from bot.core.guard.identifiers.numbers.digits import repaired, spelled_out
from bot.core.guard.identifiers.sighting import CERTAIN, LIKELY, POSSIBLE, Sighting

_TEN = re.compile(r"(?<![\w.+/-])\d(?:[ \n.-]{0,3}\d){9}(?!\w|[./-]\d)")
_GROUPED = re.compile(r"\d{3}[\s.-]{1,3}\d{3}[\s.-]{1,3}\d{4}|\d{6}[\s-]{1,3}\d{4}")
_CUES = (
    ("chi-number", re.compile(r"\bchi\b", re.I)),
    ("hc-number", re.compile(r"\bh ?& ?c\b|\bhcn\b|\bhealth (?:and|&) (?:social )?care n", re.I)),
    ("uln", re.compile(r"\buln\b|\blearner n|\blearner'?s? (?:ref|record)", re.I)),
    ("nhs-number", re.compile(r"\bnhs\b|\bhealth n(?:o|um|br)|\bn\.h\.s", re.I)),
)
_NAMES = {
    "nhs-number": "an NHS number",
    "chi-number": "a Scottish CHI number, which holds a date of birth",
    "hc-number": "a Health and Care number",
    "uln": "a learner's number",
}


def health_numbers(words: str) -> Iterator[Sighting]:
    """Ten digits with a cue, with the usual spacing, or of the range of numbers in use."""
    figures = repaired(words)
    for match in _TEN.finditer(figures):
        digits = re.sub(r"\D", "", match.group())
        is_grouped = bool(_GROUPED.fullmatch(match.group()))
        yield from _judged(words, digits, match.start(), match.end(), is_grouped)
    for spoken in spelled_out(words):
        if len(spoken.digits) == 10:
            yield from _judged(words, spoken.digits, spoken.start, spoken.end, False)


def _judged(words: str, digits: str, start: int, end: int, grouped: bool) -> Iterator[Sighting]:
    if is_business(words, start):
        return
    kind = _cued(words, start, end)
    checks = nhs.is_valid(digits) and len(set(digits)) > 1
    if kind:
        certainty = CERTAIN if checks else LIKELY
        yield Sighting(kind, start, end, certainty, f"it is named as {_NAMES[kind]}")
    elif checks and grouped:
        kind = "nhs-number" if not _begins_with_a_day(digits) else "chi-number"
        reason = f"it has the spacing and the check digit of {_NAMES[kind]}"
        yield Sighting(kind, start, end, CERTAIN, reason)
    elif checks and (digits[0] in "4679" or _begins_with_a_day(digits)):
        yield Sighting("nhs-number", start, end, POSSIBLE, "it could be an NHS number")


def _cued(words: str, start: int, end: int) -> str:
    """The kind that the nearest cue before the number names, else one right after it."""
    said = before(words, start)
    cues = [(match.end(), kind) for kind, cue in _CUES for match in cue.finditer(said)]
    if cues:
        return max(cues)[1]
    following = after(words, end, 24)
    return next((kind for kind, cue in _CUES if cue.search(following)), "")


def _begins_with_a_day(digits: str) -> bool:
    """True when the first six digits are a date as DDMMYY, as in a CHI number."""
    return 1 <= int(digits[:2]) <= 31 and 1 <= int(digits[2:4]) <= 12
