"""Looks for number plates. Only the current style is known by its form; older ones need a cue."""

import re
from collections.abc import Iterator

from bot.core.guard.identifiers.acronyms import ACRONYMS
from bot.core.guard.identifiers.around import after, before
from bot.core.guard.identifiers.sighting import CERTAIN, LIKELY, Sighting

_CURRENT = re.compile(
    r"(?<![\w-])(?P<area>[A-HJ-PR-Y][A-HJ-PR-Z])(?P<age>\d{2})[ -]?"
    r"(?P<last>[A-HJ-PR-Z]{3})(?![\w-])",
    re.I,
)
_ANY = re.compile(
    r"(?<![\w-])(?:[A-Z]{2}[ -]?\d{2}[ -]?[A-Z]{3}|[A-Z]\d{1,3} ?[A-Z]{3}|[A-Z]{3} ?\d{1,3} ?[A-Z]"
    r"|[A-Z]{1,3} ?\d{1,4}"
    r"|\d{1,4} ?[A-Z]{1,3})(?![\w-])",
    re.I,
)
_CUE = re.compile(
    r"\b(?:reg|registration|plate|vrm|number ?plate|index)\b(?: (?:no|number|is|was|of"
    r"|\w+))?[^\w\n]{0,3}(?:\w+ ){0,2}$"
    r"|\b(?:car|van|vehicle|moped|motorbike|taxi|audi|bmw|golf|corsa|fiesta|transit|vauxhall|ford"
    r"|mercedes|vw|range rover|hatchback|saloon|estate car|4x4|scooter|lorry|truck|minibus|cab"
    r"|astra|polo|focus|clio|silver|black|white|grey|gr[ae]y one|blue one)"
    r"(?: (?:is|was|reg|with|plate))?[\s,:(]{1,3}$",
    re.I,
)
_LICENSED = re.compile(
    r"\b(?:phv|hackney|taxi|cab|private hire|minicab)(?: (?:licen[cs]e|plate|badge|no|number"
    r"|driver))+(?: (?:is|was))?[ :#]{1,3}(?P<plate>\d{3,6})(?!\w)",
    re.I,
)
"""The plate, or badge, that a council gives to a taxi."""
_NO_LETTERS = re.compile(r"(?:reg|car|van|at|in|on|of|and|no|mot)\b", re.I)
_NO_AGE = {"00", "01", "50"}
"""Never used as the age of a current plate (DVLA, INF104)."""
_YEARS = {"FY", "AY", "WT", "QT"}
"""Beginnings that stand for a year: FY26 is a financial year."""


def vehicles(words: str) -> Iterator[Sighting]:
    """Plates in the current style, and any plate that is called one, also a taxi's."""
    for match in _CURRENT.finditer(words):
        if _is_one(words, match):
            yield Sighting("vehicle", *match.span(), CERTAIN, "it has the form of a number plate")
    for match in _LICENSED.finditer(words):
        yield Sighting("vehicle", *match.span("plate"), LIKELY, "it is named as a taxi's plate")
    for match in _ANY.finditer(words):
        cued = _CUE.search(before(words, match.start()))
        if cued and _could_be_one(match.group()):
            yield Sighting("vehicle", *match.span(), LIKELY, "it is named as a number plate")


def _could_be_one(written: str) -> bool:
    """Letters and figures, five at least: shorter plates are those that collectors keep."""
    mixed = re.search(r"\d", written) and re.search(r"[A-Z]", written, re.I)
    return bool(mixed and len(re.sub(r"\W", "", written)) >= 5 and not _NO_LETTERS.match(written))


def _is_one(words: str, match: re.Match[str]) -> bool:
    cued = _CUE.search(before(words, match.start())) or re.match(
        r"[\s,)-]{1,3}(?:car|van|reg|plate)", after(words, match.end()), re.I
    )
    if cued:
        return True
    if not match.group().isupper() or match["age"] in _NO_AGE:
        return False
    return match["area"] not in _YEARS and match["last"] not in ACRONYMS
