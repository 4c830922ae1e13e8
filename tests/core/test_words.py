"""Days, times, amounts and lists as British readers expect them."""

from datetime import date, datetime, time

import pytest

from bot.core.words import (
    counted,
    day_in_words,
    listed,
    moment_in_words,
    sentence,
    time_in_words,
)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2027, 1, 5), "Tuesday 5 January 2027"),
        (date(2028, 2, 29), "Tuesday 29 February 2028"),
        (date(2026, 12, 13), "Sunday 13 December 2026"),
    ],
)
def test_a_day_is_written_out(day: date, words: str) -> None:
    assert day_in_words(day) == words


def test_a_time_is_on_the_24_hour_clock() -> None:
    assert time_in_words(time(9, 5)) == "09:05"
    assert moment_in_words(datetime(2027, 1, 5, 14, 30)) == (  # noqa: DTZ001  # wall time
        "Tuesday 5 January 2027 at 14:30"
    )


@pytest.mark.parametrize(
    ("items", "words"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_a_list_has_one_and(items: list[str], words: str) -> None:
    assert listed(items) == words


@pytest.mark.parametrize(
    ("number", "words"), [(0, "no replies"), (1, "one reply"), (2, "2 replies")]
)
def test_a_number_agrees_with_its_noun(number: int, words: str) -> None:
    assert counted(number, "reply", "replies") == words


def test_a_sentence_begins_with_a_capital_and_keeps_the_rest() -> None:
    assert sentence("one NHS reply") == "One NHS reply"
    assert sentence("") == ""
