"""What a digest is made of, in SQL: how its replies were grouped, and all else that it rests on.

Holds fingerprints of words, never words. Erased with the replies themselves.
"""

from pydantic import ValidationError
from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from bot.core.digest.compiling.grouped import Grouped
from bot.core.digest.compiling.material import Material
from bot.store.tables import digest_sources


def keep_grouped(tx: Connection, cycle_id: str, grouped: Grouped) -> None:
    """How the replies of a cycle were grouped last."""
    _keep(tx, cycle_id, grouped=grouped.model_dump_json())


def grouped(tx: Connection, cycle_id: str) -> Grouped | None:
    """How they were grouped last, if they ever were."""
    kept = _read(tx, cycle_id, "grouped")
    return Grouped.model_validate_json(kept) if kept else None


def keep_frozen(tx: Connection, cycle_id: str, frozen: Material) -> None:
    """What the digest that stands now was compiled from; see core.digest.compiling.freezing."""
    _keep(tx, cycle_id, frozen=frozen.model_dump_json(by_alias=True))


def frozen(tx: Connection, cycle_id: str) -> Material | None:
    """What it was compiled from; None once that is erased, or if another Dots kept it in a form
    that this one does not know."""
    try:
        return Material.model_validate_json(_read(tx, cycle_id, "frozen"))
    except ValidationError:
        return None


def forget(tx: Connection, cycle_id: str) -> None:
    """Erase what a digest was made of."""
    tx.execute(delete(digest_sources).where(digest_sources.c.cycle_id == cycle_id))


def _read(tx: Connection, cycle_id: str, column: str) -> str:
    query = select(digest_sources.c[column]).where(digest_sources.c.cycle_id == cycle_id)
    return tx.execute(query).scalar() or ""


def _keep(tx: Connection, cycle_id: str, **values: str) -> None:
    insert = postgresql.insert if tx.dialect.name == "postgresql" else sqlite.insert
    row = {"cycle_id": cycle_id, "grouped": "", "frozen": ""} | values
    statement = insert(digest_sources).values(row)
    tx.execute(statement.on_conflict_do_update(index_elements=["cycle_id"], set_=values))
