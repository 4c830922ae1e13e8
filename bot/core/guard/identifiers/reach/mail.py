"""Looks for e-mail addresses of persons. A service's own mailbox identifies nobody."""

import re
from collections.abc import Iterator

from bot.core.guard.identifiers.sighting import CERTAIN, LIKELY, Sighting

_ADDRESS = re.compile(
    r"(?<![\w.+'-])(?P<box>\w[\w.+'-]{0,63}) ?@ ?"
    r"(?P<host>(?:[\w-]{1,63}\.){1,5}[a-z]{2,18})(?![\w-])",
    re.I,
)
_DISGUISED = re.compile(
    r"(?<![\w.])(?P<box>\w[\w.+-]{0,63}(?: dot \w{1,30}){0,3}) ?[(\[]? ?\bat\b ?[)\]]? ?"
    r"(?P<host>[\w-]{1,63}(?: ?[(\[]? ?\bdot\b ?[)\]]? ?[\w-]{2,18}){1,4})(?!\w)",
    re.I,
)
_SERVICE = re.compile(
    r"safeguard|protect|mash|lado|front.?door|referral|help|info|admin|enquir|office|team|duty"
    r"|hub|train"
    r"|support|board|partner|contact|recep|service|news|press|inbox|reply|exploit|licen[sc]|housing"
    r"|police|school|council|mailbox|secure|missing|youth|health|intel|first.?contact|hello"
    r"|feedback"
    r"|library|business|manager|chair|secretar|coordinat|clerk|governance|democratic|booking"
    r"|finance|recruit|volunteer|project|surgery|clinic|parish|charity|appeal|donat|events"
    r"|bookings|comms|media|foi|dpo|^(?:edt|hr|it|scp|lscp|mace|dsl|ask|mail)$",
    re.I,
)
"""What the names of shared mailboxes are made of."""


def mail_addresses(words: str) -> Iterator[Sighting]:
    """Addresses of persons, also with spaces, or with "at" and "dot" written out."""
    for match in _ADDRESS.finditer(words):
        if not _SERVICE.search(match["box"]):
            yield Sighting("email", *match.span(), CERTAIN, "it is an e-mail address of a person")
    for match in _DISGUISED.finditer(words):
        if not _SERVICE.search(match["box"]):
            yield Sighting("email", *match.span(), LIKELY, "it is an e-mail address, spelled out")
