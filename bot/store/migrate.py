"""Brings the tables to the version this program knows; refuses a database from a newer one."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from bot.store.engine import Store

LOCK_ID = 7_361_120
"""Our own number for PostgreSQL's advisory lock, so that two starting processes take turns."""


class NewerDatabaseError(Exception):
    """The database was written by a newer version of Dots than this one."""

    def __init__(self, found: str) -> None:
        super().__init__(
            f"The database is at version {found}, which this version of Dots does not know. "
            "It was written by a newer Dots. Install that version again, or restore the backup "
            "made before it. Nothing was changed."
        )


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return config


def latest() -> str:
    """The revision this program's tables are at."""
    return ScriptDirectory.from_config(_config()).get_current_head() or ""


def current(store: Store) -> str | None:
    """The revision the database is at; None for a new one."""
    with store.read() as tx:
        return MigrationContext.configure(tx).get_current_revision()


def migrate(store: Store) -> tuple[str | None, str]:
    """Apply what is missing, in one transaction. Returns the revisions before and after.

    Raises NewerDatabaseError when the database is ahead of this program.
    """
    config = _config()
    with store.engine.connect().execution_options(dots_write=True) as connection:
        if store.is_sqlite:
            _set_foreign_keys(connection, on=False)
        with connection.begin():
            before = _lock_and_read(connection)
            scripts = ScriptDirectory.from_config(config).walk_revisions()
            known = {script.revision for script in scripts}
            if before is not None and before not in known:
                raise NewerDatabaseError(before)
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
        if store.is_sqlite:
            _set_foreign_keys(connection, on=True)
    return before, latest()


def _lock_and_read(connection: Connection) -> str | None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:id)"), {"id": LOCK_ID})
    return MigrationContext.configure(connection).get_current_revision()


def _set_foreign_keys(connection: Connection, *, on: bool) -> None:
    """SQLite only, outside a transaction: batch migrations rebuild tables, and with foreign keys
    on that would empty their children."""
    raw = connection.connection.dbapi_connection
    if raw is not None:
        raw.execute(f"PRAGMA foreign_keys={'ON' if on else 'OFF'}").close()
