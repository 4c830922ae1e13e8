"""The database's promises: migrations, time, races and refusals, on SQLite and PostgreSQL."""

import multiprocessing
import sqlite3
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text
from sqlalchemy.exc import OperationalError, StatementError

from bot.core.outbox import Kind, OutboxMessage, OutboxState
from bot.store import outbox
from bot.store.engine import Store
from bot.store.migrate import NewerDatabaseError, current, latest, migrate
from bot.store.tables import metadata

NOON = datetime(2027, 1, 5, 12, tzinfo=UTC)


def letter(number: int, **changes: object) -> OutboxMessage:
    """A message that is due."""
    return OutboxMessage(
        id=outbox.new_id(),
        key=f"note:{number}",
        kind=Kind.NOTE,
        partnership_id="anytown",
        subject="anytown",
        target=f"C{number:05}",
        due_at=NOON,
    ).model_copy(update=changes)


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    opened = Store(database_url)
    migrate(opened)
    yield opened
    opened.close()


def test_migrations_lead_to_the_tables_that_the_code_knows(store: Store) -> None:
    with store.read() as tx:
        assert compare_metadata(MigrationContext.configure(tx), metadata) == []
    assert current(store) == latest()


def test_migrating_again_changes_nothing(store: Store) -> None:
    assert migrate(store) == (latest(), latest())


def test_two_processes_that_start_at_once_migrate_once(database_url: str) -> None:
    stores = [Store(database_url) for _ in range(4)]
    failures: list[BaseException] = []

    def start(store: Store) -> None:
        try:
            migrate(store)
        except BaseException as error:  # noqa: BLE001  # any failure is the test's business
            failures.append(error)

    threads = [threading.Thread(target=start, args=(store,)) for store in stores]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert failures == []
    assert current(stores[0]) == latest()
    for store in stores:
        store.close()


def test_a_database_of_a_newer_dots_is_refused_in_words_and_left_alone(store: Store) -> None:
    with store.write() as tx:
        tx.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NewerDatabaseError, match="newer Dots"):
        migrate(store)
    assert current(store) == "9999"


def test_a_moment_comes_back_as_the_same_moment_in_utc(store: Store) -> None:
    summer = timezone(timedelta(hours=1))
    with store.write() as tx:
        outbox.add(tx, letter(1, due_at=datetime(2027, 6, 1, 9, 30, tzinfo=summer)))
    with store.read() as tx:
        kept = outbox.by_key(tx, "note:1")
    assert kept is not None
    assert kept.due_at == datetime(2027, 6, 1, 8, 30, tzinfo=UTC)
    assert kept.due_at.tzinfo is UTC


def test_a_moment_without_a_zone_is_refused(store: Store) -> None:
    naive = NOON.replace(tzinfo=None)
    with pytest.raises(StatementError, match="naive"), store.write() as tx:
        outbox.hold(tx, "chat.postMessage", naive)


def test_a_write_that_fails_leaves_nothing_behind(store: Store) -> None:

    def fail() -> None:
        with store.write() as tx:
            outbox.add(tx, letter(1))
            _ = 1 / 0

    with pytest.raises(ZeroDivisionError):
        fail()
    with store.read() as tx:
        assert outbox.by_key(tx, "note:1") is None


def test_the_same_key_is_kept_once(store: Store) -> None:
    with store.write() as tx:
        assert outbox.add(tx, letter(1))
        assert not outbox.add(tx, letter(1))


def claim_all(url: str, worker: str) -> list[str]:
    """Claim until nothing is left; the ids that were ours."""
    store, mine = Store(url), list[str]()
    while True:
        with store.write() as tx:
            message = outbox.claim(tx, NOON, worker)
        if message is None:
            store.close()
            return mine
        mine.append(message.id)


def test_threads_and_processes_never_claim_the_same_message(
    store: Store, database_url: str
) -> None:
    with store.write() as tx:
        for number in range(60):
            outbox.add(tx, letter(number))
    with multiprocessing.get_context("spawn").Pool(3) as pool:
        claimed = pool.starmap(claim_all, [(database_url, f"worker-{n}") for n in range(3)])
    every = [message_id for mine in claimed for message_id in mine]
    assert len(every) == len(set(every)) == 60


def test_only_the_worker_who_claimed_a_message_settles_it(store: Store) -> None:
    with store.write() as tx:
        outbox.add(tx, letter(1))
        message = outbox.claim(tx, NOON, "first")
        assert message is not None
        assert message.state is OutboxState.SENDING
        assert not outbox.mark_sent(tx, message.id, "second", "C1", "1.1", NOON)
        assert outbox.mark_sent(tx, message.id, "first", "C1", "1.1", NOON)


def test_a_locked_database_says_so_before_slack_gives_up(sqlite_url: str) -> None:
    store = Store(sqlite_url)
    migrate(store)
    began = datetime.now(UTC)
    with sqlite3.connect(str(store.url.database), isolation_level=None) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(OperationalError, match="locked"), store.write() as tx:
            outbox.add(tx, letter(1))
        other.execute("ROLLBACK")
    assert datetime.now(UTC) - began < timedelta(seconds=3)
    with store.write() as tx:
        assert outbox.add(tx, letter(1))
    store.close()


def test_a_full_disk_loses_nothing_that_was_kept_and_is_got_over(sqlite_url: str) -> None:
    store = Store(sqlite_url)
    migrate(store)
    with store.write() as tx:
        outbox.add(tx, letter(0))
        pages = tx.execute(text("PRAGMA page_count")).scalar_one()

    def fill() -> None:
        with store.write() as tx:
            tx.exec_driver_sql(f"PRAGMA max_page_count={pages}")
            for number in range(1, 200):
                outbox.add(tx, letter(number, note="x" * 2000))

    with pytest.raises(OperationalError, match="full"):
        fill()
    with store.write() as tx:  # somebody made room
        tx.exec_driver_sql(f"PRAGMA max_page_count={pages * 100}")
    with store.read() as tx:
        assert outbox.by_key(tx, "note:0") is not None
        assert outbox.by_key(tx, "note:1") is None
    with store.write() as tx:
        assert outbox.add(tx, letter(1))
    store.close()


def test_sqlite_is_opened_as_the_design_says(sqlite_url: str) -> None:
    store = Store(sqlite_url)
    with store.write() as tx:
        told = {
            name: tx.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "foreign_keys", "secure_delete", "synchronous")
        }
    assert told == {"journal_mode": "wal", "foreign_keys": 1, "secure_delete": 1, "synchronous": 2}
    with store.write(flush=False) as tx:
        assert tx.exec_driver_sql("PRAGMA synchronous").scalar_one() == 1
    store.close()
