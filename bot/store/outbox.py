"""The outbox in SQL: add once, claim by conditional UPDATE, record what became of it."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import (
    Connection,
    Row,
    bindparam,
    exists,
    func,
    or_,
    select,
    true,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite

from bot.core.outbox import LEASE, SECOND_LOOK, Kind, OutboxMessage, OutboxState
from bot.store.tables import UtcDateTime, cycles, occurrences, outbox

S = OutboxState


def value(row: Row[Any]) -> OutboxMessage:
    """A row as the message that it holds."""
    known = OutboxMessage.model_fields.keys()
    return OutboxMessage(**{name: value for name, value in row._mapping.items() if name in known})


# Built once: building them costs more than running them. What was added is asked for, because
# with PostgreSQL an INSERT's rowcount is not known.
_ADD = {
    "sqlite": sqlite.insert(outbox).on_conflict_do_nothing().returning(outbox.c.id),
    "postgresql": postgresql.insert(outbox).on_conflict_do_nothing().returning(outbox.c.id),
}


def add(tx: Connection, message: OutboxMessage) -> bool:
    """Put a message in the outbox once. Returns False when its key is already there."""
    return tx.execute(_ADD[tx.dialect.name], message.model_dump()).first() is not None


_earlier = outbox.alias("earlier")
_earlier_sent = or_(
    outbox.c.after_key.is_(None),
    exists().where(_earlier.c.key == outbox.c.after_key, _earlier.c.state == S.SENT),
)


_before = outbox.alias("before")
_pages_before_settled = or_(
    outbox.c.page == 0,
    outbox.c.kind.not_in((Kind.DRAFT, Kind.DIGEST)),
    ~exists().where(
        _before.c.kind == outbox.c.kind,
        _before.c.subject == outbox.c.subject,
        _before.c.page < outbox.c.page,
        _before.c.state.in_((S.PENDING, S.SENDING)),
    ),
)

_now = bindparam("now", type_=UtcDateTime())

_NEXT = (
    select(outbox.c.id)
    .where(
        outbox.c.state == S.PENDING,
        outbox.c.due_at <= _now,
        or_(outbox.c.retry_at.is_(None), outbox.c.retry_at <= _now),
        _earlier_sent,
        _pages_before_settled,
        outbox.c.target.not_in(bindparam("resting", expanding=True)),
        outbox.c.kind.not_in(bindparam("held", expanding=True)),
    )
    .order_by(outbox.c.due_at, outbox.c.page, outbox.c.id)
    .limit(1)
    .with_for_update(skip_locked=True, of=outbox)
    .correlate(None)
)

# One statement: whoever writes keeps every other writer waiting, replies among them.
_CLAIM = (
    update(outbox)
    .where(outbox.c.id == _NEXT.scalar_subquery(), outbox.c.state == S.PENDING)
    .values(
        state=S.SENDING,
        claimed_by=bindparam("worker"),
        claimed_at=_now,
        sending_at=func.coalesce(outbox.c.sending_at, _now),
        attempts=outbox.c.attempts + 1,
    )
    .returning(outbox)
)

_AGAIN = select(outbox).where(outbox.c.id == bindparam("message_id"))


def claim(
    tx: Connection,
    now: datetime,
    worker: str,
    *,
    resting: Collection[str] = (),
    held: Collection[Kind] = (),
) -> OutboxMessage | None:
    """Mark the next due message `sending` and return it; None when nothing may go out.

    `resting` are targets that were posted to a moment ago, `held` the kinds whose Slack method
    must rest. Safe with several processes.
    """
    given = {"now": now, "worker": worker, "resting": list(resting), "held": list(held)}
    row = tx.execute(_CLAIM, given).one_or_none()
    return value(row) if row else None


def claim_doubtful(
    tx: Connection, now: datetime, worker: str, in_hand: Collection[str]
) -> OutboxMessage | None:
    """Take over a message that was left `sending` for longer than its lease, to look it up.

    `in_hand` are the ids this process is sending right now: a clock that jumped must not make
    them look abandoned.
    """
    candidate = (
        select(outbox.c.id)
        .where(
            outbox.c.state == S.SENDING,
            outbox.c.claimed_at < now - LEASE,
            outbox.c.id.not_in(list(in_hand)),
        )
        .order_by(outbox.c.claimed_at)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    message_id = tx.execute(candidate).scalar_one_or_none()
    if message_id is None:
        return None
    taken = tx.execute(
        update(outbox)
        .where(
            outbox.c.id == message_id,
            outbox.c.state == S.SENDING,
            outbox.c.claimed_at < now - LEASE,
        )
        .values(claimed_by=worker, claimed_at=now)
    )
    return _again(tx, message_id) if taken.rowcount == 1 else None


def _again(tx: Connection, message_id: str) -> OutboxMessage:
    return value(tx.execute(_AGAIN, {"message_id": message_id}).one())


def _settle(tx: Connection, message_id: str, worker: str, **values: Any) -> bool:
    """Write an outcome, unless another worker has taken the message over meanwhile."""
    done = tx.execute(
        update(outbox)
        .where(
            outbox.c.id == message_id,
            outbox.c.state == S.SENDING,
            outbox.c.claimed_by == worker,
        )
        .values(**values)
    )
    return done.rowcount == 1


def mark_sent(
    tx: Connection, message_id: str, worker: str, channel_id: str, ts: str, now: datetime
) -> bool:
    """It stands in Slack at (channel_id, ts)."""
    return _settle(
        tx, message_id, worker, state=S.SENT, channel_id=channel_id, ts=ts, sent_at=now, reason=None
    )


def mark_brought(tx: Connection, message_id: str, worker: str) -> bool:
    """It reached a private author: neither where nor when is kept, for both would say who."""
    return _settle(
        tx,
        message_id,
        worker,
        state=S.SENT,
        claimed_at=None,
        sending_at=None,
        not_found_at=None,
        retry_at=None,
        reason=None,
    )


def keep_file(tx: Connection, message_id: str, worker: str, file_id: str) -> bool:
    """Slack's name for the file that this message is about to show."""
    return _settle(tx, message_id, worker, file_id=file_id)


def mark_retry(
    tx: Connection, message_id: str, worker: str, retry_at: datetime, reason: str
) -> bool:
    """It certainly did not reach Slack; try again at `retry_at`."""
    return _settle(
        tx,
        message_id,
        worker,
        state=S.PENDING,
        retry_at=retry_at,
        sending_at=None,
        not_found_at=None,
        reason=reason,
    )


def mark_not_found(tx: Connection, message_id: str, worker: str, now: datetime) -> bool:
    """A first look found nothing. It stays `sending`, to be looked for once more."""
    return _settle(tx, message_id, worker, not_found_at=now, claimed_at=now - LEASE + SECOND_LOOK)


def mark_over(
    tx: Connection, message_id: str, worker: str, state: OutboxState, reason: str
) -> bool:
    """It will not be sent: failed, missed or cancelled."""
    return _settle(tx, message_id, worker, state=state, reason=reason)


def cancel_orphans(tx: Connection) -> None:
    """Cancel what waits for a message that will never be sent."""
    gone = (S.FAILED, S.MISSED, S.CANCELLED)
    tx.execute(
        update(outbox)
        .where(
            outbox.c.state == S.PENDING,
            exists().where(_earlier.c.key == outbox.c.after_key, _earlier.c.state.in_(gone)),
        )
        .values(state=S.CANCELLED, reason="the message it follows was not sent")
    )


def cancel_pending(tx: Connection, keys: Collection[str]) -> None:
    """Cancel these messages if they have not left yet."""
    tx.execute(
        update(outbox)
        .where(outbox.c.key.in_(list(keys)), outbox.c.state == S.PENDING)
        .values(state=S.CANCELLED, reason="no longer needed")
    )


def move(tx: Connection, kind: Kind, subject: str, due_at: datetime, cut_off_at: datetime) -> None:
    """What has not left yet keeps to a date that has moved."""
    tx.execute(
        update(outbox)
        .where(outbox.c.kind == kind, outbox.c.subject == subject, outbox.c.state == S.PENDING)
        .values(due_at=due_at, cut_off_at=cut_off_at)
    )


def by_key(tx: Connection, key: str) -> OutboxMessage | None:
    """The message with this key, if it was ever asked for."""
    row = tx.execute(select(outbox).where(outbox.c.key == key)).one_or_none()
    return value(row) if row else None


def about(tx: Connection, kind: str, subject: str) -> list[OutboxMessage]:
    """Every message of one kind about one thing, in page order."""
    rows = tx.execute(
        select(outbox)
        .where(outbox.c.kind == kind, outbox.c.subject == subject)
        .order_by(outbox.c.page)
    )
    return [value(row) for row in rows]


def waiting_pages(tx: Connection, kind: Kind, subject: str) -> set[int]:
    """The pages for which a message of this kind has not left yet, and cannot leave before this
    transaction ends: what it says is composed after that. One that is leaving now is not among
    them, nor waited for."""
    rows = tx.execute(
        select(outbox.c.page)
        .where(outbox.c.kind == kind, outbox.c.subject == subject, outbox.c.state == S.PENDING)
        .with_for_update(skip_locked=True)
    )
    return set(rows.scalars())


def at(tx: Connection, channel_id: str, ts: str) -> OutboxMessage | None:
    """The message of ours that stands at this place in Slack."""
    row = tx.execute(
        select(outbox).where(outbox.c.channel_id == channel_id, outbox.c.ts == ts)
    ).one_or_none()
    return value(row) if row else None


def open_prompts(
    tx: Connection, since: datetime, cycle_id: str | None = None
) -> list[OutboxMessage]:
    """Prompts that stand in Slack and whose board meets, or met, after `since`."""
    one = true() if cycle_id is None else occurrences.c.cycle_id == cycle_id
    rows = tx.execute(
        select(outbox)
        .join(occurrences, occurrences.c.id == outbox.c.subject)
        .join(cycles, cycles.c.id == occurrences.c.cycle_id)
        .where(
            outbox.c.kind == Kind.PROMPT,
            outbox.c.state == S.SENT,
            cycles.c.meeting_at > since,
            one,
        )
        .order_by(outbox.c.sent_at, outbox.c.id)
    )
    return [value(row) for row in rows]


def next_due_at(tx: Connection) -> datetime | None:
    """When the next pending message may go, or the next doubtful one be looked up."""
    ready = func.coalesce(outbox.c.retry_at, outbox.c.due_at)
    pending: datetime | None = tx.execute(
        select(ready.label("at"))
        .where(outbox.c.state == S.PENDING, _earlier_sent, _pages_before_settled)
        .order_by(ready)
        .limit(1)
    ).scalar()
    claimed: datetime | None = tx.execute(
        select(func.min(outbox.c.claimed_at, type_=outbox.c.claimed_at.type)).where(
            outbox.c.state == S.SENDING
        )
    ).scalar()
    waits = [at for at in (pending, claimed and claimed + LEASE) if at]
    return min(waits) if waits else None


def new_id() -> str:
    """A fresh opaque id, safe to show in Slack's message metadata."""
    return uuid4().hex
