"""Prints the prompt bank as a page in Markdown, by principle and practice. Decides nothing."""

from collections.abc import Iterable, Iterator

from bot.core.framework import PRACTICES, PRINCIPLE_PAIRS, Principle
from bot.core.prompts import Prompt, PromptBank
from bot.core.words import sentence

_HEAD = """\
# The questions

What Dots asks partnerships, in the order of the practices they belong to. The practices come from
[Joining the Dots](https://tce.researchinpractice.org.uk/), by the Tackling Child Exploitation
Support Programme; the questions are our own words, and no endorsement is implied. Every question is
about how partners work together, and none about a child. *I do not know yet* is always an answer.

In brackets stands what a question asks people to do, when it suits best, and the name it is known
by; below it a second question that may take the talk further, and why we ask. `dots prompts show
NAME` says more of each; `dots prompts lint FILE` holds questions of your own to the same rules.
This page is printed by `dots prompts page`.
"""


def bank_page(bank: PromptBank) -> str:
    """The whole page, with a line break at its end."""
    lines = [*_HEAD.splitlines(), ""]
    for principle in Principle:
        lines += [f"## {principle.title}", ""]
        for practice in PRACTICES.values():
            if practice.principle is principle:
                own = [each for each in bank.prompts if each.practices == (practice.id,)]
                lines += [f"### {sentence(practice.label)} ({practice.id})", "", *_listed(own), ""]
    lines += ["## Joining the dots", ""]
    for one, other in PRINCIPLE_PAIRS:
        joining = [p for p in bank.prompts if p.joins and set(p.principles) == {one, other}]
        both = f"{one.title}, with {other.title[0].lower()}{other.title[1:]}"
        lines += [f"### {both}", "", *_listed(joining), ""]
    lines += ["## For the board to take into the room", ""]
    lines += [f"- {each.text} ({each.practice}, `{each.id}`)" for each in bank.closing]
    return "\n".join(lines) + "\n"


def _listed(prompts: Iterable[Prompt]) -> Iterator[str]:
    for prompt in prompts:
        yield f"- **{prompt.text}** {_in_brackets(prompt)}"
        more = [prompt.follow_up] if prompt.follow_up else []
        more += [f"*{sentence(prompt.why)}.*"] if prompt.why else []
        if more:
            yield f"  {' '.join(more)}"


def _in_brackets(prompt: Prompt) -> str:
    practices = [*prompt.practices] if prompt.joins else []
    depth = {"first": "for a first cycle", "later": "for later cycles"}.get(prompt.depth or "")
    notes = [*practices, prompt.kind, depth, prompt.season, f"`{prompt.id}`"]
    return f"({', '.join(each for each in notes if each)})"
