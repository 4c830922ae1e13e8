"""The keys of cycles in SQL. While a cycle's key is there, its private authors can be known again;
once it is erased, nobody can."""

from collections.abc import Collection

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from bot.store.tables import cycle_keys


def key_of(tx: Connection, cycle_id: str) -> bytes | None:
    """A cycle's key; None before its first private reply, and after its digest was issued."""
    found = tx.execute(select(cycle_keys.c.key).where(cycle_keys.c.cycle_id == cycle_id)).scalar()
    return bytes.fromhex(found) if found else None


def keep_key(tx: Connection, cycle_id: str, fresh: bytes) -> bytes:
    """The cycle's key; `fresh` becomes it when there was none."""
    insert = postgresql.insert if tx.dialect.name == "postgresql" else sqlite.insert
    made = insert(cycle_keys).values(cycle_id=cycle_id, key=fresh.hex())
    tx.execute(made.on_conflict_do_nothing())
    return key_of(tx, cycle_id) or fresh


def erase_keys(tx: Connection, cycle_ids: Collection[str]) -> int:
    """From now on nobody can tell who the private authors of these cycles were."""
    return tx.execute(delete(cycle_keys).where(cycle_keys.c.cycle_id.in_(cycle_ids))).rowcount
