"""Puts the line into the outbox that coordinators hear at the beginning of a week in which nothing
needs them, where they want it. Whether it is said is decided when it leaves."""

from datetime import date, datetime, timedelta

from sqlalchemy import Connection

from bot.core.asking.local_time import local_date, to_utc
from bot.core.asking.sending_days import SendingDays
from bot.core.digest.signoff import CHASE_AT
from bot.core.outbox import Kind, OutboxMessage
from bot.core.partnership import Partnership
from bot.store import outbox, plans

WORTH = timedelta(hours=8)
"""How late in its day a line is still worth sending."""


def arrange_weekly(tx: Connection, partnership: Partnership, now: datetime) -> None:
    """Put the next line into the outbox, once for each week; on the first working day of the week
    on which Dots may speak. Repeatable."""
    if not partnership.coordinators.weekly_line:
        return
    day = _next_day(partnership, local_date(now, partnership.tz))
    if day is None:
        return
    year, week, _ = day.isocalendar()
    due_at = to_utc(day, CHASE_AT, partnership.tz)
    outbox.add(
        tx,
        OutboxMessage(
            id=outbox.new_id(),
            key=f"weekly:{partnership.id}:{year}-{week:02}",
            kind=Kind.WEEKLY,
            partnership_id=partnership.id,
            subject=partnership.id,
            target=plans.current_channel(tx, partnership.coordinators.channel.id),
            due_at=due_at,
            cut_off_at=due_at + WORTH,
        ),
    )


def _next_day(partnership: Partnership, today: date) -> date | None:
    """The day of next week's line; None in a week of holidays or a pause."""
    days = SendingDays.of(partnership)
    monday = today + timedelta(days=7 - today.weekday())
    week = (monday + timedelta(days=number) for number in range(5))
    return next((day for day in week if days.why_silent(day) is None), None)
