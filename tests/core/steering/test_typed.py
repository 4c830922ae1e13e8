"""Days and times as people type them, and what is said about those that cannot be read."""

from contextlib import suppress
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.steering.edit import CannotSteerError
from bot.core.steering.typed import day_typed, meetings_typed

TODAY = date(2026, 10, 1)
THIRD = date(2027, 2, 3)


@pytest.mark.parametrize(
    "text",
    [
        "2027-02-03",
        "3 February 2027",
        "3rd of February 2027",
        "3 feb 2027",
        "Wed 3 Feb. 2027",
        "Wednesday, 3 February, 2027",
        "03/02/2027",
        "3.2.2027",
        "  3   FEBRUARY   2027 ",
    ],
)
def test_a_day_is_read_in_british_order(text: str) -> None:
    assert day_typed(text) == THIRD


@pytest.mark.parametrize(
    ("line", "at"),
    [
        ("3 February 2027", time(10)),
        ("3 February 2027 at 14:30", time(14, 30)),
        ("3 February 2027, 2pm", time(14)),
        ("3 February 2027 9.30am", time(9, 30)),
        ("3 February 2027 12pm", time(12)),
        ("3 February 2027 12am", time(0)),
        ("2027-02-03 09:15", time(9, 15)),
    ],
)
def test_a_meeting_begins_when_the_line_says_or_at_ten(line: str, at: time) -> None:
    (meeting,) = meetings_typed(line, TODAY)
    assert (meeting.on, meeting.at) == (THIRD, at)


def test_one_meeting_a_line_in_the_order_of_the_calendar() -> None:
    found = meetings_typed("5 May 2027\n\n3 February 2027\n", TODAY)
    assert [each.on for each in found] == [THIRD, date(2027, 5, 5)]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("31 February 2027", "is no day in the calendar"),
        ("next tuesday-ish", "“next tuesday-ish” could not be read"),
        ("Tuesday 3 February 2027", "that date is a Wednesday"),
        ("3 Febtober 2027x", "could not be read"),
        ("3 Smarch 2027", "could not be read"),
        ("3 February 2026", "is not still to come"),
        ("3 February 2027 at 25:00", "the time could not be read"),
        ("3 February 2027 at 10", "such as 10:00 or 2pm"),
        ("3 February 2027 in the Town Hall", "could not be read"),
        ("3 February 27", "could not be read"),
        ("", "Type at least one board meeting"),
        ("3 February 2027\n2027-02-03 14:00", "stands there twice"),
    ],
)
def test_what_cannot_be_read_is_said_with_what_would_work(line: str, said: str) -> None:
    with pytest.raises(CannotSteerError) as caught:
        meetings_typed(line, TODAY)
    assert said in str(caught.value)


def test_every_mistake_is_said_at_once() -> None:
    with pytest.raises(CannotSteerError) as caught:
        meetings_typed("31 February 2027\n5 May 2027\nsoon\n1 May 2020", TODAY)
    assert len(str(caught.value).splitlines()) == 3


@given(st.text(max_size=200))
def test_whatever_is_typed_is_read_or_refused_in_words(text: str) -> None:
    with suppress(CannotSteerError):
        assert meetings_typed(text, TODAY)
