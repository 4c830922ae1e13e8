"""Weighs whether the words round a name speak of one child's life. Knows no names."""

import re

from bot.core.guard.identifiers.vocabulary import any_of

KIN = any_of(r"""
    mum|mam|mom|mummy|mother|dad|daddy|father|parents?|nan|nana|gran\w*|brothers?|sisters?|
    siblings?|family|son|daughter|children|kids|foster \w+|carers?|boyfriend|girlfriend|aunt\w*|
    uncle|cousin|step-?\w+|partner|twin|baby|friends?|mates?
""")
"""Whom a child belongs to, or has."""

CASE = any_of(r"""
    social worker|key ?worker|school|placement|plan|ehcp|case|home|flat|review|phone|bedroom|
    behaviour|head(?: ?teacher| of year)?|teacher|teaching assistant|ta|solicitor|guardian|tutor|
    class|form|attendance|gp|bed|birthday|dog|house|strategy meeting|conference|assessment|
    referral|chronology|file|voice|wishes|mentor|college|nursery|coat|uniform|medication|bruis\w+|
    childhood|coach|lawyer|bail|tag|curfew|trainers|story|safety plan|notes|record|records|needs|
    diagnosis|passport|age
""")
"""What a child has, or is written about a child."""

_PERSON = re.compile(r"\b(?:he|she|him|her|his|hers|hes|shes)\b", re.I)

_LIFE = re.compile(
    r"\b"
    + any_of(r"""
    mum|mam|mom|mummy|mother|dad|father|nan|gran\w*|step-?dad|step-?mum|foster\w*|carers?|
    placements?|placed|school|college|nursery|class|club|gym|missing|exclu\w+|suspen\w+|arrest\w*|
    nicked|custody|remand\w*|stabbed|attacked|hurt|harm\w*|safe|unsafe|plan|(?:in|into) care|
    looked after|social workers?|key ?worker|hospital|a&e|camhs|self[- ]harm\w*|groom\w*|
    exploit\w*|traffick\w*|disclos\w*|carrying|knife|weed|drugs|dealers?|county lines|gang|
    boyfriend|girlfriend|pregnan\w*|brothers?|sisters?|siblings?|twins?|baby|family|home|flat|
    hostel|refuge|moved|bed|hungry|bruis\w*|trainers|phone|child|kid|boys?|girls?|lads?|
    young person|teen\w*|interpreter|dinner lady|lunch|court|order|strategy|voice|coat|
    teaching assistant|referr\w+|attendance|off roll|sofa[- ]surf\w*|coach|smil\w+|eating|
    sleep\w*|crying|cried|scared|frightened|trust\w*|remembers?|told|asked|went|turned \d+|aged|
    no one|nobody|stopped|won't|refus\w+|outcome|risk assessment|closed|nursery|bus|station|
    tenant|landing|house|youth club|youth centre|turned up|lost weight|tenant|voicemail|
    for a burger|bank card
""")
    + r"\b",
    re.I,
)

_OWN = re.compile(
    rf"\b(?:his|her) (?:own |new |last |first |old |foster |little |older |younger |whole "
    rf"|actual )?(?:{KIN}|{CASE})\b"
    r"|\b(?:he|she|hes|shes)(?:'s| is| was| has been|'d been| had been| has| had| gets| got"
    r"| keeps| kept| won't)?"
    r" (?:\w+ )?"
    + any_of(r"""
    missing|excluded|arrested|moved|stabbed|hurt|safe|carrying|pregnant|groomed|placed|in care|
    into care|in custody|disclosed|scared|frightened|hungry|bruised|let down|self-?harming|
    running away|ran away|exploited|cuckooed|nicked|found|asked for help|turned \d+|
    sleeping rough|on a plan|out of school|stopped eating|not eating|1\d|[5-9]|thirteen|fourteen|
    fifteen|sixteen|seventeen
""")
    + r"\b",
    re.I,
)

_MOST_WORDS = 2
"""So many different words of a child's life count; more say no more."""


def of_one_child(around: str) -> int:
    """0 to 5: one for "he" or "she", two for words of a child's life, two for "her school"."""
    life = {match.group().lower() for match in _LIFE.finditer(around)}
    own = 2 if _OWN.search(around) else 0
    return own + bool(_PERSON.search(around)) + min(_MOST_WORDS, len(life))


def touches_a_child(around: str) -> bool:
    """True when anything that belongs to a child's life is spoken of, of one child or many."""
    return bool(_LIFE.search(around))
