"""Moves what has come due from the plan into the outbox: prompts, then their one reminder."""

from datetime import datetime

from sqlalchemy import Connection

from bot.core.asking.plan import Occurrence, OccurrenceState
from bot.core.book import Book
from bot.core.outbox import Kind, OutboxMessage
from bot.core.sentences import board as say
from bot.store import outbox, plans
from bot.store.engine import Store
from bot.usecases.board.respond import waits_for_board
from bot.usecases.board.said import cycle_before
from bot.usecases.tell import tell


def ask_due(store: Store, book: Book, now: datetime) -> None:
    """Put every prompt and reminder whose time has come into the outbox. Repeatable."""
    with store.write() as tx:
        for occurrence in plans.due_to_ask(tx, now):
            if _waits(tx, book, occurrence, now):
                plans.set_state(tx, occurrence.id, OccurrenceState.SKIPPED)
            elif _is_live(book, occurrence):
                outbox.add(tx, _prompt(occurrence))
            else:
                plans.set_state(tx, occurrence.id, OccurrenceState.SKIPPED)
        reminded = plans.due_to_remind(tx, now)
        for occurrence in reminded:
            if now < occurrence.closes_at and _is_live(book, occurrence):
                outbox.add(tx, _reminder(occurrence))
        plans.mark_reminded(tx, [occurrence.id for occurrence in reminded])


def _waits(tx: Connection, book: Book, occurrence: Occurrence, now: datetime) -> bool:
    """True while the board owes an answer to the digest before; the coordinators are told once."""
    cycle = plans.cycle(tx, occurrence.cycle_id)
    before = cycle_before(tx, cycle) if cycle else None
    if cycle is None or before is None or not waits_for_board(tx, cycle, before, now):
        return False
    tell(tx, book, occurrence.partnership_id, f"waits:{before.id}", say.waits(), now)
    return True


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
