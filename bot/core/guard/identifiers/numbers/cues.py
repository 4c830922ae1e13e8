"""Words beside a number that say it belongs to a meeting, an invoice or an office. Shared by all
looks for numbers.
"""

import re

from bot.core.guard.identifiers.around import before

_BUSINESS = re.compile(
    r"\b(?:meeting|zoom|teams|webex|passcode|password|dial[ -]?in|join(?:ing)?|conf(?:erence|\.)?"
    r"|invoice|order|p\.?o\.?|purchase|budget|cost ?cent\w*|code|ticket|helpdesk|charity|company"
    r"|vat|isbn|issn|foi|grant|account|licen[cs]e no|tender|contract|version|policy|ledger|pin)\b"
    r"(?:[ .:#-]*(?:id|no|nos|num|number|ref|reference|code)\b)?[^\w\n]*(?:[\w'-]{1,30}\W+){0,2}$",
    re.I,
)
"""Ends where the number begins: nothing but a word or two may stand between."""


def is_business(words: str, at: int) -> bool:
    """True when the number at `at` is a meeting's, an invoice's or the like."""
    return bool(_BUSINESS.search(before(words, at)))
