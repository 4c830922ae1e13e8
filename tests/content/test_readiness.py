"""What is unwise on a date: meetings that passed or fall on a day off, numbers grown old."""

from datetime import date

import pytest

from tests.content.checking import Checked, only

FIRST = "    - 2027-02-10\n"
ALL_MEETINGS = (
    FIRST + '    - 2027-05-12\n    - {on: 2027-07-21, at: "14:00"}\n    - 2027-11-17\n'
    '    - 2028-02-09\n    - 2028-05-10\n    - {on: 2028-07-19, at: "14:00"}\n    - 2028-11-15\n'
)
LIVE = {"\nlive: false": "\nlive: true"}
REAL = {"01632 960001": "01632 000001", "01632 960002": "01632 000002", "01632 960003": "999"}


def meetings(*days: str) -> dict[str, str]:
    return {ALL_MEETINGS: "".join(f"    - {day}\n" for day in days)}


@pytest.mark.parametrize(
    ("nation", "day", "reason"),
    [
        ("england", "2027-02-06", "a Saturday"),
        ("england", "2027-02-07", "a Sunday"),
        ("england", "2027-03-29", "a bank holiday in England (Easter Monday)"),
        ("scotland", "2027-11-30", "a bank holiday in Scotland (St Andrew's Day)"),
        ("northern-ireland", "2027-07-12", "a bank holiday in Northern Ireland"),
        ("wales", "2027-12-28", "a bank holiday in Wales"),
        ("england", "2026-12-30", "a closure day (Offices closed)"),
    ],
)
def test_a_meeting_on_a_day_off_is_an_error_that_says_which(
    checked: Checked, nation: str, day: str, reason: str
) -> None:
    finding = only(checked({"nation: england": f"nation: {nation}", **meetings(day)}))
    assert (finding.key, finding.severity) == ("board.meetings[0]", "error")
    assert reason in finding.found


@pytest.mark.parametrize(("nation", "day"), [("scotland", "2027-03-29"), ("wales", "2027-11-30")])
def test_a_bank_holiday_of_another_nation_is_a_working_day(
    checked: Checked, nation: str, day: str
) -> None:
    assert checked({"nation: england": f"nation: {nation}", **meetings(day)}).every == ()


def test_a_meeting_that_has_passed_is_a_warning_while_another_is_to_come(checked: Checked) -> None:
    finding = only(checked(today=date(2027, 2, 11)))
    assert (finding.key, finding.severity) == ("board.meetings[0]", "warning")
    assert "Wednesday 10 February 2027" in finding.found


def test_a_meeting_today_has_not_passed(checked: Checked) -> None:
    assert checked(today=date(2027, 2, 10)).every == ()


def test_a_live_partnership_with_no_meeting_to_come_is_an_error(checked: Checked) -> None:
    edits = {**LIVE, **REAL, "2026-11-02": "2028-12-01"}
    finding = only(checked(edits, today=date(2028, 12, 4)))
    assert (finding.key, finding.severity) == ("board.meetings", "error")
    assert "Add the dates" in finding.advice


def test_a_partnership_that_sends_nothing_is_only_warned_of_that(checked: Checked) -> None:
    finding = only(checked({"2026-11-02": "2028-12-01"}, today=date(2028, 12, 4)))
    assert (finding.key, finding.severity) == ("board.meetings", "warning")


def test_a_meeting_far_ahead_is_probably_a_slip(checked: Checked) -> None:
    finding = only(checked(meetings("2027-02-10", "2072-04-20")))
    assert (finding.severity, finding.advice) == ("warning", "Check the year.")


def test_a_meeting_twice_is_an_error(checked: Checked) -> None:
    finding = only(checked(meetings("2027-02-10", "2027-02-10")))
    assert (finding.key, finding.severity) == ("board.meetings[1]", "error")
    assert "twice" in finding.found


@pytest.mark.parametrize(("second", "count"), [("2027-04-07", None), ("2027-04-06", 37)])
def test_meetings_too_close_for_three_prompts_are_a_warning(
    checked: Checked, second: str, count: int | None
) -> None:
    # Twice 9 days apart, 8 days open, a draft 10 days before, and a day either side: 38.
    every = checked(meetings("2027-02-10", second)).every
    assert [one.found for one in every] == (
        [f"{count} working days after Wednesday 10 February 2027"] if count else []
    )


def test_numbers_unchecked_for_a_year_are_a_warning(checked: Checked) -> None:
    assert checked({"2026-11-02": "2025-11-23"}).every == ()
    finding = only(checked({"2026-11-02": "2025-11-22"}))
    assert (finding.key, finding.severity) == ("safeguarding.checked_on", "warning")


def test_numbers_checked_in_the_future_are_an_error(checked: Checked) -> None:
    finding = only(checked({"2026-11-02": "2026-11-24"}))
    assert (finding.key, finding.severity) == ("safeguarding.checked_on", "error")


def test_a_live_partnership_is_warned_of_invented_numbers(checked: Checked) -> None:
    keys = [one.key for one in checked(LIVE).warnings]
    assert keys == ["safeguarding.front_door", "safeguarding.out_of_hours", "safeguarding.lado"]
    assert checked({**LIVE, **REAL}).every == ()


def test_the_international_form_of_an_invented_number_is_known_too(checked: Checked) -> None:
    edits = {**LIVE, **REAL, "01632 000001": "+44 7700 900123"}
    assert only(checked(edits)).key == "safeguarding.front_door"


@pytest.mark.parametrize("name", ["mace-tuesday", "Case_Discussion", "anytown-mash"])
def test_a_channel_that_sounds_like_case_work_is_a_warning(checked: Checked, name: str) -> None:
    finding = only(checked({"name: anytown-partnership": f"name: {name}"}))
    assert (finding.key, finding.severity) == ("channels[0].name", "warning")


@pytest.mark.parametrize("name", ["smashing-strategy", "showcase", "strategic-group"])
def test_a_channel_whose_name_only_contains_such_a_word_is_fine(
    checked: Checked, name: str
) -> None:
    assert checked({"name: anytown-partnership": f"name: {name}"}).every == ()
