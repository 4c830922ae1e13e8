"""The values of a plan: a cycle before one board meeting, and each asking in it."""

from datetime import date
from enum import StrEnum

from bot.core.prompts import PracticeId
from bot.core.values import Utc, Value


class OccurrenceState(StrEnum):
    """What became of one planned asking. Only `planned` ones may still change."""

    PLANNED = "planned"
    ASKED = "asked"
    MISSED = "missed"
    SKIPPED = "skipped"


class Cycle(Value):
    """The prompts that lead up to one board meeting. `id` survives a move of the meeting.

    `is_off`: the meeting was cancelled after something was asked; replies go to the next digest.
    """

    id: str
    partnership_id: str
    meeting_on: date
    meeting_at: Utc
    draft_at: Utc
    issue_at: Utc
    is_off: bool = False


class Occurrence(Value):
    """One planned asking of one prompt in one channel.

    `id` is made of partnership, local date and channel, so planning again gives the same id.
    `closes_at`: replies after it are late. `cut_off_at`: later than this it is missed, not sent.
    `heard`: how many people answered, counted once the window has closed.
    """

    id: str
    cycle_id: str
    partnership_id: str
    channel_id: str
    prompt_id: str
    practices: tuple[PracticeId, ...]
    question: str
    follow_up: str | None = None
    on: date
    due_at: Utc
    remind_at: Utc
    closes_at: Utc
    cut_off_at: Utc
    state: OccurrenceState = OccurrenceState.PLANNED
    heard: int | None = None


class Reason(Value):
    """One sentence that says why a prompt was chosen for a day of asking."""

    on: date
    prompt_id: str
    why: str


class Plan(Value):
    """Everything that will be asked, and what the planner has to say about it in words."""

    cycles: tuple[Cycle, ...]
    occurrences: tuple[Occurrence, ...]
    remarks: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
