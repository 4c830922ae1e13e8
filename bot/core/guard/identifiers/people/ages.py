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
    r"(?:is|was|who|has|had|have|told|said|says|went|and|in|from|at|with|lives|living|came|comes|got|moved|of|wants"
    r"|asked|he|she|his|her|on|placed|missing|boxed|never|did|does|saw|been|looked|known|stopped|left|but|keeps|ran"
    r"|just|by|to|not|turned|gets|rang|rides|trafficked|currently|whose|disclosed|arrested|excluded)\b"
)

_AFTER = re.compile(
    rf"[\"']?,? ?\((?:{_SEX})?(?:aged? |now |just )?{AGE}(?:{_UNIT}|[,)/ ]|$)(?! ?(?:of|%|vacanc|cases|children|people|schools|staff|referrals|miles|per|days?|hours?|weeks?)\b)"
    rf"|[\"']?,? ?\((?:in )?{YEAR}"
    rf"|[\"']?,? (?:who )?(?:is |was |are |has )?(?:only |just |now |already |about |nearly )*(?:aged?|turn(?:s|ed|ing)|turned) (?:only |just )?{AGE}\b(?! ?%)"
    rf"|[\"']?,? (?:who )?(?:is|was|are|'s) (?:only |just |now |already |about |nearly |still )*{AGE}(?:{_UNIT}|(?=[,.;)!?\n]|$| (?:and|in|but|with|now|so|when|next)\b))"
    rf"|[\"']?, ?(?:only |just |now )?{AGE}(?:{_UNIT}|(?=[,.;:)!?\n]|$| ?[-–]| {_GOES_ON}))"
    rf"|[\"']?,? (?:in |who is in )?{YEAR}"
    rf"|[\"']? {AGE}(?:{_UNIT}| ?[mf]\b|(?= (?:told|went|said|is|was|has|who|got|came|had|and)\b))"
    rf"|[\"']?,? in (?:1[0-3]|[7-9])[A-Z]\b",
    re.I,
)

_BEFORE = re.compile(
    rf"(?<!\w){AGE}[ -]?(?:years?|yrs?|yr|y)[ -]?(?:old|o),?[ -](?:\w+[ -])?(?:boy|girl|lad|lass|male|female|pupil|child|student)?,? ?[(\"']?$"
    rf"|(?<!\w){AGE} ?(?:yo|y/o),? (?:boy |girl |male |female )?$|\baged {AGE},? $|\b{YEAR} (?:pupil |boy |girl |student )?,? ?$",
    re.I,
)


def age_follows(words: str, place: int) -> bool:
    """True when the words right after `place` say how old somebody is, or in which year."""
    return bool(_AFTER.match(words, place, place + 60))


def age_precedes(words: str, place: int) -> bool:
    """True when the words right before `place` do."""
    return bool(_BEFORE.search(words, max(0, place - 40), place))
