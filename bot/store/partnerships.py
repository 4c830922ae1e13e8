"""Partnerships that live in the database: every version that was ever in force, the newest last.
Nothing is changed or removed: going back is one more version."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, Row, func, insert, select

from bot.core.partnership import Partnership
from bot.store.tables import partnership_versions

TakenOver = dict[str, Partnership]
"""The partnerships whose home is the database, by id, in the order of their ids."""

_table = partnership_versions


class Version(NamedTuple):
    """One version; `partnership` is None where the file became its home again."""

    version: int
    partnership: Partnership | None
    what: str
    changed_by: str
    changed_at: datetime


def changes_so_far(tx: Connection) -> int:
    """A number that grows with every change of any partnership."""
    return tx.execute(select(func.count()).select_from(_table)).scalar_one()


def taken_over(tx: Connection) -> TakenOver:
    """The newest version of every partnership that lives here."""
    newest = (
        select(_table.c.partnership_id, func.max(_table.c.version).label("version"))
        .group_by(_table.c.partnership_id)
        .subquery()
    )
    rows = tx.execute(
        select(_table.c.partnership_id, _table.c.content)
        .join(
            newest,
            (newest.c.partnership_id == _table.c.partnership_id)
            & (newest.c.version == _table.c.version),
        )
        .where(_table.c.content.is_not(None))
        .order_by(_table.c.partnership_id)
    )
    return {row.partnership_id: Partnership.model_validate_json(row.content) for row in rows}


def versions_of(tx: Connection, partnership_id: str) -> tuple[Version, ...]:
    """Every version of one partnership, oldest first."""
    rows = tx.execute(
        select(_table).where(_table.c.partnership_id == partnership_id).order_by(_table.c.version)
    )
    return tuple(_version(row) for row in rows)


def add_version(  # one row, written once
    tx: Connection,
    partnership_id: str,
    version: int,
    partnership: Partnership | None,
    *,
    what: str,
    changed_by: str,
    changed_at: datetime,
) -> None:
    """Write the next version. Raises IntegrityError when somebody else wrote it first."""
    tx.execute(
        insert(_table).values(
            partnership_id=partnership_id,
            version=version,
            content=partnership.model_dump_json(by_alias=True) if partnership else None,
            what=what,
            changed_by=changed_by,
            changed_at=changed_at,
        )
    )


def _version(row: Row[tuple[object, ...]]) -> Version:
    content = row.content
    return Version(
        row.version,
        Partnership.model_validate_json(content) if content else None,
        row.what,
        row.changed_by,
        row.changed_at,
    )
