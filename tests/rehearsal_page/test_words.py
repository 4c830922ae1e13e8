"""The invented words are whole, varied, and about how a partnership works."""

import re
from itertools import chain

import pytest

from bot.content.detectors import detectors
from bot.core.guard.examine import Detect, examine
from bot.core.guard.finding import Detector
from bot.rehearsal.cast.people import people
from bot.rehearsal.cast.words import key_of, shipped_words

WORDS = shipped_words()
PRACTICES = [f"{principle}{number}" for principle in ("BB", "LC", "CU") for number in (1, 2, 3, 4)]
PAIRS = ["BB+LC", "BB+CU", "LC+CU"]
ALL = list(chain.from_iterable(by_sector.values() for by_sector in WORDS.values()))

# What would make words about somebody's life, or lead to a person or a place that could be real.
FORBIDDEN = {
    "a number that could be somebody's": r"\d{3,}",
    "an e-mail address or a handle": r"@",
    "a postcode": r"\b[A-Z]{1,2}\d{1,2} ?\d[A-Z]{2}\b",
    "one child": r"\b(a|the|this|that|one) (child|boy|girl|teenager|young person|pupil|lad)\b",
    "a relation of one child": r"\b(his|her) (mother|father|mum|dad|sister|brother|gran)\b",
    "an age": r"\b(aged \d|\d+[- ]year[- ]old|year (seven|eight|nine|ten|eleven))\b",
    "a case": r"\b(case|referral|strategy meeting|section 47|missing episode)s?\b",
    "harm in detail": r"\b(rape|assault|stab|kill|knife|drug|sexual|abuse|suicide|murder)\w*",
    "a real place": r"\b(London|Leeds|Bristol|Cardiff|Glasgow|Belfast|Manchester|Rotherham)\b",
}


@pytest.mark.parametrize("practice", PRACTICES)
def test_every_practice_has_five_voices_or_more(practice: str) -> None:
    assert len(WORDS[practice]) >= 5


@pytest.mark.parametrize("pair", PAIRS)
def test_every_joining_pair_has_three_voices_or_more(pair: str) -> None:
    assert len(WORDS[pair]) >= 3


def test_there_are_words_for_nothing_else() -> None:
    assert set(WORDS) == {*PRACTICES, *PAIRS}


@pytest.mark.parametrize("words", ALL)
def test_words_are_ten_to_sixty(words: str) -> None:
    assert 10 <= len(words.split()) <= 60


def test_nobody_says_what_another_says() -> None:
    assert len(set(ALL)) == len(ALL)


@pytest.mark.parametrize("what", FORBIDDEN)
def test_nothing_leads_to_a_child_a_case_or_a_person(what: str) -> None:
    found = [words for words in ALL if re.search(FORBIDDEN[what], words, re.IGNORECASE)]
    assert not found


def test_the_guard_holds_none_of_it() -> None:
    looking: dict[Detector, Detect] = {
        name: look for name, look in detectors().items() if name is not Detector.LANGUAGE
    }
    assert not [(words, found) for words in ALL if (found := examine(words, looking).findings)]


def test_every_sector_that_speaks_has_somebody_to_say_it() -> None:
    speaking = {sector for by_sector in WORDS.values() for sector in by_sector}
    assert speaking == {p.sector for p in people() if p.sector} - {"lay-member"}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Which word do we use differently? (LC4)", "LC4"),
        ("What travels, and how kindly? (BB3, LC4)", "BB+LC"),
        ("What do kind words slow down? (LC4, BB3)", "BB+LC"),
        ("What could we slow down? (CU1,BB2)", "BB+CU"),
        ("What is said of LC4 here?", None),
        ("A practice that is not there (LC5)", None),
        ("", None),
    ],
)
def test_a_text_asks_about_the_ids_it_shows_in_brackets(text: str, key: str | None) -> None:
    assert key_of(text) == key
