"""A coordinator moves one day of asking, or words one question anew; everything else stays."""

from datetime import date
from typing import Any

import pytest

from bot.core.asking.plan import Occurrence, Plan
from bot.core.asking.planning import plan
from tests.core.asking.anytown import anytown, at, bank, days

NOW = at("2026-10-01T08:00")


def planned(**more: Any) -> Plan:
    return plan(anytown("2027-01-20", **more), bank(), NOW)


def moved(on: str, to: str) -> Plan:
    return planned(move=[{"on": on, "to": to}])


USUAL = days(planned())


def test_the_day_moves_and_the_others_stay() -> None:
    on, to = USUAL[1], "2026-10-28"
    after = moved(on, to)
    assert days(after) == sorted({*USUAL, to} - {on})
    assert after.remarks == planned().remarks


def on_day(of: Plan, day: date) -> Occurrence:
    return next(each for each in of.occurrences if each.on == day)


def test_a_moved_day_asks_at_the_usual_time_and_closes_before_the_next_prompt() -> None:
    one = on_day(moved(USUAL[1], "2026-10-28"), date(2026, 10, 28))
    assert one.due_at == at("2026-10-28T09:30")
    assert one.closes_at == at("2026-11-04T17:00")
    assert one.due_at < one.remind_at < one.closes_at


def test_the_prompt_before_an_earlier_day_closes_before_it() -> None:
    after = moved(USUAL[1], "2026-10-15")
    assert on_day(after, date(2026, 10, 8)).closes_at == at("2026-10-14T16:00")
    assert on_day(after, date(2026, 10, 15)).closes_at == at("2026-10-27T17:00")


def test_a_day_moved_a_little_stays_open_as_long_as_usual() -> None:
    one = on_day(moved(USUAL[1], "2026-10-23"), date(2026, 10, 23))
    assert one.closes_at == at("2026-11-04T17:00")


def test_the_questions_keep_their_order() -> None:
    def asked(of: Plan) -> list[str]:
        return list(dict.fromkeys(o.question for o in sorted(of.occurrences, key=lambda o: o.on)))

    assert asked(moved(USUAL[1], "2026-10-28")) == asked(planned())


@pytest.mark.parametrize(
    ("to", "why"),
    [
        ("2026-10-24", "Saturday 24 October 2026 is a Saturday"),
        ("2026-12-25", "Friday 25 December 2026 is a bank holiday in England"),
        ("2026-10-09", "too few days to answer the prompt of Thursday 8 October 2026"),
        ("2026-11-04", "before the next prompt is sent on Thursday 5 November 2026"),
        ("2026-12-10", "it would change places with another prompt"),
    ],
)
def test_a_day_that_cannot_move_there_stays_and_says_why(to: str, why: str) -> None:
    after = moved(USUAL[1], to)
    assert days(after) == USUAL
    assert why in after.remarks[-1]
    assert after.remarks[-1].endswith("it stays.")


def test_the_last_prompt_cannot_stay_open_past_the_draft() -> None:
    assert "before the draft is made on" in moved(USUAL[-1], "2027-01-04").remarks[-1]


def test_moving_a_day_on_which_nothing_is_planned_says_so() -> None:
    assert "nothing is planned for that day" in moved("2026-11-02", "2026-11-03").remarks[-1]


def test_planning_again_on_the_eve_keeps_the_moved_day() -> None:
    town = anytown("2027-01-20", move=[{"on": USUAL[1], "to": "2026-10-28"}])
    before = plan(town, bank(), NOW)
    again = plan(town, bank(), at("2026-10-27T18:00"), before.cycles, before.occurrences)
    assert "2026-10-28" in days(again)


def test_one_question_is_worded_anew_for_its_day_only() -> None:
    words = "What would help us meet more often?"
    after = planned(reword=[{"on": USUAL[2], "text": words}])
    assert {o.on.isoformat() for o in after.occurrences if o.question == words} == {USUAL[2]}
    assert [o.practices for o in after.occurrences] == [o.practices for o in planned().occurrences]


def test_words_for_a_day_without_a_prompt_are_pointed_out() -> None:
    after = planned(reword=[{"on": "2026-11-02", "text": "What would help us?"}])
    assert "the words for it are not used" in after.remarks[-1]
