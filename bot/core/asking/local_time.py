"""Local wall time to UTC and back, and a date in words. Knows no working days.

A time that the spring clock change leaves out is shifted forward by the length of the gap; a
time that the autumn change repeats means the first of the two.
"""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo


def to_utc(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """The instant at which the wall clock of `zone` shows this time on this day."""
    # fold=0 reads a repeated time as its first occurrence and a left-out time with the offset
    # from before the gap, which is the shift forward: https://peps.python.org/pep-0495/
    return datetime.combine(day, clock.replace(fold=0), zone).astimezone(UTC)


def local_date(at: datetime, zone: ZoneInfo) -> date:
    """The date on the wall calendar of `zone` at this instant."""
    return at.astimezone(zone).date()
