"""Whether an age, or a school year, stands right before or after a place in a text."""

import re

_NUMBER_WORDS = (
    "six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen"
)
AGE = rf"(?:\d|1\d|2[0-5]|{_NUMBER_WORDS})"
"""An age up to 25: a child's, or a care leaver's."""

YEAR = r"(?:year|yr|y) ?(?:group )?(?:1[0-3]|[1-9])(?!\d)"

_UNIT = r"(?: ?-?(?:yo|y/o|yrs?|years?|months?|mths?)(?:[- ]old)?)"
_SEX = r"(?:[mf]|male|female|girl|boy),? ?"
_GOES_ON = (
    r"(?:is|was|who|has|had|have|told|said|says|went|and|in|from|at|with|lives|living|came|comes"
    r"|got|moved|of|wants"
    r"|asked|he|she|his|her|on|placed|missing|boxed|never|did|does|saw|been|looked|known|stopped"
    r"|left|but|keeps|ran"
    r"|just|by|to|not|turned|gets|rang|rides|trafficked|currently|whose|disclosed|arrested"
    r"|excluded|no|needs|nicked|always)\b"
)

_AFTER = re.compile(
    rf"[\"']?,? ?\((?:{_SEX})?(?:aged? |now |just |nearly |almost |only |barely |not yet )?{AGE}"
    rf"(?:{_UNIT}|[,)/ ]|$)(?! ?(?:of|%|vacanc"
    rf"|cases|children|people|schools|staff|referrals|miles|per|days?|hours?|weeks?)\b)"
    rf"|[\"']?,? ?\((?:in )?{YEAR}"
    rf"|[\"']?,? (?:who )?(?:is |was |are |has )?(?:only |just |now |already |about "
    rf"|nearly )*(?:aged?|turn(?:s|ed|ing)|turned) (?:only |just )?{AGE}\b(?! ?%)"
    rf"|[\"']?,? (?:who )?(?:is|was|are|'s|will be|would be|'ll be) (?:only |just |now |already "
    rf"|about |nearly |almost |still )*{AGE}"
    rf"(?:{_UNIT}|(?=[,.;)!?\n]|$| (?:and|in|but|with|now|so|when|next|before|by|until|soon)\b))"
    rf"|[\"']?, ?(?:only |just |now )?{AGE}(?:{_UNIT}|(?=[,.;:)!?\n]|$| ?[-–]| {_GOES_ON}))"
    rf"|[\"']?,? (?:in |who is in )?{YEAR}|[\"']?, an? {YEAR}(?=[,.;)]|$)"
    rf"|[\"']?, an? {AGE}[ -]?years?[ -]old\b"
    rf"|[\"']? {AGE}(?:{_UNIT}| ?[mf]\b|(?= (?:told|went|said|is|was|has|who|got|came|had|and"
    rf"|been|nicked|back|still|just|again|no|in care|placed|moved|seen|lives|living|out of"
    r"|missing|needs)\b)|(?= [-–] )|$)"
    rf"|[\"']?,? in (?:1[0-3]|[7-9])[A-Z]\b"
    rf"|[\"']? (?:from|at|in) [\w ']{{3,30}}, (?:aged? )?{AGE}(?=,|\.|$)",
    re.I,
)

_SAID = re.compile(
    rf"[\"']?,? ?\(?(?:who )?(?:is |was |in )?(?:{YEAR}"
    rf"|(?:aged?|just turned|nearly|almost|not yet) {AGE}\b|who (?:is|was) {AGE}\b"
    rf"|{AGE}{_UNIT})"
    rf"|, an? {AGE}[ -]?years?[ -]old\b"
    r"|, 1\d, (?!(?:and|or|to)\b)(?-i:[a-z])",
    re.I,
)

_BEFORE = re.compile(
    rf"(?<!\w){AGE}[ -]?(?:years?|yrs?|yr|y)[ -]?(?:old|o),?[ -]"
    r"(?:(?!from|at|in|who|with|on|to|and|was|is|of)\w+[ -])?(?:boy|girl|lad|lass"
    rf"|male|female|pupil|child|student)?,? ?[(\"']?$"
    rf"|(?<!\w){AGE} ?(?:yo|y/o),? (?:boy |girl |male |female )?$|\baged {AGE},? $"
    rf"|\b{YEAR} (?:pupil |boy |girl |student )?,? ?$",
    re.I,
)


def age_follows(words: str, place: int) -> bool:
    """True when the words right after `place` say how old somebody is, or in which year."""
    return bool(_AFTER.match(words, place, place + 60))


def says_age(words: str, place: int) -> bool:
    """True when it is not a bare number that follows: "aged", "years old", a school year."""
    return bool(_SAID.match(words, place, place + 60))


def age_precedes(words: str, place: int) -> bool:
    """True when the words right before `place` do."""
    return bool(_BEFORE.search(words, max(0, place - 40), place))
