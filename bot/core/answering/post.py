"""When others hear of what somebody did privately: with the next working morning's post, so that
the hour of it gives nobody away. Sends nothing."""

from datetime import date, datetime, timedelta
from datetime import time as wall_time

from bot.core.asking.workdays import Workdays
from bot.core.partnership import Partnership

POST_AT = wall_time(9, 30)
"""Local time of the morning's post: as early as people are asked by default. A judgement."""


def post_after(partnership: Partnership, day: date) -> datetime:
    """The first morning's post after a local day."""
    return post_on_or_after(partnership, day + timedelta(days=1))


def post_on_or_after(partnership: Partnership, day: date) -> datetime:
    """The morning's post of a local day, or the first one after it."""
    workdays = Workdays.of(partnership)
    while not workdays.is_working(day):
        day += timedelta(days=1)
    return datetime.combine(day, POST_AT, tzinfo=partnership.tz)


def today(partnership: Partnership, now: datetime) -> date:
    """The local date."""
    return now.astimezone(partnership.tz).date()


def is_out(partnership: Partnership, day: date, now: datetime) -> bool:
    """True once what was done privately on a local day may be shown to others."""
    return now >= post_after(partnership, day)
