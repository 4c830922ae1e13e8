"""The board's meetings from an iCalendar file: zones, whole days, repeats, and what goes wrong."""

from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.content.board_calendar import (
    MOST_MEETINGS,
    Dated,
    NoMeetingsError,
    meetings_from,
    meetings_in,
)
from bot.content.folders import read_partnerships
from tests.content.checking import Checked, edited, only
from tests.content.test_readiness import ALL_MEETINGS

LONDON = ZoneInfo("Europe/London")
TODAY = date(2026, 11, 23)
FROM_FILE = {f"  meetings:\n{ALL_MEETINGS}": "  meetings: {calendar: board.ics}\n"}


def calendar(*events: str, kind: str = "VEVENT") -> str:
    parts = "".join(f"BEGIN:{kind}\n{event.strip()}\nEND:{kind}\n" for event in events)
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//test//\n{parts}END:VCALENDAR\n"
    return text.replace("\n", "\r\n")


def read(folder: Path, *events: str) -> list[str]:
    (folder / "board.ics").write_text(calendar(*events), newline="")
    meetings = meetings_in(folder, "board.ics", LONDON, TODAY)
    return [f"{one.meeting.on} {one.meeting.at:%H:%M}" for one in meetings]


@pytest.mark.parametrize(
    ("start", "meeting"),
    [
        ("DTSTART;TZID=Europe/London:20270721T140000", "2027-07-21 14:00"),
        ("DTSTART:20270721T130000Z", "2027-07-21 14:00"),
        ("DTSTART:20270210T140000Z", "2027-02-10 14:00"),
        ("DTSTART;TZID=GMT Standard Time:20270721T140000", "2027-07-21 14:00"),
        ("DTSTART;TZID=Europe/Paris:20270721T150000", "2027-07-21 14:00"),
        ("DTSTART:20270721T140000", "2027-07-21 14:00"),
        ("DTSTART;VALUE=DATE:20270721", "2027-07-21 10:00"),
    ],
)
def test_a_meeting_is_read_in_local_wall_time(tmp_path: Path, start: str, meeting: str) -> None:
    assert read(tmp_path, f"UID:1\n{start}") == [meeting]


def test_a_repeating_meeting_keeps_its_wall_time_when_the_clocks_change(tmp_path: Path) -> None:
    event = """UID:1
DTSTART;TZID=Europe/London:20270203T140000
RRULE:FREQ=MONTHLY;INTERVAL=3;BYDAY=1WE;UNTIL=20271201T235959Z"""
    assert read(tmp_path, event) == [
        "2027-02-03 14:00",
        "2027-05-05 14:00",
        "2027-08-04 14:00",
        "2027-11-03 14:00",
    ]


def test_a_repeat_that_was_moved_taken_out_or_added_is_read_as_it_is_now(tmp_path: Path) -> None:
    series = """UID:1
DTSTART;TZID=Europe/London:20270203T140000
RRULE:FREQ=MONTHLY;INTERVAL=3;BYDAY=1WE;COUNT=4
EXDATE:20270505T130000Z
RDATE;TZID=Europe/London:20270512T100000"""
    moved = """UID:1
RECURRENCE-ID;TZID=Europe/London:20270804T140000
DTSTART;TZID=Europe/London:20270805T150000"""
    cancelled = """UID:1
RECURRENCE-ID;TZID=Europe/London:20271103T140000
DTSTART;TZID=Europe/London:20271103T140000
STATUS:CANCELLED"""
    assert read(tmp_path, series, moved, cancelled) == [
        "2027-02-03 14:00",
        "2027-05-12 10:00",
        "2027-08-05 15:00",
    ]


def test_a_repeat_that_was_taken_out_by_its_day_alone_is_out(tmp_path: Path) -> None:
    series = """UID:1
DTSTART;TZID=Europe/London:20270203T140000
RRULE:FREQ=MONTHLY;INTERVAL=3;BYDAY=1WE;COUNT=3
EXDATE;VALUE=DATE:20270505"""
    moved = """UID:1
RECURRENCE-ID;VALUE=DATE:20270804
DTSTART;TZID=Europe/London:20270805T150000"""
    assert read(tmp_path, series, moved) == ["2027-02-03 14:00", "2027-08-05 15:00"]


@pytest.mark.parametrize("order", [1, -1])
def test_of_an_event_that_stands_there_again_the_newest_revision_counts(
    tmp_path: Path, order: int
) -> None:
    events = [
        "UID:1\nDTSTART:20270201T140000Z",
        "UID:1\nSEQUENCE:2\nDTSTART:20270203T140000Z",
        "UID:2\nSEQUENCE:1\nDTSTART:20270301T140000Z",
        "UID:2\nSEQUENCE:2\nDTSTART:20270301T140000Z\nSTATUS:CANCELLED",
        "UID:3\nDTSTART:20270402T130000Z",
        "UID:3\nDTSTART:20270501T130000Z",
        "UID:4\nSEQUENCE:-1\nDTSTART:20270601T130000Z",
        "SEQUENCE:1\nDTSTART:20270602T130000Z",
        "SEQUENCE:2\nDTSTART:20270603T130000Z",
    ]
    days = ["2027-02-03", "2027-04-02", "2027-05-01", "2027-06-01", "2027-06-02", "2027-06-03"]
    assert read(tmp_path, *events[::order]) == [f"{day} 14:00" for day in days]


def test_an_old_repeat_without_an_end_is_written_out_around_today_only(tmp_path: Path) -> None:
    days = read(tmp_path, "UID:1\nDTSTART;VALUE=DATE:20150107\nRRULE:FREQ=MONTHLY;BYDAY=1WE")
    assert (days[0], days[-1], len(days)) == ("2025-12-03 10:00", "2028-11-01 10:00", 36)


def test_a_long_list_of_meetings_keeps_the_latest(tmp_path: Path) -> None:
    events = [
        f"UID:{n}\nDTSTART;VALUE=DATE:20{20 + n // 12:02}{n % 12 + 1:02}06" for n in range(90)
    ]
    days = read(tmp_path, *events)
    assert (len(days), days[-1]) == (MOST_MEETINGS, "2027-06-06 10:00")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", "not an iCalendar file"),
        ("<html></html>", "not an iCalendar file"),
        ("\x00\xff", "not an iCalendar file"),
        (calendar(), "a calendar without events"),
        (calendar("UID:1\nDUE:20270101T100000Z", kind="VTODO"), "a calendar without events"),
        (calendar("UID:1\nSUMMARY:Board"), "an event without a start"),
        (calendar("UID:1\nDTSTART:soon"), "an event that cannot be read"),
        (
            calendar("UID:1\nDTSTART;TZID=America/New_York:99991231T235959"),
            "an event that cannot be read",
        ),
        (
            calendar("UID:1\nDTSTART;TZID=Asia/Tokyo:00010101T000000"),
            "an event that cannot be read",
        ),
        (calendar("UID:1\nDTSTART:20270101T100000Z\nSTATUS:CANCELLED"), "over or cancelled"),
        (calendar("UID:1\nDTSTART:20150101T100000Z\nRRULE:FREQ=YEARLY;COUNT=2"), "over or"),
        (calendar("UID:1\nDTSTART:20270101T100000Z\nRRULE:FREQ=HOURLY"), "within a day"),
        (calendar("UID:1\nDTSTART:20270101T100000Z\nRRULE:FREQ=DAILY"), "more than 60 times"),
        (calendar("UID:1\nDTSTART:20270101T100000Z\nRRULE:FREQ=DAILY;INTERVAL=0"), "moving on"),
        (
            calendar("UID:1\nDTSTART:20270101T100000Z\nRRULE:FREQ=MONTHLY;BYDAY=9ZZ"),
            "an event that cannot",
        ),
        (calendar("UID:1\nDTSTART:20270101T100000Z\nRECURRENCE-ID:soon"), "an event that cannot"),
        (calendar("UID:1\nDTSTART:20270101T100000Z\nRRULE:COUNT=3"), "an event that cannot be"),
        (calendar("TZID:X/Y\nEND:VTIMEZONE"), "not an iCalendar file"),
        (
            calendar(
                "UID:1\nRECURRENCE-ID;RANGE=THISANDFUTURE:20270101T100000Z\n"
                "DTSTART:20270102T100000Z"
            ),
            "changed together with all that follow it",
        ),
        ("BEGIN:VCALENDAR\r\n" + "X-A:b\r\n" * 150_000, "a very large calendar"),
    ],
)
def test_a_calendar_without_a_meeting_in_it_is_explained(
    checked: Checked, text: str, found: str
) -> None:
    finding = only(checked(FROM_FILE, board_ics=text))
    assert (finding.key, finding.severity) == ("board.meetings.calendar", "error")
    assert found in finding.found
    assert "list the dates" in finding.advice


def test_a_file_that_begins_with_the_mark_of_its_encoding_is_read(checked: Checked) -> None:
    text = "\ufeff" + calendar("UID:1\nDTSTART:20270721T130000Z")
    assert checked(FROM_FILE, board_ics=text).errors == ()


def test_a_zone_that_nobody_knows_is_a_warning_and_its_times_are_local(
    tmp_path: Path, checked: Checked
) -> None:
    start = "UID:1\nDTSTART;TZID=Nowhere/Else:20270721T140000"
    assert read(tmp_path, start) == ["2027-07-21 14:00"]
    finding = only(checked(FROM_FILE, board_ics=calendar(start)))
    assert (finding.key, finding.severity) == ("board.meetings.calendar", "warning")
    assert (
        finding.found
        == 'the unknown time zone "Nowhere/Else", so its times are taken as local ones'
    )


def test_a_zone_is_what_the_file_itself_says_whatever_another_file_called_by_its_name() -> None:
    def read_at(offset: str) -> Dated:
        zone = f"""BEGIN:VTIMEZONE
TZID:Board's own
BEGIN:STANDARD
DTSTART:16010101T000000
TZOFFSETFROM:{offset}
TZOFFSETTO:{offset}
END:STANDARD
END:VTIMEZONE
"""
        event = "UID:1\nDTSTART;TZID=Board's own:20270721T160000"
        text = calendar(event).replace("BEGIN:VEVENT", f"{zone}BEGIN:VEVENT")
        (one,) = meetings_from(text.encode(), LONDON, TODAY)
        return one

    read = [read_at("+0300"), read_at("+0100")]
    assert [(one.meeting.at.hour, one.unknown_zone) for one in read] == [(14, ""), (16, "")]
    (unknown,) = meetings_from(
        calendar("UID:1\nDTSTART;TZID=Board's own:20270721T160000").encode(), LONDON, TODAY
    )
    assert unknown.unknown_zone == "Board's own"


def test_a_meeting_without_a_time_is_a_warning_while_it_lies_ahead(checked: Checked) -> None:
    days = ("UID:1\nDTSTART;VALUE=DATE:20260120", "UID:2\nDTSTART;VALUE=DATE:20270721")
    finding = only(checked(FROM_FILE, board_ics=calendar(*days)))
    assert finding.severity == "warning"
    assert finding.found == "no time for Wednesday 21 July 2027, so 10:00 is taken"


def test_a_day_and_a_meeting_at_the_usual_time_are_one_meeting_with_a_time() -> None:
    day, meeting = "UID:1\nDTSTART;VALUE=DATE:20270721", "UID:2\nDTSTART:20270721T090000Z"
    (one,) = meetings_from(calendar(day, meeting).encode(), LONDON, TODAY)
    assert one.timed


@pytest.mark.parametrize("name", ["../board.ics", "/etc/board.ics", "board.txt", "sub/board.ics"])
def test_only_a_calendar_in_the_same_folder_is_opened(tmp_path: Path, name: str) -> None:
    with pytest.raises(NoMeetingsError, match=r"does not name an \.ics file in this folder"):
        meetings_in(tmp_path, name, LONDON, TODAY)


def test_a_missing_calendar_is_explained(checked: Checked) -> None:
    assert "no file that can be opened" in only(checked(FROM_FILE)).found


@pytest.mark.parametrize(
    ("written", "key"),
    [("{calender: board.ics}", "calender"), ("{calendar: 3}", "calendar"), ("{}", "calendar")],
)
def test_a_slip_in_naming_the_calendar_is_told(checked: Checked, written: str, key: str) -> None:
    edits = {f"  meetings:\n{ALL_MEETINGS}": f"  meetings: {written}\n"}
    assert f"board.meetings.{key}" in [one.key for one in checked(edits).errors]


def test_a_partnership_reads_its_meetings_from_the_calendar(tmp_path: Path, example: str) -> None:
    (tmp_path / "board.ics").write_text(calendar("UID:1\nDTSTART:20270721T130000Z"), newline="")
    (tmp_path / "town.yaml").write_text(edited(example, FROM_FILE))
    (partnership,) = read_partnerships(tmp_path, TODAY)
    assert [(one.on, one.at.hour) for one in partnership.board.meetings] == [
        (date(2027, 7, 21), 14)
    ]


def test_a_meeting_in_the_calendar_on_a_day_off_is_told_at_its_name(checked: Checked) -> None:
    finding = only(checked(FROM_FILE, board_ics=calendar("UID:1\nDTSTART:20270529T130000Z")))
    assert (finding.key, finding.found) == ("board.meetings", "Saturday 29 May 2027, a Saturday")


def test_meetings_in_a_calendar_that_have_passed_are_left_in_peace(checked: Checked) -> None:
    events = ("UID:1\nDTSTART:20260120T100000Z", "UID:2\nDTSTART:20270210T100000Z")
    assert checked(FROM_FILE, board_ics=calendar(*events)).every == ()
