"""Whether a question opens a conversation: how it begins, and whether it leans to an answer."""

import re
from collections.abc import Iterator

from bot.core.asking.wording.grammar import ASKING, AUXILIARY, SUBJECT, any_of
from bot.core.asking.wording.rules import Check, Remark, matching

_HELLO = re.compile(
    r"^(?:(?:so|and|but|or|well|okay|ok|right|now|also|honestly|hi|hello|hi all|hello all"
    r"|hi everyone"
    r"|hello everyone|dear all|morning all|quick question)[,:!.]? (?:- )?)+",
    re.I,
)
_OPEN = re.compile(rf"^(?:(?:in|at|on|for|to|with|by|from|of|about) )?(?:{ASKING})\b", re.I)
_LEAD_IN = re.compile(
    rf"^(?!tell\b|describe\b|share\b|explain\b|list\b|name\b|give\b|discuss\b|please\b)"
    rf"[^?]*(?:[,:;] (?:{ASKING})\b|\b(?:{ASKING}) (?:{AUXILIARY})\b)",
    re.I,
)
_CLOSED = re.compile(rf"^(?:(?:{AUXILIARY})\b(?!n['’]t)|any(?:one|body|thing)?\b)", re.I)
_WHEN_THEN = re.compile(rf"^(?:when|where|if)\b[^,?]*, (?:{AUXILIARY})\b", re.I)
_CLOSED_LATER = re.compile(rf"^[^?]*[,:;] (?:{AUXILIARY})(?:n['’]t)? (?:{SUBJECT})\b", re.I)
_WHY = re.compile(r"^(?:why|how come)\b|[,:;] (?:why|how come)\b(?!\?)", re.I)

_RATED = (
    "well|badly|poorly|effectively|successfully|good|bad|great|strong|weak|effective|successful"
    "|robust|confident|satisfied|happy|pleased|proud|committed|important|valuable|vital|useful|helpful"
)
_PRAISE = (
    "excellent|great|outstanding|amazing|brilliant|fantastic|successful|world-class|wonderful"
    "|strong|impressive"
)
_SCORN = (
    "poor|bad|weak|weaknesses|failing|failed|broken|inadequate|dysfunctional|terrible|ineffective"
    "|lack of|lack|failures?|resistance|reluctance|slow|patchy|unacceptable"
)
_LEADING = any_of(
    rf"^how (?:{_RATED})\b",
    rf"^(?:{AUXILIARY})n['’]t\b|^(?:{AUXILIARY}) (?:we|you|they) not\b|^can(?:not)? we all\b",
    rf", (?:{AUXILIARY})(?:n['’]t)? (?:we|you|they|it|I)\?|, (?:right|yes|correct|no)\?",
    r"\bstop (?:ignoring|failing|wasting|pretending|overlooking|neglecting|repeating)\b",
    r"\bwhat(?:['’]s| is| has gone| went) wrong with\b|\bproblems? with (?:our|the)\b",
    r"\b(?:surely|obviously|obvious|finally|(?<!as )clearly|undoubtedly|of course|needless to say"
    r"|no doubt|everyone knows"
    r"|we all (?:know|agree)|as we know)\b",
    r"\bgiven (?:that|how|our|the)\b|^(?:now that|because|since) we (?:all |already )?"
    r"(?:know|agree|are|have (?:such|the best))\b",
    rf"\b(?:fix|improve|tackle|overcome|address|solve|deal with|explain|excuse|reverse|do about"
    rf"|end)"
    rf" (?:our |the |this |such |their |some )?(?:{_SCORN})\b",
    r"\b(?:fall|falls|fell|fallen|falling) short\b|\bhave we (?:failed|let)\b|\bdespite\b",
    r"\bto accept (?:that|the|our)\b|\bhappen(?:s|ing)? again\b|\b(?:is|are|was"
    r"|were) (?:all )?so (?:un\w+|in\w+|dis\w+|slow|poor"
    r"|bad|weak|difficult|hard|good|effective|great|strong|successful|confus\w+)\b",
    r"\b(?:convince|persuade) (?:people|everyone|others|the board|partners|parents|families)\b",
    r"^what (?:is|are|was|were) the (?:\w+ )?(?:benefits?|advantages?|successes|failures?"
    r"|weaknesses"
    r"|disadvantages?) (?:of|with|in)\b",
    r"^how (?:has|have|had|did) .*\b(?:made|make)\b.*\b(?:safer|better|easier|worse|stronger)\b",
    r"\bthe (?:excellent|outstanding|amazing|brilliant|fantastic|wonderful|great) (?:work"
    r"|progress|job)\b",
    r"\bour (?:\w+ )?(?:failure|failures|failings?|shortcomings?|incompetence|successes)\b",
    rf"\b(?:our|such an?|this|your) (?:{_PRAISE}) "
    r"(?!(?:\w+ )?(?:feelings?|views?|opinions?|disagreements?)\b)",
    r"\b(?:biggest|worst|main|greatest|most serious) (?:failure|failing|weakness|mistake"
    r"|success)\b",
    r"\b(?:so|such a|a great|a huge|a real) (?:success|successful|failure|mess|disaster"
    r"|effective)\b",
    r"\b(?:even better|keep failing|still failing|continue to fail|keep getting (?:this "
    r"|it )?wrong)\b",
    r"^what (?:improvements?|benefits?|positive \w+|successes) (?:has|have|had|did|do|does)\b",
    r"^what (?:makes|made) (?:us|our|this) .*\b(?:the best|so \w+|such|better|great|successful)\b",
    r"^how much (?:better|worse|safer|stronger|easier)\b",
    r"^how (?:much )?(?:has|have|had) (?:\w+ ){1,7}?(?:improved|worsened|failed|succeeded"
    r"|benefit+ed|transformed|strengthened|declined)\b",
)


def on_opening(text: str) -> Iterator[Remark]:
    """How the question itself begins; a sentence before it may set the scene."""
    for sentence in _questions(text):
        opener = " ".join(sentence.split()[:2])
        if _WHY.search(sentence):
            advice = "“Why” can sound like blame. Try “What led us to ...”."
            yield Remark(rule="why", found=opener, advice=advice)
        elif _LEADING.search(sentence) or _is_open(sentence):
            continue
        elif any(pattern.match(sentence) for pattern in (_WHEN_THEN, _CLOSED, _CLOSED_LATER)):
            advice = (
                "This can be answered with yes or no. Begin with What, How, Where, When or Who."
            )
            yield Remark(rule="closed", found=opener, advice=advice)
        elif not _LEAD_IN.match(sentence):
            advice = "Begin with What, How, Where, When or Who."
            yield Remark(rule="opener", found=opener, advice=advice)


def _is_open(sentence: str) -> bool:
    return bool(_OPEN.match(sentence)) and not _WHEN_THEN.match(sentence)


def _questions(text: str) -> list[str]:
    """The sentences that ask, without greetings; the whole text when none ends as a question."""
    sentences = re.split(r"(?<=[.?!]) +", text)
    asked = [sentence for sentence in sentences if "?" in sentence]
    return [_HELLO.sub("", sentence) for sentence in asked[:1] or [text]]


def _leaning(text: str) -> Iterator[Remark]:
    leaning = matching(
        "leading", _LEADING, "It leans towards an answer. Ask so that any honest answer fits."
    )
    for sentence in _questions(text):
        yield from leaning(sentence)


CHECKS: tuple[Check, ...] = (on_opening, _leaning)
