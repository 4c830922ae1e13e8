"""A passage is weighed by both questions, and for less when it is torn out of what follows."""

import pytest

from bot.core.guard.concern.text import words_of
from bot.core.guard.concern.weighing import TORN_OUT, Passage, passages_of
from bot.core.guard.concern.weights import Weight, Weights

WEIGHTS = Weights(
    Weight(0, 0), {}, {"bruise": Weight(3, 3), "laughs": Weight(-4, -4)}, {"bruise": Weight(1, 0)}
)


def passages(text: str) -> dict[tuple[int, int], Passage]:
    return {(each.first, each.last): each for each in passages_of(words_of(text), WEIGHTS)}


def test_the_score_is_the_odds_that_both_answers_are_yes() -> None:
    half = Passage(0, 1, torn_out=False, signs=frozenset(), weight=Weight(0, 0))
    assert half.score == pytest.approx(-1.0986, abs=1e-4)  # a quarter: one to three
    sure_of_one = half._replace(weight=Weight(99, 0))
    assert sure_of_one.score == pytest.approx(0, abs=1e-4)
    assert half._replace(weight=Weight(-999, 999)).score < -29


def test_words_count_by_themselves_and_by_what_they_mean() -> None:
    (only,) = passages("There is a bruise").values()
    assert only.weight == Weight(4, 3)


def test_a_sentence_torn_out_of_its_ending_counts_for_less() -> None:
    found = passages("There is a bruise. She laughs about it.")
    alone, whole = found[0, 1], found[0, 2]
    assert alone.torn_out
    assert not whole.torn_out
    assert alone.score == pytest.approx(alone._replace(torn_out=False).score - TORN_OUT)
    assert whole.weight == Weight(0, -1)


def test_in_a_longer_text_the_longest_passages_count_in_full() -> None:
    found = passages("One is here now. Two are here now. Three are here now. Four are here now.")
    assert sorted(place for place, each in found.items() if not each.torn_out) == [(0, 3), (1, 4)]


def test_a_text_without_words_has_no_passages() -> None:
    assert passages("") == passages("!? ...") == {}
