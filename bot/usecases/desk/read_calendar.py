"""Reads the board's meetings from a calendar that somebody hands over, and says what had to be
assumed. Stores nothing."""

from datetime import date
from itertools import groupby
from typing import NamedTuple
from zoneinfo import ZoneInfo

from bot.content.board_calendar import Dated, NoMeetingsError, meetings_from
from bot.core.partnership import Meeting, Partnership
from bot.core.sentences import calendars as say
from bot.core.steering.edit import CannotSteerError

CALENDAR = "calendar"
"""The field of a form for a file with the board's meetings."""


class FromCalendar(NamedTuple):
    """Meetings to come, one a day, in order; and what to know of them, a sentence each."""

    meetings: tuple[Meeting, ...]
    notes: tuple[str, ...]


def read_calendar(raw: bytes, zone: ZoneInfo, today: date) -> FromCalendar:
    """What lies ahead in a calendar. Raises NoMeetingsError when that is nothing, or not clear."""
    found = [one for one in meetings_from(raw, zone, today) if one.meeting.on > today]
    if not found:
        raise NoMeetingsError(say.all_over())
    for on, same in groupby(found, key=lambda one: one.meeting.on):
        if len(several := list(same)) > 1:
            times = [say.at(one.meeting, timed=one.timed) for one in several[:2]]
            raise NoMeetingsError(say.twice(on, times))
    meetings = tuple(one.meeting for one in found)
    return FromCalendar(meetings, (say.were_read(meetings), *_assumed(found)))


def _assumed(found: list[Dated]) -> list[str]:
    untimed = [one.meeting for one in found if not one.timed]
    zones = {one.unknown_zone for one in found} - {""}
    return [
        *([say.untimed(untimed)] if untimed else []),
        *([say.unknown_zones(zones)] if zones else []),
    ]


def new_meetings(raw: bytes, partnership: Partnership, today: date) -> FromCalendar:
    """The meetings in a calendar on days on which this board does not meet yet, and what to know
    of all of them. Raises CannotSteerError when there is none."""
    try:
        found = read_calendar(raw, partnership.tz, today)
    except NoMeetingsError as error:
        raise CannotSteerError(say.unread_file(str(error))) from None
    theirs = {each.on: each.at for each in found.meetings}
    ours = {each.on: each.at for each in partnership.board.meetings if each.on > today}
    notes = say.beside_the_plan(
        same=[on for on in theirs if ours.get(on) == theirs[on]],
        other_time=[(on, ours[on], at) for on, at in theirs.items() if ours.get(on, at) != at],
        missing=[on for on in ours if on not in theirs],
    )
    if not (new := tuple(each for each in found.meetings if each.on not in ours)):
        raise CannotSteerError(" ".join((say.nothing_new(), *notes)))
    return FromCalendar(new, (*found.notes, *notes))
