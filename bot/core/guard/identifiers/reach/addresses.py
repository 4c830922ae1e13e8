"""Looks for where somebody lives: a number and a street, a flat, a named home or refuge."""

import re
from collections.abc import Iterator

from bot.core.guard.identifiers.around import before
from bot.core.guard.identifiers.reach.places import is_a_venue
from bot.core.guard.identifiers.sighting import LIKELY, POSSIBLE, Sighting

_STREET = (
    r"street|st|road|rd|avenue|ave|lane|ln|close|drive|dr|crescent|cres|terrace|terr|grove"
    r"|gardens|gdns"
    r"|court|ct|place|pl|way|walk|square|sq|row|mews|rise|hill|view|green|parade|park|mount|croft"
    r"|fold"
    r"|drove|wynd|brae|boulevard|blvd|vale|bank|parkway|cottages?|villas|house|tower|towers|heights"
)
_SURE = (
    r"street|road|rd|avenue|ave|lane|crescent|cres|terrace|grove|close|drive|gardens|gdns|mews"
    r"|croft"
)
"""Street words that a small-lettered address may end with; the others are common nouns."""

_NUMBER = r"(?<![\w£$€.,/:-])(?:no\.? ?|number )?\d{1,4}[a-d]?"
_NUMBERED = re.compile(
    rf"{_NUMBER},? (?:on )?(?P<name>(?:the )?(?:(?:[A-Z][\w'-]{{1,30}}"
    rf"|st\.?) ){{1,3}})(?:{_STREET})\b\.?",
    re.I,
)
_THE = re.compile(r"(?<![\w£.,/:-])\d{1,3}[a-d]?,? (?:The|the) [A-Z]\w+(?: [A-Z]\w+)?\b")
_FLAT = re.compile(
    r"\b(?:flat|apt|apartment|caravan)\.? ?(?:no\.? ?)?\d{1,4}[a-d]?\b"
    r"(?:,? (?:\d{1,4}[a-d]?,? )?(?:[A-Z][\w'-]{1,30} ?){1,3})?"
    r"|\broom \d{1,3},? (?:[A-Z][\w'-]{1,30} ){1,2}(?:hotel|hostel|house|b&b)\b",
    re.I,
)
_LIVES = re.compile(
    r"\b(?:lives?|living|lived|staying|stays|sleeps|sleeping|placed|placement|home|house|place"
    r"|address|addr|moved"
    r"|refuge|flat|next to|property|picked up|dropped)\b[^.\n]{0,30}?\b(?:on|at|in|is|of|to|from"
    r"|:)\s"
    rf"(?P<place>(?:[A-Z][\w'-]{{1,30}} ){{1,3}}(?:(?i:{_STREET}))\b)"
)
_CARE = re.compile(
    r"(?<!\w)(?P<place>(?:The |the )?[A-Z][\w'-]{1,30}(?: [A-Z][\w'-]{1,30}){0,3}),? (?:the )?"
    r"(?:children'?s'? (?:care )?home|care home for children|women'?s'? refuge|refuge"
    r"|residential home)\b"
)
_CARE_ON = re.compile(
    r"\b(?:children'?s'? home|women'?s'? refuge|refuge|foster home|placement)(?: is)? (?:on|at|in"
    r"|called|,) "
    r"(?P<place>(?:\d{1,4}[a-d]? )?(?:[A-Z][\w'-]{1,30} ?){1,3})"
)
_IN_A_TOWN = re.compile(r" in [A-Z][\w'-]{1,30} ?$")
"""One word after "in" says only in which town."""
_IS_ADDRESS = re.compile(
    r"\b(?:(?:home )?address(?: is|:|-)|lives (?:at|in)|living at"
    r"|staying at) (?P<place>[A-Z0-9][\w'-]*(?: [A-Z][\w'-]{1,30}){0,3},? ?[A-Z][\w' -]{3,30})"
)
_HOUSE_NAMED = re.compile(
    r"(?<!\w)(?:[A-Z][\w']{1,20} ){1,2}(?:Cottage|Farm|Lodge|Villa|Barn|House|Vicarage|Rectory"
    r"|Hostel|Court|Bungalow),"
    rf" (?:\d{{1,4}} )?(?:[A-Z][\w']{{1,20}} ){{1,2}}(?i:{_STREET})\b"
)
_WELSH = re.compile(
    r"\b(?:[A-Z]\w+ ){0,2}[A-Z]\w+, (?:Heol|Ffordd|Stryd|Lôn|Rhodfa|Maes|Clos|Bryn|Tŷ"
    r"|Ty)\b(?: (?:[A-Z]\w+|y|yr|mor))*"
)
_NO_STREET = re.compile(
    r"\b(?:crown|family|county|high|magistrates'?|youth|coroners?'?|key|new|clear|main|safe"
    r"|better|different|good|other|"
    r"common|quick|simple|working|road|way|best|first|second|third|one|two|in|on|at|of|for|and|or"
    r"|to|a|the|these|those"
    r"|hearings?|close|more|per|from|with|by|our|your|their|this|that|years?|months?|weeks?|days?"
    r"|hours?|minutes?|mins?|people|children|setting|family)\s",
    re.I,
)
_CARE_WORDS = re.compile(
    r"\b(?:The|A|An|Our|Every|Each|Any|Private|Local|Ofsted|Women|Children|Two|Three)\b$"
)


def addresses(words: str) -> Iterator[Sighting]:
    """Places where somebody lives; the office or the venue of a meeting is let pass."""
    for match in _NUMBERED.finditer(words):
        if _is_a_street(match["name"], match.group()):
            yield from _lived_in(words, *match.span(), "it is a house number and a street")
    for pattern, why in (
        (_THE, "it is a house number and a street"),
        (_FLAT, "it is a flat or a room that somebody lives in"),
        (_WELSH, "it is a house and a street"),
        (_HOUSE_NAMED, "it is a house and a street"),
    ):
        for match in pattern.finditer(words):
            yield from _lived_in(words, *match.span(), why)
    for pattern in (_LIVES, _IS_ADDRESS):
        for match in pattern.finditer(words):
            yield from _lived_in(words, *match.span("place"), "it says where somebody lives")
    for pattern in (_CARE, _CARE_ON):
        for match in pattern.finditer(words):
            is_town = pattern is _CARE_ON and _IN_A_TOWN.search(match.group())
            if not (is_town or _CARE_WORDS.fullmatch(match["place"].strip())):
                reason = "it names a home or a refuge, and so who lives there"
                yield Sighting("address", *match.span("place"), LIKELY, reason)


def _is_a_street(name: str, whole: str) -> bool:
    if _NO_STREET.search(name if name[:4].lower() != "the " else name[4:]):
        return False
    street = whole.rsplit(" ", 1)[-1].rstrip(".").lower()
    return name.split()[-1][0].isupper() or bool(re.fullmatch(_SURE, street))


def _lived_in(words: str, start: int, end: int, why: str) -> Iterator[Sighting]:
    if is_a_venue(words, start, end):
        return
    certainty = LIKELY if re.search(r"\w", before(words, start)) else POSSIBLE
    yield Sighting("address", start, end, certainty, why)
