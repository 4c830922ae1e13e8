"""The coordinators' notes in the outbox: told together, solved, or still in need of somebody."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, or_, select, update

from bot.core.outbox import TELLS_COORDINATORS, Kind, OutboxMessage
from bot.core.outbox import OutboxState as S
from bot.store.outbox import value
from bot.store.tables import outbox


def _notes_of(partnership_id: str) -> tuple[ColumnElement[bool], ...]:
    """A note is about its partnership: by that, notes are found among all that was ever sent."""
    return outbox.c.subject == partnership_id, outbox.c.kind == Kind.NOTE


def waiting_note(tx: Connection, partnership_id: str, target: str) -> str | None:
    """The key of a note to this place that nobody has begun to send; what comes now is told in
    it. It cannot be claimed before this transaction ends."""
    return tx.execute(
        select(outbox.c.key)
        .where(
            *_notes_of(partnership_id),
            outbox.c.state == S.PENDING,
            outbox.c.target == target,
            outbox.c.attempts == 0,
        )
        .order_by(outbox.c.due_at, outbox.c.key)
        .limit(1)
        .with_for_update(skip_locked=True)
    ).scalar_one_or_none()


def told_together(tx: Connection, note: OutboxMessage) -> list[OutboxMessage]:
    """The notes that are told in the message of another note, in the order in which they came."""
    rows = tx.execute(
        select(outbox)
        .where(*_notes_of(note.partnership_id), outbox.c.after_key == note.key)
        .order_by(outbox.c.due_at, outbox.c.key)
    )
    return [value(row) for row in rows]


def notes_under(tx: Connection, partnership_id: str, beginning: str) -> list[OutboxMessage]:
    """Every note to a partnership's coordinators whose key begins so."""
    rows = tx.execute(
        select(outbox).where(
            *_notes_of(partnership_id), outbox.c.key.startswith(beginning, autoescape=True)
        )
    )
    return [value(row) for row in rows]


def mark_solved(tx: Connection, key: str, now: datetime) -> bool:
    """What this note says needs nobody any more. False when that was known."""
    done = tx.execute(
        update(outbox)
        .where(outbox.c.key == key, outbox.c.solved_at.is_(None))
        .values(solved_at=now)
    )
    return done.rowcount == 1


def solved_among(tx: Connection, keys: Collection[str]) -> frozenset[str]:
    """Those of these notes that need nobody any more."""
    found = select(outbox.c.key).where(
        outbox.c.key.in_(list(keys)), outbox.c.solved_at.is_not(None)
    )
    return frozenset(tx.execute(found).scalars())


def open_matters(tx: Connection, partnership_id: str, beginnings: Collection[str]) -> list[str]:
    """The words of every note under keys that begin so and that still needs somebody, oldest
    first."""
    begin = [outbox.c.key.startswith(each, autoescape=True) for each in beginnings]
    rows = tx.execute(
        select(outbox.c.note)
        .where(
            *_notes_of(partnership_id),
            outbox.c.solved_at.is_(None),
            or_(*begin),
        )
        .order_by(outbox.c.due_at, outbox.c.key)
    )
    return [row.note or "" for row in rows]


def told_between(tx: Connection, partnership_id: str, since: datetime, until: datetime) -> bool:
    """True when the coordinators were told anything that they had not asked for."""
    found = select(outbox.c.id).where(
        outbox.c.kind.in_(TELLS_COORDINATORS),
        outbox.c.state.not_in((S.CANCELLED, S.MISSED)),
        outbox.c.partnership_id == partnership_id,
        outbox.c.due_at.between(since, until),
    )
    return tx.execute(found.limit(1)).first() is not None
