"""How many people answered each asking, counted once when its window has closed and kept when the
replies are gone. Holds no word and no name."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, select, update

from bot.core.asking.plan import OccurrenceState
from bot.store.replies import LIVE, answers
from bot.store.tables import occurrences, replies

_KEEP = (
    update(occurrences)
    .where(occurrences.c.id == bindparam("which"))
    .values(heard=bindparam("people"))
)


def heard_since(tx: Connection, partnership_id: str, now: datetime) -> dict[str, int]:
    """How many people answered each asking whose window has closed and which was not counted."""
    closed = select(occurrences.c.id).where(
        occurrences.c.partnership_id == partnership_id,
        occurrences.c.state == OccurrenceState.ASKED,
        occurrences.c.closes_at <= now,
        occurrences.c.heard.is_(None),
    )
    ids = list(tx.execute(closed).scalars())
    if not ids:
        return {}
    counted = (
        answers(occurrences.c.id, func.count(replies.c.user_id.distinct()))
        .where(replies.c.state == LIVE, occurrences.c.id.in_(ids))
        .group_by(occurrences.c.id)
    )
    return dict.fromkeys(ids, 0) | {row[0]: row[1] for row in tx.execute(counted)}


def keep_heard(tx: Connection, heard: Mapping[str, int]) -> None:
    """Keep these counts for good."""
    if heard:
        rows = [{"which": each, "people": people} for each, people in heard.items()]
        tx.execute(_KEEP, rows)
