"""Puts calm lines for the coordinators into the outbox, once for each thing worth saying, and
takes them back once what they say is solved."""

from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.core.book import Book
from bot.core.outbox import Kind, OutboxMessage, OutboxState
from bot.core.sentences import coordinators as say
from bot.store import notes, outbox, plans
from bot.usecases.roles import coordinating

NOTE_FOR = timedelta(days=7)
"""How long a note is worth sending when Slack cannot be reached."""


def tell(
    tx: Connection, book: Book, partnership_id: str, key: str, text: str, now: datetime
) -> None:
    """A note to the coordinators' channel. The same key is told once; what waits to be told at
    the same time is told in one message."""
    partnership = book.partnership(partnership_id)
    if partnership is not None:
        channel_id = plans.current_channel(tx, partnership.coordinators.channel.id)
        _add(tx, partnership_id, f"note:{key}", channel_id, text, now)


def tell_one(
    tx: Connection, partnership_id: str, key: str, user_id: str, text: str, now: datetime
) -> None:
    """A note to one person, privately, about something that they asked for."""
    _add(tx, partnership_id, f"note:{key}", user_id, text, now)


def tell_each(tx: Connection, book: Book, note: OutboxMessage, now: datetime) -> None:
    """The channel cannot be reached: the same note to each coordinator, privately."""
    partnership = book.partnership(note.partnership_id)
    for user_id in coordinating(tx, partnership) if partnership else ():
        text = told_in(tx, note)
        _add(tx, note.partnership_id, f"{note.key}:{user_id}", user_id, text, now)


def told_in(tx: Connection, note: OutboxMessage) -> str:
    """All that one message to the coordinators says, as it stands now: what it was made for, and
    what was told together with it. What was solved before anybody saw it is not said at all."""
    parts = [note, *notes.told_together(tx, note)]
    solved = notes.solved_among(tx, [each.key for each in parts])
    if note.state is not OutboxState.SENT:
        return "\n\n".join(each.note or "" for each in parts if each.key not in solved)
    return "\n\n".join(
        say.solved(each.note or "") if each.key in solved else each.note or "" for each in parts
    )


def solve(tx: Connection, partnership_id: str, key: str, now: datetime) -> None:
    """What the notes under this key said needs nobody any more: they are not sent, or say so.
    `key` is the beginning of what they were told under. Repeatable."""
    for note in notes.notes_under(tx, partnership_id, f"note:{key}"):
        if notes.mark_solved(tx, note.key, now):
            carrier = outbox.by_key(tx, note.after_key or note.key)
            if carrier is not None and carrier.state is not OutboxState.PENDING:
                _show_solved(tx, carrier, note.key, now)


def _show_solved(tx: Connection, carrier: OutboxMessage, key: str, now: datetime) -> None:
    outbox.add(
        tx,
        OutboxMessage(
            id=outbox.new_id(),
            key=f"solved:{key}",
            kind=Kind.SOLVED,
            partnership_id=carrier.partnership_id,
            subject=carrier.key,
            target=carrier.target,
            after_key=carrier.key,
            due_at=now,
            cut_off_at=now + NOTE_FOR,
        ),
    )


def _add(
    tx: Connection, partnership_id: str, key: str, target: str, text: str, now: datetime
) -> None:
    carrier = notes.waiting_note(tx, partnership_id, target)
    together = {"state": OutboxState.TOGETHER, "after_key": carrier} if carrier else {}
    outbox.add(
        tx,
        OutboxMessage.model_validate(
            {
                "id": outbox.new_id(),
                "key": key,
                "kind": Kind.NOTE,
                "partnership_id": partnership_id,
                "subject": partnership_id,
                "target": target,
                "note": text,
                "due_at": now,
                "cut_off_at": now + NOTE_FOR,
            }
            | together
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
