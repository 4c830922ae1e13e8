"""Looks for sentences about one child or family that tell enough to know who it is.

Whoever knows the area would: that is the test (motivated intruder). What each detail weighs is
told in details.py.
"""

import re
from collections.abc import Iterator

from bot.core.guard.finding import Certainty
from bot.core.guard.identifiers.people.passage import Passage
from bot.core.guard.identifiers.sighting import LIKELY, POSSIBLE, Sighting
from bot.core.guard.identifiers.together.details import CHILD, weight
from bot.core.guard.vocabulary import any_of

_NEEDED = 3.0
"""Weight at which a sentence singles somebody out: three details, or two of which one is rare."""

_SHORTEST = 20
"""Characters: a shorter sentence holds no three details."""

_LONGEST = 600
"""Characters of a sentence that are read."""

_FAMILY = r"family|mum|mother|dad|father|household|couple|woman|man"

_ONE = re.compile(
    rf"\b(?:the|that|this|a|an|one|another|our|his|her|there's a"
    rf"|only)(?: [\w'-]{{1,20}}){{0,5}}? {CHILD}\b"
    rf"|\b(?:the|that|this)(?: [\w'-]{{1,20}}){{0,3}}? (?:{_FAMILY})\b"
    rf"|\bone of our [\w ]{{2,20}}{CHILD}s?\b"
    r"|\b(?:the|that|a|our) (?:year|yr|y) ?\d{1,2}\b"
    r"(?! (?:assembl|curriculum|cohort|group|class|transition|pupils|students|girls|boys))"
    r"|\b(?:1\d|[5-9])[- ]?(?:(?:year|yr|y)[- ]?s?[- ]?old|yo) (?!s)|\b(?:she|he) is\b|\b(?:the"
    r"|that) (?:one|person)\b"
    r"|\btwin (?:boys|girls|brothers|sisters)\b"
    r"|\b(?:my|our|his|her|the|a) (?:neighbour|friend|colleague|mate|sister|brother|cousin)'?s "
    rf"{CHILD}\b"
    r"|\b(?:a|one) (?:mum|mother|dad|father) (?:of|who|whose)\b"
    rf"|\b(?:the|a|that) (?:five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen)[- ]year[- ]old (?!s)\b"
    rf"|^\W*{CHILD},? (?:aged )?(?:1\d|[5-9])\b"
    r"|^\W*(?:\w+ )?family (?:above|on|at|in|from|of)\b"
    r"|\b(?:his|her) (?:mum|mother|dad|father|brother|sister)\b|\b1\d, year \d+"
    r"|'s (?:own |eldest |youngest |oldest )?(?:grand)?(?:son|daughter)\b",
    re.I,
)
_ONLY = re.compile(
    r"(?:\bthe only|(?:^|[,;:(-] ?)only(?= (?-i:[A-Z]))|\bonly one|\bjust one"
    r"|\bthere is (?:just |only )?one"
    r"|\bis the one)(?: [\w'-]{1,20}){0,4}? "
    rf"(?:{CHILD}|family|imam's wife)\b(?! "
    + any_of(r"""
    (?:group|worker|rep\b|representative|protection)|in five|
    in (?:the|this) (?:room|meeting|group|sample|data|survey)|
    on (?:the|our|this) (?:board|panel|call|group)
""")
    + ")",
    re.I,
)
_OF_SEVERAL = re.compile(
    r"\b(?:only|one|just one) (?:\w+ ){0,3}in (?:\d+|two|three|four|five|six|seven|eight|nine"
    r"|ten)\b",
    re.I,
)
_THE_EVENT = re.compile(
    r"\bthe (?:stabbing|shooting|murder|assault|fire|arson|rape|attack|crash|kidnap\w*|suicide"
    r"|raid)\b"
    r"[^.!?\n]{0,40}\b(?:outside|at|on|in|near)\b[^.!?\n]{0,40}"
    r"\b(?:last|on|this) (?:mon|tues|wednes|thurs|fri|satur|sun|week|night|month|bonfire"
    r"|new year)\w*",
    re.I,
)
_NOBODY = re.compile(
    r"\b"
    + any_of(r"""
    (?:if|when|whenever)(?! (?:there's|there is|the|that|he|she|we)\b)|imagine|suppose|any|every|
    each|what is it like|what would|who do you|
    should not|should never|might|could be|how do|how would|national case|for example a|
    hypothetical|a typical|case study|scenario|young people aged|children aged|with consent|
    on the panel|advisory group|youth council|youth cafe|assembl\w+
""")
    + r"\b",
    re.I,
)
"""Words of a sentence about nobody, or about somebody who spoke in public."""


def combinations(passage: Passage) -> Iterator[Sighting]:
    """Whole sentences, as one finding each."""
    words, place = passage.words, 0
    while place < len(words):
        start, end = passage.sentence_span(place)
        place = max(end, place + 1)
        sentence = words[start : min(end, start + _LONGEST)]
        reason, certainty = _why(sentence)
        if reason:
            begin = start + len(sentence) - len(sentence.lstrip())
            stop = start + len(sentence.rstrip())
            yield Sighting("combination", begin, stop, certainty, reason)


def _why(sentence: str) -> tuple[str, Certainty]:
    if len(sentence) < _SHORTEST:
        return "", POSSIBLE
    if _ONLY.search(sentence) and not _OF_SEVERAL.search(sentence) and weight(sentence) >= 1:
        return "it says that somebody is the only one of a kind", LIKELY
    if _NOBODY.search(sentence):
        return "", POSSIBLE
    if _THE_EVENT.search(sentence):
        return "it tells what happened, where and when", POSSIBLE
    if _ONE.search(sentence) and weight(sentence) >= _NEEDED:
        return "age, school, place, event or family together point at one person", POSSIBLE
    return "", POSSIBLE
