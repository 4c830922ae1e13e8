"""Whether a question asks one thing only."""

import re
from collections.abc import Iterator

from bot.core.asking.wording.grammar import ASKING, AUXILIARY, SUBJECT, WORD, any_of
from bot.core.asking.wording.rules import Check, Remark, matching

_MARKS = re.compile(r"\?[?!]*")

# Deeds that are each a matter of their own: two of them, each with its object, are two questions.
# Deeds that follow from one another (stop and think, listen and learn) are left alone.
_DEED = (
    "support|train|improve|reduce|involve|engage|strengthen|increase|build|develop|ensure|share"
    "|tackle|protect|manage|raise|recruit|fund|monitor|measure|prevent|promote|identify|disrupt"
    "|challenge|address|deliver|review|update|prioritise|coordinate|evaluate|celebrate|reach"
    "|include|listen|welcome|value|respond|safeguard|educate|organise|encourage|invest|plan|cut"
)
_DOING = "|".join(f"{deed[:-1] if deed.endswith('e') else deed}ing" for deed in _DEED.split("|"))
_THE_SAME = (
    r"(?!(?:it|them|this|that|these|those|one another|each other|so|together|from|for|of|in|on|at"
    r"|by|between|about|us)\b)"
)
_GOOD_SIDE = (
    "strengths?|successes|positives|pros|opportunities|benefits|enablers|advantages|achievements"
    "|highs|best|helpful|wins"
)
_BAD_SIDE = (
    "weaknesses|challenges|negatives|cons|threats|barriers|risks|disadvantages|gaps|failures|lows"
    "|worst|unhelpful|losses|difficulties|concerns"
)
_SECOND_ASK = any_of(
    rf", (?:and|or|but|plus|also) (?:also )?(?:{ASKING}|why)\b",
    rf"\b(?:and|or|but|plus) (?:also )?(?:{ASKING}|why)(?: {WORD}){{0,2}}? (?:{AUXILIARY})"
    rf" (?:{SUBJECT})\b",
    rf"\b(?:and|but|plus) (?:(?:how|where|when) (?:{AUXILIARY})|(?:what|who) (?:do|does"
    rf"|did)) {WORD}",
    rf"\b(?:and|or|but) (?:{AUXILIARY}) (?:we|you|they)\b",
    rf", (?:and|or|but) (?:{AUXILIARY}) (?:{SUBJECT})\b",
    r",? (?:and|or) (?:why|how|where|when|who with|with whom|from whom)(?: not)?(?=\?)",
    r", (?:why|how)(?: not)?(?=\?)|\bif (?:so|not|yes|no), ",
    rf"^(?:{ASKING})(?! (?:{AUXILIARY}) (?:{SUBJECT})\b)(?: {WORD}){{1,6}} (?:and|but|or)"
    rf" (?:{ASKING})\b(?! (?:and|or)\b)",
)
_JOINED = any_of(
    r"\band ?/ ?or\b",
    rf"\b(?:as well as|while also|and also|along with) (?:{ASKING}|{_DEED}|{_DOING})\b",
    rf"\b(?:{_GOOD_SIDE}) (?:and|or|&|/) (?:the )?(?:{WORD} )?(?:{_BAD_SIDE})\b",
    rf"\b(?:{_BAD_SIDE}) (?:and|or|&|/) (?:the )?(?:{WORD} )?(?:{_GOOD_SIDE})\b",
    rf"\b(?:{_DEED}|keep|make|help)(?: {WORD}){{1,6}} and (?:also )?(?:better )?"
    rf"(?:{_DEED}|make sure|keep|stop|help)\b {_THE_SAME}{WORD}",
    rf"\b(?:{AUXILIARY}) (?:we|you|they|partners) {WORD}(?: {WORD}){{1,6}} and (?:also )?"
    rf"(?:{_DEED})\b {_THE_SAME}{WORD}",
    r"\bstart,? (?:and |or )?stop\b|\bstop,? (?:and |or )?start\b",
    rf"\b(?:{_DOING})(?: {WORD}){{1,6}} and (?:{_DOING})\b {_THE_SAME}{WORD}",
    rf"\babout (?:{WORD} ){{1,5}}and (?:also )?about\b",
)


def _marks(text: str) -> Iterator[Remark]:
    marks = len(_MARKS.findall(text))
    if marks == 0:
        advice = "Ask it as a question that ends with a question mark."
        yield Remark(rule="question-mark", found="no question mark", advice=advice)
    if marks > 1:
        advice = "Keep one question here; the other may become the follow-up."
        yield Remark(rule="two-questions", found=f"{marks} question marks", advice=advice)


_ADVICE = "It asks two things. Keep one; the other may become the follow-up."
_second_ask = matching("two-ideas", _SECOND_ASK, _ADVICE)
_joined = matching("two-ideas", _JOINED, _ADVICE)


def _ideas(text: str) -> Iterator[Remark]:
    yield from [*_second_ask(text), *_joined(text)][:1]


CHECKS: tuple[Check, ...] = (_marks, _ideas)
