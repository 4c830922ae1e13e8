"""What coordinators decided while sorting, in SQL: every step is kept; one taken back says so."""

from datetime import datetime

from sqlalchemy import Connection, delete, func, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.core.digest.sorting import Sorted
from bot.store.tables import sorting_decisions as table


def next_number(tx: Connection, cycle_id: str) -> int:
    """The number of the decision after all that were ever made about a cycle."""
    last = select(func.max(table.c.number)).where(table.c.cycle_id == cycle_id)
    return int(tx.execute(last).scalar() or 0) + 1


def add(tx: Connection, cycle_id: str, made: Sorted, form_id: str) -> bool:
    """Keep one more decision. False when its number is taken, or the same form said it before."""
    insert = postgresql.insert if tx.dialect.name == "postgresql" else sqlite.insert
    row = {
        "cycle_id": cycle_id,
        "number": made.number,
        "form_id": form_id,
        "made": made.model_dump_json(),
        "by": made.by,
        "at": made.at,
    }
    statement = insert(table).values(row).on_conflict_do_nothing()
    # Not by rowcount: with PostgreSQL it is not known of an INSERT.
    return tx.execute(statement.returning(table.c.number)).first() is not None


def of_cycle(tx: Connection, cycle_id: str) -> tuple[Sorted, ...]:
    """Every decision that was not taken back, in order."""
    rows = tx.execute(
        select(table.c.made)
        .where(table.c.cycle_id == cycle_id, table.c.undone_at.is_(None))
        .order_by(table.c.number)
    )
    return tuple(Sorted.model_validate_json(made) for made in rows.scalars())


def undo_last(tx: Connection, cycle_id: str, by: str, at: datetime) -> bool:
    """Take back this person's last decision. False if they have made none that stands."""
    last = select(func.max(table.c.number)).where(
        table.c.cycle_id == cycle_id, table.c.by == by, table.c.undone_at.is_(None)
    )
    number = tx.execute(last).scalar()
    if number is None:
        return False
    which = (table.c.cycle_id == cycle_id) & (table.c.number == number)
    tx.execute(update(table).where(which).values(undone_at=at))
    return True


def touched_since(tx: Connection, cycle_id: str, since: datetime) -> bool:
    """Has anybody sorted, or taken something back, at or after this moment?"""
    found = select(table.c.number).where(
        table.c.cycle_id == cycle_id, or_(table.c.at >= since, table.c.undone_at >= since)
    )
    return tx.execute(found.limit(1)).first() is not None


def forget(tx: Connection, cycle_id: str) -> None:
    """Erase them, with the replies that they are about."""
    tx.execute(delete(table).where(table.c.cycle_id == cycle_id))
