"""Prints a plan as plain text that reads well aloud: no table, no drawing."""

import textwrap
from collections.abc import Iterator

from bot.core.asking.plan import Cycle, Plan
from bot.core.partnership import Partnership
from bot.core.words import day_in_words
from bot.paper.calendar_entries import Entry, entries

# Columns: the width of a terminal window that nobody has resized.
_WIDTH = 80


def calendar_text(partnership: Partnership, plan: Plan) -> str:
    """Everything that will be sent, meeting by meeting, then what the planner has to say; lines
    of 80 columns."""
    paragraphs = [*map(_wrapped, _opening(partnership, plan))]
    everything = entries(partnership, plan)
    for cycle in plan.cycles:
        paragraphs.append(_heading(cycle))
        own = [entry for entry in everything if entry.cycle_id == cycle.id]
        paragraphs += [_paragraph(partnership, entry) for entry in own]
    if plan.remarks:
        paragraphs.append("Please note")
        paragraphs += [_wrapped(remark, "- ") for remark in plan.remarks]
    return "\n\n".join(paragraphs) + "\n"


def calendar_paragraphs(partnership: Partnership, plan: Plan) -> list[str]:
    """The same for a narrow place that breaks lines itself: one paragraph for each thing sent."""
    everything = entries(partnership, plan)
    paragraphs = []
    for cycle in plan.cycles:
        own = [entry for entry in everything if entry.cycle_id == cycle.id]
        sent = ["\n".join(_lines(partnership, entry)) for entry in own]
        paragraphs.append("\n\n".join([_heading(cycle), *sent]))
    return [*paragraphs, *plan.remarks]


def _opening(partnership: Partnership, plan: Plan) -> Iterator[str]:
    yield f"{partnership.name}: everything that Dots will send"
    if not partnership.live:
        yield "This partnership is not live: nothing is sent until its file says so."
    if plan.cycles:
        yield f"Times are local time ({partnership.zone})."
    else:
        yield "No board meeting lies ahead, so nothing is planned."


def _heading(cycle: Cycle) -> str:
    return f"Before the meeting on {day_in_words(cycle.meeting_on)}"


def _paragraph(partnership: Partnership, entry: Entry) -> str:
    first, *rest = _lines(partnership, entry)
    return "\n".join([_wrapped(first, "  "), *(_wrapped(line, "    ") for line in rest)])


def _lines(partnership: Partnership, entry: Entry) -> list[str]:
    local = entry.at.astimezone(partnership.tz)
    what = f"{entry.what} to {entry.to}" if entry.to else entry.what
    when = f"{day_in_words(local.date())}, {local:%H:%M}. {what}."
    question = f"“{entry.question}”" if entry.question else ""
    return [line for line in (when, question, entry.details) if line]


def _wrapped(text: str, first: str = "") -> str:
    rest = " " * len(first)
    return textwrap.fill(
        text, _WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
    )
