"""A board's calendar in the set-up: nothing is lost, assumed or left out without a word."""

from datetime import date
from typing import Any

import pytest

from bot.core.steering.setup import Step
from bot.store.engine import Store
from bot.usecases.desk.set_up import Kept, begun, keep
from tests.core.asking.anytown import at
from tests.usecases.desk.calendars import LONDON, calendar

NOW = at("2026-10-01T08:00")
TYPED = "3 February 2027 at 14:00"
BOARD = {"board": "the board", "board_channel": "C0B"}


def kept(store: Store, typed: str = TYPED, file: bytes | None = None, **more: Any) -> Kept:
    return keep(store, "U01", BOARD | {"meetings": typed} | more, Step.BOARD, NOW, file)


def meetings(store: Store) -> str:
    return begun(store, "U01").meetings


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (b"", "not an iCalendar file"),
        (b"%PDF-1.7", "not an iCalendar file"),
        (b"BEGIN:VCALENDAR\nrubbish", "not an iCalendar file"),
        (calendar(), "a calendar without events"),
        (calendar("DTSTART:20260303T140000Z"), "only meetings that are over"),
        (calendar("DTSTART:20261001T140000Z"), "only meetings that are over"),
        (
            calendar(LONDON + "20270428T143000", LONDON + "20270428T100000"),
            "two meetings on Wednesday 28 April 2027, one at 10:00 and one at 14:30",
        ),
        (
            calendar(LONDON + "20270428T143000", "DTSTART;VALUE=DATE:20270428"),
            "one without a time and one at 14:30",
        ),
    ],
    ids=["empty", "another kind", "rubbish", "no event", "over", "today", "twice", "day and time"],
)  # fmt: skip
def test_a_file_that_cannot_be_used_is_refused_at_its_field_and_what_was_typed_stays(
    store: Store, file: bytes, said: str
) -> None:
    wrong = kept(store, file=file).wrong
    assert list(wrong) == ["calendar"]
    assert said in wrong["calendar"]
    assert "Paste" not in wrong["calendar"]
    assert meetings(store) == TYPED


@pytest.mark.parametrize(
    "text", [b"BEGIN:VCALENDAR\nrubbish", calendar("DTSTART:20260303T140000Z")]
)
def test_a_pasted_calendar_that_cannot_be_used_is_refused_where_it_was_pasted(
    store: Store, text: bytes
) -> None:
    wrong = kept(store, text.decode()).wrong
    assert list(wrong) == ["meetings"]
    assert "Paste the whole text" in wrong["meetings"]
    assert meetings(store).startswith("BEGIN:VCALENDAR")


def test_what_is_wrong_beside_an_unread_file_is_said_with_it(store: Store) -> None:
    wrong = kept(store, "", b"rubbish", board_channel="").wrong
    assert set(wrong) == {"board_channel", "calendar"}


def test_a_calendar_becomes_lines_and_says_what_it_read(store: Store) -> None:
    read = kept(store, "", calendar(LONDON + "20270428T143000", LONDON + "20270728T100000"))
    assert read.wrong == {}
    assert read.notes[0] == (
        "2 meetings were read from the calendar, the first on Wednesday 28 April 2027 at 14:30, "
        "the last on Wednesday 28 July 2027 at 10:00."
    )
    assert len(read.notes) == 2
    assert meetings(store).splitlines() == [
        "Wednesday 28 April 2027 at 14:30",
        "Wednesday 28 July 2027 at 10:00",
    ]


def test_a_meeting_without_a_time_is_named_with_the_time_that_is_taken(store: Store) -> None:
    read = kept(store, "", calendar("DTSTART;VALUE=DATE:20270428", LONDON + "20270728T100000"))
    assert "It gives no time for Wednesday 28 April 2027: 10:00 is taken." in read.notes


def test_an_unknown_zone_is_named(store: Store) -> None:
    read = kept(store, "", calendar("DTSTART;TZID=Nowhere/Else:20270428T143000"))
    assert meetings(store) == "Wednesday 28 April 2027 at 14:30"
    (said,) = [each for each in read.notes if "zone" in each]
    assert "“Nowhere/Else”: its times are taken as local" in said


def test_a_past_meeting_in_an_unknown_zone_or_without_a_time_is_left_in_peace(
    store: Store,
) -> None:
    old = ("DTSTART;TZID=Nowhere/Else:20260303T140000", "DTSTART;VALUE=DATE:20260302")
    assert len(kept(store, "", calendar(*old, LONDON + "20270428T143000")).notes) == 2


def test_typed_lines_that_a_file_does_not_have_are_said_when_it_takes_their_place(
    store: Store,
) -> None:
    typed = f"{TYPED}\n28 April 2027 at 2:30pm\nsome time in May"
    read = kept(store, typed, calendar(LONDON + "20270428T143000"))
    (said,) = [each for each in read.notes if "left out" in each]
    assert said.endswith("left out: 3 February 2027 at 14:00; some time in May.")
    assert meetings(store) == "Wednesday 28 April 2027 at 14:30"


def test_the_same_lines_typed_and_in_a_file_need_no_word(store: Store) -> None:
    read = kept(store, "28 April 2027 at 14:30", calendar(LONDON + "20270428T143000"))
    assert not [each for each in read.notes if "left out" in each]


def test_a_pasted_calendar_and_another_as_a_file_must_be_one(store: Store) -> None:
    pasted = calendar(LONDON + "20270428T143000")
    wrong = kept(store, pasted.decode(), calendar(LONDON + "20270728T100000")).wrong
    assert list(wrong) == ["calendar"]
    assert "take one of the two out" in wrong["calendar"]


def test_a_pasted_calendar_that_was_refused_does_not_stop_another_step(store: Store) -> None:
    kept(store, "BEGIN:VCALENDAR\nrubbish")
    who = {"name": "Newtown", "people": ["U01"], "coordination": "G0C"}
    assert keep(store, "U01", who, Step.WHO, NOW).wrong == {}


def test_more_meetings_than_a_partnership_has_are_refused_not_cut(store: Store) -> None:
    days = [date.fromordinal(date(2027, 1, 1).toordinal() + number) for number in range(61)]
    many = calendar(*(f"DTSTART;VALUE=DATE:{day:%Y%m%d}" for day in days))
    assert "more than 60 meetings" in kept(store, file=many).wrong["calendar"]
    assert meetings(store) == TYPED
