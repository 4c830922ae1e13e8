"""How often the linter is right about questions that other people might write."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.content.language import language_terms
from bot.core.asking.wording import RULES, Remark, remarks_on

ROOT = Path(__file__).parents[2]
WRITTEN: dict[str, Any] = yaml.safe_load(
    (ROOT / "tests/core/asking/questions_by_others.yaml").read_text(encoding="utf-8")
)


def judged(text: str) -> tuple[Remark, ...]:
    return remarks_on(text, language_terms())


@pytest.mark.parametrize(("half", "least"), [("tuned", 0.98), ("untuned", 0.9)])
def test_poor_questions_are_caught_under_the_right_rule(half: str, least: float) -> None:
    poor = WRITTEN[half]["poor"]
    missed = [p for p in poor if p["rule"] not in {one.rule for one in judged(p["text"])}]
    assert len(missed) <= (1 - least) * len(poor), missed


@pytest.mark.parametrize(("half", "most"), [("tuned", 0.02), ("untuned", 0.05)])
def test_good_questions_are_left_alone(half: str, most: float) -> None:
    good = WRITTEN[half]["good"]
    flagged = {text: judged(text) for text in good if judged(text)}
    assert len(flagged) <= most * len(good), flagged


def test_every_rule_is_tried_on_somebody_elses_question() -> None:
    tried = {one["rule"] for half in WRITTEN.values() for one in half["poor"]}
    assert tried == set(RULES) - {
        "empty",
        "question-mark",
        "opener",
        "repeated-id",
        "unknown-practice",
    }


def test_every_term_of_the_list_names_its_source_and_says_something_better() -> None:
    terms = language_terms()
    assert len(terms) > 50
    assert all(term.why.endswith(".") and term.instead for term in terms)
    assert all(" " in term.source for term in terms)
    assert len({term.pattern for term in terms}) == len(terms)


@pytest.mark.parametrize(
    "text",
    [
        "What do our staff need when work puts them at risk?",
        "How do we recruit volunteers who know this area?",
        "What would services working for children do together?",
        "Where does a black child feel at home here?",
        "What lack of time do we share?",
        "How does our relationship with schools change in summer?",
        "What helps us to plug gaps?",
        "Which words would we kick off the meeting with?",
        "What positive risk-taking do we make room for?",
    ],
)
def test_words_that_only_look_like_labels_are_left_alone(text: str) -> None:
    assert "labelling" not in {one.rule for one in judged(text)}
