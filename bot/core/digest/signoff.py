"""A digest on its way to the board: who must do what before it may be seen."""

from datetime import datetime, timedelta
from datetime import time as wall_time
from enum import StrEnum

from bot.core.asking.plan import Cycle
from bot.core.asking.workdays import Workdays
from bot.core.partnership import Partnership
from bot.core.values import Utc, Value

CHASE_AT = wall_time(9, 30)
"""Local time of a reminder to coordinators: with the morning's other messages, never at night."""

FIRST_CHASE = 2
"""Working days before the issue date on which an undecided draft is first mentioned again:
three days after most drafts, and early enough to still read it."""


class DigestState(StrEnum):
    """Draft until a coordinator decides; only an approved one is published."""

    DRAFT = "draft"
    HELD = "held"
    APPROVED = "approved"
    PUBLISHED = "published"
    EXPIRED = "expired"


class Held(Value):
    """A stored digest: its content as JSON, its version, and what was decided about it.

    `cut_at`: replies said after it are carried to the next digest. `changes`: what changed from
    the version before, one sentence a line.
    """

    cycle_id: str
    partnership_id: str
    version: int
    state: DigestState
    content: str
    cut_at: Utc
    compiled_at: Utc
    decided_by: str | None = None
    decided_at: Utc | None = None
    published_at: Utc | None = None
    changes: str | None = None

    @property
    def first_eyes(self) -> str | None:
        """Who has approved a draft that a second person must approve too. A change of what stands
        in it makes both look again (store.digests.rewrite)."""
        return self.decided_by if self.state is DigestState.DRAFT else None


def chase_days(partnership: Partnership, cycle: Cycle) -> tuple[datetime, ...]:
    """When coordinators hear of an undecided draft: shortly before the issue date, on it, and on
    each working day from then to the meeting."""
    tz, workdays = partnership.tz, Workdays.of(partnership)
    issue_on = cycle.issue_at.astimezone(tz).date()
    days = [workdays.back(issue_on, FIRST_CHASE)]
    day = issue_on
    while day < cycle.meeting_on:
        if workdays.is_working(day):
            days.append(day)
        day += timedelta(days=1)
    return tuple(datetime.combine(day, CHASE_AT, tzinfo=tz) for day in days)


def next_chase_at(
    partnership: Partnership, cycle: Cycle, held: Held, now: datetime
) -> datetime | None:
    """When this digest next needs somebody, or its meeting ends the waiting. None after that."""
    times = [cycle.meeting_at, cycle.issue_at]
    if held.state is not DigestState.APPROVED:
        times += chase_days(partnership, cycle)
    return min((at for at in times if at > now), default=None)
