"""Whether a question opens a conversation by the way it begins."""

import re
from collections.abc import Iterator

from bot.core.asking.wording.grammar import ASKING, AUXILIARY, SUBJECT, any_of
from bot.core.asking.wording.rules import Check, Remark

_HELLO = re.compile(
    r"^(?:(?:so|and|but|or|well|okay|ok|right|now|also|honestly|hi|hello|hi all|hello all"
    r"|hi everyone|hello everyone|dear all|morning all|good morning(?: all)?|quick question"
    r"|just wondering|question)[,:!.]? (?:- )?)+",
    re.I,
)
_OPEN = re.compile(rf"^(?:(?:in|at|on|for|to|with|by|from|of|about) )?(?:{ASKING})\b", re.I)
_LEAD_IN = re.compile(
    rf"^(?!tell\b|describe\b|share\b|explain\b|list\b|name\b|give\b|discuss\b|please\b)"
    rf"[^?]*(?:[,:;] (?:{ASKING})\b|\b(?:{ASKING}) (?:{AUXILIARY})\b)",
    re.I,
)
_BY_YES_OR_NO = any_of(
    rf"^(?:{AUXILIARY})(?:n['’]t)?\b|^any(?:one|body|thing)?\b",
    rf"^(?:when|where|if)\b[^,?]*, (?:{AUXILIARY})\b",
    rf"^[^?]*[,:;] (?:{AUXILIARY})(?:n['’]t)? (?:{SUBJECT})\b",
    r"\byes or no\b|\btrue or false\b|\bagree or disagree\b",
    r"^(?:i|we)(?:['’]m| am| are)? wonder(?:ing)? (?:if|whether)\b",
    r"^(?:what are your views on|let us know|please (?:confirm|indicate|say)) (?:if|whether)\b",
)
_BY_DEGREE = any_of(
    r"\b(?:to|by) what (?:extent|degree)\b",
    r"^how far (?:do|does|are|is|have|has) (?:we|you|our|this|the partnership|partners)\b"
    r"(?!(?: \w+){0,2} (?:travel|go|walk|reach)\b)",
    r"\bon a scale\b|\bout of (?:ten|five|10|5)\b|\bhow would (?:you|we) (?:rate|score)\b",
    r"^how many (?:of (?:us|you|our)|partners|agencies|organisations|schools|staff|professionals"
    r"|colleagues)\b",
)
_WHY = any_of(
    r"^(?:why|how come)\b|[,:;] (?:why|how come)\b(?!\?)",
    r"\bfor what reasons?\b",
    r"\breasons? why\b|\bwonder(?:ing)? why\b|\b(?:explain|tell us) why\b",
)


def on_opening(text: str) -> Iterator[Remark]:
    """How the question itself begins; a sentence before it may set the scene."""
    for sentence in questions(text):
        opener = " ".join(sentence.split()[:2])
        if _WHY.search(sentence):
            advice = "“Why” can sound like blame. Try “What led us to ...”."
            yield Remark(rule="why-opener", found=opener, advice=advice)
        elif degree := _BY_DEGREE.search(sentence):
            advice = "This can be answered with a number or a nod. Ask what it is like, or how."
            yield Remark(rule="closed-opener", found=degree.group(), advice=advice)
        elif _is_open(sentence):
            continue
        elif _BY_YES_OR_NO.search(sentence):
            advice = (
                "This can be answered with yes or no. Begin with What, How, Where, When or Who."
            )
            yield Remark(rule="closed-opener", found=opener, advice=advice)
        elif not _LEAD_IN.match(sentence):
            advice = "Begin with What, How, Where, When or Who."
            yield Remark(rule="opener", found=opener, advice=advice)


def _is_open(sentence: str) -> bool:
    return bool(_OPEN.match(sentence)) and not _BY_YES_OR_NO.search(sentence)


def questions(text: str) -> list[str]:
    """The sentence that asks, without greetings; the whole text when none ends as a question."""
    sentences = re.split(r"(?<=[.?!]) +", text)
    asked = [sentence for sentence in sentences if "?" in sentence]
    return [_HELLO.sub("", sentence) for sentence in asked[:1] or [text]]


CHECKS: tuple[Check, ...] = (on_opening,)
