"""Questions that should pass, and questions that should not, with the rule they break."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.asking.question import MOST_WORDS, remarks_on

GOOD = (
    "What did we learn this month?",
    "Whose view did we hear late?",
    "In what ways do we make room for newer partners?",
    "Since we last met, what has surprised us?",
    "When we disagree, who helps us to stay curious?",
    "For whom are our meetings easy to join?",
    "How do we decide who leads and who follows?",
    "What do we mean by safe and how it feels to be heard?",
    "Which people and places do we know best?",
    "How would this sound to a family sitting in the room?",
    "Which words would we be uneasy for a young person to read?",
    "What did our last case review teach us about how we meet?",
    "What do parents and carers tell us about what helps and what hinders?",
    "Where do families who live in two areas get stuck?",
    "How would our figures read if they showed strengths as clearly as worries?",
    "What helps us to notice when a partner has gone quiet?",
    "\u201cWhat next?\u201d",
)
POOR = (
    ("Do we share power?", "closed"),
    ("should we meet more often?", "closed"),
    ("Why are we so slow?", "why"),
    ("How come nobody asked?", "why"),
    ("Thoughts on our meetings?", "opener"),
    ("What do we share", "question-mark"),
    ("What works? What does not?", "two-asks"),
    ("Whose view did we hear late, and what would it take to hear it first?", "two-asks"),
    ("What is working and how do we know it?", "two-asks"),
    ("What did we change and did we say so?", "two-asks"),
    ("What did we change and why?", "two-asks"),
    ("What gets in the way, or what helps?", "two-asks"),
    ("How well do we share power?", "leading"),
    ("Don't you think we share enough?", "leading"),
    ("Aren\u2019t we listening?", "leading"),
    ("How good are we at listening?", "leading"),
    ("How can we fix poor attendance?", "leading"),
    ("What could we do, since we surely agree?", "leading"),
    ("What could we learn from a young person who was exploited?", "a-child"),
    ("What is the story of one family we supported this year?", "a-child"),
    ("What happened to the girl at the station?", "a-child"),
    ("What did our most recent case show?", "a-child"),
    ("Tell us about a child you helped?", "a-child"),
    ("Which child worries us?", "a-child"),
    ("What " + "very " * MOST_WORDS + "long question?", "too-long"),
)


@pytest.mark.parametrize("text", GOOD)
def test_a_good_natural_question_is_left_alone(text: str) -> None:
    assert remarks_on(text) == ()


@pytest.mark.parametrize(("text", "rule"), POOR)
def test_a_poor_question_is_told_what_to_change(text: str, rule: str) -> None:
    remarks = remarks_on(text)
    assert rule in [remark.rule for remark in remarks]
    assert all(remark.found and remark.advice.endswith(".") for remark in remarks)


def test_every_fault_of_one_question_is_named_at_once() -> None:
    rules = {remark.rule for remark in remarks_on("Why did we fail, and what should we do?")}
    assert rules == {"why", "two-asks"}


def test_a_leading_closed_question_is_told_once_about_its_opening() -> None:
    assert [remark.rule for remark in remarks_on("Isn't this good?")] == ["leading"]


@given(st.text(max_size=300))
def test_any_text_whatever_gets_an_answer(text: str) -> None:
    assert all(remark.advice for remark in remarks_on(text))


@given(st.integers(min_value=1, max_value=60))
def test_the_limit_on_words_is_exact(count: int) -> None:
    text = " ".join(["What", *["next"] * (count - 1)]) + "?"
    too_long = "too-long" in [remark.rule for remark in remarks_on(text)]
    assert too_long is (count > MOST_WORDS)
