"""Looks for full postcodes where somebody lives. The first half alone narrows, and is let pass."""

import re
from collections.abc import Iterator

from bot.core.guard.identifiers.around import before
from bot.core.guard.identifiers.reach.places import is_a_venue
from bot.core.guard.identifiers.sighting import CERTAIN, LIKELY, Sighting

_AREAS = (
    "AB|AL|B|BA|BB|BD|BF|BH|BL|BN|BR|BS|BT|BX|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT"
    "|DY|E|EC|EH|EN|EX|FK|FY|G|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD"
    "|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK"
    "|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE|ZZ"
)
"""Royal Mail's postcode areas, and the ZZ of pseudo-postcodes (NHS Digital, ZZ99)."""

_POSTCODE = re.compile(
    rf"(?<![\w-])(?P<out>(?:{_AREAS})(?:[0-9OoIl]{{1,2}}|\d[A-Z]))[ \t\n.-]{{0,2}}"
    r"(?P<in>[0-9OoIl][A-Z]{2})(?![\w-])",
    re.I,
)
_ANY_SHAPE = re.compile(
    r"\b(?:post ?code|p/?code|pc)\b(?: is| was| of|:| -|=)? {0,2}"
    r"(?P<code>[A-Z]{1,2}\d[A-Z\d]?[ -]{0,2}\d[A-Z]{2})\b",
    re.I,
)
_CUE = re.compile(
    r"\bpost ?code\b|\bp/?code\b|\bpc\b|\blives?\b|\baddress\b|\bhome\b|\bhouse\b", re.I
)
_NEVER = re.compile(r"[CIKMOV]", re.I)
"""Letters that a second half never has; those of ZZ99, which is no place, may."""
_TIME = re.compile(r"\d[ap]m", re.I)
_ORDINAL = re.compile(r"\d(?:st|nd|rd|th)", re.I)


def postcodes(words: str) -> Iterator[Sighting]:
    """Full postcodes of a real area, and of any area where the word stands beside them."""
    for match in _POSTCODE.finditer(words):
        if _is_one(words, match) and not is_a_venue(words, *match.span()):
            yield Sighting("postcode", *match.span(), CERTAIN, "it is a full postcode")
    for match in _ANY_SHAPE.finditer(words):
        yield Sighting("postcode", *match.span("code"), LIKELY, "it is named as a postcode")


def _is_one(words: str, match: re.Match[str]) -> bool:
    """Not an ordinal after a road's number, and a letter for a figure only where it is named."""
    if not any(each.isdigit() for each in match["out"]) or _TIME.fullmatch(match["in"]):
        return False
    if _NEVER.search(match["in"]) and not match.group().upper().startswith("ZZ"):
        return False
    typed = match["out"][1:] + match["in"][0]
    as_letters = any(each in "OoIl" for each in typed)
    cued = bool(_CUE.search(before(words, match.start())))
    if as_letters and not (cued or match.group().isupper()):
        return False
    if match.group().islower() and _ORDINAL.match(match["in"]):
        return cued
    return True
