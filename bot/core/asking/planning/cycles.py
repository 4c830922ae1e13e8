"""One cycle for every future board meeting: which known cycle it is, and when its papers are due.

Recognizes a moved meeting and leaves dates alone that have passed. Chooses no prompts.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple

from bot.core.asking.board_clock import PAPERS_AT, BoardDays, board_days
from bot.core.asking.local_time import to_utc
from bot.core.asking.plan import Cycle
from bot.core.partnership import Meeting, Partnership


class Upcoming(NamedTuple):
    """A cycle, its days as counted, and the day of the meeting before it, if there is one.

    `overdue`: the draft's date had passed when this date for the meeting was first seen.
    """

    cycle: Cycle
    days: BoardDays
    after: date | None
    overdue: bool


def upcoming(partnership: Partnership, known: Iterable[Cycle], now: datetime) -> list[Upcoming]:
    """The cycles of all meetings still to come, by date, with the ids they are known by.

    A known cycle without a meeting and a meeting without a cycle, taken in order, are a meeting
    that was moved: the cycle keeps its id.
    """
    own = [cycle for cycle in known if cycle.partnership_id == partnership.id]
    to_come = _to_come(partnership, now)
    recognized = _recognized(own, to_come, now)
    taken = {cycle.id for cycle in own}
    found = []
    for meeting in to_come:
        before = recognized.get(meeting.on)
        cycle_id = before.id if before else _new_id(partnership, meeting, taken)
        taken.add(cycle_id)
        days = board_days(partnership, meeting)
        fresh = _cycle(partnership, meeting, cycle_id, days)
        moved = before is None or before.meeting_on != meeting.on
        cycle = fresh if before is None or moved else _settled(before, fresh, now)
        after = _meeting_before(partnership, own, meeting.on, now)
        found.append(Upcoming(cycle, days, after, overdue=moved and cycle.draft_at <= now))
    return found


def _to_come(partnership: Partnership, now: datetime) -> list[Meeting]:
    meetings = {meeting.on: meeting for meeting in partnership.board.meetings}
    return [m for _, m in sorted(meetings.items()) if to_utc(m.on, m.at, partnership.tz) > now]


def _recognized(
    known: Sequence[Cycle], to_come: Sequence[Meeting], now: datetime
) -> dict[date, Cycle]:
    """The known cycle of each meeting, by the date of the meeting."""
    dates = {meeting.on for meeting in to_come}
    cycles = {cycle.meeting_on: cycle for cycle in known if cycle.meeting_on in dates}
    unplaced = sorted(
        (c for c in known if c.meeting_at > now and c.meeting_on not in dates),
        key=lambda cycle: (cycle.meeting_on, cycle.id),
    )
    moved_to = sorted(dates - cycles.keys())
    return cycles | dict(zip(moved_to, unplaced, strict=False))


def _new_id(partnership: Partnership, meeting: Meeting, taken: set[str]) -> str:
    """Named for the first date of the meeting; numbered if a moved cycle holds that name."""
    name = f"{partnership.id}/{meeting.on.isoformat()}"
    if name not in taken:
        return name
    return next(f"{name}/{n}" for n in range(2, len(taken) + 3) if f"{name}/{n}" not in taken)


def _meeting_before(
    partnership: Partnership, known: Sequence[Cycle], day: date, now: datetime
) -> date | None:
    dates = {meeting.on for meeting in partnership.board.meetings}
    held = {cycle.meeting_on for cycle in known if cycle.meeting_at <= now}
    return max((on for on in dates | held if on < day), default=None)


def _cycle(partnership: Partnership, meeting: Meeting, cycle_id: str, days: BoardDays) -> Cycle:
    zone = partnership.tz
    return Cycle(
        id=cycle_id,
        partnership_id=partnership.id,
        meeting_on=meeting.on,
        meeting_at=to_utc(meeting.on, meeting.at, zone),
        draft_at=to_utc(days.draft_on, PAPERS_AT, zone),
        issue_at=to_utc(days.issue_on, PAPERS_AT, zone),
    )


def _settled(known: Cycle, fresh: Cycle, now: datetime) -> Cycle:
    """The fresh dates, unless that would change the past or call for papers in the past."""
    drafted = known.draft_at <= now
    too_late = (fresh.issue_at if drafted else fresh.draft_at) <= now
    kept: dict[str, datetime] = {}
    if drafted or too_late:
        kept["draft_at"] = known.draft_at
    if known.issue_at <= now or too_late:
        kept["issue_at"] = known.issue_at
    return fresh.model_copy(update=kept)
