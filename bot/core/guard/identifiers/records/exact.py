"""Looks for what its form alone gives away: a device's address, a place in three words, a bank
account."""

import re
from collections.abc import Iterator

from bot.core.guard.identifiers.around import before
from bot.core.guard.identifiers.sighting import CERTAIN, LIKELY, Sighting

_DEVICE = re.compile(
    r"(?<![\w.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\w]|\.\d)"
)
_HARDWARE = re.compile(
    r"\bimei\b[^\w\n]{0,3}(?:(?:no|number|is|was)\b[^\w\n]{0,3}){0,2}"
    r"(?P<number>\d(?:[ -]?\d){13,15})(?!\w)"
    r"|(?<![\w:-])(?P<mac>[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5})(?![\w:-])",
    re.I,
)
"""A telephone's number of its own (3GPP TS 23.003), and a network card's (IEEE 802)."""
_VERSION = re.compile(
    r"(?:\b(?:versions?|releases?|sections?|paragraphs?|paras?|clauses?|items?)|\bv)\.? ?"
    r"(?:\d[\d., &-]*(?:and |to |or )?)?$",
    re.I,
)
"""Before four numbers that are no address."""

_THREE_WORDS = re.compile(r"///[^\W\d_]{2,20}\.[^\W\d_]{2,20}\.[^\W\d_]{2,20}(?!\w)")
_BANK = re.compile(
    r"(?<![\w-])\d\d[- ]\d\d[- ]\d\d[ ,/:-]{1,3}(?:a/?c|acc(?:ount)?)?\.?[ :]{0,2}\d{8}(?!\w)", re.I
)
_IBAN = re.compile(r"(?<!\w)GB\d\d ?[A-Z]{4} ?\d{4} ?\d{4} ?\d{4} ?\d\d(?!\w)", re.I)


def exact_forms(words: str) -> Iterator[Sighting]:
    """Addresses of devices (RFC 791), what3words, sort codes with an account, IBANs of the UK."""
    for match in _DEVICE.finditer(words):
        if not _VERSION.search(before(words, match.start())):
            yield Sighting("device", *match.span(), LIKELY, "it has the form of a device's address")
    for match in _HARDWARE.finditer(words):
        span = match.span(match.lastgroup or 0)
        yield Sighting("device", *span, LIKELY, "it has the form of a device's own number")
    for match in _THREE_WORDS.finditer(words):
        yield Sighting("address", *match.span(), CERTAIN, "it is a place in three words")
    for pattern in (_BANK, _IBAN):
        for match in pattern.finditer(words):
            yield Sighting("account", *match.span(), CERTAIN, "it has the form of a bank account")
