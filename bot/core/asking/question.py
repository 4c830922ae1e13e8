"""What stands in the way of a question being open, single, neutral and about how we work.

Judges a prompt's words only. Does not look at language about children and does not rewrite.
"""

import re
from collections.abc import Callable, Iterator
from typing import Literal

from bot.core.values import Value

MOST_WORDS = 25
"""Words. Longer sentences lose readers: GOV.UK and plain-English guidance both stop at 25."""

Rule = Literal[
    "question-mark", "opener", "closed", "why", "leading", "two-asks", "too-long", "a-child"
]

_ASKING = "what|how|where|when|who|whom|whose|which"
_AUXILIARY = (
    "do|does|did|is|are|was|were|am|has|have|had|can|could|will|would|shall|should|may|might|must"
)
_SUBJECT = "we|you|they|it|our|this|that|these|those|the|there|people|partners|a|an"
_PERSON = (
    r"(?:child|young person|young man|young woman|girl|boy|teenager|teen|pupil|student"
    r"|family|victim|case|incident|referral)"
)

_OPEN = re.compile(rf"^(?:(?:in|at|on|for|to|with|by|from|of) )?(?:{_ASKING})\b", re.I)
_LEAD_IN = re.compile(rf"^[^?]*, (?:{_ASKING})\b", re.I)
_CLOSED = re.compile(rf"^(?:{_AUXILIARY})\b", re.I)
_WHY = re.compile(r"^(?:why|how come)\b", re.I)
_LEADING = re.compile(
    rf"^(?:how (?:well|badly|poorly|effectively|successfully|good|bad|strong|weak)\b"
    rf"|(?:{_AUXILIARY})n['\u2019]t\b|(?:{_AUXILIARY}) (?:we|you|they) not\b|can(?:not)? we all\b)"
    r"|\b(?:surely|obviously)\b"
    r"|^how (?:can|could|do|should|will) we (?:fix|improve|tackle) (?:our |the )?"
    r"(?:poor|bad|weak|failing|broken)\b",
    re.I,
)
_SECOND_ASK = re.compile(
    rf", (?:and|or|but) (?:{_ASKING}|why)\b"
    rf"|\b(?:and|or|but) (?:{_ASKING}|why)(?: \w+){{0,2}}? (?:{_AUXILIARY}) (?:{_SUBJECT})\b"
    rf"|\b(?:and|or|but) (?:{_AUXILIARY}) (?:we|you|they)\b"
    r"|\b(?:and|or) (?:why|how)(?=\?)"
    r"|\band/or\b",
    re.I,
)
_A_CHILD = re.compile(
    rf"\b(?:a|an|one|any|the|this|that) (?:\w+ ){{0,2}}{_PERSON} (?:who|whom|whose|(?:that )?"
    r"(?:we|you) (?:know|knew|met|saw|helped|supported|worked|remember|recall))\b"
    rf"|\b(?:tell|describe|share|give|think|recall|remember)\b[^?]*\b(?:a|an|one) "
    rf"(?:\w+ ){{0,2}}{_PERSON}\b"
    rf"|\bwhat happened (?:to|with|in|when) (?:a|the|that|this) (?:\w+ ){{0,2}}{_PERSON}\b"
    rf"|\b(?:recent|last|latest|real|specific|particular|current) {_PERSON}\b"
    r"(?! (?:review|reviews|audit|study|studies|panel|conference|rate|rates|data))"
    rf"|\bwhich {_PERSON}\b|\bwho (?:is|was) the {_PERSON}\b",
    re.I,
)


class Remark(Value):
    """One thing to change in a question: the words at fault and what to do about them."""

    rule: Rule
    found: str
    advice: str


def remarks_on(text: str) -> tuple[Remark, ...]:
    """Everything that makes `text` other than one open question; empty when nothing does."""
    words = " ".join(text.split()).strip("\"'\u2018\u2019\u201c\u201d ")
    return tuple(remark for check in _CHECKS for remark in check(words))


def _marks(text: str) -> Iterator[Remark]:
    marks = text.count("?")
    if marks == 0:
        advice = "Ask it as a question that ends with a question mark."
        yield Remark(rule="question-mark", found="no question mark", advice=advice)
    if marks > 1:
        advice = "Keep one question here; the other may become the follow-up."
        yield Remark(rule="two-asks", found=f"{marks} question marks", advice=advice)


def _opener(text: str) -> Iterator[Remark]:
    opener = " ".join(text.split()[:2])
    if _WHY.match(text):
        advice = "\u201cWhy\u201d can sound like blame. Try \u201cWhat led us to ...\u201d."
        yield Remark(rule="why", found=opener, advice=advice)
    elif _LEADING.match(text) or _OPEN.match(text):
        return
    elif _CLOSED.match(text):
        advice = "This can be answered with yes or no. Begin with What, How, Where, When or Who."
        yield Remark(rule="closed", found=opener, advice=advice)
    elif not _LEAD_IN.match(text):
        advice = "Begin with What, How, Where, When or Who."
        yield Remark(rule="opener", found=opener, advice=advice)


def _length(text: str) -> Iterator[Remark]:
    count = sum(any(letter.isalnum() for letter in word) for word in text.split())
    if count > MOST_WORDS:
        advice = f"Use at most {MOST_WORDS} words, so that it can be read once and answered."
        yield Remark(rule="too-long", found=f"{count} words", advice=advice)


def _matching(rule: Rule, pattern: re.Pattern[str], advice: str) -> "_Check":
    def check(text: str) -> Iterator[Remark]:
        if match := pattern.search(text):
            yield Remark(rule=rule, found=match.group().strip(" ,"), advice=advice)

    return check


_Check = Callable[[str], Iterator[Remark]]
_CHECKS: tuple[_Check, ...] = (
    _marks,
    _opener,
    _length,
    _matching(
        "leading", _LEADING, "It leans towards an answer. Ask so that any honest answer fits."
    ),
    _matching(
        "two-asks", _SECOND_ASK, "It asks two things. Keep one; the other may become the follow-up."
    ),
    _matching(
        "a-child",
        _A_CHILD,
        "It invites the story of one child or family. Ask about how we work together instead.",
    ),
)
