"""The rehearsal's clock, and how typed words are stored."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rehearsal import RehearsalClock
from bot.rehearsal.wire.text import rich_text, stored_text
from tests.rehearsal import anytown
from tests.rehearsal.anytown import OPEN, PAT, STARTS_AT


def test_a_time_that_passed_a_moment_ago_is_reached_by_staying() -> None:
    clock = RehearsalClock(STARTS_AT)
    clock.reach(STARTS_AT - timedelta(hours=1))
    assert clock.now() >= STARTS_AT
    clock.reach(STARTS_AT + timedelta(days=1))
    assert clock.now() >= STARTS_AT + timedelta(days=1)


def test_the_clock_jumps_forward_and_never_back() -> None:
    clock = RehearsalClock(STARTS_AT)
    later = STARTS_AT + timedelta(days=90)
    clock.go_to(later)
    assert timedelta() <= clock.now() - later < timedelta(seconds=5)
    with pytest.raises(ValueError, match="only goes forward"):
        clock.go_to(STARTS_AT)


def test_the_clock_speaks_utc_and_refuses_a_time_without_a_zone() -> None:
    summer = datetime(2027, 7, 1, 10, tzinfo=timezone(timedelta(hours=1)))
    assert RehearsalClock(summer).now().tzinfo is UTC
    with pytest.raises(ValueError, match="zone"):
        RehearsalClock(datetime(2027, 1, 1))  # noqa: DTZ001  that is what is refused


def test_every_ts_is_later_than_the_one_before() -> None:
    workspace = anytown.workspace()
    sent = [workspace.people.say(PAT, OPEN, "x")["ts"] for _ in range(200)]
    assert sent == sorted(set(sent))
    assert all(len(ts.partition(".")[2]) == 6 for ts in sent)


@given(st.text())
def test_no_typed_words_become_markup_by_themselves(typed: str) -> None:
    stored = stored_text(typed.replace("<", "< "))
    assert "<!subteam" not in stored
    leaves = rich_text(typed, "b")["elements"][0]["elements"]
    assert all(leaf.get("text") != "" for leaf in leaves)


@given(st.text(alphabet="ab &<>;", max_size=40))
def test_typed_words_can_be_read_back(typed: str) -> None:
    stored = stored_text(typed)
    back = stored.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert back == typed


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("a & b <c>", "a &amp; b &lt;c&gt;"),
        ("<@U0PAT00001> hi", "<@U0PAT00001> hi"),
        ("@channel", "<!channel>"),
        ("<!here> now", "<!here> now"),
        ("write to a@channel.example", "write to a@channel.example"),
        ("see https://example.org/a?b=1&c=2 now", "see <https://example.org/a?b=1&amp;c=2> now"),
        (":seedling: at 10:30:00", ":seedling: at 10:30:00"),
        ("<#C0OPEN0001>", "<#C0OPEN0001>"),
    ],
)
def test_typed_words_are_stored_as_slack_stores_them(typed: str, stored: str) -> None:
    assert stored_text(typed) == stored
