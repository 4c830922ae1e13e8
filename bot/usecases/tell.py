"""Puts one calm line for the coordinators into the outbox, once for each thing worth saying."""

from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.core.book import Book
from bot.core.outbox import Kind, OutboxMessage
from bot.store import outbox, plans
from bot.usecases.roles import coordinating

NOTE_FOR = timedelta(days=7)
"""How long a note is worth sending when Slack cannot be reached."""


def tell(
    tx: Connection, book: Book, partnership_id: str, key: str, text: str, now: datetime
) -> None:
    """A note to the coordinators' channel. The same key is told once."""
    partnership = book.partnership(partnership_id)
    if partnership is not None:
        channel_id = plans.current_channel(tx, partnership.coordinators.channel.id)
        _add(tx, partnership_id, f"note:{key}", channel_id, text, now)


def tell_each(tx: Connection, book: Book, note: OutboxMessage, now: datetime) -> None:
    """The channel cannot be reached: the same note to each coordinator, privately."""
    partnership = book.partnership(note.partnership_id)
    for user_id in coordinating(tx, partnership) if partnership else ():
        _add(tx, note.partnership_id, f"{note.key}:{user_id}", user_id, note.note or "", now)


def _add(
    tx: Connection, partnership_id: str, key: str, target: str, text: str, now: datetime
) -> None:
    outbox.add(
        tx,
        OutboxMessage(
            id=outbox.new_id(),
            key=key,
            kind=Kind.NOTE,
            partnership_id=partnership_id,
            subject=partnership_id,
            target=target,
            note=text,
            due_at=now,
            cut_off_at=now + NOTE_FOR,
        ),
    )


def name_of(tx: Connection, book: Book, partnership_id: str, channel_id: str) -> str:
    """A channel's name as the schedule file gives it, also after its id has changed."""
    partnership = book.partnership(partnership_id)
    if partnership is not None:
        for channel in (
            *partnership.channels,
            partnership.board.channel,
            partnership.coordinators.channel,
        ):
            if channel_id in (channel.id, plans.current_channel(tx, channel.id)):
                return f"#{channel.name}"
    return "its channel"
