"""The record of who decided what, when and why, in SQL. Only adds and reads: nothing changes or
removes an entry here, and no words of members' are in it."""

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, insert, select

from bot.store.tables import audit


class Entry(NamedTuple):
    """One decision. `who` is a user id; `did` a short stable name, such as "release"; `about` the
    id of what it was about; `reason` in the words of whoever decided."""

    at: datetime
    partnership_id: str
    who: str
    did: str
    about: str
    reason: str | None = None


def append(tx: Connection, entry: Entry) -> None:
    """Add one entry. Never for what a private author does: its time would give them away."""
    tx.execute(insert(audit).values(entry._asdict()))


def entries(tx: Connection, partnership_id: str) -> list[Entry]:
    """Everything that was decided in a partnership, the earliest first."""
    rows = tx.execute(
        select(audit).where(audit.c.partnership_id == partnership_id).order_by(audit.c.id)
    )
    return [_entry(row) for row in rows]


def _entry(row: Row[Any]) -> Entry:
    return Entry(row.at, row.partnership_id, row.who, row.did, row.about, row.reason)
