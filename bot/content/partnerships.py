"""Reads the partnerships, one file each, and finds what is wrong by itself or between files.

Judges no date against today or the holidays: that is readiness.
"""

from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from bot.content.board_calendar import Dated, NoMeetingsError, meetings_in
from bot.content.explain import read_as
from bot.content.findings import Finding
from bot.content.folder import sources_in
from bot.content.language import language_terms
from bot.content.shape import CalendarFile, Schema, schemas
from bot.content.source import Source, Where, read_source
from bot.content.syntax import shown
from bot.core.partnership import CHANNELS_APART, Partnership
from bot.core.places import zone_names
from bot.core.words import day_in_words, listed, time_in_words

MEETINGS: Where = ("board", "meetings")
_DEFAULT_ZONE = "Europe/London"


class Reading(NamedTuple):
    """One file, its values with dates and calendars written out, and what came of them."""

    source: Source
    values: dict[str, object]
    partnership: Partnership | None


def survey_partnerships(folder: Path, today: date) -> tuple[list[Reading], list[Finding]]:
    """Every file in `folder` that is YAML, and everything that is wrong whatever the date.

    `today` only says how far a repeating event of a calendar is written out.
    """
    sources, findings = sources_in(folder, "partnerships")
    schema = schemas()["schedules"]
    readings = []
    for source in sources:
        reading, wrong = _read(source, schema, today)
        readings.append(reading)
        findings += wrong
    return readings, [*findings, *_repeated(sources), *_channels(sources), *_terms(sources)]


def survey_partnership(file: Path, today: date) -> tuple[Reading | None, list[Finding]]:
    """One file by itself, and everything that is wrong with it whatever the date."""
    source, findings = read_source(file)
    if source is None:
        return None, findings
    reading, wrong = _read(source, schemas()["schedules"], today)
    return reading, [*findings, *wrong, *_channels([source]), *_terms([source])]


def _read(source: Source, schema: Schema, today: date) -> tuple[Reading, list[Finding]]:
    meetings, unread = _meetings(source, schema, today)
    values = dict(source.data)
    if isinstance(board := values.get("board"), dict) and "meetings" in board:
        values["board"] = {**board, "meetings": meetings}
    partnership, refused = read_as(Partnership, values, source, schema, but_not={CHANNELS_APART})
    without = any(one.severity == "error" for one in unread)
    told = [one for one in refused if not (without and one.key.startswith("board.meetings"))]
    return Reading(source, values, partnership), [*unread, *told]


def _meetings(source: Source, schema: Schema, today: date) -> tuple[object, list[Finding]]:
    """The meetings as keys and values: a bare date becomes `on`, a calendar is read."""
    written = source.at(MEETINGS)
    if isinstance(written, list):
        return [one if isinstance(one, dict) else {"on": one} for one in written], []
    if not isinstance(written, dict):
        return written, []
    in_file, wrong = read_as(CalendarFile, written, source, _calendar_shape(schema), MEETINGS)
    if in_file is None:
        return [], wrong
    try:
        found = meetings_in(source.path.parent, in_file.calendar, _zone(source), today)
    except NoMeetingsError as none:
        expected = "an iCalendar file (.ics) in this folder, with the board's meetings"
        advice = "Export the board's calendar again, or list the dates under `meetings:`."
        return [], [source.finding((*MEETINGS, "calendar"), str(none), expected, advice)]
    meetings = [one.meeting.model_dump(mode="json") for one in found]
    return meetings, list(_assumed(source, [one for one in found if one.meeting.on > today]))


def _assumed(source: Source, to_come: list[Dated]) -> Iterator[Finding]:
    """What the calendar leaves open about meetings that are still to come."""
    where: Where = (*MEETINGS, "calendar")
    if untimed := [one.meeting for one in to_come if not one.timed]:
        days = listed([day_in_words(each.on) for each in untimed])
        found = f"no time for {days}, so {time_in_words(untimed[0].at)} is taken"
        advice = "Give it a time in the calendar if another is meant."
        yield source.warning(where, found, "a time for each meeting", advice)
    for name in sorted({one.unknown_zone for one in to_come} - {""}):
        found = f"the unknown time zone {shown(name)}, so its times are taken as local ones"
        advice = "Look whether the times are right, or export the calendar with another zone."
        yield source.warning(where, found, "a time zone such as Europe/London", advice)


def _calendar_shape(schema: Schema) -> Schema:
    ways: list[Schema] = schema["$defs"]["Board"]["properties"]["meetings"]["anyOf"]
    return ways[-1]


def _zone(source: Source) -> ZoneInfo:
    written = source.at(("zone",))
    return ZoneInfo(written if written in zone_names() else _DEFAULT_ZONE)


def _repeated(sources: list[Source]) -> Iterator[Finding]:
    first: dict[str, Source] = {}
    for source in sources:
        name = source.at(("id",))
        if isinstance(name, str) and first.setdefault(name, source) is not source:
            found = f"{shown(name)} again, first in {first[name].file}"
            advice = "Give this partnership an id of its own."
            yield source.finding(("id",), found, "an id that no other partnership has", advice)


def _channels(sources: list[Source]) -> Iterator[Finding]:
    """Channels that are used twice: in one partnership, or asked by two."""
    asked: dict[str, Source] = {}
    for source in sources:
        here: set[str] = set()
        for where, channel in _asked_in(source):
            if channel in here:
                yield source.finding(
                    where, f"{channel} again", "each channel once", "Take one of the two out."
                )
            elif asked.setdefault(channel, source) is not source:
                found = f"{channel}, which {asked[channel].file} already asks in"
                advice = "Choose another channel: two partnerships would ask in it at once."
                yield source.finding(where, found, "a channel of this partnership alone", advice)
            here.add(channel)
        yield from _drafts_apart(source, here)


def _terms(sources: list[Source]) -> Iterator[Finding]:
    """Terms that are left out, and are not in the shared list."""
    known = {term.id for term in language_terms()}
    for source in sources:
        listed = source.at(("care", "leave_out_words"))
        for index, written in enumerate(listed if isinstance(listed, list) else ()):
            if isinstance(written, str) and written not in known:
                near = get_close_matches(written, known, n=1)
                advice = (
                    f"Did you mean `{near[0]}`?"
                    if near
                    else "`dots guard` names the term with each wording that it notices."
                )
                where: Where = ("care", "leave_out_words", index)
                yield source.finding(where, shown(written), "the id of a term of the list", advice)


def _asked_in(source: Source) -> Iterator[tuple[Where, str]]:
    listed = source.at(("channels",))
    for index in range(len(listed) if isinstance(listed, list) else 0):
        where: Where = ("channels", index, "id")
        if isinstance(channel := source.at(where), str):
            yield where, channel


def _drafts_apart(source: Source, asked: set[str]) -> Iterator[Finding]:
    where: Where = ("coordinators", "channel", "id")
    channel = source.at(where)
    if isinstance(channel, str) and channel in {*asked, source.at(("board", "channel", "id"))}:
        found = f"{channel}, which is also an asking channel or the board's"
        advice = "Choose another channel: drafts are posted there, before anyone approved them."
        yield source.finding(where, found, "a channel for the coordinators alone", advice)
