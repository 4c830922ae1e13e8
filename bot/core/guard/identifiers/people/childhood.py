"""Weighs whether the words round a name speak of one child's life. Knows no names."""

import re
from collections.abc import Iterable

from bot.core.guard.vocabulary import any_of, vocabulary

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
    diagnosis|passport|age|disclosure|exclusion|arrest|removal|injur\w+|death|abuse|trial|hearing|
    sentence|bruises|wrist\w*|overdose
""")
"""What a child has, or is written about a child."""

_PERSON = vocabulary("he she him her his hers hes shes he'd she'd he'll she'll")

_LIFE = vocabulary(
    """
    assessment assessments waited waiting supervision mum mam mom mummy mother dad father nan
    nana gran gran's grandma grandmother granny grandad grandfather stepdad step-dad stepmum
    step-mum foster fostered fostering carer carers placement placements placed school college
    nursery class club gym missing excluded exclude exclusion suspended arrested arrest nicked
    custody remand remanded stabbed attacked hurt harm harmed harming safe unsafe plan
    hospital camhs self-harm self-harming grooming groomed exploited exploitation trafficked
    disclosed disclosure carrying knife weed drugs dealer dealers gang boyfriend girlfriend
    pregnant pregnancy brother brothers sister sisters sibling siblings twin twins baby family
    home flat hostel refuge moved bed hungry bruise bruises bruised bruising trainers phone
    child kid boy boys girl girls lad lads teenager teen teens interpreter lunch court order
    strategy voice coat referral referred attendance coach smiles smiled eating sleeping sleep
    slept crying cried scared frightened trust trusts trusted remember remembers told asked
    went aged nobody stopped won't refuses refused refusing outcome closed bus station tenant
    landing house youth turned weight voicemail burger bank keyworker worker social dinner
    risk
    """
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


def of_one_child(keys: Iterable[str], around: str) -> int:
    """0 to 5: one for "he" or "she", two for words of a child's life, two for "her school".

    `keys` are the words of `around`, folded.
    """
    said = set(keys)
    is_person = not said.isdisjoint(_PERSON)
    own = 2 if is_person and _OWN.search(around) else 0
    return own + is_person + min(_MOST_WORDS, len(said & _LIFE))


def is_of_one(around: str) -> bool:
    """True where something is said to be one person's own, or to befall "him" or "her"."""
    return bool(_OWN.search(around))


def touches_a_child(keys: Iterable[str]) -> bool:
    """True when anything that belongs to a child's life is spoken of, of one child or many."""
    return not _LIFE.isdisjoint(keys)
