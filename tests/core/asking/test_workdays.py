"""Working days of the four nations, checked against dates worked out by hand."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.asking.workdays import BANK_HOLIDAYS_END, Workdays
from bot.core.partnership import Nation, Span

E, W, S, N = Nation.ENGLAND, Nation.WALES, Nation.SCOTLAND, Nation.NORTHERN_IRELAND


@pytest.mark.parametrize(
    ("meeting", "nations", "issue"),
    [
        (date(2027, 1, 5), (E, W, N), date(2026, 12, 23)),
        (date(2027, 1, 5), (S,), date(2026, 12, 22)),
        (date(2027, 4, 6), (E, W, N), date(2027, 3, 25)),
        (date(2027, 4, 6), (S,), date(2027, 3, 29)),
        (date(2027, 7, 14), (E, W, S), date(2027, 7, 6)),
        (date(2027, 7, 14), (N,), date(2027, 7, 5)),
        (date(2026, 12, 2), (E, W, N), date(2026, 11, 24)),
        (date(2026, 12, 2), (S,), date(2026, 11, 23)),
    ],
)
def test_five_clear_working_days_before_a_meeting(
    meeting: date, nations: tuple[Nation, ...], issue: date
) -> None:
    assert {Workdays(nation).clear_days_before(meeting, 5) for nation in nations} == {issue}


@pytest.mark.parametrize(
    ("day", "nations_at_work"),
    [
        (date(2026, 4, 6), {S}),  # Easter Monday
        (date(2026, 6, 15), {E, W, N}),  # proclaimed for Scotland only, once
        (date(2026, 7, 13), {E, W, S}),  # 12 July is a Sunday
        (date(2026, 8, 3), {E, W, N}),
        (date(2026, 8, 31), {S}),
        (date(2026, 11, 30), {E, W, N}),
        (date(2026, 12, 28), set()),  # Boxing Day is a Saturday
        (date(2027, 1, 4), {E, W, N}),  # 2 January is a Saturday
        (date(2027, 3, 17), {E, W, S}),
        (date(2027, 12, 27), set()),
        (date(2027, 12, 28), set()),
        (date(2027, 12, 24), {E, W, S, N}),
        (date(2026, 9, 1), {E, W, S, N}),
    ],
)
def test_each_nation_keeps_its_own_bank_holidays(day: date, nations_at_work: set[Nation]) -> None:
    assert {nation for nation in Nation if Workdays(nation).is_working(day)} == nations_at_work


@pytest.mark.parametrize(
    ("nation", "day", "words"),
    [
        (S, date(2026, 11, 30), "a bank holiday in Scotland (St Andrew's Day)"),
        (S, date(2027, 1, 4), "a bank holiday in Scotland (2nd January, substitute day)"),
        (N, date(2027, 3, 17), "a bank holiday in Northern Ireland (St Patrick's Day)"),
        (E, date(2026, 8, 31), "a bank holiday in England (Summer bank holiday)"),
        (W, date(2026, 12, 26), "a Saturday"),
        (W, date(2026, 12, 27), "a Sunday"),
        (E, date(2026, 12, 29), "a closure day (offices shut)"),
        (E, date(2027, 2, 1), "a closure day"),
        (E, date(2026, 12, 31), None),
    ],
)
def test_why_a_day_is_not_worked_is_said_in_words(
    nation: Nation, day: date, words: str | None
) -> None:
    closures = (
        Span.model_validate(
            {"from": "2026-12-29", "until": "2026-12-30", "reason": "offices shut"}
        ),
        Span.model_validate({"from": "2027-02-01"}),
    )
    assert Workdays(nation, closures).why_not(day) == words


def test_a_closure_is_not_counted_as_a_clear_day() -> None:
    closed = (Span.model_validate({"from": "2027-07-08", "until": "2027-07-09"}),)
    assert Workdays(E, closed).clear_days_before(date(2027, 7, 14), 5) == date(2027, 7, 2)


def test_counting_nothing_stays_where_it_is() -> None:
    sunday = date(2027, 3, 28)
    assert Workdays(E).back(sunday, 0) == Workdays(E).forward(sunday, 0) == sunday


def test_bank_holidays_are_known_up_to_their_horizon_and_not_beyond() -> None:
    assert not Workdays(E).is_working(date(BANK_HOLIDAYS_END.year, 12, 27))  # substitute day
    assert BANK_HOLIDAYS_END.year >= 2050


@given(
    nation=st.sampled_from(Nation),
    day=st.dates(date(2024, 1, 1), date(2040, 12, 31)),
    count=st.integers(1, 60),
)
def test_walking_back_lands_on_a_working_day_with_exactly_that_many_between(
    nation: Nation, day: date, count: int
) -> None:
    work = Workdays(nation)
    earlier = work.back(day, count)
    between = (earlier + timedelta(n) for n in range((day - earlier).days))
    assert sum(work.is_working(d) for d in between) == count
    assert work.is_working(earlier)
    assert (work.why_not(earlier) is None) == work.is_working(earlier)
    assert work.forward(earlier - timedelta(1), 1) == earlier
