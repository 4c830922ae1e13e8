"""Prints a plan as plain text that reads well at 80 columns and aloud: no table, no drawing."""

import textwrap
from collections.abc import Iterator

from bot.core.asking.plan import Cycle, Plan
from bot.core.partnership import Partnership
from bot.core.words import day_in_words
from bot.paper.calendar_entries import Entry, entries

# Columns: the width of a terminal window that nobody has resized.
_WIDTH = 80


def calendar_text(partnership: Partnership, plan: Plan) -> str:
    """Everything that will be sent, meeting by meeting, then what the planner has to say."""
    paragraphs = [*_opening(partnership, plan)]
    everything = entries(partnership, plan)
    for cycle in plan.cycles:
        paragraphs.append(_heading(cycle))
        own = [entry for entry in everything if entry.cycle_id == cycle.id]
        paragraphs += [_paragraph(partnership, entry) for entry in own]
    if plan.remarks:
        paragraphs.append("Please note")
        paragraphs += [_wrapped(remark, "- ") for remark in plan.remarks]
    return "\n\n".join(paragraphs) + "\n"


def _opening(partnership: Partnership, plan: Plan) -> Iterator[str]:
    yield _wrapped(f"{partnership.name}: everything that Dots will send")
    if not partnership.live:
        yield _wrapped("This partnership is not live: nothing is sent until its file says so.")
    if plan.cycles:
        yield _wrapped(f"Times are local time ({partnership.zone}).")
    else:
        yield _wrapped("No board meeting lies ahead, so nothing is planned.")


def _heading(cycle: Cycle) -> str:
    return f"Before the meeting on {day_in_words(cycle.meeting_on)}"


def _paragraph(partnership: Partnership, entry: Entry) -> str:
    local = entry.at.astimezone(partnership.tz)
    what = f"{entry.what} to {entry.to}" if entry.to else entry.what
    lines = [_wrapped(f"{day_in_words(local.date())}, {local:%H:%M}. {what}.", "  ")]
    if entry.question:
        lines.append(_wrapped(f"“{entry.question}”", "    "))
    if entry.details:
        lines.append(_wrapped(entry.details, "    "))
    return "\n".join(lines)


def _wrapped(text: str, first: str = "") -> str:
    rest = " " * len(first)
    return textwrap.fill(
        text, _WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
    )
