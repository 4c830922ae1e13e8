"""No words and no person's id reach a log line or the text of an error, whatever goes wrong."""

import logging
from datetime import timedelta

import pytest
from sqlalchemy.exc import SQLAlchemyError

from bot.core.digest.signoff import DigestState
from bot.core.messages import PrivateLine
from bot.core.replies import Choice
from bot.core.sectors import Sector
from bot.usecases.asking.choose import choose_quoting, say_sector, take_back
from bot.usecases.asking.recorder import Recorder
from bot.usecases.asking.sweep import sweep_threads
from bot.usecases.forget import forget_due
from bot.usecases.ports import InDoubtError, NotSentError, RefusedError
from tests.usecases.anytown import BOARD, CYCLE, FIRST, ISSUE_AT, MEETING_AT, MEMBERS, Town
from tests.usecases.fake_slack import heard

SECRET = "words-that-nobody-may-log"
MINUTE = timedelta(minutes=1)


def whole_story(town: Town) -> None:
    """A cycle in which everything goes wrong that can."""
    town.slack.fail("post", NotSentError("ratelimited", retry_after=1), InDoubtError("lost"))
    town.go_to(FIRST.due_at)
    town.go_to(town.now + MINUTE)
    town.go_to(town.now + MINUTE)
    town.slack.close("U0ANNA", RefusedError("cannot_dm_bot"))
    town.slack.fail("whisper", InDoubtError("connection lost"))
    for number, user_id in enumerate(MEMBERS[:4]):
        town.say(user_id, f"{SECRET} {number}", number=number)
        town.go_to(town.now + MINUTE)
        choose_quoting(town.store, town.book, CYCLE, user_id, Choice.QUOTE, town.now)
        say_sector(town.store, user_id, Sector.HEALTH, town.now)
    town.slack.fail("thread", InDoubtError("connection lost"), RefusedError("thread_not_found"))
    sweep_threads(town.store, town.slack, town.clock, lambda _: False)
    town.slack.fail("update", InDoubtError("connection lost"), RefusedError("cant_update_message"))
    town.to_draft()
    take_back(town.store, town.book, CYCLE, MEMBERS[0], town.now)
    town.go_to(town.now + MINUTE)
    town.decide(DigestState.APPROVED)
    town.slack.close(BOARD, NotSentError("not_in_channel", needs_person=True))
    town.go_to(ISSUE_AT)
    town.go_to(MEETING_AT)
    forget_due(town.store, town.book, MEETING_AT + timedelta(days=400))


def test_a_whole_cycle_in_trouble_logs_no_words_and_nobodys_id(
    town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG, logger="bot"), caplog.at_level(logging.INFO):
        whole_story(town)
    assert len(caplog.records) > 5
    assert SECRET not in caplog.text
    assert not any(user_id in caplog.text for user_id in MEMBERS)


def test_a_step_that_fails_is_logged_by_its_kind_only(
    town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    town.drafted()

    class LoudError(Exception):
        pass

    def loud(*_: object, **__: object) -> list[object]:
        raise LoudError(SECRET)

    town.slack.thread = loud  # type: ignore[method-assign,assignment]
    town.slack.post = loud  # type: ignore[method-assign,assignment]
    town.tell("A note that cannot be posted.")
    town.now += MINUTE
    with pytest.raises(LoudError):
        town.tick()  # the doorbell, which calls it, logs its kind
    assert SECRET not in caplog.text


def test_an_error_of_the_database_does_not_repeat_the_words(town: Town) -> None:
    prompt = town.ask()
    with town.store.write() as tx:
        tx.exec_driver_sql("ALTER TABLE replies RENAME TO elsewhere")
    try:
        with pytest.raises(SQLAlchemyError) as caught:
            Recorder(town.store, town.clock).keep(heard(prompt, "U0ANNA", SECRET, town.now))
    finally:
        with town.store.write() as tx:
            tx.exec_driver_sql("ALTER TABLE elsewhere RENAME TO replies")
    assert SECRET not in str(caught.value)
    assert "U0ANNA" not in str(caught.value)


def test_what_a_message_carries_besides_its_words_names_nobody(town: Town) -> None:
    town.answered_by("U0ANNA")
    (line,) = town.slack.of(PrivateLine)
    assert "ANNA" not in line.outbox_id
