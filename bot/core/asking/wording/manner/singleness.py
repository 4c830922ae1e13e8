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
    "|speed up|slow down|set up|free up|simplify|lower|widen|extend|create|grow|gather|collect"
    "|use|change|spend|save|explain|report|publish|report back|follow up|look after|shorten"
    "|lengthen|clarify|agree|embed|empower|equip|inform|invite|learn from|act on|work with"
    "|hear from|speak to|talk to|meet|visit|write|choose|find|fix|solve|design|test|try"
    "|make|give|take|get|bring|hold|set|turn|add|remove|lead|run|send|offer|win|lose"
    "|handle|face|treat|allow|enable|attract|retain|spot|recognise|guarantee|secure|restore|repair"
    "|protect|balance|combine|connect|link|teach|thank|reward|hear|help|answer|check|count|map"
)


def _doing(deed: str) -> str:
    first, *rest = deed.split(" ")
    if first in ("cut", "set", "plan", "get", "run", "win", "spot", "map"):
        first += first[-1]
    stem = first[:-1] if first.endswith("e") and first not in ("free", "agree") else first
    return " ".join([f"{stem}ing", *rest])


_DOING = "|".join(_doing(deed) for deed in _DEED.split("|"))
_THE_SAME = (
    r"(?!(?:it|them|this|that|these|those|one another|each other|so|together|from|for|of|in|on|at"
    r"|by|between|about|us|ourselves|what|how|who|whether|which|if|part|care|stock|time|sense|sure"
    r"|way|room|space)\b)"
)
_IMPROVE = "improve|increase|reduce|strengthen|develop|promote|enhance|boost|maximise|minimise"
_ONE_PAIR = (
    r"(?!(?:parents?|mothers?|mums?|children|young people|families|people|boys|police|schools"
    r"|health|friends|brothers|black|faith|homes?|gypsy|roma|words?|time)\b)"
)
_GOOD_SIDE = (
    "strengths?|successes|positives|pros|opportunities|benefits|enablers|advantages|achievements"
    "|highs|best|helpful|wins|hopes|likes|joys|facilitators|ups"
)
_BAD_SIDE = (
    "weaknesses|challenges|negatives|cons|threats|barriers|risks|disadvantages|gaps|failures|lows"
    "|worst|unhelpful|losses|difficulties|concerns|fears|dislikes|worries|obstacles|downs"
    "|areas for (?:improvement|development)"
)
_SECOND_ASK = any_of(
    rf"[,;:] ?(?:and|or|but|plus|also) (?:also )?(?:{ASKING}|why)\b",
    rf"; (?:{ASKING}|why) (?:{AUXILIARY})\b",
    rf"\b(?:and|or|but|plus) (?:also )?(?:{ASKING}|why)(?: {WORD}){{0,2}}? (?:{AUXILIARY})"
    rf" (?:{SUBJECT})\b",
    rf"\b(?:and|but|plus) (?:(?:how|where|when) (?:{AUXILIARY})|(?:what|who) (?:do|does"
    rf"|did)) {WORD}",
    rf"\b(?:and|or|but) (?:{AUXILIARY}) (?:we|you|they)\b",
    rf"\b(?:and|or|but) (?:{AUXILIARY}) (?:anything|anyone|anybody|something)\b",
    rf", (?:and|or|but) (?:{AUXILIARY}) (?:{SUBJECT})\b",
    rf"\b(?:and|or|but) (?:{ASKING}) (?:{AUXILIARY})(?:n['’]t| not)\b(?!.*\b(?:say|tell|leave"
    rf"|show)\b)",
    r"\band (?:check|measure|find out|ask|see|know|show|prove) (?:whether|if|how|what|that)\b",
    r",? (?:and|or) (?:why|how|where|when|who with|with whom|from whom)(?: not)?(?=\?)",
    r", (?:why|how)(?: not)?(?=\?)|\bif (?:so|not|yes|no), ",
    rf"^(?:{ASKING})(?! (?:{AUXILIARY}) (?:{SUBJECT})\b)(?: {WORD}){{1,6}} (?:and|but|or)"
    rf" (?:{ASKING})\b(?! (?:and|or)\b)",
)
_JOINED = any_of(
    r"\band ?/ ?or\b",
    rf"\b(?:as well as|while also|and also|along with|whilst|at the same time as)"
    rf" (?:{ASKING}|{_DEED}|{_DOING})\b",
    r"\band (?:also )?(?:\w+ ){1,3}at the same time\b",
    r"\band (?:hold|challenge|support|thank|help) (?:each other|one another)\b",
    rf"\b(?:{_GOOD_SIDE}) (?:and|or|&|/) (?:the )?(?:{WORD} )?(?:{_BAD_SIDE})\b",
    rf"\b(?:{_BAD_SIDE}) (?:and|or|&|/) (?:the )?(?:{WORD} )?(?:{_GOOD_SIDE})\b",
    rf"\b(?:{_DEED}|keep|make|help)(?: {WORD}){{1,6}} and (?:also )?(?:better )?"
    rf"(?:{_DEED}|make sure|keep|stop|help)\b {_THE_SAME}{WORD}",
    rf"\b(?:{AUXILIARY}) (?:we|you|they|partners) {WORD}(?: {WORD}){{1,6}} and (?:also )?"
    rf"(?:{_DEED})\b {_THE_SAME}{WORD}",
    r"\bstart,? (?:and |or )?stop\b|\bstop,? (?:and |or )?start\b",
    rf"\b(?:{_DOING})(?: {WORD}){{1,6}} and (?:{_DOING})\b {_THE_SAME}{WORD}",
    rf"\babout (?:{WORD} ){{1,5}}and (?:also )?about\b",
    rf"\b(?:{_IMPROVE}) (?:the |our |both )?{_ONE_PAIR}(?:{WORD} ){{1,3}}and {WORD}",
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
_second_ask = matching("two-questions", _SECOND_ASK, _ADVICE)
_asked_with_it = matching("two-ideas", _SECOND_ASK, _ADVICE)
_joined = matching("two-ideas", _JOINED, _ADVICE)


def _ideas(text: str) -> Iterator[Remark]:
    """Two questions under one mark break both rules: two are asked, and two ideas are joined."""
    if second := list(_second_ask(text)):
        yield from (*second, *_asked_with_it(text))
    else:
        yield from _joined(text)


CHECKS: tuple[Check, ...] = (_marks, _ideas)
