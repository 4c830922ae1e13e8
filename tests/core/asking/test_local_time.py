"""Wall time and UTC around both clock changes."""

from datetime import date, time
from zoneinfo import ZoneInfo

import pytest

from bot.core.asking.local_time import local_date, to_utc
from bot.core.words import day_in_words
from tests.core.asking.anytown import at

LONDON = ZoneInfo("Europe/London")


@pytest.mark.parametrize(
    ("day", "clock", "utc"),
    [
        (date(2027, 3, 27), time(9, 30), "2027-03-27T09:30"),
        (date(2027, 3, 28), time(9, 30), "2027-03-28T08:30"),
        (date(2027, 3, 28), time(1, 30), "2027-03-28T01:30"),  # left out: 02:30 is shown
        (date(2027, 10, 30), time(9, 30), "2027-10-30T08:30"),
        (date(2027, 10, 31), time(9, 30), "2027-10-31T09:30"),
        (date(2027, 10, 31), time(1, 30), "2027-10-31T00:30"),  # twice: the first counts
        (date(2027, 10, 31), time(1, 30, fold=1), "2027-10-31T00:30"),
    ],
)
def test_wall_time_becomes_utc_by_one_stated_rule(day: date, clock: time, utc: str) -> None:
    assert to_utc(day, clock, LONDON) == at(utc)


def test_a_local_date_is_not_the_date_in_utc() -> None:
    assert local_date(at("2027-07-01T23:30"), LONDON) == date(2027, 7, 2)
    assert local_date(at("2027-01-01T23:30"), LONDON) == date(2027, 1, 1)


def test_a_date_is_written_out_with_its_weekday() -> None:
    assert day_in_words(date(2027, 1, 5)) == "Tuesday 5 January 2027"
