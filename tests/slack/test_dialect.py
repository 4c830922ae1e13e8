"""Slack's dialect, word for word: what comes in as plain words, and what is no message at all."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack.speech.dialect import at, escaped, heard, is_ts, plain

BOT = "U0DOTSBOT"
TS, THREAD = "1799141460.000100", "1799141400.000100"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("", ""),
        ("  a line\n", "a line"),
        ("one\n\ntwo", "one\n\ntwo"),
        ("<@U0ANNA>", "@colleague"),
        ("<@U0ANNA|anna>", "@colleague"),
        ("<@W0ANNA>, and <@U0BRYN>", "@colleague, and @colleague"),
        ("<!subteam^S0TEAM>", "@colleague"),
        ("<!subteam^S0TEAM|@frontdoor>", "@colleague"),
        ("<!here>", "@here"),
        ("<!channel|channel>", "channel"),
        ("<!everyone>", "@everyone"),
        ("<!date^1799141460^{date_short}|5 January>", "5 January"),
        ("<!date^1799141460^{date_short}>", "@date"),
        ("<#C0OTHER|places>", "#places"),
        ("<#C0OTHER>", "#channel"),
        ("<#C0OTHER|>", "#channel"),
        ("<https://example.org>", "https://example.org"),
        ("<https://example.org|example.org>", "example.org"),
        ("<https://example.org/?a=1&amp;b=2>", "https://example.org/?a=1&b=2"),
        ("<mailto:a@example.org|a@example.org>", "a@example.org"),
        ("<mailto:a@example.org>", "a@example.org"),
        ("<tel:01632960001|01632 960001>", "01632 960001"),
        ("<tel:01632960001>", "01632960001"),
        ("a &amp; b &lt;c&gt;", "a & b <c>"),
        ("&amp;amp;", "&amp;"),
        ("&amp;lt;!channel&amp;gt;", "&lt;!channel&gt;"),
        ("&lt;!channel&gt;", "<!channel>"),
        ("&lt;@U0ANNA&gt;", "<@U0ANNA>"),
        ("a < b", "a < b"),
        ("<", "<"),
        ("<>", ""),
        ("<|>", ""),
        (":wave: *bold* _it_", ":wave: *bold* _it_"),
        ("\U0001f600", "\U0001f600"),
    ],
)
def test_slacks_markup_is_read_as_plain_words(written: str, read: str) -> None:
    assert plain(written) == read


@given(st.text())
def test_what_we_escape_is_read_back_as_it_was(words: str) -> None:
    assert plain(escaped(words)) == words.strip()


@given(st.text(alphabet="<>&|!@#^ampltg;: U0C1"))
def test_any_mixture_of_marks_can_be_read(words: str) -> None:
    assert isinstance(plain(words), str)
    assert plain(escaped(words)) == words.strip()


@pytest.mark.parametrize("ts", [TS, "0.0", "1.1", "99999999999.999999"])
def test_a_ts_is_known(ts: str) -> None:
    assert is_ts(ts)
    assert at(ts).tzinfo is UTC


@pytest.mark.parametrize(
    "junk",
    [
        None,
        "",
        17,
        1.5,
        [TS],
        "now",
        "1799141460",
        "1799141460.",
        ".000100",
        "-1.000100",
        "+1.000100",
        "1e9.0",
        "1_0.0",
        " 1.0",
        "1.0\n",
        "1.0 ",
        "1.0.0",
        "nan",
        "inf",
        "999999999999.0",
        "\u0967.\u0967",
        "1.0000001",
    ],
    ids=repr,
)
def test_anything_else_is_no_ts(junk: object) -> None:
    assert not is_ts(junk)


@given(st.from_regex(r"\d{1,12}\.\d{1,6}", fullmatch=True))
def test_whatever_is_taken_for_a_ts_stands_for_a_moment(ts: str) -> None:
    if is_ts(ts):
        assert at(ts).tzinfo is UTC


def message(**changes: Any) -> dict[str, Any]:
    """A member's reply, with parts replaced; None takes a part away."""
    whole = {"ts": TS, "thread_ts": THREAD, "user": "U0ANNA", "text": "Sooner."} | changes
    return {key: value for key, value in whole.items() if value is not None}


def test_a_reply_is_heard_whole() -> None:
    found = heard(message(edited={"user": "U0ANNA", "ts": "1799141500.000000"}), "C0STRATEGY", BOT)
    assert found is not None
    assert found.model_dump() == {
        "channel_id": "C0STRATEGY",
        "ts": TS,
        "thread_ts": THREAD,
        "user_id": "U0ANNA",
        "text": "Sooner.",
        "said_at": datetime(2027, 1, 5, 9, 31, 0, 100, UTC),
        "edited_ts": "1799141500.000000",
    }


UNHEARD: dict[str, dict[str, Any]] = {
    "no time": {"ts": None},
    "a time that is none": {"ts": "soon"},
    "no thread": {"thread_ts": None},
    "a thread that is none": {"thread_ts": {"ts": THREAD}},
    "the prompt itself": {"ts": THREAD},
    "nobody's": {"user": None},
    "of somebody without an id": {"user": ""},
    "of somebody whose id is none": {"user": ["U0ANNA"]},
    "of a kind that is none": {"subtype": ["file_share"]},
    "ours": {"user": BOT},
    "Slackbot's": {"user": "USLACKBOT"},
    "a bot's": {"bot_id": "B0OTHER"},
    "a notice": {"subtype": "channel_topic"},
    "a tombstone": {"subtype": "tombstone"},
    "without a word": {"text": None},
    "with an empty word": {"text": ""},
    "with blanks": {"text": "\u2003\t\n"},
}


@pytest.mark.parametrize("changes", UNHEARD.values(), ids=UNHEARD.keys())
def test_what_is_no_answer_is_not_heard(changes: dict[str, Any]) -> None:
    assert heard(message(**changes), "C0STRATEGY", BOT) is None


def test_a_message_from_no_channel_is_not_heard() -> None:
    assert heard(message(), "", BOT) is None


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.sampled_from([TS, THREAD]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=4,
)
_KEYS = ["ts", "thread_ts", "user", "text", "subtype", "bot_id", "edited"]


@given(st.dictionaries(st.sampled_from(_KEYS), _JSON))
def test_nothing_that_can_come_as_json_breaks_the_hearing(changes: dict[str, Any]) -> None:
    found = heard(message() | changes, "C0STRATEGY", BOT)
    if found is not None:
        assert is_ts(found.ts)
        assert is_ts(found.thread_ts)
        assert found.text
        assert found.user_id == changes.get("user", "U0ANNA")
