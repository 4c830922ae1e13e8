"""Reasons why a name may be a child's that stand right beside it: an age, a relative, a letter."""

import re

from bot.core.guard.identifiers.people.ages import age_follows, age_precedes, says_age
from bot.core.guard.identifiers.people.childhood import CASE, KIN
from bot.core.guard.identifiers.people.named import Named
from bot.core.guard.identifiers.people.passage import Strength
from bot.core.guard.identifiers.people.work import has_a_title

_WHOSE_KIN = re.compile(
    rf" (?:little |older |younger |big |foster |step ?|birth |older half |half[- ])?(?:{KIN})\b",
    re.I,
)
_WHOSE_AT_ALL = re.compile(
    rf"{_WHOSE_KIN.pattern}| (?:school|college|nursery|social worker|key ?worker|solicitor"
    r"|placement|gp|foster \w+|bedroom|birthday|exclusion|disclosure)\b",
    re.I,
)
"""What is a child's even where the words before it are those of work: "ring ...'s college"."""
_WHOSE = re.compile(
    rf" (?:little |older |younger |new |own |last |next |foster )?(?:{KIN}|{CASE})\b"
    r"| [\w-]{1,20} (?:school|teacher|placement|social worker|attendance|class|nursery|college"
    r"|coach)\b",
    re.I,
)
_WHOSE_WORKER = re.compile(
    r" (?:[\w-]{1,20} )?(?:teacher|social worker|placement|key ?worker|school place"
    r"|teaching assistant)\b",
    re.I,
)
_NOT_WHOSE = re.compile(
    r" \w+ (?:worker|support|hub|centre|services?|team|group|forum|event|law|court)"
)
_AND_KIN = re.compile(rf" (?:and|&) (?:her|his|their) (?:{KIN})\b", re.I)

_CALLED = re.compile(
    r"\b(?:boys?|girls?|lads?|lass|he|she|child|kid|him|her|himself|herself|who|yp|person|pupil"
    r"|mum|dad|old|yo|teen|man|men|woman|bloke|guy|fella)"
    r"(?:'s| is| was| we| they| everyone| everybody|,)*(?: all)? (?:also |always |just |know )?"
    r"(?:known (?:[\w ]{1,20} )?as|know (?:him |her )?as|as|goes by|calls? (?:himself|herself|him"
    r"|her)|called|named|aka"
    r"|nicknamed|real name|name is|street name(?: is)?)[ :,(\"']{1,3}$"
    r"|\b(?:we|they|everyone|everybody) calls? (?:him|her) [\"']?$|\b(?:real|street|first"
    r"|full) name(?: is|:)? [\"']?$"
    r"|\b(?:boy|girl|lad|lass|kid|child|one) (?:that |who |whom )?(?:they|we|everyone|everybody)"
    r" (?:all )?calls? [\"']?$"
    r"|\b(?:boy|girl|lad|lass|kid|child|one) (?:I|we|she|he|they) \w{1,20} is (?:called|named) $"
    r"|\bcalls (?:him|her)self [\"']?$|\bknown on the \w+ as [\"']?$|\bknow as [\"']?$"
    r"|\bwho we (?:all )?know as [\"']?$",
    re.I,
)
_PRONOUN_NEAR = re.compile(
    r"\b(?:he|she|his|her|him|mum|dad|told|said|was|went|met|moved|missing|school|lad|boy|girl"
    r"|kid|child)\b",
    re.I,
)
_BY_AGE = re.compile(
    r", (?:only |just |aged )?(?:[7-9]|1[0-7]), (?:has|had|was|is|who|told|said|went|lives|came"
    r"|ran|won't|hasn't|he|she|keeps|left|sleeps)\b"
)
_HEADLINE = frozenset({"boy", "girl", "child", "pupil", "male", "female", "lad", "youth", "teen"})
_SMALL_BEFORE = re.compile(r"(?:^|[\s(\"'])(?:little|young|poor|wee|baby|dear) $", re.I)
_SMALL = frozenset({"little", "young"})
"""The same, where they begin a sentence and could be a first name: they are surnames as well."""
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
    end = name.end_of_surname
    if not (age_follows(words, name.last.end) or age_follows(words, end)):
        return ""
    is_count = _COUNTS.search(name.sentence)
    of_one = _PRONOUN_NEAR.search(name.sentence if name.is_given else name.around(80, 80))
    if name.is_given:
        return "" if is_count and not of_one else "it is a name, beside an age"
    if is_count or (name.first.key in _SEASONS and end == name.first.end):
        return ""
    is_said = says_age(words, end) or name.parts > 1 or end > name.last.end
    return "it could be a name, beside an age" if is_said or of_one else ""


def a_relative(name: Named) -> str:
    """ "...'s mum", "...'s school", "... and her mum"; also without the apostrophe."""
    if name.strength >= Strength.LOW and name.leads_to(_AND_KIN, 40):
        return "it is a name, beside a relative"
    if not name.last.is_possessive:
        return _without_apostrophe(name)
    is_whose = name.leads_to(_WHOSE if not name.at_work else _WHOSE_AT_ALL, 40)
    if name.is_given and is_whose and not has_a_title(name.passage.words, name.first.start):
        return "it is a name, and says whose relative or worker is meant"
    could_be = name.strength in (Strength.UNKNOWN, Strength.WORDY)
    is_theirs = name.leads_to(_WHOSE_KIN, 40) or name.leads_to(_WHOSE_WORKER, 40)
    if could_be and is_theirs and not name.leads_to(_NOT_WHOSE, 40):
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
    return "" if name.at_work else "it is a first name with the letter of a surname"


def what_somebody_is_called(name: Named) -> str:
    """ "he is known as ...", "real name ..."."""
    is_called = name.first.is_capital and name.follows(_CALLED, 60)
    return "it is what somebody is called" if is_called else ""


def our(name: Named) -> str:
    """ "our ...": what families in the north of England call their own."""
    if name.strength is not Strength.SURE or not name.follows(_OUR, 6):
        return ""
    return "" if name.at_work else "it is what a family calls its own"


def somebody_small(name: Named) -> str:
    """ "little ...", "poor wee ...": how a child is spoken of."""
    if name.parts > 1 and name.first.key in _SMALL:
        is_small = name.second.strength is Strength.SURE
    else:
        is_small = name.is_given and name.follows(_SMALL_BEFORE, 12)
    return "it is a name, spoken of as a child's is" if is_small and not name.at_work else ""


def an_age_set_apart(name: Named) -> str:
    """ "..., 13, has": any word in capitals, where nothing but an age can be meant."""
    if not name.first.is_capital or name.parts > 2 or name.first.key in _HEADLINE:
        return ""
    return "it stands before an age" if name.leads_to(_BY_AGE, 30) else ""
