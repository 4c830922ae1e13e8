"""Emoji that Slack sends by its own names are read as people saw them, in answers and in forms."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.digest.compiling.quoting import quotable
from bot.slack.speech.dialect import heard
from bot.slack.speech.emoji import seen
from bot.slack.speech.inputs import ACTION, typed


def rich(*emoji: dict[str, Any]) -> list[dict[str, Any]]:
    """The rich text block that Slack's composer sends with a message."""
    section = {"type": "rich_text_section", "elements": list(emoji)}
    return [{"type": "rich_text", "elements": [section]}]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (":raised_hands:", "🙌"),
        (":+1: from us :clap::skin-tone-4:", "👍 from us 👏"),
        (":wave::heart:", "👋❤️"),
        ("(:rocket:)", "(🚀)"),
        (":100:", "💯"),
        (":dots_parrot: again", "[dots parrot] again"),
        ("at 10:30:45, room a:b:c", "at 10:30:45, room a:b:c"),
        (":30: and :Not This:", ":30: and :Not This:"),
        ("one: two: three", "one: two: three"),
        ("🙌", "🙌"),
        ("", ""),
    ],
)
def test_a_name_between_colons_is_what_it_shows(written: str, read: str) -> None:
    assert seen(written) == read


def test_the_messages_own_blocks_say_which_character_it_is() -> None:
    blocks = rich(
        {"type": "emoji", "name": "people_holding_hands", "unicode": "1f9d1-200d-1f91d-200d-1f9d1"},
        {"type": "emoji", "name": "wave", "unicode": "1f44b-1f3fd", "skin_tone": 4},
        {"type": "emoji", "name": "our_own"},
        {"type": "emoji", "name": "broken", "unicode": "no number"},
    )
    text = "x:people_holding_hands:y :wave::skin-tone-4: :our_own: :broken:"
    assert seen(text, blocks) == "x🧑‍🤝‍🧑y 👋🏽 [our own] [broken]"


def test_what_is_no_emoji_in_the_blocks_stays_as_it_was_typed() -> None:
    blocks = rich({"type": "text", "text": "a rota :wave: typed as code"})
    assert seen("a rota :wave: typed as code", blocks) == "a rota :wave: typed as code"


@given(st.text(alphabet=":+-1ab_ 9'\n"), st.none() | st.just(rich()))
def test_any_text_can_be_read_and_reading_it_twice_changes_nothing(
    text: str, blocks: list[dict[str, Any]] | None
) -> None:
    assert seen(seen(text, blocks), blocks) == seen(text, blocks)


def test_a_reply_of_only_an_emoji_is_kept_and_printed_as_one() -> None:
    message = {
        "user": "U0ANNA",
        "ts": "1799141460.000100",
        "thread_ts": "1799141400.000100",
        "text": ":raised_hands::skin-tone-2:",
        "blocks": rich({"type": "emoji", "name": "raised_hands", "unicode": "1f64c-1f3fb"}),
    }
    reply = heard(message, "C0PLACES", "U0DOTSBOT")
    assert reply is not None
    assert reply.text == "🙌🏻"
    assert quotable(reply.text).words == "🙌🏻"


def test_an_emoji_in_a_form_is_read_the_same_way() -> None:
    answer = {"type": "plain_text_input", "value": "More of this :raised_hands:"}
    view = {"state": {"values": {"words": {ACTION: answer}}}}
    assert typed(view, "words") == "More of this 🙌"
