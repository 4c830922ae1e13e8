"""Counts back from a board meeting: issue, draft, and the days on which members are asked.

Knows no history and no clock of its own: the same meeting always gives the same dates.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import NamedTuple

from bot.core.asking.local_time import local_date, to_utc
from bot.core.asking.plan import Cycle
from bot.core.asking.sending_days import SendingDays
from bot.core.partnership import Meeting, Partnership
from bot.core.words import day_in_words

# Local wall time of the draft, of the issue and of the question about the board's answers: when
# offices have settled, as for prompts.
PAPERS_AT = time(9, 30)
# Local wall time at which a window ends, and after which a prompt is missed rather than asked
# late: nothing is sent in the evening, and a reply written today still counts today.
DAY_ENDS_AT = time(17, 0)
# Working days by which papers may move to avoid a quiet day: enough for Christmas or a half
# term; further than that, papers would be stale, and a quiet issue is the smaller harm.
MOST_DAYS_EARLIER = 10
# Days after the asking, up to the closing, on which people are expected to be at work: with
# fewer, somebody part-time meets the question only when it has closed, or never.
FEWEST_DAYS_TO_ANSWER = 3

_DAY = timedelta(days=1)


class BoardDays(NamedTuple):
    """The days of one meeting's papers; `counted_*` are where plain counting would put them."""

    draft_on: date
    issue_on: date
    counted_draft_on: date
    counted_issue_on: date


class Slot(NamedTuple):
    """One day of asking, the same for every channel of the partnership."""

    on: date
    due_at: datetime
    remind_at: datetime
    closes_at: datetime
    cut_off_at: datetime


def board_days(partnership: Partnership, meeting: Meeting) -> BoardDays:
    """When the draft and the digest are due, both moved earlier rather than sent on a quiet day.

    The draft keeps its distance from the issue, so that coordinators keep their reading time.
    """
    board, days = partnership.board, SendingDays.of(partnership)
    issue_counted = days.work.clear_days_before(meeting.on, board.issue_days)
    draft_counted = days.work.back(meeting.on, board.draft_days)
    issue_on = _earlier(days, issue_counted)
    reading_days = board.draft_days - board.issue_days - 1
    draft_on = _earlier(days, days.work.back(issue_on, reading_days))
    return BoardDays(draft_on, issue_on, draft_counted, issue_counted)


def call_at(partnership: Partnership, cycle: Cycle) -> datetime:
    """When the board is asked for its answers: the first working morning after it met."""
    met_on = local_date(cycle.meeting_at, partnership.tz)
    day = SendingDays.of(partnership).work.forward(met_on, 1)
    return to_utc(day, PAPERS_AT, partnership.tz)


def slots(partnership: Partnership, draft_on: date) -> tuple[Slot | date, ...]:
    """The days of asking before a draft, earliest first, as many as the cadence asks for.

    The last window closes on the working day before the draft. A bare date is a day on which
    nothing can be asked, because of a pause on it or through most of its window. A day that a
    coordinator moved stands on its new date, if it may (`why_not_moved`); the others stay.
    """
    cadence, days = partnership.cadence, SendingDays.of(partnership)
    found: list[Slot | date] = []
    latest = days.work.back(draft_on, cadence.open_for + 1)
    for _ in range(cadence.prompts):
        on = latest
        while not (days.may_ask(on) and _leaves_time(days, on, cadence.open_for)):
            on -= _DAY
        found.append(_slot(partnership, days, on))
        latest = days.work.back(on, cadence.every)
    counted = tuple(reversed(found))
    to = {move.on: move.to for move in partnership.move}
    stands = [to.get(_on(each), _on(each)) for each in counted]
    if not any(_on(each) in to for each in counted) or why_not_moved(
        partnership, counted, draft_on
    ):
        return counted
    ends = [*stands[1:], draft_on]
    return tuple(
        _slot(partnership, days, on, before) for on, before in zip(stands, ends, strict=True)
    )


def why_not_moved(
    partnership: Partnership, counted: Sequence[Slot | date], draft_on: date
) -> str | None:
    """Why these days of asking cannot be moved as the coordinators wish, to follow "because";
    None when they can. `counted` are the days before any was moved. A window closes before the
    next prompt, if that comes sooner than usual."""
    days, to = SendingDays.of(partnership), {move.on: move.to for move in partnership.move}
    stands = [to.get(_on(each), _on(each)) for each in counted]
    for on in to.values():
        if on in stands and (why := days.why_silent(on)):
            return f"{day_in_words(on)} is {why}"
    if stands != sorted(set(stands)):
        return "it would change places with another prompt"
    for on, before in pairwise([*stands, draft_on]):
        if before <= on or len(_days_between(days, on, before)) < FEWEST_DAYS_TO_ANSWER:
            what = "the draft is made" if before == draft_on else "the next prompt is sent"
            return (
                f"too few days to answer the prompt of {day_in_words(on)} would be left before "
                f"{what} on {day_in_words(before)}"
            )
    return None


def _on(slot: Slot | date) -> date:
    return slot.on if isinstance(slot, Slot) else slot


def _slot(
    partnership: Partnership, days: SendingDays, on: date, before: date | None = None
) -> Slot | date:
    """The day `on`, open for as long as the cadence says, or until the working day before the
    day `before`, if that comes sooner."""
    cadence, zone = partnership.cadence, partnership.tz
    closes_on = days.work.forward(on, cadence.open_for)
    if before is not None:
        closes_on = min(closes_on, days.work.back(before, 1))
    window = _days_between(days, on, closes_on + _DAY)
    unpaused = [day for day in window if not days.is_paused(day)]
    if days.is_paused(on) or len(unpaused) < FEWEST_DAYS_TO_ANSWER:
        return on
    remind_on = window[_half_way(window, unpaused)]
    return Slot(
        on,
        due_at=to_utc(on, cadence.start, zone),
        remind_at=to_utc(remind_on, cadence.start, zone),
        closes_at=to_utc(closes_on, DAY_ENDS_AT, zone),
        cut_off_at=to_utc(on, DAY_ENDS_AT, zone),
    )


def _half_way(window: list[date], unpaused: list[date]) -> int:
    """The day of the reminder: half way through the days on which people can answer, so that over
    Christmas it is not the very next one. Never the last."""
    half = (len(window) - 1) // 2
    possible = (number for number, day in enumerate(window[:-1]) if day in unpaused)
    return min(possible, key=lambda number: (abs(number - half), half - number))


def _leaves_time(days: SendingDays, on: date, open_for: int) -> bool:
    return len(_days_to_answer(days, on, open_for)) >= FEWEST_DAYS_TO_ANSWER


def _days_to_answer(days: SendingDays, on: date, working_days: int) -> list[date]:
    """The days among so many working days after the asking that are not quiet."""
    return _days_between(days, on, days.work.forward(on, working_days) + _DAY)


def _days_between(days: SendingDays, after: date, before: date) -> list[date]:
    """The days after one day and before another that are not quiet."""
    between = (after + _DAY * count for count in range(1, (before - after).days))
    return [day for day in between if not days.is_silent(day)]


def _earlier(days: SendingDays, day: date) -> date:
    """This day, or the nearest earlier one on which papers may be sent, if one is near enough."""
    nearby = (days.work.back(day, count) for count in range(MOST_DAYS_EARLIER + 1))
    return next((d for d in nearby if not days.is_silent(d) and not days.is_paused(d)), day)
