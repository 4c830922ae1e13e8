"""Everything that a plan will send, as dated entries for the printers of calendars.

Decides no date and no wording of a prompt; one entry for all channels that hear it.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby
from typing import NamedTuple

from bot.core.asking.board_clock import call_at
from bot.core.asking.plan import Cycle, Occurrence, Plan
from bot.core.framework import PRACTICES
from bot.core.partnership import Channel, Partnership
from bot.core.words import day_in_words

_CALL, _ASKED = "Question about the board's answers", "Asked if the board was given a digest."


class Entry(NamedTuple):
    """One thing that happens. `key` stays the same when it is moved; `to` may be nobody.

    `what` and `details` name no channel and no person, so that they may leave the partnership.
    """

    key: str
    cycle_id: str
    at: datetime
    what: str
    to: str
    question: str
    details: str


def entries(partnership: Partnership, plan: Plan) -> tuple[Entry, ...]:
    """Prompts, reminders, drafts, digests, meetings and what is asked after them, in the order in
    which they come."""
    found = [*_of_prompts(partnership, plan), *_of_boards(partnership, plan.cycles)]
    return tuple(sorted(found, key=lambda entry: (entry.at, entry.key)))


def _of_prompts(partnership: Partnership, plan: Plan) -> Iterator[Entry]:
    in_order = sorted(plan.occurrences, key=lambda o: (o.due_at, o.prompt_id))
    for _, same in groupby(in_order, key=lambda o: (o.due_at, o.prompt_id)):
        asked = list(same)
        yield from _of_prompt(partnership, asked[0], _channels(partnership, asked))


def _of_prompt(partnership: Partnership, asked: Occurrence, to: str) -> Iterator[Entry]:
    key = f"{partnership.id}/{asked.on.isoformat()}"
    closes = asked.closes_at.astimezone(partnership.tz)
    until = f"Open until {closes:%H:%M} on {day_in_words(closes.date())}."
    labels = "; ".join(f"{p}, {PRACTICES[p].label}" for p in asked.practices)
    details = f"({labels}) {until}"
    cycle_id, question = asked.cycle_id, asked.question
    yield Entry(f"{key}/prompt", cycle_id, asked.due_at, "Prompt", to, question, details)
    yield Entry(f"{key}/reminder", cycle_id, asked.remind_at, "One reminder", to, "", until)


def _of_boards(partnership: Partnership, cycles: Sequence[Cycle]) -> Iterator[Entry]:
    board = partnership.board
    draft_to = f"the coordinators in {_name(partnership.coordinators.channel)}"
    digest_to = f"{board.name} in {_name(board.channel)}"
    call_to = f"{digest_to}, and to {draft_to}"
    approval = {
        "hold": "It waits until a coordinator has approved it.",
        "publish": "It goes out on that day even if no coordinator has approved it.",
    }[board.if_unapproved]
    for cycle in cycles:
        key = cycle.id
        yield Entry(f"{key}/draft", key, cycle.draft_at, "Draft digest", draft_to, "", "")
        yield Entry(f"{key}/digest", key, cycle.issue_at, "Digest", digest_to, "", approval)
        yield Entry(f"{key}/meeting", key, cycle.meeting_at, f"Meeting of {board.name}", "", "", "")
        yield Entry(f"{key}/answers", key, call_at(partnership, cycle), _CALL, call_to, "", _ASKED)


def _channels(partnership: Partnership, asked: Sequence[Occurrence]) -> str:
    names = {channel.id: _name(channel) for channel in partnership.channels}
    heard = [names.get(o.channel_id, o.channel_id) for o in asked]
    return heard[0] if len(heard) == 1 else f"{', '.join(heard[:-1])} and {heard[-1]}"


def _name(channel: Channel) -> str:
    return f"#{channel.name.removeprefix('#')}"
