"""Digests and members' sectors in SQL. A digest is frozen content with a version and a state."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, case, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.core.digest.signoff import DigestState, Held
from bot.core.sectors import Sector
from bot.store.tables import digests, members


def _held(row: Row[Any]) -> Held:
    return Held(**row._mapping)


def add(tx: Connection, held: Held) -> bool:
    """Store the first draft of a cycle's digest once."""
    insert = postgresql.insert if tx.dialect.name == "postgresql" else sqlite.insert
    statement = insert(digests).values(held.model_dump()).on_conflict_do_nothing()
    # Not by rowcount: with PostgreSQL it is not known of an INSERT.
    return tx.execute(statement.returning(digests.c.cycle_id)).first() is not None


def of_cycle(tx: Connection, cycle_id: str) -> Held | None:
    """The digest of a cycle, once it has been drafted."""
    row = tx.execute(select(digests).where(digests.c.cycle_id == cycle_id)).one_or_none()
    return _held(row) if row else None


def undecided(tx: Connection) -> list[Held]:
    """Every digest that may still reach its board."""
    return [held for held in unpublished(tx) if held.state is not DigestState.EXPIRED]


def unpublished(tx: Connection) -> list[Held]:
    """Every digest that is not frozen by having reached its board."""
    rows = tx.execute(
        select(digests).where(digests.c.state != DigestState.PUBLISHED).order_by(digests.c.cycle_id)
    )
    return [_held(row) for row in rows]


def rewrite(
    tx: Connection,
    cycle_id: str,
    version: int,
    content: str,
    changes: Sequence[str],
    now: datetime,
) -> bool:
    """Replace version n of a digest by n+1, with what `changes` in words; whoever approved first,
    where two must, has not seen it. False when somebody else was quicker."""
    still = case((digests.c.state == DigestState.DRAFT, None), else_=digests.c.decided_by)
    done = tx.execute(
        update(digests)
        .where(digests.c.cycle_id == cycle_id, digests.c.version == version)
        .values(
            content=content,
            changes="\n".join(changes),
            version=version + 1,
            compiled_at=now,
            decided_by=still,
        )
    )
    return done.rowcount == 1


def mark_compiled(tx: Connection, cycle_id: str, now: datetime) -> None:
    """The digest was made again and came out the same."""
    tx.execute(update(digests).where(digests.c.cycle_id == cycle_id).values(compiled_at=now))


def decide(
    tx: Connection,
    cycle_id: str,
    version: int,
    state: DigestState,
    decided_by: str | None,
    now: datetime,
) -> bool:
    """Give this version of a digest a new state. False when somebody else was quicker."""
    done = tx.execute(
        update(digests)
        .where(digests.c.cycle_id == cycle_id, digests.c.version == version)
        .values(state=state, decided_by=decided_by, decided_at=now, version=version + 1)
    )
    return done.rowcount == 1


def mark_published(tx: Connection, cycle_id: str, now: datetime) -> None:
    """Its first page stands in the board's channel. What had changed in it was for its review."""
    tx.execute(
        update(digests)
        .where(digests.c.cycle_id == cycle_id)
        .values(state=DigestState.PUBLISHED, published_at=now, changes=None)
    )


def say_sector(tx: Connection, user_id: str, sector: Sector, now: datetime) -> None:
    """A member says which sector they bring; the last word counts."""
    insert = postgresql.insert if tx.dialect.name == "postgresql" else sqlite.insert
    statement = insert(members).values(user_id=user_id, sector=sector, touched_at=now)
    tx.execute(
        statement.on_conflict_do_update(
            index_elements=["user_id"], set_={"sector": sector, "touched_at": now}
        )
    )


def all_sectors(tx: Connection) -> list[tuple[str, str]]:
    """Every member's id with their sector's, in the order of the ids."""
    rows = tx.execute(select(members.c.user_id, members.c.sector).order_by(members.c.user_id))
    return [(row.user_id, row.sector) for row in rows]


def sector_of(tx: Connection, user_id: str) -> Sector | None:
    """The sector this member brings, if they have said."""
    sector = tx.execute(select(members.c.sector).where(members.c.user_id == user_id)).scalar()
    return Sector(sector) if sector else None


def forget(tx: Connection, cycle_id: str) -> None:
    """Erase what a digest said. That there was one stays: its cycle must not be drafted again."""
    over = (DigestState.PUBLISHED, DigestState.EXPIRED)
    tx.execute(
        update(digests)
        .where(digests.c.cycle_id == cycle_id, digests.c.state.in_(over))
        .values(content="", changes=None, decided_by=None)
    )
