"""Looks for names by what is said of them: an age, whose mother, what happened to them."""

import re
from collections.abc import Callable, Iterator

from bot.core.guard.identifiers.people.ages import age_follows, age_precedes
from bot.core.guard.identifiers.people.passage import Passage, Strength, Token
from bot.core.guard.identifiers.people.speaking import (
    has_a_role,
    is_a_colleague,
    is_a_complaint,
    is_of_a_child,
    touches_childs_life,
)
from bot.core.guard.identifiers.sighting import LIKELY, POSSIBLE, Sighting

_KIN = (
    r"mum|mam|mom|mother|dad|father|parents?|nan|gran\w*|brothers?|sisters?|siblings?|family|son|daughter|children|kids"
    r"|foster carers?|carers?|boyfriend|girlfriend|aunt\w*|uncle|cousin|step\w+|partner|twin|baby|friends?"
)
_CASE = (
    r"social worker|key ?worker|school|placement|plan|ehcp|case|home|flat|review|phone|bedroom|behaviour|head ?teacher|teacher|solicitor"
    r"|guardian|tutor|class|form|attendance|gp|bed|birthday|dog|house|strategy meeting|conference|assessment|referral|chronology|file"
)
_WHOSE_KIN = re.compile(
    rf" (?:little |older |younger |big |foster |step ?|birth |older half |half[- ])?(?:{_KIN})\b",
    re.I,
)
_WHOSE = re.compile(
    rf" (?:little |older |younger |new |own |last |next |foster )?(?:{_KIN}|{_CASE})\b", re.I
)
_AND_KIN = re.compile(rf" (?:and|&) (?:her|his|their) (?:{_KIN})\b", re.I)

_BEFELL = re.compile(
    r"(?: [A-Z][\w'-]+)?,? (?:(?:has|had) (?:now )?(?:gone missing|been (?:missing|excluded|arrested|stabbed|moved|placed|groomed|exploited|hurt"
    r"|attacked|trafficked|removed|known|seen|found|carrying|on a plan|in care|nowhere)|disclosed|run away|no school place|turned \d+|asked for help|just turned)"
    r"|(?:hasn't|hasnt|has not|hadn't) (?:slept|been in|eaten|attended|come home|got)"
    r"|(?:was|were|got|is|gets|keeps getting|being) (?:\w+ )?(?:excluded|arrested|stabbed|moved|placed|groomed|exploited|hurt|attacked|trafficked"
    r"|removed|sectioned|remanded|charged|picked up|found|missing|pregnant|carrying|taken into care|permanently|shot|killed|beaten|released|bailed|cuckooed)"
    r"|is (?:in care|back with|back at|on a plan|known to|open to|out of area|out of school|not in school|in a b&b|in custody|at risk|in hospital|self-?harming)"
    r"|went (?:missing|into care|home|back to)|goes missing|ran away|runs away|self[- ]?harm\w*|disclosed|absconded|overdosed|took an overdose"
    r"|said (?:he|she) (?:feels?|felt|was|is|wants?|wanted|would|does|did|didn't)|told (?:me|us|her|the|a|my|his) (?:\w+ )?(?:teacher|coach|school|nurse|worker|he|she|that|first|things)?"
    r"|answered the door|lives with|stays? with|is (?:only )?\d{1,2}\b)",
    re.I,
)
_SURELY_BEFELL = re.compile(
    r"(?: [A-Z][\w'-]+)? (?:went missing|goes missing|ran away|disclosed|absconded|was (?:excluded|arrested|stabbed|groomed|trafficked|remanded|taken into care))",
    re.I,
)
_ABOUT = re.compile(
    r"(?:^|\b)(?:re|regarding|concerns? (?:for|about|re|around)|worr(?:y|ied|ying) (?:for|about)|in respect of|asks? after|failed|lost touch with|thinking (?:about|of)"
    r"|referral for|chronology for|plan for|support for|update on|fao|got|get|find|found|happened to|sorry for|remember|allocated|discuss(?:ed|ing)?|about"
    r"|on behalf of|speak for|visited|met|supporting|supported|child|subject|waiting for|advocate for|this is|named)[ :]{1,2}(?:\w+ [-–] )?[\"']?$",
    re.I,
)
_SURELY_ABOUT = re.compile(
    r"(?:^|\b)(?:re|regarding|concerns? (?:for|about|re|around)|in respect of|asks? after|chronology for|referral for)[ :]{1,2}[\"']?$",
    re.I,
)
_SCHOOL_PLACE = re.compile(
    r"(?: [A-Z][\w'-]+)? (?:a school place|home|to school|into school|a placement|a solicitor)\b",
    re.I,
)
_CALLED = re.compile(
    r"\b(?:boy|girl|lad|lass|he|she|child|kid|himself|herself|him|her|who|yp|person|pupil|mum|dad)(?:'s| is| was|,)?"
    r" (?:also |known to us |always |just )?(?:known(?: [\w ]{1,20})? as|goes by|calls (?:him|her)self|call (?:him|her)|called|named|aka|nicknamed|real name|name is|street name(?: is)?)"
    r"[ :,(\"']{1,3}$|\bwe call (?:him|her) [\"']?$|\b(?:real|street|first|full) name(?: is|:)? [\"']?$|\bcalls (?:him|her)self [\"']?$|\bknown on the \w+ as [\"']?$",
    re.I,
)
_PRONOUN_NEAR = re.compile(
    r"\b(?:he|she|his|her|him|mum|dad|told|said|was|went|met|moved|missing|school)\b", re.I
)
_OUR = re.compile(r"\bour $", re.I)
_COUNTS = re.compile(r"\(\d{1,3}\)[,;.]? (?:and )?[A-Z]\w+ \(\d{1,3}\)")

Rule = Callable[[Passage, int, int], str]
"""Looks at a name (first token, token after its last) and says why it may be a child's, or ""."""


def names(passage: Passage) -> Iterator[Sighting]:
    """Every name that one of the rules below speaks for."""
    index, tokens = 0, passage.tokens
    while index < len(tokens):
        if tokens[index].strength < Strength.STRANGE:
            index += 1
            continue
        end = passage.name_from(index)
        why = next((said for rule in _RULES if (said := rule(passage, index, end))), "")
        if why:
            token = tokens[index]
            certainty = LIKELY if token.strength in (Strength.SURE, Strength.LOW) else POSSIBLE
            yield Sighting("name", token.start, tokens[end - 1].end, certainty, why)
        index = end


def _with_age(passage: Passage, at: int, end: int) -> str:
    first, last = passage.tokens[at], passage.tokens[end - 1]
    words, strength = passage.words, first.strength
    if strength is Strength.STRANGE or strength is Strength.SURNAME:
        return ""
    if age_precedes(words, first.start) and strength is not Strength.COMMON:
        return "it is a name, beside an age"
    if not age_follows(words, last.end):
        return ""
    in_brackets = words[last.end : last.end + 3].lstrip(" ,")[:1] == "("
    if strength is Strength.SURE or strength is Strength.LOW:
        is_count = in_brackets and _COUNTS.search(passage.sentence(first.start))
        return (
            "" if is_count and not _known_child(passage, first) else "it is a name, beside an age"
        )
    if passage.tokens[at].key in {"may", "april", "june", "august", "summer", "autumn"}:
        return ""
    said = words[max(0, first.start - 80) : first.start] + words[last.end : last.end + 80]
    is_one = not _COUNTS.search(passage.sentence(first.start)) and _PRONOUN_NEAR.search(said)
    return "it could be a name, beside an age" if is_one else ""


def _known_child(passage: Passage, token: Token) -> bool:
    return bool(_PRONOUN_NEAR.search(passage.sentence(token.start)))


def _with_relatives(passage: Passage, at: int, end: int) -> str:
    """ "...'s mum", "...'s school"; also without the apostrophe."""
    first, last = passage.tokens[at], passage.tokens[end - 1]
    words = passage.words
    if first.strength in (Strength.SURE, Strength.LOW) and _AND_KIN.match(
        words, last.end, last.end + 40
    ):
        return "it is a name, beside a relative"
    if not last.is_possessive:
        return _without_apostrophe(passage, at, end)
    sure = first.strength in (Strength.SURE, Strength.LOW) and not has_a_role(words, first.start)
    if sure and _WHOSE.match(words, last.end, last.end + 40):
        return "it is a name, and says whose relative or worker is meant"
    if first.strength in (Strength.UNKNOWN, Strength.WORDY) and _WHOSE_KIN.match(
        words, last.end, last.end + 40
    ):
        follows = words[last.end : last.end + 40]
        if not re.match(
            r" \w+ (?:worker|support|hub|centre|services?|team|group|forum|event|law|court)",
            follows,
        ):
            return "it could be a name, and says whose relative is meant"
    return ""


def _without_apostrophe(passage: Passage, at: int, end: int) -> str:
    last = passage.tokens[end - 1]
    stem = last.key[:-1] if last.text[-1:] == "s" else ""
    if (
        end - at > 1
        or not stem
        or not passage.lexicon.is_name(stem)
        or passage.lexicon.is_word(stem)
    ):
        return ""
    is_whose = _WHOSE.match(passage.words, last.end, last.end + 40)
    return "it is a name, and says whose relative or worker is meant" if is_whose else ""


def _with_event(passage: Passage, at: int, end: int) -> str:
    first, last = passage.tokens[at], passage.tokens[end - 1]
    words = passage.words
    if first.strength in (Strength.UNKNOWN, Strength.WORDY):
        befell = _SURELY_BEFELL.match(words, last.end, last.end + 60)
        return "it could be a name, and says what happened to somebody" if befell else ""
    if first.strength not in (Strength.SURE, Strength.LOW):
        return ""
    if not _BEFELL.match(words, last.end, last.end + 80):
        return ""
    if is_a_colleague(words, first.start, last.end, passage.sentence(first.start)):
        return ""
    return "it is a name, and says what happened to somebody"


def _with_initial(passage: Passage, at: int, end: int) -> str:
    """A first name and the letter of a surname: how a child is half named."""
    first = passage.tokens[at]
    parts = [token.text for token in passage.tokens[at:end] if token.text != "."]
    is_half = len(parts) == 2 and len(parts[1]) == 1
    if not is_half or first.strength not in (Strength.SURE, Strength.LOW, Strength.WORDY):
        return ""
    stop = passage.tokens[end - 1].end
    if is_a_colleague(passage.words, first.start, stop, passage.sentence(first.start)):
        return ""
    return "it is a first name with the letter of a surname"


def _spoken_about(passage: Passage, at: int, end: int) -> str:
    first, last = passage.tokens[at], passage.tokens[end - 1]
    if first.strength not in (Strength.SURE, Strength.LOW) and not (
        first.strength is Strength.UNKNOWN and end - at > 1
    ):
        return ""
    words, sentence = passage.words, passage.sentence(first.start)
    start = max(0, first.start - 40)
    if _SURELY_ABOUT.search(words, start, first.start) and not last.is_possessive:
        return "it is a name, and says whom something is about"
    is_about = _ABOUT.search(words, start, first.start)
    if is_about and (
        touches_childs_life(sentence.replace(first.text, ""))
        or _SCHOOL_PLACE.match(words, last.end)
    ):
        if not is_a_colleague(words, first.start, last.end, sentence):
            return "it is a name, in a sentence about a child"
    return ""


def _nicknamed(passage: Passage, at: int, end: int) -> str:
    first = passage.tokens[at]
    if first.strength < Strength.SURNAME:
        return ""
    is_called = _CALLED.search(passage.words, max(0, first.start - 60), first.start)
    return "it is what somebody is called" if is_called else ""


def _in_childs_life(passage: Passage, at: int, end: int) -> str:
    """A given name, then "he" or "she", and what belongs to a child's life."""
    first, last = passage.tokens[at], passage.tokens[end - 1]
    if first.strength not in (Strength.SURE, Strength.LOW):
        return ""
    words = passage.words
    begins = passage.sentence_span(first.start)[0]
    around = (
        words[max(begins, first.start - 80) : first.start] + " " + words[last.end : last.end + 130]
    )
    if not is_of_a_child(around) or is_a_colleague(
        words, first.start, last.end, passage.sentence(first.start)
    ):
        return ""
    return "it is a name, in words about one child's life"


def _ours(passage: Passage, at: int, end: int) -> str:
    first, last = passage.tokens[at], passage.tokens[end - 1]
    if first.strength is not Strength.SURE or not _OUR.search(
        passage.words, max(0, first.start - 6), first.start
    ):
        return ""
    colleague = is_a_colleague(passage.words, first.start, last.end, passage.sentence(first.start))
    return "" if colleague else "it is what a family calls its own"


def _complained_of(passage: Passage, at: int, end: int) -> str:
    first = passage.tokens[at]
    if first.strength not in (Strength.SURE, Strength.UNKNOWN):
        return ""
    words = passage.words
    role = re.search(
        r"\b(?:mr|mrs|ms|miss|pc|dc|ds|sgt|dr|social worker|key ?worker|teacher|coach|carer|officer|nurse|caretaker|head|doctor|tutor|ta)\.?,? $",
        words[max(0, first.start - 24) : first.start],
        re.I,
    )
    if role and is_a_complaint(passage.sentence(first.start)):
        return "it names a worker, in a sentence about a complaint"
    return ""


_RULES: tuple[Rule, ...] = (
    _with_age,
    _with_relatives,
    _with_event,
    _with_initial,
    _spoken_about,
    _nicknamed,
    _ours,
    _complained_of,
    _in_childs_life,
)
"""In the order of how much they say; the first that speaks gives the reason."""
