"""The rules for a question: id, how grave it is, why it matters, and an example of better.

Finds nothing itself; the other modules of this room do.
"""

from collections.abc import Callable, Iterator
from re import Pattern
from typing import Literal, NamedTuple

from bot.core.values import Value

RuleId = Literal[
    "empty", "markup", "mixed-languages", "question-mark", "opener", "closed-opener",
    "why-opener", "leading", "two-questions", "two-ideas", "blame", "child-story", "not-us",
    "too-long", "reading-age", "acronym", "statutory-jargon", "labelling", "unknown-practice",
    "repeated-id",
]  # fmt: skip
Severity = Literal["error", "warning"]
"""An error keeps a prompt from being asked; a warning is for the coordinator to weigh."""


class Rule(NamedTuple):
    """One rule, in words for whoever writes prompts."""

    id: RuleId
    severity: Severity
    why: str
    better: str


class Remark(Value):
    """One thing to change in a question: the words at fault and what to do about them."""

    rule: RuleId
    found: str
    advice: str

    @property
    def is_error(self) -> bool:
        """True when the question cannot be asked like this."""
        return RULES[self.rule].severity == "error"


RULES: dict[RuleId, Rule] = {
    rule.id: rule
    for rule in (
        Rule(
            "empty",
            "error",
            "There is nothing to ask.",
            "What helped us to work together this month?",
        ),
        Rule(
            "markup",
            "error",
            "Mentions ring people’s phones; links and formatting distract from the question.",
            "What do we want to try next?",
        ),
        Rule(
            "mixed-languages",
            "error",
            "One text in one language: English under `text`, Welsh under `cy`.",
            "text: What have we learned? cy: Beth ydym ni wedi ei ddysgu?",
        ),
        Rule(
            "question-mark",
            "error",
            "A prompt is a question, and is seen to be one by its question mark.",
            "What would we like to understand better?",
        ),
        Rule(
            "opener",
            "error",
            "What, How, Where, When, Who and Which invite people to think aloud.",
            "What stayed with us from our last meeting?",
        ),
        Rule(
            "closed-opener",
            "error",
            "A yes or a no ends the conversation.",
            "How do parents have a say in what we do? (not: Do parents have a say?)",
        ),
        Rule(
            "why-opener",
            "error",
            "“Why” can sound like blame, and people explain instead of wondering.",
            "What led us to decide it that way?",
        ),
        Rule(
            "leading",
            "error",
            "It presumes success or failure, so only one answer feels welcome.",
            "How do we work together when we disagree? (not: How well do we work together?)",
        ),
        Rule(
            "two-questions",
            "error",
            "People answer one of two questions, and nobody knows which.",
            "Who have we not heard from? (and leave the other for the follow-up)",
        ),
        Rule(
            "two-ideas",
            "error",
            "Two things joined in one question cannot both be answered in two minutes.",
            "What worked this month? (not: What worked, and what would we change?)",
        ),
        Rule(
            "blame",
            "error",
            "Singling out or comparing partners makes people defend themselves.",
            "What could we change between us so that news travels sooner?",
        ),
        Rule(
            "child-story",
            "error",
            "It invites the story of one child or family, which must not be told here.",
            "What have we noticed about how we work together when a worry is urgent?",
        ),
        Rule(
            "not-us",
            "warning",
            "Asked about their own organisation, people report; asked about us, they wonder.",
            "How do we hear from parents? (not: How does your agency hear from parents?)",
        ),
        Rule(
            "too-long",
            "error",
            "A question that must be read twice is answered by few.",
            "What stands out from this year?",
        ),
        Rule(
            "reading-age",
            "warning",
            "Parents, shopkeepers and busy people read it too; aim at a reading age of 11.",
            "How do we talk to one another? (not: What characterises our communication?)",
        ),
        Rule(
            "acronym",
            "warning",
            "Short forms shut out those who joined lately, and parents.",
            "What has sharing one office taught us? (not: What has the MASH taught us?)",
        ),
        Rule(
            "statutory-jargon",
            "warning",
            "Words of the statutory services leave a faith leader or a parent outside.",
            "When do we decide that a family needs more help? (not: How do we apply thresholds?)",
        ),
        Rule(
            "labelling",
            "error",
            "These words label a young person or a family, or put on them what others did.",
            "Who does our help not reach yet? (not: hard-to-reach families)",
        ),
        Rule(
            "unknown-practice",
            "error",
            "Each prompt is tied to one of the twelve practices, or joins two of them.",
            "practice: BB1 (or LC1, CU1 ...). What helped us to work together this month?",
        ),
        Rule(
            "repeated-id",
            "error",
            "What was asked is known by its id, so no two prompts may have the same.",
            "id: bb1-our-own-name. What helped us to work together this month?",
        ),
    )
}

Check = Callable[[str], Iterator[Remark]]


def matching(rule: RuleId, pattern: Pattern[str], advice: str) -> Check:
    """A check that remarks on the first place where the pattern is found."""

    def check(text: str) -> Iterator[Remark]:
        if match := pattern.search(text):
            yield Remark(rule=rule, found=match.group().strip(" ,.?"), advice=advice)

    return check
