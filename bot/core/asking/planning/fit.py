"""Which days of asking are left for one cycle, and why the others are not. Chooses no prompts."""

from datetime import date, datetime
from typing import NamedTuple

from bot.core.asking.board_clock import Slot, slots
from bot.core.asking.local_time import local_date
from bot.core.asking.plan import OccurrenceState
from bot.core.asking.planning.cycles import Upcoming
from bot.core.asking.planning.past import Past
from bot.core.asking.sending_days import SendingDays
from bot.core.partnership import Partnership

# Prompts in the smallest cycle that can touch all three principles and join two of them without
# asking about one of them twice as much; below it a coordinator decides.
FEWEST_PROMPTS = 3

_BEFORE = "it is before the previous meeting"


class LeftOut(NamedTuple):
    """A day of the cadence on which nobody is asked; `why` follows the date in a sentence."""

    on: date
    why: str


class Fit(NamedTuple):
    """The days that are left, in order. `in_time` counts those a coordinator skipped, too."""

    slots: tuple[Slot, ...]
    left_out: tuple[LeftOut, ...]
    in_time: int


def fit(partnership: Partnership, upcoming: Upcoming, past: Past, now: datetime) -> Fit:
    """The days on which this cycle can still ask, at most as many as the cadence leaves over.

    Days are counted back from the draft, so the latest are kept.
    """
    days = SendingDays.of(partnership)
    draft_on = local_date(upcoming.cycle.draft_at, partnership.tz)
    free: list[Slot] = []
    left_out: list[LeftOut] = []
    skipped = 0
    for slot in slots(partnership, draft_on):
        on = slot.on if isinstance(slot, Slot) else slot
        if why := _why_settled(on, upcoming.after, past):
            left_out.append(LeftOut(on, why))
        elif on in past.days:
            continue
        elif not isinstance(slot, Slot):
            left_out.append(LeftOut(on, _why_paused(days, on)))
        elif why := _why_too_late(slot, past, now):
            left_out.append(LeftOut(on, why))
        elif on in days.skipped:
            skipped += 1
            left_out.append(LeftOut(on, "it is skipped"))
        else:
            free.append(slot)
    allowed = max(partnership.cadence.prompts - past.asked_in(upcoming.cycle.id), 0)
    return Fit(tuple(free[max(len(free) - allowed, 0) :]), tuple(left_out), len(free) + skipped)


def _why_settled(on: date, after: date | None, past: Past) -> str | None:
    if after is not None and on <= after:
        return "it is the day of the previous meeting" if on == after else _BEFORE
    return {
        OccurrenceState.MISSED: "it was missed",
        OccurrenceState.SKIPPED: "it is skipped",
    }.get(past.days.get(on, OccurrenceState.ASKED))


def _why_too_late(slot: Slot, past: Past, now: datetime) -> str | None:
    if slot.due_at <= now:
        return "it has passed"
    if past.open_until is not None and slot.due_at < past.open_until:
        return "the prompt before it is still open"
    return None


def _why_paused(days: SendingDays, on: date) -> str:
    why = days.why_silent(on)
    return f"it is {why}" if why else "a pause leaves too little time to answer"
