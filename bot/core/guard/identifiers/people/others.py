"""What looks like a name and is a school's, a street's, a month's or a team's, by the words right
beside it. Weighs nothing.
"""

import re

from bot.core.guard.identifiers.known import DAYS_AND_MONTHS
from bot.core.guard.identifiers.people.named import Named
from bot.core.guard.vocabulary import any_of

_PLACE = re.compile(
    r"(?: [A-Z][\w'-]{1,20})? (?:(?:and|&) [A-Z]\w+ )?"
    + any_of(r"""
    Academy|School|Primary|High|Junior|Infants|College|Nursery|Grammar|University|Hospital|Hospice|
    Street|Road|Lane|Avenue|Drive|Close|Crescent|Terrace|Square|Gardens|Way|Park|Estate|Grove|Rise|
    House|Lodge|Court|Hall|Centre|Center|Hub|Library|Arcade|Hotel|Inn|Arms|Church|Mosque|Chapel|
    Station|Stadium|Rec|Ward|Wing|Suite|Building|Foundation|Trust|Charity|Society|Project|Review|
    Report|Inquiry|Act|Law|Fund|Award|Ltd|Council|Partnership|Town|United|City|Rovers|Albion
""")
    + r"\b"
)
"""Right after the name, with at most one capitalized word between: what makes a place of it."""
_SAINTS = frozenset({"st", "saint", "saints"})
"""Before a name after which a school, a charity or a parish is called."""
_ARE = re.compile(r" (?:are|were|have)\b", re.I)
"""What is said of many."""
_TIMELY_BEFORE = re.compile(
    r"(?:\b(?:in|since|by|until|till|last|this|next|from|to|of|early|late|mid|before|after|during"
    r"|every|each|our|the|and|end)[ -]|\d(?:st|nd|rd|th)? (?:of )?)$",
    re.I,
)
"""Before a month's name, and after it, where it is the month's."""
_TIMELY_AFTER = re.compile(
    r",? ?\(?\d|(?:,| and| or| to| -) (?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December|Spring|Summer|Autumn|Winter)\b"
    r"| (?:is (?:always|usually|our|when|a)|works|half[- ]term|term|holidays?|programme|board"
    r"|meeting)\b",
)


def is_nobodys(name: Named) -> bool:
    """True for "Rowan House", "St Giles", "in June" and "Chelsea are playing"."""
    is_a_place = name.leads_to(_PLACE, 40) or name.first.key in _SAINTS
    return is_a_place or _is_a_time(name) or _is_a_team(name)


def _is_a_time(name: Named) -> bool:
    """True for a day, and for a month or a season that is used as such."""
    if name.first.key not in DAYS_AND_MONTHS:
        return False
    if name.first.key.endswith("day"):
        return True
    return name.follows(_TIMELY_BEFORE, 16) or name.leads_to(_TIMELY_AFTER, 24)


def _is_a_team(name: Named) -> bool:
    """True for a single word that is many."""
    first, last = name.row
    return first == last and name.leads_to(_ARE, 8)
