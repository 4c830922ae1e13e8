"""Looks for National Insurance numbers, loosely: also those that HMRC would never issue."""

import re
from collections.abc import Iterator

from bot.core.guard.identifiers.around import before
from bot.core.guard.identifiers.numbers.digits import repaired
from bot.core.guard.identifiers.sighting import CERTAIN, LIKELY, Sighting

_SHAPE = re.compile(
    r"(?<![\w/-])(?P<letters>[A-Z]{2})[ -]?(?P<digits>\d{2}[ -]?\d{2}[ -]?\d{2}|\d{3}[ -]?\d{3})"
    r"[ -]?(?P<last>[A-DFMP])?(?![\w/])",
    re.I,
)
_CUE = re.compile(r"\bn\.?i\.?\b|\bnino\b|\bnational ins", re.I)


def insurance_numbers(words: str) -> Iterator[Sighting]:
    """Two letters, six digits and A to D (F, M or P on temporary ones); without the last letter
    only where it is named as one. http://www.hmrc.gov.uk/manuals/nimmanual/NIM39110.htm
    """
    for match in _SHAPE.finditer(repaired(words)):
        if _CUE.search(before(words, match.start())):
            reason = "it is named as a National Insurance number"
            yield Sighting("ni-number", *match.span(), CERTAIN, reason)
        elif match["last"] and (match.group().isupper() or " " not in match.group()):
            reason = "it has the form of a National Insurance number"
            yield Sighting("ni-number", *match.span(), LIKELY, reason)
