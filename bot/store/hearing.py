"""How many people answered each asking, counted once when its window has closed and kept when the
replies are gone. Holds no word and no name. Who answered in the thread and privately counts twice:
that the two are one person is not to be found out."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, select, update

from bot.core.asking.plan import OccurrenceState
from bot.store.replies import LIVE, answers
from bot.store.tables import occurrences, private_replies, replies

_KEEP = (
    update(occurrences)
    .where(occurrences.c.id == bindparam("which"))
    .values(heard=bindparam("people"))
)


def answering(tx: Connection, occurrence_ids: Sequence[str]) -> int:
    """How many people have answered these askings in their threads so far."""
    people = answers(func.count(replies.c.user_id.distinct())).where(
        replies.c.state == LIVE, occurrences.c.id.in_(list(occurrence_ids))
    )
    return int(tx.execute(people).scalar_one())


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
    in_threads = (
        answers(occurrences.c.id, func.count(replies.c.user_id.distinct()))
        .where(replies.c.state == LIVE, occurrences.c.id.in_(ids))
        .group_by(occurrences.c.id)
    )
    asked = private_replies.c.occurrence_id
    privately = (
        select(asked, func.count())
        .where(private_replies.c.state == LIVE, asked.in_(ids))
        .group_by(asked)
    )
    heard = dict.fromkeys(ids, 0)
    for occurrence_id, people in (*tx.execute(in_threads), *tx.execute(privately)):
        heard[occurrence_id] += people
    return heard


def keep_heard(tx: Connection, heard: Mapping[str, int]) -> None:
    """Keep these counts for good."""
    if heard:
        rows = [{"which": each, "people": people} for each, people in heard.items()]
        tx.execute(_KEEP, rows)
