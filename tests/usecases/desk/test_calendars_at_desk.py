"""A board's calendar at the desk: what it would add, and where it differs from the plan."""

from datetime import date, time, timedelta

import pytest

from bot.core.partnership import Meeting
from bot.core.steering.edit import CannotSteerError
from bot.core.steering.wish import Wish, WishKind, edit_of
from bot.slack.speech import inputs
from bot.slack.speech.desk import About, confirmed, foreseen_view
from bot.usecases.desk.read_calendar import new_meetings
from bot.usecases.desk.steer import Foreseen
from tests.core.asking.anytown import anytown, bank
from tests.usecases.desk.calendars import LONDON, calendar

TODAY = date(2026, 10, 1)
ANYTOWN = anytown("2026-09-16", "2027-01-20", "2027-04-21")


def test_only_meetings_on_other_days_are_added_and_every_difference_is_said() -> None:
    starts = ("20260916T100000", "20270120T140000", "20270714T100000")
    found = new_meetings(calendar(*(LONDON + each for each in starts)), ANYTOWN, TODAY)
    assert found.meetings == (Meeting(on=date(2027, 7, 14)),)
    _, time_differs, missing = found.notes
    assert time_differs.startswith(
        "On Wednesday 20 January 2027 the plan has 10:00 and the calendar 14:00."
    )
    assert missing.startswith("In the plan and not in the calendar: Wednesday 21 April 2027.")


def test_what_the_plan_has_already_is_left_as_it_is() -> None:
    starts = ("20270120T100000", "20270421T100000", "20270714T100000")
    found = new_meetings(calendar(*(LONDON + each for each in starts)), ANYTOWN, TODAY)
    assert found.notes[1:] == (
        "In the plan already, and left as it is: Wednesday 20 January 2027 and Wednesday 21 April "
        "2027.",
    )


def test_what_is_assumed_is_said_here_too() -> None:
    start = "DTSTART;VALUE=DATE:20270714"
    found = new_meetings(calendar(start), anytown("2026-09-16"), TODAY)
    assert "It gives no time for Wednesday 14 July 2027: 10:00 is taken." in found.notes


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (b"rubbish", "not an iCalendar file"),
        (calendar("DTSTART:20260303T140000Z"), "that are over"),
        (calendar("DTSTART:20270120T100000Z"), "There is nothing to add"),
        (calendar("DTSTART:20270120T140000Z"), "10:00 and the calendar 14:00"),
    ],
)
def test_a_calendar_that_adds_nothing_is_refused_in_words(file: bytes, said: str) -> None:
    with pytest.raises(CannotSteerError, match=said):
        new_meetings(file, ANYTOWN, TODAY)


def test_as_many_meetings_as_a_calendar_may_have_fit_the_way_through_the_forms() -> None:
    first = date(2027, 1, 1)
    many = [Meeting(on=first + timedelta(days=each), at=time(14, 30)) for each in range(60)]
    wish = Wish(kind=WishKind.ADD_MEETING, by="U" + "0" * 14, meetings=tuple(many))
    about = About("a" * 40, 1000, "add-meeting")
    what = edit_of(wish, bank())(anytown("2026-09-16"), TODAY).what
    view = foreseen_view(about, wish, Foreseen(what, (), (), 1000))
    assert confirmed(view["private_metadata"]) == (about, wish)
    assert len(view["private_metadata"]) <= inputs.METADATA_LIMIT
