"""Looks for NHS numbers."""

import re
from collections.abc import Iterator

from stdnum.gb import nhs

from bot.core.guard.identifiers.sighting import CERTAIN, Sighting

_TEN_DIGITS = re.compile(r"(?<!\d)\d{3}[\s.-]{0,3}\d{3}[\s.-]{0,3}\d{4}(?!\d)")


def nhs_numbers(words: str) -> Iterator[Sighting]:
    """Ten digits whose check digit is right."""
    for match in _TEN_DIGITS.finditer(words):
        digits = re.sub(r"\D", "", match.group())
        if nhs.is_valid(digits) and len(set(digits)) > 1:
            yield Sighting(
                "nhs-number", *match.span(), CERTAIN, "it has the check digit of an NHS number"
            )
