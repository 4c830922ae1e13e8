"""Counting back from a meeting: papers and days of asking."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.asking.board_clock import Slot, board_days, slots
from bot.core.asking.sending_days import SendingDays
from bot.core.partnership import Meeting, Partnership
from tests.core.asking.anytown import anytown

NATIONS = ("england", "wales", "scotland", "northern-ireland")


@pytest.mark.parametrize(
    ("nation", "meeting", "draft", "issue"),
    [
        ("england", "2027-01-20", "2027-01-06", "2027-01-12"),
        ("scotland", "2027-01-20", "2027-01-06", "2027-01-12"),
        # right after Christmas: never issued from 24 December to 2 January
        ("england", "2027-01-05", "2026-12-17", "2026-12-23"),
        ("scotland", "2027-01-05", "2026-12-16", "2026-12-22"),
        ("england", "2027-01-06", "2026-12-17", "2026-12-23"),
        ("england", "2027-01-08", "2026-12-17", "2026-12-23"),
        ("northern-ireland", "2027-01-12", "2026-12-23", "2027-01-04"),
        # around Easter, 28 March 2027: Scotland works on Easter Monday
        ("wales", "2027-04-06", "2027-03-19", "2027-03-25"),
        ("scotland", "2027-04-06", "2027-03-22", "2027-03-29"),
        # the Twelfth
        ("northern-ireland", "2027-07-14", "2027-06-29", "2027-07-05"),
        ("england", "2027-07-14", "2027-06-30", "2027-07-06"),
        # either side of the clock changes
        ("england", "2027-03-30", "2027-03-12", "2027-03-18"),
        ("england", "2027-11-01", "2027-10-18", "2027-10-22"),
        # St Andrew's Day
        ("scotland", "2026-12-02", "2026-11-17", "2026-11-23"),
        ("england", "2026-12-02", "2026-11-18", "2026-11-24"),
    ],
)
def test_papers_are_due_so_many_working_days_before(
    nation: str, meeting: str, draft: str, issue: str
) -> None:
    partnership = anytown(meeting, nation=nation)
    days = board_days(partnership, partnership.board.meetings[0])
    assert (days.draft_on.isoformat(), days.issue_on.isoformat()) == (draft, issue)


def test_papers_move_before_a_quiet_week_and_keep_the_time_to_read() -> None:
    half_term = [{"from": "2027-02-15", "until": "2027-02-19"}]
    partnership = anytown("2027-02-24", quiet=half_term)
    days = board_days(partnership, partnership.board.meetings[0])
    assert days.counted_issue_on == date(2027, 2, 16)
    assert (days.draft_on, days.issue_on) == (date(2027, 2, 8), date(2027, 2, 12))


def test_papers_do_not_move_by_weeks_when_the_whole_summer_is_quiet() -> None:
    summer = [{"from": "2027-07-22", "until": "2027-09-02"}]
    partnership = anytown("2027-09-08", quiet=summer)
    days = board_days(partnership, partnership.board.meetings[0])
    assert days.issue_on == days.counted_issue_on == date(2027, 8, 30) + timedelta(1)


def found(partnership: Partnership) -> list[Slot]:
    draft_on = board_days(partnership, partnership.board.meetings[0]).draft_on
    return [slot for slot in slots(partnership, draft_on) if isinstance(slot, Slot)]


def test_six_days_of_asking_on_the_chosen_weekdays_with_local_times() -> None:
    asked = found(anytown("2027-04-21"))
    assert [f"{slot.on:%a %d %b}" for slot in asked] == [
        "Thu 14 Jan", "Thu 28 Jan", "Thu 11 Feb", "Thu 25 Feb", "Wed 10 Mar", "Tue 23 Mar",
    ]  # fmt: skip
    # asked in winter time, closed in summer time: 17:00 on the wall, 16:00 in UTC
    assert f"{asked[-1].due_at:%d %b %H:%M}" == "23 Mar 09:30"
    assert f"{asked[-1].closes_at:%d %b %H:%M}" == "06 Apr 16:00"


def test_autumn_asks_at_the_same_wall_time_on_both_sides_of_the_change() -> None:
    due = {slot.on.isoformat(): slot.due_at for slot in found(anytown("2027-12-15"))}
    assert {on: f"{at:%H:%M}" for on, at in due.items()} == {
        "2027-09-09": "08:30",
        "2027-09-23": "08:30",
        "2027-10-07": "08:30",
        "2027-10-21": "08:30",
        "2027-11-04": "09:30",
        "2027-11-18": "09:30",
    }


def test_a_window_is_eight_working_days_and_is_reminded_half_way() -> None:
    slot = found(anytown("2027-07-21"))[-1]
    assert f"{slot.on:%a %d %b}" == "Thu 24 Jun"
    assert f"{slot.remind_at:%a %d %b %H:%M}" == "Wed 30 Jun 08:30"
    assert f"{slot.closes_at:%a %d %b %H:%M}" == "Tue 06 Jul 16:00"
    assert f"{slot.cut_off_at:%a %d %b %H:%M}" == "Thu 24 Jun 16:00"


def test_a_reminder_avoids_a_quiet_day() -> None:
    slot = found(anytown("2027-07-21", quiet=[{"from": "2027-06-30"}]))[-1]
    assert f"{slot.remind_at:%a %d %b}" == "Thu 01 Jul"


def test_over_christmas_the_reminder_waits_until_people_are_back() -> None:
    quiet = [{"from": "2026-12-21", "until": "2027-01-01"}]
    closed = [{"from": "2026-12-29", "until": "2026-12-31"}]
    slots = found(anytown("2027-02-10", quiet=quiet, closures=closed))
    asked = {f"{slot.on:%d %b}": slot for slot in slots}
    assert f"{asked['17 Dec'].remind_at:%a %d %b}" == "Mon 04 Jan"


def test_nobody_is_asked_on_the_eve_of_a_holiday_that_fills_the_window() -> None:
    summer = [{"from": "2027-07-22", "until": "2027-09-01"}]
    asked = found(anytown("2027-10-20", quiet=summer))
    assert "2027-07-20" not in {slot.on.isoformat() for slot in asked}
    assert "2027-07-15" in {slot.on.isoformat() for slot in asked}


def test_a_pause_takes_its_days_out_and_leaves_the_others_where_they_are() -> None:
    pause = [{"from": "2027-02-08", "until": "2027-02-12"}]
    unpaused, paused = found(anytown("2027-04-21")), found(anytown("2027-04-21", pauses=pause))
    assert [slot for slot in unpaused if slot.on != date(2027, 2, 11)] == paused


def test_nobody_is_asked_just_before_a_pause_that_fills_the_window() -> None:
    pause = [{"from": "2027-02-01", "until": "2027-02-26"}]
    asked = {slot.on.isoformat() for slot in found(anytown("2027-04-21", pauses=pause))}
    assert asked == {"2027-01-14", "2027-03-10", "2027-03-23"}


@st.composite
def partnerships(draw: st.DrawFn) -> Partnership:
    start = draw(st.dates(date(2026, 9, 1), date(2029, 12, 31)))
    spans = draw(st.lists(st.tuples(st.integers(-150, 0), st.integers(0, 20)), max_size=4))
    quiet, closed = spans[:3], spans[3:]
    open_for = draw(st.integers(4, 12))
    cadence: dict[str, Any] = {
        "open_for": open_for,
        "every": draw(st.integers(max(5, open_for + 1), 14)),
        "prompts": draw(st.integers(3, 6)),
        "weekdays": draw(st.sets(st.sampled_from(["mon", "tue", "wed", "thu", "fri"]), min_size=1)),
    }
    return anytown(
        start.isoformat(),
        nation=draw(st.sampled_from(NATIONS)),
        cadence=cadence | {"weekdays": sorted(cadence["weekdays"])},
        quiet=_spans(start, quiet),
        closures=_spans(start, closed),
    )


def _spans(start: date, offsets: list[tuple[int, int]]) -> list[dict[str, str]]:
    starts = [(start + timedelta(offset), length) for offset, length in offsets]
    return [
        {"from": on.isoformat(), "until": (on + timedelta(length)).isoformat()}
        for on, length in starts
    ]


@settings(max_examples=150, deadline=None)
@given(partnerships())
def test_every_date_keeps_every_promise(partnership: Partnership) -> None:
    meeting: Meeting = partnership.board.meetings[0]
    days, cadence, zone = SendingDays.of(partnership), partnership.cadence, partnership.tz
    board = board_days(partnership, meeting)
    asked = found(partnership)

    assert board.draft_on < board.issue_on <= days.work.clear_days_before(meeting.on, 5)
    assert days.work.is_working(board.draft_on)
    assert days.work.is_working(board.issue_on)
    assert len(asked) == cadence.prompts
    for slot, following in zip(asked, [*asked[1:], None], strict=True):
        due, remind = slot.due_at.astimezone(zone), slot.remind_at.astimezone(zone)
        closes = slot.closes_at.astimezone(zone)
        assert days.may_ask(slot.on)
        assert (due.date(), due.time()) == (slot.on, cadence.start)
        assert not days.is_silent(remind.date())
        assert slot.due_at < slot.remind_at < slot.closes_at
        assert days.work.forward(slot.on, cadence.open_for) == closes.date()
        assert closes.date() < (following.on if following else board.draft_on)
