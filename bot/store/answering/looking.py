"""Replies in threads that the guard has not looked at yet, in SQL."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, update

from bot.store.replies import LIVE, answers
from bot.store.tables import occurrences, replies

AT_ONCE = 20
"""Replies looked at between two transactions: a tenth of a second's work, so that a prompt that is
due, or a private line, does not wait for a flood."""


class Unexamined(NamedTuple):
    """A reply's place and its words as they stand now; `edited_ts` tells whether they still do."""

    channel_id: str
    ts: str
    edited_ts: str
    text: str
    user_id: str
    occurrence_id: str

    @property
    def subject(self) -> str:
        """The reply's id."""
        return f"{self.channel_id}/{self.ts}"


_NOT_EXAMINED = (
    answers(
        replies.c.channel_id,
        replies.c.ts,
        replies.c.edited_ts,
        replies.c.text,
        replies.c.user_id,
        occurrences.c.id,
    )
    .where(replies.c.examined.is_(False), replies.c.state == LIVE)
    .order_by(replies.c.ts)
    .limit(AT_ONCE)
)


def not_examined(tx: Connection) -> list[Unexamined]:
    """The first live replies whose words, as they stand now, were not looked at."""
    return [Unexamined(*row) for row in tx.execute(_NOT_EXAMINED)]


def mark_examined(tx: Connection, one: Unexamined, now: datetime) -> bool:
    """These words were looked at: digests may use them. False when they are others by now, or
    gone."""
    done = tx.execute(
        update(replies)
        .where(
            replies.c.channel_id == one.channel_id,
            replies.c.ts == one.ts,
            replies.c.edited_ts == one.edited_ts,
            replies.c.state == LIVE,
        )
        .values(examined=True, touched_at=now)
    )
    return done.rowcount == 1
