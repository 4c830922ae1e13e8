"""The shared list of words: whole, with its sources, and right about words in use."""

from collections import Counter

import pytest

from benchmarks.guard.sets import samples
from bot.content.detectors import detectors, detectors_for
from bot.content.folders import read_partnerships
from bot.content.language import language_terms
from bot.core.guard.finding import Detector
from bot.core.guard.language.terms import compiled, whole_words
from bot.core.partnership import Care, OwnWords
from tests.content.checking import ROOT, TODAY

TERMS = language_terms()


def test_the_list_is_whole_and_every_term_has_its_tier() -> None:
    assert Counter(term.tier for term in TERMS) == {"A": 40, "B": 35, "C": 18, "D": 15}
    assert len({term.id for term in TERMS}) == len(TERMS)


def test_every_pattern_can_be_read() -> None:
    for term in TERMS:
        whole_words(term.pattern)
        assert all(compiled(each) for each in (term.needs, term.unless) if each)


@pytest.mark.parametrize(
    ("part", "listed", "least", "most"),
    [
        ("tuned", "to_find", 0.95, 1),
        ("tuned", "near_misses", 0, 0.05),
        ("aside", "to_find", 0.9, 1),
        ("aside", "near_misses", 0, 0.1),
    ],
)
def test_words_in_use_are_noticed_and_acceptable_uses_are_not(
    part: str, listed: str, least: float, most: float
) -> None:
    detect = detectors()[Detector.LANGUAGE]
    texts = [each.text for each in samples(Detector.LANGUAGE, part) if each.list == listed]
    share = sum(bool(list(detect(text))) for text in texts) / len(texts)
    assert least <= share <= most


def test_replies_are_nudged_about_blame_only_and_as_the_partnership_chose() -> None:
    (example,) = read_partnerships(ROOT / "schedules", TODAY)
    care = Care(
        own_words=(OwnWords(words="jungle drums", why="It sounds like gossip.", instead="news"),),
        leave_out_words=("sexting",),
    )
    detect = detectors_for(example.model_copy(update={"care": care}))[Detector.LANGUAGE]
    text = "Sexting, jungle drums, and troublemakers who put themselves at risk."
    assert [each.kind for each in detect(text)] == ["puts-self-at-risk", "own-jungle-drums"]
