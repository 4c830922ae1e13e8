"""Live concerns are noticed, in calm words and in plain ones; talk about concerns is left alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.guard.sets import Sample, samples
from bot.content.concern import concern_weights
from bot.core.guard.concern import Weight, Weights, concern
from bot.core.guard.concern.weights import pieces_of
from bot.core.guard.finding import Detector

DETECT = concern(concern_weights())
TWINS = "harmless_twins"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "I'm a bit uneasy about one of the lads at our club, he keeps turning up with new "
            "trainers and won't say where he's been",
            "child-at-risk",
        ),
        (
            "a parent told me on Monday that the taxi driver has been giving her girl vapes",
            "disclosure",
        ),
        ("she didn't come home last night and nobody has rung anybody", "child-at-risk"),
        ("one of our coaches has been messaging a 14 year old", "staff-allegation"),
        ("She’s on the roof right now and says she’s going to kill herself", "immediate-danger"),
    ],
)
def test_a_live_concern_is_noticed_with_its_kind(text: str, kind: str) -> None:
    (found,) = DETECT(text)
    assert found.kind == kind
    assert found.reason.startswith("It reads as if")


@pytest.mark.parametrize(
    "text",
    [
        "we have seen more children going missing from care this quarter",
        "what would we do if a coach messaged a child?",
        "our training covers allegations against staff",
        "young people told us in the survey that they feel unsafe at the bus station",
        "Thank you all, that was a good meeting.",
        "one of our coaches has been messaging the other clubs about the summer fair",
        "She used to run off every weekend. She's at college now, and her mum sent us flowers.",
        "We had a lad go missing for two days in 2018. He's a joiner now and sends us a card.",
        "Agreed.",
        "👍",
        "",
    ],
)
def test_general_talk_is_left_alone(text: str) -> None:
    assert list(DETECT(text)) == []


def _counted(part: str) -> list[Sample]:
    """Without the file that pairs each worrying thing with a harmless twin: it is there to teach,
    and has a bound of its own."""
    return [each for each in samples(Detector.CONCERN, part) if each.file != TWINS]


def test_good_news_of_somebody_is_mostly_left_alone() -> None:
    texts = [each.text for each in samples(Detector.CONCERN, "tuned") if each.file == TWINS]
    assert sum(bool(list(DETECT(text))) for text in texts) <= len(texts) / 3


@pytest.mark.parametrize(
    ("part", "listed", "least", "most"),
    [
        ("tuned", "to_find", 0.95, 1),
        ("tuned", "clean", 0, 0.05),
        ("tuned", "near_misses", 0, 0.1),
        ("aside", "to_find", 0.9, 1),
        ("aside", "clean", 0, 0.05),
        ("aside", "near_misses", 0, 0.15),
    ],
)
def test_replies_are_told_apart(part: str, listed: str, least: float, most: float) -> None:
    texts = [each.text for each in _counted(part) if each.list == listed]
    share = sum(bool(list(DETECT(text))) for text in texts) / len(texts)
    assert least <= share <= most


def test_one_worry_in_a_long_reply_is_found_in_its_place() -> None:
    calm = "The papers were clear and the room was full. We liked the new agenda. "
    worry = "One of our lads came in with burns on his arms and he is too scared to go home."
    text = calm * 3 + worry + " " + calm * 3
    (found,) = DETECT(text)
    assert found.start <= text.index("One of our lads")
    assert found.end >= text.index(worry) + len(worry) - 1
    assert found.end - found.start < len(worry) + 2 * len(calm)


def test_the_place_is_that_of_the_text_as_it_was_given() -> None:
    text = "&gt; she didn\u2019t come h\u200bome last night and nobody has rung anybody"
    (found,) = DETECT(text)
    assert text[found.start : found.end].startswith("she didn")
    assert text[found.start : found.end].endswith("anybody")


@settings(max_examples=150)
@given(
    st.one_of(
        st.text(max_size=300),
        st.lists(
            st.sampled_from(
                ["she ", "he hit her ", "a girl ", ". ", "?", "\n", "\u200b", "&amp;", "14 "]
            ),
            max_size=60,
        ).map("".join),
    )
)
def test_any_text_gets_findings_that_lie_inside_it_and_always_the_same(text: str) -> None:
    found = list(DETECT(text))
    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert found == list(DETECT(text))


def test_a_reply_of_forty_thousand_characters_is_read_to_its_end() -> None:
    worry = "One of our lads came in with burns on his arms and he is too scared to go home."
    text = "We met and talked about dates and papers. " * 950 + worry
    assert [each.end for each in DETECT(text)] == [len(text) - 1]


def test_both_questions_must_be_answered_with_yes() -> None:
    weights = Weights(Weight(1, -1), {}, {}, {})
    assert list(concern(weights)("one two three four")) == []
    both = Weights(Weight(1, 1), {}, {}, {})
    assert len(list(concern(both)("one two three four"))) == 1


def test_a_word_that_is_not_known_is_read_in_pieces() -> None:
    known = {"boil": 0, "##er": 0, "##s": 0}
    assert list(pieces_of("boilers", known)) == ["boil", "##er", "##s"]
    assert list(pieces_of("xyz", known)) == []
