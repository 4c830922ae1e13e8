"""What follows when a message was sent, missed or refused: states change, coordinators are told.
Runs inside the deliverer's transaction."""

from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.core import sentences
from bot.core.asking.plan import OccurrenceState
from bot.core.book import Book
from bot.core.outbox import Kind, OutboxMessage, OutboxState
from bot.store import digests, outbox, plans
from bot.usecases.answering.part import part_with_authors
from bot.usecases.board.draft import show_published
from bot.usecases.ports import Posted
from bot.usecases.tell import name_of, tell, tell_each

WHISPER_FOR = timedelta(hours=2)
"""How long a private line may still be shown in the channel when a direct message was refused."""


def sent(
    tx: Connection, message: OutboxMessage, worker: str, posted: Posted, now: datetime
) -> None:
    """It stands in Slack."""
    if not outbox.mark_sent(tx, message.id, worker, posted.channel_id, posted.ts, now):
        return
    if message.kind is Kind.PROMPT:
        plans.set_state(tx, message.subject, OccurrenceState.ASKED)
    elif message.kind is Kind.DIGEST and message.page == 0:
        digests.mark_published(tx, message.subject, now)
        part_with_authors(tx, message.subject)
        show_published(tx, message.subject, now)


def missed(tx: Connection, book: Book, message: OutboxMessage, worker: str, now: datetime) -> None:
    """Too late to be of use: it is not sent, and the coordinators are told."""
    outbox.mark_over(tx, message.id, worker, OutboxState.MISSED, "too late")
    _give_up(tx, book, message, sentences.sending.too_late(), now)


def refused(
    tx: Connection, book: Book, message: OutboxMessage, worker: str, reason: str, now: datetime
) -> None:
    """Slack will not take it. A private line is shown in the channel instead."""
    outbox.mark_over(tx, message.id, worker, OutboxState.FAILED, reason)
    if message.kind is Kind.PRIVATE:
        _whisper_instead(tx, message, now)
    else:
        _give_up(tx, book, message, sentences.sending.remedy(reason), now)


def needs_person(
    tx: Connection, book: Book, message: OutboxMessage, worker: str, reason: str, now: datetime
) -> None:
    """Somebody can put it right: they are told once, while it is tried again."""
    if message.kind is Kind.PRIVATE:
        outbox.mark_over(tx, message.id, worker, OutboxState.FAILED, reason)
        _whisper_instead(tx, message, now)
    elif message.kind is Kind.NOTE:
        if not message.target.startswith(("U", "W")):
            outbox.mark_over(tx, message.id, worker, OutboxState.FAILED, reason)
            tell_each(tx, book, message, now)
    else:
        text = sentences.sending.cannot_post(
            _what(tx, message),
            name_of(tx, book, message.partnership_id, message.target),
            sentences.sending.remedy(reason),
        )
        tell(tx, book, message.partnership_id, f"cannot:{message.key}:{reason}", text, now)


def _give_up(tx: Connection, book: Book, message: OutboxMessage, cause: str, now: datetime) -> None:
    if message.kind is Kind.PROMPT:
        plans.set_state(tx, message.subject, OccurrenceState.MISSED)
    if message.kind in (Kind.PROMPT, Kind.REMINDER, Kind.DRAFT, Kind.DIGEST):
        text = sentences.sending.not_posted(
            message.kind,
            _what(tx, message),
            name_of(tx, book, message.partnership_id, message.target),
            cause,
        )
        tell(tx, book, message.partnership_id, f"not-posted:{message.key}", text, now)


def _what(tx: Connection, message: OutboxMessage) -> str:
    occurrence = plans.occurrence(tx, message.subject)
    return sentences.sending.what(message.kind, occurrence.question if occurrence else None)


def _whisper_instead(tx: Connection, message: OutboxMessage, now: datetime) -> None:
    occurrence = plans.occurrence(tx, message.subject)
    if occurrence is None:
        return
    outbox.add(
        tx,
        message.model_copy(
            update={
                "id": outbox.new_id(),
                "key": f"whisper:{message.key}",
                "kind": Kind.WHISPER,
                "target": occurrence.channel_id,
                "note": message.target,
                "after_key": f"prompt:{occurrence.id}",
                "state": OutboxState.PENDING,
                "due_at": now,
                "cut_off_at": now + WHISPER_FOR,
                "attempts": 0,
                "sending_at": None,
                "not_found_at": None,
            }
        ),
    )
