"""Until when a question is answered privately, and when others hear of it."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.answering.post import is_out, post_after, today
from bot.core.answering.window import Window, window
from bot.core.digest.signoff import DigestState
from tests.usecases.anytown import FIRST, partnership

TOWN = partnership()
LONDON = ZoneInfo("Europe/London")
S = DigestState


@pytest.mark.parametrize(
    ("digest", "after", "expected"),
    [
        (None, timedelta(0), Window.OPEN),
        (None, timedelta(seconds=1), Window.LATE),
        (S.DRAFT, timedelta(0), Window.DRAFTED),
        (S.HELD, timedelta(days=5), Window.DRAFTED),
        (S.APPROVED, timedelta(days=5), Window.DRAFTED),
        (S.EXPIRED, timedelta(days=9), Window.DRAFTED),
        (S.PUBLISHED, timedelta(days=9), Window.ISSUED),
    ],
)
def test_where_a_question_stands(
    digest: DigestState | None, after: timedelta, expected: Window
) -> None:
    assert window(FIRST, digest, FIRST.closes_at + after) is expected


@pytest.mark.parametrize(
    ("day", "out"),
    [
        (date(2027, 1, 5), "2027-01-06"),
        (date(2027, 1, 8), "2027-01-11"),
        (date(2027, 1, 9), "2027-01-11"),
        (date(2027, 3, 25), "2027-03-30"),
    ],
    ids=["a Tuesday", "a Friday", "a Saturday", "before Easter"],
)
def test_the_mornings_post_goes_on_the_next_working_day(day: date, out: str) -> None:
    assert post_after(TOWN, day) == datetime.fromisoformat(f"{out}T09:30").replace(tzinfo=LONDON)


@given(st.integers(0, 60 * 24 * 365))
def test_nothing_is_out_on_the_day_itself_whatever_the_hour(minutes: int) -> None:
    at = datetime(2027, 1, 1, tzinfo=LONDON) + timedelta(minutes=minutes)
    day = today(TOWN, at)
    assert not is_out(TOWN, day, at)
    assert is_out(TOWN, day, at + timedelta(days=10))
