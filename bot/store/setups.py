"""What somebody has filled in of a set-up and not finished: one for each person, the newest."""

from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from bot.core.steering.setup import SetUp
from bot.store.tables import setups


def begun(tx: Connection, user_id: str) -> SetUp | None:
    """What this person has filled in so far; None when nothing."""
    content = tx.execute(
        select(setups.c.content).where(setups.c.user_id == user_id)
    ).scalar_one_or_none()
    return SetUp.model_validate_json(content) if content else None


def keep(tx: Connection, user_id: str, setup: SetUp, now: datetime) -> None:
    """Keep what is filled in by now. Repeatable."""
    values = {"content": setup.model_dump_json(), "touched_at": now}
    done = tx.execute(update(setups).where(setups.c.user_id == user_id).values(**values))
    if not done.rowcount:
        tx.execute(insert(setups).values(user_id=user_id, **values))


def drop(tx: Connection, user_id: str) -> None:
    """It is finished, or given up."""
    tx.execute(delete(setups).where(setups.c.user_id == user_id))


def forget(tx: Connection, before: datetime) -> None:
    """What nobody went on with is deleted."""
    tx.execute(delete(setups).where(setups.c.touched_at < before))
