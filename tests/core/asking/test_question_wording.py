"""Questions that should pass, and questions that should not, with the rule they break."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.asking.wording import (
    RULES,
    is_usable,
    remarks_on,
    remarks_on_follow_up,
    told_once,
)
from bot.core.asking.wording.plain.plainness import MOST_WORDS, MOST_WORDS_WITH_FOLLOW_UP
from bot.core.asking.wording.plain.reading_age import reading_age
from bot.core.guard.language import Term

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
    "The dark evenings are here. What do we notice?",
    "What do we mean when we say that a family is “hard to reach”?",
    "Which words could we use instead of hard to reach?",
    "What does the NHS know about our evenings?",
    "What has the Local Partnership Meeting (LPM) taught the LPM?",
    "How do police officers and youth workers learn from one another?",
    "What could we do to slow down and stay curious?",
)
TERMS = (
    Term(
        id="hard-to-reach",
        tier="B",
        pattern=r"\bhard to reach\b",
        unless=r"\bshelf\b",
        why="It puts the barrier in people.",
        instead="people we do not reach yet",
        source="invented",
    ),
)
POOR = (
    ("Do we share power?", "closed-opener"),
    ("should we meet more often?", "closed-opener"),
    ("Why are we so slow?", "why-opener"),
    ("How come nobody asked?", "why-opener"),
    ("Thoughts on our meetings?", "opener"),
    ("What do we share", "question-mark"),
    ("What works? What does not?", "two-questions"),
    ("Whose view did we hear late, and what would it take to hear it first?", "two-ideas"),
    ("What is working and how do we know it?", "two-ideas"),
    ("What did we change and did we say so?", "two-ideas"),
    ("What did we change and why?", "two-ideas"),
    ("What gets in the way, or what helps?", "two-ideas"),
    ("How well do we share power?", "leading"),
    ("Don't you think we share enough?", "leading"),
    ("Aren\u2019t we listening?", "leading"),
    ("How good are we at listening?", "leading"),
    ("How can we fix poor attendance?", "leading"),
    ("What could we do, since we surely agree?", "leading"),
    ("What could we learn from a young person who was exploited?", "child-story"),
    ("What is the story of one family we supported this year?", "child-story"),
    ("What happened to the girl at the station?", "child-story"),
    ("What did our most recent case show?", "child-story"),
    ("Tell us about a child you helped?", "child-story"),
    ("Which child worries us?", "child-story"),
    ("When a parent calls, does somebody answer?", "closed-opener"),
    ("Hi all, do we meet often enough?", "closed-opener"),
    ("Tell us what you think.", "opener"),
    ("So why do we wait?", "why-opener"),
    ("How can we stop ignoring parents?", "leading"),
    ("What went well, and what did not?", "two-ideas"),
    ("How do we welcome parents and train our staff?", "two-ideas"),
    ("Which agency is the slowest?", "blame"),
    ("How can we get the police to listen?", "blame"),
    ("How do schools compare with housing?", "blame"),
    ("What did the VRU teach us?", "acronym"),
    ("What do camhs and the lado tell us?", "acronym"),
    ("Where do our thresholds fall?", "statutory-jargon"),
    ("What organisational considerations characterise accountability?", "reading-age"),
    ("What do *we* want?", "markup"),
    ("What does <@U012ABC> think?", "markup"),
    ("What do we want, @channel?", "markup"),
    ("What have we learned? https://example.org", "markup"),
    ("Beth ydym ni wedi dysgu this year?", "mixed-languages"),
    ("Что мы узнали?", "mixed-languages"),
    ("?!", "empty"),
    ("  ", "empty"),
    ("What is this? " * 1_000, "too-long"),
    ("What " + "very " * MOST_WORDS + "long question?", "too-long"),
)


@pytest.mark.parametrize("text", GOOD)
def test_a_good_natural_question_is_left_alone(text: str) -> None:
    assert remarks_on(text, TERMS) == ()


@pytest.mark.parametrize(("text", "rule"), POOR)
def test_a_poor_question_is_told_what_to_change(text: str, rule: str) -> None:
    remarks = remarks_on(text)
    assert rule in [remark.rule for remark in remarks]
    assert all(remark.found and remark.advice.endswith(".") for remark in remarks)


def test_every_fault_of_one_question_is_named_at_once() -> None:
    rules = {remark.rule for remark in remarks_on("Why did we fail, and what should we do?")}
    assert rules == {"why-opener", "two-ideas", "two-questions"}


def test_a_closed_question_that_leads_is_told_of_both() -> None:
    rules = [remark.rule for remark in remarks_on("Isn't this good?")]
    assert rules == ["closed-opener", "leading"]


@given(st.text(max_size=300))
def test_any_text_whatever_gets_an_answer(text: str) -> None:
    assert all(remark.advice for remark in remarks_on(text))


@given(st.integers(min_value=1, max_value=60))
def test_the_limit_on_words_is_exact(count: int) -> None:
    text = " ".join(["What", *["next"] * (count - 1)]) + "?"
    too_long = "too-long" in [remark.rule for remark in remarks_on(text)]
    assert too_long is (count > MOST_WORDS)


def test_a_label_is_told_with_the_reason_and_another_way_to_say_it() -> None:
    (remark,) = remarks_on("How do we help hard to reach families?", TERMS)
    assert (remark.rule, remark.found, remark.is_error) == ("labelling", "hard to reach", True)
    assert "barrier" in remark.advice
    assert "do not reach yet" in remark.advice


def test_a_label_that_is_about_something_else_is_left_alone() -> None:
    assert remarks_on("Which shelf is hard to reach for us?", TERMS) == ()


def test_every_rule_says_why_it_matters_and_shows_something_better() -> None:
    for name, rule in RULES.items():
        assert rule.id == name
        assert rule.why.endswith(".")
        assert "?" in rule.better


@pytest.mark.parametrize(
    "name", sorted(set(RULES) - {"mixed-languages", "repeated-id", "unknown-practice"})
)
def test_the_better_example_of_a_rule_is_good_by_all_rules(name: str) -> None:
    better = RULES[name].better.split(" (")[0]  # type: ignore[index]  # a name from RULES
    assert remarks_on(better, TERMS) == ()


def test_people_are_told_once_of_words_that_break_two_rules() -> None:
    remarks = remarks_on("What do we share, and how do we know?")
    assert [remark.rule for remark in remarks] == ["two-questions", "two-ideas"]
    assert [remark.rule for remark in told_once(remarks)] == ["two-questions"]


def test_only_errors_keep_a_question_from_being_asked() -> None:
    assert is_usable(remarks_on("What did the VRU teach us?"))
    assert not is_usable(remarks_on("Did the VRU teach us?"))


def test_a_follow_up_may_invite_but_not_make_the_prompt_too_long() -> None:
    assert remarks_on_follow_up("What next?", "Half a thought is welcome.") == ()
    long = "What " + "next " * (MOST_WORDS_WITH_FOLLOW_UP - 3) + "then?"
    assert remarks_on_follow_up(long, "How?") == ()
    (remark,) = remarks_on_follow_up(long, "How so?")
    assert remark.rule == "too-long"


@pytest.mark.parametrize(
    ("text", "youngest", "oldest"),
    [
        ("What do we do?", 0, 7),
        ("What words do we use for young people that they would not choose?", 5, 11),
        ("How might collaborative epistemologies facilitate transformation?", 20, 60),
        ("", 0, 0),
    ],
)
def test_the_reading_age_follows_length_and_syllables(
    text: str, youngest: int, oldest: int
) -> None:
    assert youngest <= reading_age(text) <= oldest
