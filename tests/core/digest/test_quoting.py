"""Words fit to print: whatever somebody typed, it stays theirs and disturbs nobody else's."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.digest.compiling.quoting import (
    LONGEST_QUOTE,
    NO_WORDS,
    SHORTENED,
    cleaned,
    printed_length,
    quotable,
)

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
WALES = "\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"


@pytest.mark.parametrize(
    "words",
    [
        ":thumbsup:",
        "\U0001f44d\U0001f3fd",
        FAMILY,
        "\u2764\ufe0f",
        WALES,
        "Mae’r plant yn gyntaf. Tŷ, dŵr, gwên.",
        "يجب أن نصغي أولاً",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u06cc\u0645",  # Persian needs its joiner
        "क्\u200dष",  # and so does Hindi
        "עברית \u200fעם סימן",
        "Tiếng Việt có dấu: ậ",
        "שָׁלוֹם",
        "<b>&amp;</b> *bold* _it_ <!channel>",
    ],
)
def test_what_somebody_could_mean_stays_as_it_was_written(words: str) -> None:
    assert quotable(words) == (unicodedata.normalize("NFC", words), False)


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("pass\u202eword\u202c", "password"),
        ("\u2066isolated\u2069", "isolated"),
        ("zero\u200bwidth\ufeff \u2060words", "zerowidth words"),
        ("a\u200db\u200cc", "abc"),
        ("soft\u00adhyphen", "softhyphen"),
        ("bell\x07 and null\x00", "bell and null"),
        ("hidden\U000e0068\U000e0069tags", "hiddentags"),
        ("private \ue000use", "private use"),
        ("one\r\ntwo\u2028three\x85four", "one\ntwo\nthree\nfour"),
        ("far\n\n\n\n\napart", "far\n\napart"),
        ("  wide \t spaces\u00a0here  ", "wide spaces here"),
        ("Z" + "\u0301\u0302\u0303\u0304\u0305\u0306\u0307", "\u0179\u0302\u0303\u0304\u0305"),
    ],
)
def test_what_cannot_be_seen_or_overrides_its_neighbours_goes(written: str, printed: str) -> None:
    assert cleaned(written) == printed


@pytest.mark.parametrize(
    "blank", ["", " \n ", "\u200b\u200b", "\u2800", "\u3164", "\u0301", "\x00"]
)
def test_a_reply_without_words_says_so(blank: str) -> None:
    assert quotable(blank) == (NO_WORDS, False)


def test_an_emoji_younger_than_this_python_is_something_seen() -> None:
    assert quotable("\U0001fadc").words == "\U0001fadc"


def test_a_quote_of_just_the_limit_is_whole() -> None:
    words = "a" * LONGEST_QUOTE
    assert quotable(words) == (words, False)


def test_a_long_quote_stops_after_a_sentence() -> None:
    sentences = "We could ask each other sooner. " * 40
    words, shortened = quotable(sentences)
    assert shortened
    assert words.endswith("sooner." + SHORTENED)
    assert sentences.startswith(words.removesuffix(SHORTENED))


def test_a_long_quote_without_sentences_stops_after_a_word() -> None:
    words, shortened = quotable("listen " * 200)
    assert shortened
    assert words.endswith("listen" + SHORTENED)


def test_a_quote_of_one_endless_word_is_cut_between_letters() -> None:
    words, shortened = quotable("e\u0331" * 2_000)
    assert shortened
    assert words.endswith("e\u0331" + SHORTENED)


def test_a_joined_emoji_is_not_cut_in_two() -> None:
    words, _ = quotable(FAMILY * 500)
    assert words.removesuffix(SHORTENED).replace(FAMILY, "") == ""


@given(
    st.text(max_size=60)
    | st.text(alphabet="ab\u0301\u200d\u200c\u202e\U000e0067 \n&<", max_size=40)
)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert cleaned(cleaned(text)) == cleaned(text)


@given(st.text(max_size=30), st.integers(1, 1_500))
def test_no_quote_is_longer_than_its_room_or_empty(text: str, times: int) -> None:
    words, shortened = quotable(text * times)
    assert words.strip()
    assert printed_length(words) <= LONGEST_QUOTE
    if shortened:
        assert cleaned(text * times).startswith(words.removesuffix(SHORTENED))
