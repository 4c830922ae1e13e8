"""What people write and who they are stays out of our logs, whatever comes in and whatever fails;
and what cannot be kept is never acknowledged, however long it is."""

import logging
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.core.replies import Heard
from bot.store.engine import Store
from bot.usecases.dots import Dots
from tests.slack.desk import BOT_USER, Desk
from tests.usecases.anytown import COORDINATOR, CYCLE, FIRST, STRATEGY, book

WORDS, PERSON, TOKEN = "words-that-nobody-may-log", "U0ANNA", "xoxb-not-a-token"
TS = "1799141460.000100"


@pytest.fixture
def everything_logged(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    """Our own loggers at their most talkative; the libraries' as the bot runs them."""
    with caplog.at_level(logging.DEBUG, logger="bot"):
        yield caplog


def reply(desk: Desk, **changes: Any) -> dict[str, Any]:
    event = {
        "type": "message",
        "channel": STRATEGY,
        "user": PERSON,
        "text": WORDS,
        "ts": TS,
        "thread_ts": desk.town.prompt().ts,
        "parent_user_id": BOT_USER,
    }
    return event | changes


def changed(subtype: str, message: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "message",
        "subtype": subtype,
        "channel": STRATEGY,
        "message": message,
        "previous_message": message,
        "deleted_ts": TS,
    }


def a_busy_day(desk: Desk) -> list[int]:
    """Everything that a person can do to us; returns what each came to."""
    edited = reply(desk, text=f"{WORDS} again", edited={"user": PERSON, "ts": "1799141500.000000"})
    option = {"value": "health"}
    return [
        desk.event(reply(desk)),
        desk.event(changed("message_changed", edited)),
        desk.act("choose_quote", PERSON, value=CYCLE),
        desk.act("say_sector", PERSON, selected_option=option),
        desk.act("who_sees", PERSON, value=FIRST.id),
        desk.act("make_tea", PERSON, value=WORDS),
        desk.command(WORDS, PERSON).status,
        desk.command("next", COORDINATOR).status,
        desk.event({"type": "app_home_opened", "user": PERSON, "tab": "home"}),
        desk.act("take_back", PERSON, value=CYCLE),
        desk.event(changed("message_deleted", edited)),
    ]


def assert_silent(caplog: pytest.LogCaptureFixture) -> None:
    for secret in (WORDS, PERSON, COORDINATOR, TOKEN):
        assert secret not in caplog.text


def test_a_good_day_leaves_no_words_no_person_and_no_token_in_the_logs(
    desk: Desk, everything_logged: pytest.LogCaptureFixture
) -> None:
    assert set(a_busy_day(desk)) == {200}
    desk.answers.close()
    assert_silent(everything_logged)


def test_a_day_on_which_slack_takes_no_answer_leaves_none_either(
    desk: Desk, everything_logged: pytest.LogCaptureFixture
) -> None:
    desk.stub.answer = (500, {"ok": False, "error": "internal_error"})
    assert set(a_busy_day(desk)) == {200}
    desk.answers.close()
    assert "an answer could not be given" in everything_logged.text
    assert_silent(everything_logged)


def test_a_day_without_a_database_leaves_none_either_and_nothing_is_acknowledged_as_kept(
    desk: Desk, everything_logged: pytest.LogCaptureFixture
) -> None:
    with desk.town.store.engine.begin() as connection:
        for table in ("replies", "occurrences", "cycles", "members"):
            connection.exec_driver_sql(f"ALTER TABLE {table} RENAME TO gone_{table}")
    came_to = a_busy_day(desk)
    assert came_to.pop(5) == 200  # a button that nobody knows keeps nothing
    assert set(came_to) == {500}
    assert "could not be handled" in everything_logged.text
    assert_silent(everything_logged)


def test_an_error_that_repeats_what_came_in_is_logged_by_its_kind_only(
    desk: Desk, everything_logged: pytest.LogCaptureFixture
) -> None:
    assert desk.act("say_sector", PERSON, selected_option={"value": WORDS}) == 500
    assert "could not be handled: ValueError" in everything_logged.text
    assert_silent(everything_logged)


def test_a_store_that_is_not_there_says_so_without_the_words(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path / 'nowhere' / 'dots.sqlite3'}")
    now = datetime(2027, 1, 5, 9, 31, tzinfo=UTC)
    dots = Dots(store, book, lambda: now, lambda: None, lambda _: {})
    heard = Heard(
        channel_id=STRATEGY, ts=TS, thread_ts="1.0", user_id=PERSON, text=WORDS, said_at=now
    )
    with pytest.raises(Exception, match="unable to open database file") as caught:
        dots.record_reply(heard)
    assert WORDS not in str(caught.value)
    assert PERSON not in str(caught.value)
    store.close()


@pytest.mark.parametrize("length", [40_000, 120_000], ids=["as long as Slack lets", "longer"])
def test_a_very_long_reply_is_kept_whole(desk: Desk, length: int) -> None:
    assert desk.event(reply(desk, text="&lt;" * (length // 4))) == 200
    assert list(desk.town.copies().values()) == ["<" * (length // 4)]


@pytest.mark.parametrize("text", [["a", "list"], {"an": "object"}, True], ids=str)
def test_a_text_that_is_no_text_is_acknowledged_and_stops_nothing(desk: Desk, text: object) -> None:
    assert desk.event(reply(desk, text=text)) == 200
    assert desk.event(reply(desk, ts="1799141999.000100", text="Still here.")) == 200
    assert "Still here." in desk.town.copies().values()


@pytest.mark.parametrize("missing", ["ts", "channel", "user", "text", "thread_ts"])
def test_an_event_without_one_of_its_parts_is_acknowledged_and_keeps_nothing(
    desk: Desk, missing: str
) -> None:
    event = reply(desk)
    del event[missing]
    assert desk.event(event) == 200
    assert desk.town.copies() == {}
