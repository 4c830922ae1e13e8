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


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("She chooses to be with him, whatever we offer.", "chooses-it"),
        ("He was recruited at the bus stop by an older lad.", "recruited"),
        ("She keeps going back to him.", "goes-back"),
        ("She is in a relationship with a 35-year-old man.", "relationship-with-adult"),
        ("She knew exactly what she was doing.", "should-have-known"),
        ("Why on earth did she not tell us?", "why-didnt-they"),
        ("It was consensual, she says.", "consented"),
        ("Several of our year 10s are involved in county lines.", "involved-in"),
        ("He kicked off in the meeting room.", "kicks-off"),
        ("She can be quite aggressive towards staff.", "aggressive"),
        ("She is twelve going on thirty.", "mature-for-age"),
        ("He went AWOL again.", "absconds"),
    ],
)
def test_a_wording_is_noticed_however_it_is_put(text: str, kind: str) -> None:
    assert kind in [each.kind for each in detectors()[Detector.LANGUAGE](text)]


@pytest.mark.parametrize(
    "text",
    [
        "Why did she not feel safe to tell any of us?",
        "The practitioners failed to attend, not the family.",
        "The naughty step is a thing of the past.",
        "The Juvenile Justice Centre sent two people.",
        "Juvenile salmon are back in the river.",
        "It's hard to place a value on trust.",
        "Clubs drop out of our list each summer.",
        "We went straight back to the partners with it.",
        "Our conference kicks off in the main hall.",
        "Only a handful of schools replied.",
        "We are plugging away at the plan.",
    ],
)
def test_the_same_words_about_something_else_are_left_alone(text: str) -> None:
    assert list(detectors()[Detector.LANGUAGE](text)) == []
