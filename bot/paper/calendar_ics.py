"""Prints a plan as an iCalendar file that any calendar can import: RFC 5545. Sends nothing."""

from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event

from bot.core.asking.plan import Plan
from bot.core.partnership import Partnership
from bot.paper.calendar_entries import Entry, entries

# What is sent takes no time; a quarter of an hour is the shortest that calendars show well.
_LENGTH = timedelta(minutes=15)

UNCHANGED = datetime(2026, 1, 1, tzinfo=UTC)
"""When a plan was made of which no change is on record: before every change there can be."""


def calendar_ics(partnership: Partnership, plan: Plan, stamped_at: datetime) -> bytes:
    """The same entries as the printed calendar, in UTC, without channels or people.

    An entry keeps its UID from one file to the next, so that importing again updates it.
    `stamped_at` is when the plan was made or last changed; a later one is the newer, by which
    calendars know that an entry was moved (RFC 5545, 3.8.7.4).
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Dots//Plan//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"Dots: {partnership.name}")
    for entry in entries(partnership, plan):
        calendar.add_component(_event(entry, stamped_at))
    printed: bytes = calendar.to_ical()
    return printed


def _event(entry: Entry, stamped_at: datetime) -> Event:
    event = Event()
    event.add("uid", f"{entry.key}@dots.invalid")
    event.add("dtstamp", stamped_at)
    event.add("last-modified", stamped_at)
    event.add("sequence", max(0, int((stamped_at - UNCHANGED).total_seconds())))
    event.add("dtstart", entry.at)
    event.add("dtend", entry.at + _LENGTH)
    event.add("summary", f"{entry.what}: {entry.question}" if entry.question else entry.what)
    if entry.details:
        event.add("description", entry.details)
    # Nobody is busy because a prompt goes out.
    event.add("transp", "TRANSPARENT")
    return event
