"""Opens the database and its transactions. Knows the two dialects' traps; no queries here."""

import logging
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, OperationalError

log = logging.getLogger(__name__)

BUSY_TIMEOUT_MS = 2500
"""How long a writer waits for another process's write, in ms. Slack gives three seconds for an
answer; a locked database must become an error (and so a redelivery) before that."""


class Store:
    """One database, SQLite or PostgreSQL. `write` and `read` each give one transaction."""

    def __init__(self, url: str) -> None:
        """Raises ArgumentError for what is no address of either database."""
        self.url: URL = make_url(url)
        if self.url.get_backend_name() not in ("sqlite", "postgresql", "postgres"):
            raise ArgumentError("neither SQLite nor PostgreSQL")
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self.engine: Engine = _sqlite(self.url) if self.is_sqlite else _postgres(self.url)
        # SQLite's busy handler is unfair between threads; a lock of our own takes turns.
        self._turn: threading.Lock | None = threading.Lock() if self.is_sqlite else None

    @contextmanager
    def write(self, *, flush: bool = True) -> Iterator[Connection]:
        """A transaction that may write; it commits at the end or leaves nothing behind.

        `flush=False` (SQLite) survives a killed process but perhaps not a power cut: only for
        what Slack can tell us again.
        """
        options = {"dots_write": True, "dots_flush": flush}
        with (
            _said_aloud(),
            self._turn or nullcontext(),
            self.engine.connect().execution_options(**options) as connection,
            connection.begin(),
        ):
            yield connection

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that only reads: one consistent picture."""
        with self.engine.connect() as connection, connection.begin():
            yield connection

    def scrub(self) -> None:
        """Leave nothing of what was erased in SQLite's log either, as far as readers let go of it.
        PostgreSQL's own housekeeping does the like."""
        if self.is_sqlite:
            raw = self.engine.raw_connection()
            try:
                raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
            finally:
                raw.close()

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()


_IN_WORDS = {
    "SQLITE_FULL": "the disk is full: make room; what was not kept is not acknowledged",
    "SQLITE_BUSY": "another program holds it",
    "SQLITE_READONLY": "it may not be written to",
    "53100": "the disk is full: make room; what was not kept is not acknowledged",
    "55P03": "another transaction holds it",
}
"""The codes of SQLite (sqlite.org/rescode.html) and PostgreSQL (appendix A) that somebody at the
machine can put right."""


@contextmanager
def _said_aloud() -> Iterator[None]:
    """Whoever looks after the machine is told by a code: the database's own words may hold ours."""
    try:
        yield
    except OperationalError as error:
        codes = (getattr(error.orig, name, None) for name in ("sqlite_errorname", "sqlstate"))
        code = next((str(each) for each in codes if each), type(error.orig).__name__)
        log.error("the database said %s (%s)", code, _IN_WORDS.get(code, "nothing was changed"))
        raise


def _postgres(url: URL) -> Engine:
    return create_engine(
        url.set(drivername="postgresql+psycopg"),
        pool_size=12,
        max_overflow=8,
        pool_use_lifo=True,  # the connection used last holds the statements and pages of the next
        pool_pre_ping=True,
        hide_parameters=True,
        connect_args={"connect_timeout": 5, "options": "-c timezone=utc -c lock_timeout=2500"},
    )


def _sqlite(url: URL) -> Engine:
    engine = create_engine(
        url,
        pool_size=12,
        max_overflow=8,
        pool_use_lifo=True,  # the connection used last holds the statements and pages of the next
        hide_parameters=True,
        connect_args={"timeout": BUSY_TIMEOUT_MS / 1000, "check_same_thread": False},
    )

    @event.listens_for(engine, "connect")
    def _on_connect(raw: Any, _record: Any) -> None:
        # pysqlite's own BEGIN is deferred: read-then-write would fail at once with "locked".
        raw.isolation_level = None
        for pragma in (
            f"busy_timeout={BUSY_TIMEOUT_MS}",
            "journal_mode=WAL",
            "foreign_keys=ON",
            "secure_delete=ON",  # erased words leave no trace in the file's free pages
        ):
            _set(raw, pragma)

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        raw = connection.connection.dbapi_connection
        sync = "FULL" if options.get("dots_flush", True) else "NORMAL"
        # Straight to the driver: through SQLAlchemy these cost more than the reply itself.
        for statement in _beginning(connection.info, sync if options.get("dots_write") else None):
            try:
                raw.execute(statement).close()  # type: ignore[union-attr]
            except sqlite3.Error as error:  # as SQLAlchemy would have raised it
                raise OperationalError(statement, None, error) from None

    return engine


def _set(raw: Any, pragma: str) -> None:
    """While somebody else opens a file for the first time SQLite answers "locked" at once,
    whatever the timeout: two processes that start together must both get in."""
    until = time.monotonic() + BUSY_TIMEOUT_MS / 1000
    while True:
        try:
            raw.execute(f"PRAGMA {pragma}").close()
        except sqlite3.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.02)
        else:
            return


def _beginning(known: dict[Any, Any], sync: str | None) -> Iterator[str]:
    """What opens a transaction: one that writes, where `sync` says how. `known` is what was said
    to this connection before: it remembers, and each statement is a turn that others wait for."""
    if sync is None:
        yield "BEGIN"
        return
    if known.get("sync") != sync:
        yield f"PRAGMA synchronous={sync}"
        known["sync"] = sync
    yield "BEGIN IMMEDIATE"
