"""A town on a fresh database of each kind; the databases are migrated once, not for each test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, event, text

from bot.core.partnership import Partnership
from bot.store.engine import Store
from bot.store.migrate import migrate
from bot.store.tables import metadata
from tests.house.cluster import Cluster
from tests.usecases.anytown import Found, Town

TABLES = ", ".join(metadata.tables)


def _only_reads(connection: Connection, _cursor: object, statement: str, *_: object) -> None:
    """Whoever said they would only read does: a write there would wait for nobody's turn."""
    if not connection.get_execution_options().get("dots_write"):
        assert statement.lstrip().startswith(("SELECT", "WITH")), statement.split("\n")[0]


def _watched(store: Store) -> Store:
    event.listen(store.engine, "before_cursor_execute", _only_reads)
    return store


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty SQLite database at the newest version, to be copied."""
    path = tmp_path_factory.mktemp("migrated") / "dots.sqlite3"
    store = Store(f"sqlite:///{path}")
    migrate(store)
    store.close()
    return path


@pytest.fixture(scope="session")
def migrated_server(postgres_cluster: Cluster) -> Iterator[Store]:
    """A PostgreSQL database at the newest version, to be emptied for each test."""
    with postgres_cluster.database() as url:
        store = Store(url)
        migrate(store)
        yield _watched(store)
        store.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    if request.param == "postgresql":
        shared: Store = request.getfixturevalue("migrated_server")
        with shared.write() as tx:
            tx.execute(text(f"TRUNCATE {TABLES}"))
        yield shared
        return
    path = tmp_path / "dots.sqlite3"
    shutil.copy(request.getfixturevalue("migrated_file"), path)
    own = _watched(Store(f"sqlite:///{path}"))
    yield own
    own.close()


@pytest.fixture
def found(store: Store) -> Found:
    """Makes a town of any partnership."""

    def _found(partnership: Partnership) -> Town:
        return Town(store, partnership)

    return _found


@pytest.fixture
def town(store: Store) -> Town:
    return Town(store)
