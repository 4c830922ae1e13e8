"""The tables come to the version this program knows, whoever starts first."""

import threading
from collections.abc import Iterator

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text

from bot.store.engine import Store
from bot.store.migrate import NewerDatabaseError, current, latest, migrate
from bot.store.tables import metadata


@pytest.fixture
def empty(database_url: str) -> Iterator[Store]:
    store = Store(database_url)
    yield store
    store.close()


def test_a_new_database_comes_to_the_newest_version(empty: Store) -> None:
    assert current(empty) is None
    assert migrate(empty) == (None, latest())
    assert current(empty) == latest()


def test_migrating_again_changes_nothing(empty: Store) -> None:
    migrate(empty)
    assert migrate(empty) == (latest(), latest())


def test_the_migrated_tables_are_the_tables_of_the_program(empty: Store) -> None:
    migrate(empty)
    with empty.engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True}
        )
        assert compare_metadata(context, metadata) == []
        assert set(inspect(connection).get_table_names()) == {*metadata.tables, "alembic_version"}


def test_a_newer_database_is_refused_in_words_and_left_alone(empty: Store) -> None:
    migrate(empty)
    with empty.write() as tx:
        tx.execute(text("UPDATE alembic_version SET version_num = '9999_from_the_future'"))
    with pytest.raises(NewerDatabaseError) as caught:
        migrate(empty)
    assert "9999_from_the_future" in str(caught.value)
    assert "Nothing was changed" in str(caught.value)
    assert current(empty) == "9999_from_the_future"


def test_processes_that_start_together_migrate_once(database_url: str) -> None:
    stores = [Store(database_url) for _ in range(4)]
    befores: list[str | None] = []
    start = threading.Barrier(len(stores))

    def begin(store: Store) -> None:
        start.wait()
        befores.append(migrate(store)[0])

    threads = [threading.Thread(target=begin, args=(store,)) for store in stores]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for store in stores:
        store.close()
    assert sorted(befores, key=str) == [latest(), latest(), latest(), None]


def test_a_migration_that_fails_leaves_nothing_behind(empty: Store) -> None:
    with empty.write() as tx:
        tx.execute(text("CREATE TABLE members (something_else INTEGER)"))
    with pytest.raises(Exception, match="members"):
        migrate(empty)
    with empty.engine.connect() as connection:
        assert set(inspect(connection).get_table_names()) <= {"members", "alembic_version"}


def test_foreign_keys_hold_after_migrating(empty: Store) -> None:
    migrate(empty)
    with pytest.raises(Exception, match=r"(?i)foreign key"), empty.write() as tx:
        tx.execute(
            text(
                "INSERT INTO digests (cycle_id, partnership_id, version, state, content, cut_at,"
                " compiled_at) VALUES ('nowhere', 'anytown', 1, 'draft', '{}',"
                " '2027-01-01 00:00:00', '2027-01-01 00:00:00')"
            )
        )
