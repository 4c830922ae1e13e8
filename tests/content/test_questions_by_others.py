"""How often the linter is right about questions that other people might write."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.content.language import language_terms
from bot.core.asking.wording import RULES, Remark, remarks_on

FOLDER = Path(__file__).parents[1] / "core/asking"
WRITTEN: dict[str, dict[str, Any]] = {
    name: yaml.safe_load((FOLDER / f"questions_{name}.yaml").read_text(encoding="utf-8"))
    for name in ("by_others", "kept_aside")
}


def judged(text: str) -> tuple[Remark, ...]:
    return remarks_on(text, language_terms())


def is_caught(poor: dict[str, str]) -> bool:
    return not {poor["rule"], poor.get("or")}.isdisjoint(one.rule for one in judged(poor["text"]))


@pytest.mark.parametrize(("which", "least"), [("by_others", 0.98), ("kept_aside", 0.95)])
def test_poor_questions_are_caught_under_the_right_rule(which: str, least: float) -> None:
    poor = WRITTEN[which]["poor"]
    missed = [each for each in poor if not is_caught(each)]
    assert len(missed) <= (1 - least) * len(poor), missed


@pytest.mark.parametrize(("which", "most"), [("by_others", 0.01), ("kept_aside", 0.03)])
def test_good_questions_are_left_alone(which: str, most: float) -> None:
    good = WRITTEN[which]["good"]
    flagged = {text: judged(text) for text in good if judged(text)}
    assert len(flagged) <= most * len(good), flagged


def test_every_rule_about_words_is_tried_on_somebody_elses_question() -> None:
    tried = {one["rule"] for each in WRITTEN.values() for one in each["poor"]}
    assert tried == set(RULES) - {"empty", "repeated-id", "unknown-practice"}


def test_no_question_is_both_tuned_on_and_kept_aside() -> None:
    texts = [{*each["good"], *(poor["text"] for poor in each["poor"])} for each in WRITTEN.values()]
    assert not set.intersection(*texts)


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
