"""Reads the board's meetings from an iCalendar file, repeats written out. Judges no date."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, tzinfo
from pathlib import Path
from threading import Lock
from typing import NamedTuple
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr  # type: ignore[import-untyped]  # it ships no types
from icalendar import Calendar, Event
from icalendar.prop import vRecur
from icalendar.timezone import tzp

from bot.core.partnership import Meeting

MOST_BYTES = 1_000_000
"""Bytes: a shared calendar of several years is well under this."""
MOST_MEETINGS = 60
"""Meetings kept from one file: five years of monthly boards."""
REPEATS_BACK = timedelta(days=366)
REPEATS_AHEAD = timedelta(days=731)
"""Around today: how far a repeating event is written out. Boards set dates a year or two ahead."""

_FREQUENCIES = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}

_one_at_a_time = Lock()
"""icalendar keeps the zones that a file describes for all files: two of one name would be one."""

_UNREADABLE = (ValueError, OverflowError, TypeError, AttributeError, KeyError, IndexError)
"""What icalendar and dateutil raise over a file that breaks their rules; found by trying 30,000."""


class NoMeetingsError(Exception):
    """The calendar cannot give any meeting; the text finishes the sentence "found ..."."""


class Dated(NamedTuple):
    """One meeting, and what had to be assumed. `timed` is False where the calendar gives a day
    only; `unknown_zone` names a zone that nobody knows, whose times are read as local ones."""

    meeting: Meeting
    timed: bool = True
    unknown_zone: str = ""


def meetings_in(folder: Path, name: str, zone: ZoneInfo, today: date) -> tuple[Dated, ...]:
    """Every meeting in the file, in order, in local wall time; an all-day one has no time.

    Only a file in the schedules' own folder is opened. Raises NoMeetingsError when there is none.
    """
    if Path(name).name != name or not name.lower().endswith(".ics"):
        raise NoMeetingsError(f'"{name}", which does not name an .ics file in this folder')
    try:
        with (folder / name).open("rb") as opened:
            raw = opened.read(MOST_BYTES + 1)
    except OSError as problem:
        raise NoMeetingsError(f"no file that can be opened ({problem.strerror})") from None
    return meetings_from(raw, zone, today)


def meetings_from(raw: bytes, zone: ZoneInfo, today: date) -> tuple[Dated, ...]:
    """The same from the bytes of a calendar, wherever they came from."""
    with _one_at_a_time:
        tzp.use_zoneinfo()  # forgets the zones that an earlier file described
        found = _found(raw, zone, today)
    if not found:
        raise NoMeetingsError("a calendar in which every event is over or cancelled")
    return _latest(found, today)


def _found(raw: bytes, zone: ZoneInfo, today: date) -> list[Dated]:
    events = _events(raw)
    if not events:
        raise NoMeetingsError("a calendar without events")
    try:
        newest = _newest(events)
        return [
            _dated(start, zone, _unknown_zone(event))
            for event in newest
            for start in _starts(event, newest, today)
        ]
    except _UNREADABLE:  # also the last hours of year 9999, which have no time elsewhere
        raise NoMeetingsError("an event that cannot be read") from None


def _latest(found: list[Dated], today: date) -> tuple[Dated, ...]:
    """In order, each once; of a day and the same meeting with its time, the latter."""
    found.sort(key=lambda one: (one.meeting.on, one.meeting.at, one.timed))
    once = list({one.meeting: one for one in found}.values())
    if any(one.meeting.on > today for one in once[:-MOST_MEETINGS]):
        raise NoMeetingsError(f"more than {MOST_MEETINGS} meetings that are still to come")
    return tuple(once[-MOST_MEETINGS:])


def _events(raw: bytes) -> list[Event]:
    if len(raw) > MOST_BYTES:
        raise NoMeetingsError("a very large calendar")
    try:
        # Some programs begin a file with a mark of its encoding.
        calendar = Calendar.from_ical(raw.decode("utf-8-sig", errors="replace"))
    except _UNREADABLE:
        raise NoMeetingsError("a file that is not an iCalendar file") from None
    return [event for event in calendar.walk("VEVENT") if isinstance(event, Event)]


def _newest(events: list[Event]) -> list[Event]:
    """Without older revisions of an event that stands there again (RFC 5545, 3.8.7.4)."""
    newest: dict[tuple[str, str], int] = {}
    for event in events:
        newest[_same(event)] = max(_revision(event), newest.get(_same(event), 0))
    return [event for event in events if _revision(event) == newest[_same(event)]]


def _same(event: Event) -> tuple[str, str]:
    moved = getattr(event.get("RECURRENCE-ID"), "dt", "")
    return str(event.get("UID") or id(event)), str(moved)


def _revision(event: Event) -> int:
    number = event.get("SEQUENCE")
    return max(number, 0) if isinstance(number, int) else 0


def _starts(event: Event, events: list[Event], today: date) -> Iterator[date]:
    if "RANGE" in getattr(event.get("RECURRENCE-ID"), "params", ()):  # RFC 5545, 3.2.13
        raise NoMeetingsError("an event that was changed together with all that follow it")
    if str(event.get("STATUS", "")).upper() == "CANCELLED":
        return
    start = getattr(event.get("DTSTART"), "dt", None)
    if not isinstance(start, date):
        raise NoMeetingsError("an event without a start")
    if not event.rrules and not event.rdates:
        yield start
        return
    zone = start.tzinfo if isinstance(start, datetime) else None
    not_then = [*event.exdates, *_moved(event, events)]
    left_out = {_wall(day, zone) for day in not_then}
    # Some programs name a day where they should name a time.
    days_out = {day for day in not_then if not isinstance(day, datetime)}
    repeats = {_wall(start, zone), *(_wall(day, zone) for day, _ in event.rdates)}
    for rule in event.rrules:
        repeats |= _repeats(rule, _wall(start, zone), zone, today)
    over = {at for at in repeats if at.date() < today - REPEATS_BACK}
    for at in sorted(repeats - left_out - over):
        if at.date() in days_out:
            continue
        yield at.replace(tzinfo=zone) if isinstance(start, datetime) else at.date()


def _moved(event: Event, events: list[Event]) -> list[date]:
    """The repeats of `event` that stand in the file as events of their own, on another day."""
    same = (other for other in events if other.get("UID") == event.get("UID"))
    return [other.RECURRENCE_ID for other in same if other.RECURRENCE_ID is not None]


def _repeats(rule: vRecur, start: datetime, zone: tzinfo | None, today: date) -> set[datetime]:
    if not _FREQUENCIES.issuperset(rule.get("FREQ", [])):
        raise NoMeetingsError("an event that repeats within a day")
    if min(rule.get("INTERVAL", [1])) < 1:
        raise NoMeetingsError("an event that repeats without moving on")
    plain = vRecur({part: value for part, value in rule.items() if part != "UNTIL"})
    rule_text = plain.to_ical().decode()  # type: ignore[no-untyped-call]  # icalendar leaves it so
    last = datetime.combine(today + REPEATS_AHEAD, time.max)
    last = min([last, *(_wall(until, zone, time.max) for until in rule.get("UNTIL", []))])
    first = datetime.combine(today - REPEATS_BACK, time.min)
    dates = rrulestr(rule_text, dtstart=start).between(first, last, inc=True)
    if len(dates) > MOST_MEETINGS:
        raise NoMeetingsError(
            f"an event that repeats more than {MOST_MEETINGS} times in three years"
        )
    return set(dates)


def _wall(day: date, zone: tzinfo | None, of_day: time = time.min) -> datetime:
    """Wall time in the event's own zone, in which repeats are counted."""
    if not isinstance(day, datetime):
        return datetime.combine(day, of_day)
    return (day.astimezone(zone) if zone and day.tzinfo else day).replace(tzinfo=None)


def _unknown_zone(event: Event) -> str:
    """The name of a zone that is defined neither here nor in the file; "" for every other."""
    start = event.get("DTSTART")
    local = isinstance(start.dt, datetime) and start.dt.tzinfo is None
    return str(start.params.get("TZID", "")) if local else ""


def _dated(start: date, zone: ZoneInfo, unknown_zone: str) -> Dated:
    if not isinstance(start, datetime):
        return Dated(Meeting(on=start), timed=False)
    local = start.astimezone(zone) if start.tzinfo else start
    at = local.time().replace(second=0, microsecond=0)
    return Dated(Meeting(on=local.date(), at=at), unknown_zone=unknown_zone)
