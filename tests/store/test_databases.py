"""Traps of the two databases: locks, zones, free pages, a full disk, two stores on one file."""

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, OperationalError, StatementError

from bot.core.replies import Heard
from bot.store import holds, outbox, recording, replies
from bot.store.engine import BUSY_TIMEOUT_MS, Store
from bot.store.migrate import migrate
from tests.store.messages import NOW, fill, message

SLACKS_PATIENCE = 3.0
"""Seconds after which Slack takes an event for not delivered."""


@contextmanager
def writing(url: str) -> Iterator[None]:
    """Another process holds the outbox's only row, or on SQLite the whole file."""
    other = Store(url)
    try:
        with other.write() as tx:
            tx.execute(text("UPDATE outbox SET note = 'mine'"))
            yield
    finally:
        other.close()


def test_a_locked_database_is_an_error_before_slack_loses_patience(
    store: Store, database_url: str
) -> None:
    fill(store, 1)
    started = time.monotonic()
    with (
        writing(database_url),
        pytest.raises(OperationalError),
        store.write() as tx,
    ):
        tx.execute(text("UPDATE outbox SET note = 'also mine'"))
    assert BUSY_TIMEOUT_MS / 1000 < SLACKS_PATIENCE
    assert 0.5 < time.monotonic() - started < SLACKS_PATIENCE + 1.5  # a busy machine adds some


def test_after_the_lock_is_gone_writing_goes_on(store: Store, database_url: str) -> None:
    fill(store, 1)
    with writing(database_url):
        pass
    with store.write() as tx:
        tx.execute(text("UPDATE outbox SET note = 'mine now'"))


def test_reading_never_waits_for_a_writer(store: Store, database_url: str) -> None:
    fill(store, 1)
    started = time.monotonic()
    with writing(database_url), store.read() as tx:
        found = outbox.by_key(tx, "note:0")
    assert found is not None
    assert found.note == "A note."
    assert time.monotonic() - started < BUSY_TIMEOUT_MS / 1000


def test_a_transaction_that_fails_leaves_nothing_behind(store: Store) -> None:
    broken = message(2).model_copy(update={"target": None})

    def add_both() -> None:
        with store.write() as tx:
            assert outbox.add(tx, message(1))
            outbox.add(tx, broken)

    with pytest.raises(IntegrityError):
        add_both()
    with store.read() as tx:
        assert outbox.by_key(tx, "note:1") is None


FROM, UNTIL = datetime.fromisoformat("2000-01-01"), datetime.fromisoformat("2090-01-01")
zones = st.sampled_from(
    [UTC, ZoneInfo("Europe/London"), ZoneInfo("Pacific/Auckland"), timezone(timedelta(hours=-11))]
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.datetimes(min_value=FROM, max_value=UNTIL, timezones=zones))
def test_a_moment_comes_back_as_the_same_moment_in_utc(store: Store, at: datetime) -> None:
    with store.write() as tx:
        tx.execute(text("DELETE FROM outbox"))
        outbox.add(tx, message(1, due_at=at))
        found = outbox.by_key(tx, "note:1")
    assert found is not None
    assert found.due_at == at.astimezone(UTC)
    assert found.due_at.tzinfo is UTC


def test_a_time_without_a_zone_is_refused(store: Store) -> None:
    naive = NOW.replace(tzinfo=None)
    with pytest.raises((StatementError, ValueError), match="naive"), store.write() as tx:
        holds.hold(tx, "chat.postMessage", naive)


def said(words: str, number: int = 0) -> Heard:
    return Heard(
        channel_id="C0STRATEGY",
        ts=f"1799141400.{number:06}",
        thread_ts="1799141000.000001",
        user_id="U0ANNA",
        text=words,
        said_at=NOW,
    )


def keep(store: Store, *several: Heard) -> None:
    """Keep replies to a prompt that stands where they were said."""
    with store.write() as tx:
        outbox.add(tx, message(1, kind="prompt", target="C0STRATEGY"))
        claimed = outbox.claim(tx, NOW, "me")
        if claimed is not None:
            outbox.mark_sent(tx, claimed.id, "me", "C0STRATEGY", several[0].thread_ts, NOW)
        assert recording.record(tx, several, NOW)


@pytest.fixture
def file_store(sqlite_url: str) -> Iterator[Store]:
    made = Store(sqlite_url)
    migrate(made)
    yield made
    made.close()


def in_files(store: Store, words: str) -> bool:
    """Do these words stand anywhere in the bytes of the database's files?"""
    path = Path(str(store.url.database))
    return any(words.encode() in each.read_bytes() for each in path.parent.glob(f"{path.name}*"))


def test_words_that_were_taken_back_leave_no_trace_in_the_file(file_store: Store) -> None:
    words = "words-nobody-may-find-again " * 300
    keep(file_store, said(words), said("These stay.", 1))
    assert in_files(file_store, "words-nobody-may-find-again")
    with file_store.write() as tx:
        replies.take_back(tx, [("C0STRATEGY", said(words).ts)], NOW)
    file_store.close()  # the last to leave writes the log back into the file
    assert not in_files(file_store, "words-nobody-may-find-again")
    assert in_files(file_store, "These stay.")


def test_two_stores_on_one_file_write_in_turn(file_store: Store, sqlite_url: str) -> None:
    other = Store(sqlite_url)
    failures: list[str] = []

    def write(store: Store, first: int) -> None:
        for number in range(first, first + 40):
            try:
                with store.write() as tx:
                    outbox.add(tx, message(number))
            except OperationalError as error:
                failures.append(str(error))

    threads = [
        threading.Thread(target=write, args=(each, 100 * number))
        for number, each in enumerate((file_store, other, file_store))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    other.close()
    assert failures == []
    with file_store.read() as tx:
        assert tx.execute(text("SELECT count(*) FROM outbox")).scalar_one() == 120


def test_a_full_disk_loses_nothing_that_was_kept_and_is_got_over(file_store: Store) -> None:
    keep(file_store, said("Kept before."))
    with file_store.write() as tx:
        pages = tx.execute(text("PRAGMA page_count")).scalar_one()
        tx.execute(text(f"PRAGMA max_page_count = {pages}"))
        with pytest.raises(OperationalError, match="full"):
            recording.record(tx, [said("x" * 20_000, number) for number in range(1, 20)], NOW)
        tx.rollback()
    with file_store.read() as tx:
        assert list(replies.held(tx).values()) == ["Kept before."]
    with file_store.write() as tx:  # somebody made room
        tx.execute(text(f"PRAGMA max_page_count = {pages * 100}"))
        assert recording.record(tx, [said("Kept after.", 1)], NOW)


def test_a_full_disk_is_said_to_whoever_looks_after_the_machine(
    file_store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    keep(file_store, said("Kept before."))
    with file_store.write() as tx:  # the next one has the same connection
        pages = tx.execute(text("PRAGMA page_count")).scalar_one()
        tx.execute(text(f"PRAGMA max_page_count = {pages}"))
    with pytest.raises(OperationalError):
        keep(file_store, said("Private words. " * 9000, 1))
    assert "the disk is full" in caplog.text
    assert "Private words" not in caplog.text


def test_every_connection_is_opened_as_the_promises_need_it(file_store: Store) -> None:
    wanted = {"foreign_keys": 1, "secure_delete": 1, "journal_mode": "wal"}
    with file_store.read() as one, file_store.read() as two:
        for tx in (one, two):
            told = {name: tx.execute(text(f"PRAGMA {name}")).scalar_one() for name in wanted}
            assert told == wanted


@pytest.mark.parametrize(("flush", "level"), [(True, 2), (False, 1)])
def test_what_cannot_be_told_again_is_flushed_to_the_disk(
    file_store: Store, flush: bool, level: int
) -> None:
    with file_store.write(flush=flush) as tx:
        assert tx.execute(text("PRAGMA synchronous")).scalar_one() == level


def test_a_backup_taken_while_the_bot_writes_is_whole(file_store: Store, tmp_path: Path) -> None:
    fill(file_store, 50)
    source = sqlite3.connect(str(file_store.url.database))
    copy = sqlite3.connect(tmp_path / "copy.sqlite3")
    with file_store.write() as tx:
        outbox.add(tx, message(99))
        source.backup(copy)
    assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert copy.execute("SELECT count(*) FROM outbox").fetchone() == (50,)
    source.close()
    copy.close()
