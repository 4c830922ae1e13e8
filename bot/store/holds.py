"""Methods of Slack's that must rest, in SQL: no process calls them before the time is over."""

from datetime import datetime

from sqlalchemy import Connection, delete, or_, select
from sqlalchemy.dialects import postgresql, sqlite

from bot.core.outbox import LONGEST_HOLD
from bot.store.tables import holds


def hold(tx: Connection, scope: str, until: datetime) -> None:
    """Slack said to wait: nobody calls this method before `until`, in any process. A hold in
    force is never shortened."""
    replaced = or_(holds.c.until < until, holds.c.until > until + LONGEST_HOLD)
    tx.execute(delete(holds).where(holds.c.scope == scope, replaced))
    insert = postgresql.insert if tx.dialect.name == "postgresql" else sqlite.insert
    tx.execute(insert(holds).values(scope=scope, until=until).on_conflict_do_nothing())


def held_until(tx: Connection, now: datetime) -> dict[str, datetime]:
    """The methods that must rest now, and until when."""
    rows = tx.execute(
        select(holds.c.scope, holds.c.until).where(
            holds.c.until > now, holds.c.until <= now + LONGEST_HOLD
        )
    )
    return {row.scope: row.until for row in rows}
