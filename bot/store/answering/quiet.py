"""Who asked to be left in peace, in SQL: until a day, or for good where wording is concerned."""

from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, delete, insert, select

from bot.store.tables import mutes, snoozes


class Snooze(NamedTuple):
    """Until which local day, the day itself not included; `remind`: with a word from us then."""

    until_on: date
    remind: bool


def snooze_of(tx: Connection, user_id: str, partnership_id: str) -> Snooze | None:
    """What somebody asked for last, also when it is over."""
    row = tx.execute(
        select(snoozes.c.until_on, snoozes.c.remind).where(
            snoozes.c.user_id == user_id, snoozes.c.partnership_id == partnership_id
        )
    ).one_or_none()
    return Snooze(*row) if row else None


def keep_snooze(tx: Connection, user_id: str, partnership_id: str, snooze: Snooze | None) -> None:
    """Their newest wish; None ends it."""
    whose = (snoozes.c.user_id == user_id, snoozes.c.partnership_id == partnership_id)
    tx.execute(delete(snoozes).where(*whose))
    if snooze is not None:
        values = {"user_id": user_id, "partnership_id": partnership_id, **snooze._asdict()}
        tx.execute(insert(snoozes).values(values))


def is_muted(tx: Connection, user_id: str) -> bool:
    """True for who wants no more suggestions about wording."""
    found = tx.execute(select(mutes.c.user_id).where(mutes.c.user_id == user_id))
    return found.first() is not None


def mute(tx: Connection, user_id: str) -> None:
    """No more suggestions about wording for this person. Repeatable."""
    if not is_muted(tx, user_id):
        tx.execute(insert(mutes).values(user_id=user_id))


def forget_over(tx: Connection, before: date) -> None:
    """Erase the wishes that were over before a day."""
    tx.execute(delete(snoozes).where(snoozes.c.until_on < before))
