"""Reasons why a name may be a child's that stand right beside it: an age, a relative, a letter."""

import re

from bot.core.guard.identifiers.people.ages import age_follows, age_precedes, says_age
from bot.core.guard.identifiers.people.named import Named
from bot.core.guard.identifiers.people.passage import Strength
from bot.core.guard.identifiers.people.speaking import has_a_role, is_a_colleague

_KIN = (
    r"mum|mam|mom|mother|dad|father|parents?|nan|gran\w*|brothers?|sisters?|siblings?|family|son"
    r"|daughter|children|kids"
    r"|foster carers?|carers?|boyfriend|girlfriend|aunt\w*|uncle|cousin|step\w+|partner|twin|baby"
    r"|friends?"
)
_CASE = (
    r"social worker|key ?worker|school|placement|plan|ehcp|case|home|flat|review|phone|bedroom"
    r"|behaviour|head ?teacher|teacher|solicitor"
    r"|guardian|tutor|class|form|attendance|gp|bed|birthday|dog|house|strategy meeting|conference"
    r"|assessment|referral|chronology|file"
)
_WHOSE_KIN = re.compile(
    rf" (?:little |older |younger |big |foster |step ?|birth |older half |half[- ])?(?:{_KIN})\b",
    re.I,
)
_WHOSE = re.compile(
    rf" (?:little |older |younger |new |own |last |next |foster )?(?:{_KIN}|{_CASE})\b", re.I
)
_NOT_WHOSE = re.compile(
    r" \w+ (?:worker|support|hub|centre|services?|team|group|forum|event|law|court)"
)
_AND_KIN = re.compile(rf" (?:and|&) (?:her|his|their) (?:{_KIN})\b", re.I)

_BEFELL = re.compile(
    r"(?: [A-Z][\w'-]{1,30})?,? (?:(?:has|had) (?:now )?(?:gone missing|been (?:missing|excluded"
    r"|arrested|stabbed|moved|placed|groomed|exploited|hurt"
    r"|attacked|trafficked|removed|known|seen|found|carrying|on a plan|in care|nowhere)|disclosed"
    r"|run away|no school place|turned \d+|asked for help|just turned)"
    r"|(?:hasn't|hasnt|has not|hadn't) (?:slept|been in|eaten|attended|come home|got)"
    r"|(?:was|were|got|is|gets|keeps getting|being) (?:\w+ )?(?:excluded|arrested|stabbed|moved"
    r"|placed|groomed|exploited|hurt|attacked|trafficked"
    r"|removed|sectioned|remanded|charged|picked up|found|missing|pregnant|carrying"
    r"|taken into care|permanently|shot|killed|beaten|released|bailed|cuckooed)"
    r"|is (?:in care|back with|back at|on a plan|known to|open to|out of area|out of school"
    r"|not in school|in a b&b|in custody|at risk|in hospital|self-?harming)"
    r"|went (?:missing|into care|home|back to)|goes missing|ran away|runs away|self[- ]?harm\w*"
    r"|disclosed|absconded|overdosed|took an overdose"
    r"|said (?:he|she) (?:feels?|felt|was|is|wants?|wanted|would|does|did|didn't)|told (?:me|us"
    r"|her|the|a|my|his) (?:\w+ )?(?:teacher|coach|school|nurse|worker|he|she|that|first|things)?"
    r"|answered the door|lives with|stays? with|is (?:only )?\d{1,2}\b)",
    re.I,
)
_CALLED = re.compile(
    r"\b(?:boy|girl|lad|lass|he|she|child|kid|himself|herself|him|her|who|yp|person|pupil|mum"
    r"|dad)(?:'s| is| was|,)?"
    r" (?:also |known to us |always |just )?(?:known(?: [\w ]{1,20})? as|goes by|calls (?:him"
    r"|her)self|call (?:him|her)|called|named|aka|nicknamed|real name|name is"
    r"|street name(?: is)?)"
    r"[ :,(\"']{1,3}$|\bwe call (?:him|her) [\"']?$|\b(?:real|street|first|full) name(?: is"
    r"|:)? [\"']?$|\bcalls (?:him|her)self [\"']?$|\bknown on the \w+ as [\"']?$",
    re.I,
)
_PRONOUN_NEAR = re.compile(
    r"\b(?:he|she|his|her|him|mum|dad|told|said|was|went|met|moved|missing|school)\b", re.I
)
_OUR = re.compile(r"\bour $", re.I)
_COUNTS = re.compile(r"\(\d{1,3}\)[,;.]? (?:and )?[A-Z]\w+ \(\d{1,3}\)")
_SEASONS = {"may", "april", "june", "august", "summer", "autumn"}


def an_age(name: Named) -> str:
    """ "... (14)", "..., who is 15", "a 14 year old, ..."; not a place in a list of counts."""
    words, strength = name.passage.words, name.strength
    if strength in (Strength.STRANGE, Strength.SURNAME):
        return ""
    if age_precedes(words, name.first.start):
        return "it is a name, beside an age"
    if not age_follows(words, name.last.end):
        return ""
    is_count = _COUNTS.search(name.sentence)
    of_one = _PRONOUN_NEAR.search(name.sentence if name.is_given else name.around(80, 80))
    if name.is_given:
        return "" if is_count and not of_one else "it is a name, beside an age"
    if is_count or name.first.key in _SEASONS:
        return ""
    is_said = says_age(words, name.last.end) or (strength is Strength.UNKNOWN and name.parts > 1)
    return "it could be a name, beside an age" if is_said or of_one else ""


def a_relative(name: Named) -> str:
    """ "...'s mum", "...'s school", "... and her mum"; also without the apostrophe."""
    if name.strength >= Strength.LOW and name.leads_to(_AND_KIN, 40):
        return "it is a name, beside a relative"
    if not name.last.is_possessive:
        return _without_apostrophe(name)
    is_worker = has_a_role(name.passage.words, name.first.start)
    if name.is_given and not is_worker and name.leads_to(_WHOSE, 40):
        return "it is a name, and says whose relative or worker is meant"
    could_be = name.strength in (Strength.UNKNOWN, Strength.WORDY)
    if could_be and name.leads_to(_WHOSE_KIN, 40) and not name.leads_to(_NOT_WHOSE, 40):
        return "it could be a name, and says whose relative is meant"
    return ""


def _without_apostrophe(name: Named) -> str:
    lexicon, stem = name.passage.lexicon, name.last.key[:-1]
    is_name = name.parts == 1 and name.last.text[-1:] == "s" and lexicon.is_name(stem)
    if is_name and not lexicon.is_word(stem) and name.leads_to(_WHOSE, 40):
        return "it is a name, and says whose relative or worker is meant"
    return ""


def an_initial(name: Named) -> str:
    """A first name and the letter of a surname: how a child is half named."""
    surname = name.last.text.rstrip(".") or name.passage.words[name.last.start - 1]
    is_half = name.parts in (2, 3) and len(surname) == 1
    if not is_half or not (name.is_given or name.strength is Strength.WORDY):
        return ""
    colleague = is_a_colleague(name.passage.words, name.first.start, name.last.end, name.sentence)
    return "" if colleague else "it is a first name with the letter of a surname"


def what_somebody_is_called(name: Named) -> str:
    """ "he is known as ...", "real name ..."."""
    is_called = name.strength >= Strength.SURNAME and name.follows(_CALLED, 60)
    return "it is what somebody is called" if is_called else ""


def our(name: Named) -> str:
    """ "our ...": what families in the north of England call their own."""
    if name.strength is not Strength.SURE or not name.follows(_OUR, 6):
        return ""
    colleague = is_a_colleague(name.passage.words, name.first.start, name.last.end, name.sentence)
    return "" if colleague else "it is what a family calls its own"
