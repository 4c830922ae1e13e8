"""New replies in SQL: those nobody has looked at yet, and what is known of their authors."""

from collections import Counter
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, bindparam, update

from bot.core.replies import Choice
from bot.store.replies import LIVE, answers
from bot.store.tables import occurrences, replies

Speaker = tuple[str, str]
"""A member in a cycle: (cycle_id, user_id)."""

AT_ONCE = 100
"""Replies looked at in one transaction, some 20 ms of work: a reply that arrives meanwhile has to
wait for it."""

_SPEAKER = (occurrences.c.cycle_id, replies.c.user_id)

_NOT_GREETED = (
    answers(
        replies.c.channel_id,
        replies.c.ts,
        *_SPEAKER,
        occurrences.c.id,
        occurrences.c.partnership_id,
        occurrences.c.closes_at,
        replies.c.said_at,
    )
    .where(replies.c.greeted.is_(False), replies.c.state == LIVE)
    .order_by(replies.c.ts)
    .limit(AT_ONCE)
)

_GREETED = (
    update(replies)
    .where(replies.c.channel_id == bindparam("channel"), replies.c.ts == bindparam("place"))
    .values(greeted=True, choice=bindparam("chosen"), touched_at=bindparam("now"))
)


class NewReply(NamedTuple):
    """Where a reply stands (channel_id, ts), who said it in which cycle, to which asking, and
    whether that had closed."""

    place: tuple[str, str]
    speaker: Speaker
    occurrence_id: str
    partnership_id: str
    is_late: bool


def not_greeted(tx: Connection) -> list[NewReply]:
    """The first live replies nobody has looked at yet, in the order in which they were said."""
    return [
        NewReply(
            (row.channel_id, row.ts),
            (row.cycle_id, row.user_id),
            row.id,
            row.partnership_id,
            row.said_at > row.closes_at,
        )
        for row in tx.execute(_NOT_GREETED)
    ]


def are_waiting(tx: Connection) -> bool:
    """Is there a reply nobody has looked at yet?"""
    return tx.execute(_NOT_GREETED.limit(1)).first() is not None


def mark_greeted(
    tx: Connection, choices: Mapping[tuple[str, str], Choice | None], now: datetime
) -> None:
    """The replies at these places (channel_id, ts) have been looked at; each takes over the
    choice that its author made before."""
    rows = [
        {"channel": channel_id, "place": ts, "chosen": choice, "now": now}
        for (channel_id, ts), choice in choices.items()
    ]
    if rows:
        tx.execute(_GREETED, rows)


def choices_of(tx: Connection, speakers: Collection[Speaker]) -> dict[Speaker, Choice]:
    """What each of these members last chose in the cycle, where they did."""
    rows = tx.execute(
        _of(speakers, answers(*_SPEAKER, replies.c.choice))
        .where(replies.c.choice.is_not(None), replies.c.state == LIVE)
        .order_by(replies.c.ts)
    )
    return {(row.cycle_id, row.user_id): Choice(row.choice) for row in rows}


def have_spoken(tx: Connection, speakers: Collection[Speaker]) -> set[Speaker]:
    """Those who have a live reply in the cycle that was already looked at."""
    earlier = answers(*_SPEAKER).where(replies.c.greeted, replies.c.state == LIVE).distinct()
    return {(row.cycle_id, row.user_id) for row in tx.execute(_of(speakers, earlier))}


def times_withdrawn(tx: Connection, speakers: Collection[Speaker]) -> Counter[Speaker]:
    """How many of each member's replies in the cycle were deleted or taken back."""
    gone = answers(*_SPEAKER).where(replies.c.state != LIVE)
    return Counter((row.cycle_id, row.user_id) for row in tx.execute(_of(speakers, gone)))


def _of(speakers: Collection[Speaker], query: Select[Any]) -> Select[Any]:
    """Only these members and these cycles; some of their other pairings may be among them."""
    return query.where(
        occurrences.c.cycle_id.in_({cycle_id for cycle_id, _ in speakers}),
        replies.c.user_id.in_({user_id for _, user_id in speakers}),
    )
