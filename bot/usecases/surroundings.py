"""What happens around our messages in Slack: a prompt deleted, a channel renamed, left or moved.
Tells the coordinators once; deletes nothing."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.core.book import Book
from bot.core.outbox import Kind, OutboxMessage
from bot.core.sentences import coordinators as say
from bot.store import notes, outbox, plans
from bot.store.engine import Store
from bot.usecases.tell import name_of, solve, tell


def prompt_removed(store: Store, book: Book, channel_id: str, ts: str, now: datetime) -> None:
    """Somebody deleted one of our prompts: replies are kept, it is not posted again."""
    with store.write() as tx:
        message = outbox.at(tx, channel_id, ts)
        if message is None or message.kind is not Kind.PROMPT:
            return
        occurrence = plans.occurrence(tx, message.subject)
        if occurrence is not None:
            text = say.prompt_removed(
                occurrence.question, name_of(tx, book, message.partnership_id, channel_id)
            )
            tell(tx, book, message.partnership_id, f"removed:{message.key}", text, now)


def channel_lost(store: Store, book: Book, channel_id: str, now: datetime) -> None:
    """The bot was removed from a channel, or the channel was archived or deleted."""
    with store.write() as tx:
        for partnership in book.partnerships:
            used = (
                *partnership.channels,
                partnership.board.channel,
                partnership.coordinators.channel,
            )
            if any(plans.current_channel(tx, each.id) == channel_id for each in used):
                _tell_lost(tx, book, partnership.id, channel_id, now)


def _tell_lost(
    tx: Connection, book: Book, partnership_id: str, channel_id: str, now: datetime
) -> None:
    """Once, until Dots is back there."""
    lost = f"lost:{channel_id}:"
    if not notes.open_matters(tx, partnership_id, [f"note:{lost}"]):
        text = say.left_channel(name_of(tx, book, partnership_id, channel_id))
        tell(tx, book, partnership_id, f"{lost}{now.isoformat()}", text, now)


def permissions(store: Store, book: Book, missing: Mapping[str, str], now: datetime) -> None:
    """The permissions that Slack has not given, and why each is needed: told once, before anything
    fails for want of them, and solved once they are given."""
    with store.write() as tx:
        for partnership in book.partnerships:
            about = f"scope:{partnership.id}:"
            text = say.lacks_permissions(missing) if missing else ""
            if set(notes.open_matters(tx, partnership.id, [f"note:{about}"])) == {text}:
                continue
            solve(tx, partnership.id, about, now)
            if text and partnership.live:
                tell(tx, book, partnership.id, f"{about}{now.isoformat()}", text, now)


HELLO_FOR = timedelta(hours=12)
"""A first word later than this would only puzzle the channel it greets."""


def joined(store: Store, book: Book, channel_id: str, now: datetime) -> None:
    """Dots was added to a channel. One that belongs to a partnership needs no introduction; any
    other is told once what Dots is and who can start it."""
    with store.write() as tx:
        for each in book.partnerships:
            solve(tx, each.id, f"lost:{channel_id}:", now)
        for each in book.partnerships:
            used = (*each.channels, each.board.channel, each.coordinators.channel)
            if any(plans.current_channel(tx, channel.id) == channel_id for channel in used):
                return
        outbox.add(
            tx,
            OutboxMessage(
                id=outbox.new_id(),
                key=f"hello:{channel_id}",
                kind=Kind.HELLO,
                partnership_id="",
                subject=channel_id,
                target=channel_id,
                due_at=now,
                cut_off_at=now + HELLO_FOR,
            ),
        )


def channel_moved(store: Store, old_id: str, new_id: str) -> None:
    """Slack gave a channel a new id. Repeatable."""
    with store.write() as tx:
        plans.move_channel(tx, old_id, new_id)
