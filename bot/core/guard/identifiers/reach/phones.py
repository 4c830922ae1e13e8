"""Looks for telephone numbers that are a person's. Helplines and offices' lines are let pass."""

import re
from collections.abc import Iterator

from phonenumbers import NumberParseException, is_possible_number, parse

from bot.core.guard.identifiers.allowed import Allowed, national
from bot.core.guard.identifiers.around import after, before, sentence
from bot.core.guard.identifiers.numbers.cues import is_business
from bot.core.guard.identifiers.numbers.digits import repaired, spelled_out
from bot.core.guard.identifiers.sighting import CERTAIN, LIKELY, POSSIBLE, Sighting

_DIGIT = r"[\s().-]{0,3}\d"
_BRITISH = re.compile(rf"(?<![\w+])(?:\(?\+ ?44|0044|\(?0)(?:{_DIGIT}){{9,11}}(?![\w])")
_SHORTENED = re.compile(r"(?<![\w+.-])7\d{3}[ -]?\d{3}[ -]?\d{3}(?!\w|[.-]\d)")
"""A mobile number without its zero, as a spreadsheet leaves it."""
_ABROAD = re.compile(r"(?<![\w+])\+(?!44)[1-9](?:[\s().-]{0,2}\d){6,14}(?!\w)")

_NATIONAL = re.compile(r"0[1-35-9]\d{8,9}")
"""Ofcom's National Telephone Numbering Plan: a zero, a digit other than 0 and 4, eight or nine
more."""

_CUE = re.compile(
    r"\b(?:tel|telephone|phone|mob|mobile|cell|ring|call|text|whats ?app|contact|number)\b", re.I
)
_PERSONAL = re.compile(
    r"\b(?:mum|mam|mom|mother|dad|father|parent|nan|gran\w*|aunt\w*|uncle|brother|sister|sibling"
    r"|carer|step\w+|family|families|home|landline|neighbou?r|boyfriend|girlfriend|partner's|his"
    r"|her|him|she|he"
    r"|child|girl|boy|lad|yp|young person|friend)\b",
    re.I,
)
_OFFICE = re.compile(
    r"\b(?:line|help ?lines?|switchboard|reception|front door|mash|edt|lado|duty"
    r"|out[ -]of[ -]hours|team|hub"
    r"|service|office|desk|centre|council|police|station|surgery|clinic|hospital|school|college"
    r"|charity|advice|hotline|department|our number|enquir\w+|helpdesk|nspcc|childline"
    r"|crimestoppers|samaritans|aid|options)\b",
    re.I,
)


def phones(allowed: Allowed, words: str) -> Iterator[Sighting]:
    """British numbers in any spacing, without their zero, or spelled out; and foreign ones."""
    figures = repaired(words)
    for match in _BRITISH.finditer(figures):
        if _NATIONAL.fullmatch(national(match.group())):
            yield from _judged(allowed, words, match.group(), *match.span())
    for match in _SHORTENED.finditer(figures):
        yield from _shortened(words, *match.span())
    for spoken in spelled_out(words):
        if _NATIONAL.fullmatch(spoken.digits):
            yield from _judged(allowed, words, spoken.digits, spoken.start, spoken.end)
    for match in _ABROAD.finditer(figures):
        if _is_possible(match.group()) and not is_business(words, match.start()):
            yield Sighting("phone", *match.span(), LIKELY, "it is a telephone number abroad")


def _judged(allowed: Allowed, words: str, written: str, start: int, end: int) -> Iterator[Sighting]:
    if allowed.is_known_number(written) or is_business(words, start):
        return
    if national(written).startswith("07"):
        yield Sighting("phone", start, end, CERTAIN, "it is a mobile telephone number")
    elif not _is_an_offices(words, start, end):
        yield Sighting("phone", start, end, LIKELY, "it is a telephone number")


def _is_an_offices(words: str, start: int, end: int) -> bool:
    """A line of a service, said to be one, with nobody's family in the same sentence."""
    near = before(words, start) + " " + after(words, end, 24)
    return bool(_OFFICE.search(near)) and not _PERSONAL.search(sentence(words, start, end))


def _shortened(words: str, start: int, end: int) -> Iterator[Sighting]:
    said = before(words, start)
    is_spaced = any(each in " -" for each in words[start:end])
    if is_business(words, start) or not (is_spaced or _CUE.search(said)):
        return
    certainty = LIKELY if _CUE.search(said) else POSSIBLE
    yield Sighting("phone", start, end, certainty, "it is a mobile number without its first zero")


def _is_possible(written: str) -> bool:
    try:
        return is_possible_number(parse(written))
    except NumberParseException:
        return False
