"""Replies in SQL: what is held of them, and what their authors choose about them."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import (
    Connection,
    Select,
    delete,
    func,
    select,
    update,
)

from bot.core.replies import Choice, Reply
from bot.core.sectors import Sector
from bot.store.tables import members, occurrences, outbox, replies

_prompts = outbox.alias("prompts")
LIVE = "live"


def _in_cycle(cycle_id: str) -> Select[Any]:
    """Live replies to the prompts of one cycle, with the asking they answer."""
    return _ever_in_cycle(cycle_id).where(replies.c.state == LIVE)


def _ever_in_cycle(cycle_id: str) -> Select[Any]:
    columns = (replies, occurrences.c.id.label("occurrence_id"), occurrences.c.closes_at)
    return answers(*columns).where(occurrences.c.cycle_id == cycle_id)


def answers(*columns: Any) -> Select[Any]:
    """These columns of replies, each with its prompt in the outbox and its asking."""
    return (
        select(*columns)
        .join_from(
            replies,
            _prompts,
            (_prompts.c.channel_id == replies.c.channel_id)
            & (_prompts.c.ts == replies.c.thread_ts)
            & (_prompts.c.kind == "prompt"),
        )
        .join(occurrences, occurrences.c.id == _prompts.c.subject)
    )


def material(
    tx: Connection,
    cycle_id: str,
    *,
    after: datetime | None = None,
    until: datetime | None = None,
    sectors_before: datetime | None = None,
) -> list[Reply]:
    """The live replies of a cycle said in (after, until], as the digest sees them. A sector that
    its member chose, or changed, at or after `sectors_before` is not known. Words that the guard
    has not looked at yet are held."""
    query = _in_cycle(cycle_id)
    if after is not None:
        query = query.where(replies.c.said_at > after)
    if until is not None:
        query = query.where(replies.c.said_at <= until)
    sector = select(members.c.sector).where(members.c.user_id == replies.c.user_id)
    if sectors_before is not None:
        sector = sector.where(members.c.touched_at < sectors_before)
    rows = tx.execute(
        query.add_columns(sector.scalar_subquery().label("sector")).order_by(replies.c.ts)
    )
    return [
        Reply(
            id=f"{row.channel_id}/{row.ts}",
            occurrence_id=row.occurrence_id,
            author=row.user_id,
            text=row.text,
            said_at=row.said_at,
            sector=Sector(row.sector) if row.sector else None,
            choice=Choice(row.choice) if row.choice else None,
            late=row.said_at > row.closes_at,
            held=not row.examined,
        )
        for row in rows
    ]


class Standing(NamedTuple):
    """A live reply in a thread: what it answers, what it says, who said it, and when."""

    occurrence_id: str
    text: str
    user_id: str
    said_at: datetime


def at(tx: Connection, channel_id: str, ts: str) -> Standing | None:
    """The live reply at a place."""
    columns = (occurrences.c.id, replies.c.text, replies.c.user_id, replies.c.said_at)
    row = tx.execute(
        answers(*columns).where(
            replies.c.channel_id == channel_id, replies.c.ts == ts, replies.c.state == LIVE
        )
    ).first()
    return Standing(*row) if row else None


def choice_at(tx: Connection, channel_id: str, ts: str) -> Choice | None:
    """What its author said may happen to the live reply at a place."""
    chosen = tx.execute(
        select(replies.c.choice).where(
            replies.c.channel_id == channel_id, replies.c.ts == ts, replies.c.state == LIVE
        )
    ).scalar()
    return Choice(chosen) if chosen else None


def places_of(tx: Connection, cycle_id: str, user_id: str) -> list[tuple[str, str]]:
    """Where this member's live replies of a cycle stand: (channel_id, ts)."""
    rows = tx.execute(_in_cycle(cycle_id).where(replies.c.user_id == user_id))
    return [(row.channel_id, row.ts) for row in rows]


def first_question(tx: Connection, cycle_id: str, user_id: str) -> str | None:
    """The first question of a cycle that this member has answered."""
    row = tx.execute(
        _in_cycle(cycle_id)
        .add_columns(occurrences.c.question)
        .where(replies.c.user_id == user_id)
        .order_by(replies.c.ts)
        .limit(1)
    ).first()
    return row.question if row else None


def answered_by(tx: Connection, cycle_id: str, user_id: str) -> dict[str, datetime]:
    """The questions of a cycle that this member has answered in their threads, by their askings'
    ids, each with the time of their last answer."""
    rows = tx.execute(
        _in_cycle(cycle_id).where(replies.c.user_id == user_id).order_by(replies.c.said_at)
    )
    return {row.occurrence_id: row.said_at for row in rows}


def choose(
    tx: Connection, places: Collection[tuple[str, str]], choice: Choice, now: datetime
) -> None:
    """Its author says what may happen to these replies."""
    for channel_id, ts in places:
        tx.execute(
            update(replies)
            .where(replies.c.channel_id == channel_id, replies.c.ts == ts, replies.c.state == LIVE)
            .values(choice=choice, touched_at=now)
        )


def take_back(tx: Connection, places: Collection[tuple[str, str]], now: datetime) -> None:
    """Erase the words of these replies for good, at their author's wish."""
    for channel_id, ts in places:
        tx.execute(
            update(replies)
            .where(replies.c.channel_id == channel_id, replies.c.ts == ts)
            .values(state="withdrawn", text="", choice=None, greeted=True, touched_at=now)
        )


def touch_all(tx: Connection, user_id: str, now: datetime) -> None:
    """Something about this member changed that digests may show: have them looked at again."""
    tx.execute(
        update(replies)
        .where(replies.c.user_id == user_id, replies.c.state == LIVE)
        .values(touched_at=now)
    )


def withdrawn_in(tx: Connection, cycle_id: str) -> frozenset[str]:
    """The replies of a cycle that were taken back or deleted, by id. They have no words left."""
    gone = _ever_in_cycle(cycle_id).where(replies.c.state == "withdrawn")
    return frozenset(f"{row.channel_id}/{row.ts}" for row in tx.execute(gone))


def in_thread(tx: Connection, channel_id: str, thread_ts: str) -> set[str]:
    """The ts of every live reply held for one thread."""
    return set(
        tx.execute(
            select(replies.c.ts).where(
                replies.c.channel_id == channel_id,
                replies.c.thread_ts == thread_ts,
                replies.c.state == LIVE,
            )
        ).scalars()
    )


def touched_since(tx: Connection, cycle_id: str, since: datetime) -> bool:
    """Has anything changed in a cycle's replies (withdrawals too) at or after this moment?"""
    place = (
        select(_prompts.c.channel_id, _prompts.c.ts)
        .join(occurrences, occurrences.c.id == _prompts.c.subject)
        .where(occurrences.c.cycle_id == cycle_id, _prompts.c.kind == "prompt")
        .subquery()
    )
    return (
        tx.execute(
            select(replies.c.ts)
            .join(
                place,
                (place.c.channel_id == replies.c.channel_id) & (place.c.ts == replies.c.thread_ts),
            )
            .where(replies.c.touched_at >= since)
            .limit(1)
        ).first()
        is not None
    )


def number_in(tx: Connection, cycle_id: str) -> int:
    """How many replies to a cycle's prompts are held, withdrawn ones too."""
    found = _ever_in_cycle(cycle_id).subquery()
    return int(tx.execute(select(func.count()).select_from(found)).scalar_one())


def forget_strangers(tx: Connection, before: datetime) -> int:
    """Erase what was kept only because it might have answered a prompt, and did not."""
    known = (
        select(_prompts.c.id)
        .where(
            _prompts.c.kind == "prompt",
            _prompts.c.channel_id == replies.c.channel_id,
            _prompts.c.ts == replies.c.thread_ts,
        )
        .exists()
    )
    return tx.execute(delete(replies).where(~known, replies.c.said_at < before)).rowcount


def forget_cycle(tx: Connection, cycle_id: str) -> int:
    """Erase every reply of a cycle whose keeping time is over."""
    place = (
        select(_prompts.c.id)
        .join(occurrences, occurrences.c.id == _prompts.c.subject)
        .where(
            occurrences.c.cycle_id == cycle_id,
            _prompts.c.kind == "prompt",
            _prompts.c.channel_id == replies.c.channel_id,
            _prompts.c.ts == replies.c.thread_ts,
        )
        .exists()
    )
    return tx.execute(delete(replies).where(place)).rowcount


def held(tx: Connection) -> dict[tuple[str, str], str | None]:
    """Every reply we hold: its words by place, None where it was withdrawn."""
    rows = tx.execute(select(replies.c.channel_id, replies.c.ts, replies.c.state, replies.c.text))
    return {(row.channel_id, row.ts): row.text if row.state == LIVE else None for row in rows}
