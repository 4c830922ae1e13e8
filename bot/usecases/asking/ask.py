"""Moves what has come due from the plan into the outbox: prompts, then their one reminder."""

from datetime import datetime

from bot.core.asking.plan import Occurrence, OccurrenceState
from bot.core.book import Book
from bot.core.outbox import Kind, OutboxMessage
from bot.store import outbox, plans
from bot.store.engine import Store


def ask_due(store: Store, book: Book, now: datetime) -> None:
    """Put every prompt and reminder whose time has come into the outbox. Repeatable."""
    with store.write() as tx:
        for occurrence in plans.due_to_ask(tx, now):
            if _is_live(book, occurrence):
                outbox.add(tx, _prompt(occurrence))
            else:
                plans.set_state(tx, occurrence.id, OccurrenceState.SKIPPED)
        reminded = plans.due_to_remind(tx, now)
        for occurrence in reminded:
            if now < occurrence.closes_at and _is_live(book, occurrence):
                outbox.add(tx, _reminder(occurrence))
        plans.mark_reminded(tx, [occurrence.id for occurrence in reminded])


def _is_live(book: Book, occurrence: Occurrence) -> bool:
    partnership = book.partnership(occurrence.partnership_id)
    return partnership is not None and partnership.live


def _prompt(occurrence: Occurrence) -> OutboxMessage:
    return OutboxMessage(
        id=outbox.new_id(),
        key=f"prompt:{occurrence.id}",
        kind=Kind.PROMPT,
        partnership_id=occurrence.partnership_id,
        subject=occurrence.id,
        target=occurrence.channel_id,
        due_at=occurrence.due_at,
        cut_off_at=occurrence.cut_off_at,
    )


def _reminder(occurrence: Occurrence) -> OutboxMessage:
    allowed = occurrence.cut_off_at - occurrence.due_at
    return OutboxMessage(
        id=outbox.new_id(),
        key=f"reminder:{occurrence.id}",
        kind=Kind.REMINDER,
        partnership_id=occurrence.partnership_id,
        subject=occurrence.id,
        target=occurrence.channel_id,
        after_key=f"prompt:{occurrence.id}",
        due_at=occurrence.remind_at,
        cut_off_at=min(occurrence.remind_at + allowed, occurrence.closes_at),
    )
