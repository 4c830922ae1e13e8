"""One child is told from any child, and a thing that is from one that might be."""

import pytest

from bot.core.guard.concern.lexicon import forms
from bot.core.guard.concern.shape import pairs_of
from bot.core.guard.concern.signs import signs_of
from bot.core.guard.concern.telling import kind_of, reason_for
from bot.core.guard.concern.text import LONGEST, words_of


def signs(text: str) -> frozenset[str]:
    words = words_of(text)
    return signs_of(words, 0, len(words.plain), words.asked[-1])


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("the girl at number 9", "this-child"),
        ("one of our younger lads", "this-child"),
        ("my neighbour's little boy", "this-child"),
        ("There was a boy at the gate", "a-child"),
        ("when a girl is out late", "any-child"),
        ("no child should be alone", "any-child"),
        ("the two boys", "these-children"),
        ("more children than before", "children"),
        ("she's only 13", "age"),
        ("it was 1998 and I believed her", "year"),
        ("he msgs her at weekends", "online"),
        ("a 14-year-old", "age"),
        ("he is fifteen now", "age"),
        ("she told her mum", "kin"),
        ("what we would do", "if"),
        ("If he is late", "if"),
        ("is that right?", "question"),
        ("he never came", "someone-not"),
    ],
)
def test_a_sign_is_seen(text: str, sign: str) -> None:
    assert sign in signs(text)


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("the meeting is about 14 people", "age"),
        ("there are 12 of us", "age"),
        ("I don't know if he is late", "if"),
        ("what it would take", "if"),
        ("more children than before", "someone"),
        ("any girl could say that", "this-child"),
        ("we plan the year", "child"),
    ],
)
def test_what_only_looks_like_a_sign_is_not_one(text: str, sign: str) -> None:
    assert sign not in signs(text)


def test_a_verb_is_known_in_all_its_forms() -> None:
    assert set(forms("grab")) == {"grab", "grabs", "grabed", "grabing", "grabbed", "grabbing"}
    assert set(forms("bribe")) == {"bribe", "bribes", "bribed", "bribing"}
    assert set(forms("worry")) == {"worry", "worries", "worried", "worrying"}
    assert "hid" in forms("hide")


def test_passages_that_are_built_alike_are_seen_alike() -> None:
    one, other = (words_of(text) for text in ("A girl who sings.", "a lad who climbs"))
    assert pairs_of(one, 0, 4, asked=False) == pairs_of(other, 0, 4, asked=False)


def test_a_page_without_a_full_stop_is_cut_into_readable_parts() -> None:
    words = words_of("word " * (2 * LONGEST + 5))
    assert [last - first for first, last in words.sentences] == [LONGEST, LONGEST, 5]


def test_sentences_end_where_they_end() -> None:
    words = words_of("He left. Did she? Yes!\nno 3.5 more")
    assert [words.plain[first:last] for first, last in words.sentences] == [
        ["he", "left"],
        ["did", "she"],
        ["yes"],
        ["no", "3", "5", "more"],
    ]
    assert words.asked == [False, True, False, False]


def test_the_kind_is_the_most_pressing_that_the_signs_allow() -> None:
    assert kind_of({"now", "threat", "told"}) == "immediate-danger"
    assert kind_of({"staff-and-conduct", "told"}) == "staff-allegation"
    assert kind_of({"told"}) == "disclosure"
    assert kind_of({"now"}) == "child-at-risk"


def test_the_reason_names_what_was_seen_the_gravest_first() -> None:
    assert reason_for({"goods", "late", "self", "fear"}).endswith(
        "speaks of harm to oneself, fear and things or money from somebody."
    )
    assert reason_for(set()).endswith("who may be coming to harm.")
