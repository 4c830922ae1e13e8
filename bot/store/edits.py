"""What coordinators did to the lines of digests, in SQL: every step is kept, none is changed."""

from datetime import datetime

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from bot.core.digest.edits import Edit, Revision
from bot.store.tables import digest_edits


def add(tx: Connection, cycle_id: str, revision: Revision) -> bool:
    """Keep one more step of a line's history. False when somebody else was quicker."""
    insert = postgresql.insert if tx.dialect.name == "postgresql" else sqlite.insert
    row = {
        "cycle_id": cycle_id,
        "target": revision.target,
        "version": revision.version,
        "edit": revision.edit.model_dump_json() if revision.edit else None,
        "by": revision.by,
        "at": revision.at,
    }
    statement = insert(digest_edits).values(row).on_conflict_do_nothing()
    # Not by rowcount: with PostgreSQL it is not known of an INSERT.
    return tx.execute(statement.returning(digest_edits.c.version)).first() is not None


def of_cycle(tx: Connection, cycle_id: str) -> tuple[Revision, ...]:
    """Every step, line by line and in order."""
    rows = tx.execute(
        select(digest_edits)
        .where(digest_edits.c.cycle_id == cycle_id)
        .order_by(digest_edits.c.target, digest_edits.c.version)
    )
    return tuple(
        Revision(
            target=row.target,
            version=row.version,
            edit=Edit.model_validate_json(row.edit) if row.edit else None,
            by=row.by,
            at=row.at,
        )
        for row in rows
    )


def touched_since(tx: Connection, cycle_id: str, since: datetime) -> bool:
    """Has a coordinator done anything to a line at or after this moment?"""
    found = select(digest_edits.c.version).where(
        digest_edits.c.cycle_id == cycle_id, digest_edits.c.at >= since
    )
    return tx.execute(found.limit(1)).first() is not None


def forget_line(tx: Connection, cycle_id: str, target: str) -> None:
    """Erase what was said for a member who has taken it back."""
    tx.execute(
        delete(digest_edits).where(
            digest_edits.c.cycle_id == cycle_id, digest_edits.c.target == target
        )
    )


def forget(tx: Connection, cycle_id: str) -> None:
    """Erase what coordinators wrote, with the digest it was written for."""
    tx.execute(delete(digest_edits).where(digest_edits.c.cycle_id == cycle_id))
