"""Leaves people in peace: not now, no more suggestions, and no more private lines than their
partnership thinks right. What is about safety always comes through."""

from datetime import date, datetime, timedelta

from sqlalchemy import Connection

from bot.core import sentences
from bot.core.answering.authors import author_key
from bot.core.answering.post import post_on_or_after, today
from bot.core.book import Book
from bot.core.outbox import COUNTED, UNASKED, Kind, OutboxMessage, author_target, is_person
from bot.core.partnership import Partnership
from bot.store import outbox, plans
from bot.store.answering import keys, lines, quiet
from bot.store.answering.quiet import Snooze
from bot.store.engine import Store

LONGEST_SNOOZE = timedelta(days=183)
"""Half a year: whoever wants longer may rather leave the channel, and is not forgotten by us."""

AGAIN_FOR = timedelta(days=2)
"""How late a reminder that somebody asked for is still of use."""


def snooze(
    store: Store,
    book: Book,
    occurrence_id: str,
    user_id: str,
    until_on: date,
    now: datetime,
    *,
    remind: bool,
) -> str | None:
    """Leave somebody in peace until a local day, when it ends by itself. Returns what is wrong with
    that day, in words, or None when the wish is kept. Repeatable."""
    with store.write() as tx:
        occurrence = plans.occurrence(tx, occurrence_id)
        whose = book.partnership(occurrence.partnership_id) if occurrence else None
        if occurrence is None or whose is None:
            return sentences.members.occurrence_gone()
        on = today(whose, now)
        if not on < until_on <= on + LONGEST_SNOOZE:
            return sentences.quiet.not_a_day(on + timedelta(days=1), on + LONGEST_SNOOZE)
        quiet.keep_snooze(tx, user_id, whose.id, Snooze(until_on, remind))
        if remind:
            outbox.add(tx, _again(whose, occurrence.cycle_id, user_id, until_on))
        return None


def _again(whose: Partnership, cycle_id: str, user_id: str, until_on: date) -> OutboxMessage:
    due_at = post_on_or_after(whose, until_on)
    return OutboxMessage(
        id=outbox.new_id(),
        key=f"again:{whose.id}:{user_id}:{until_on.isoformat()}",
        kind=Kind.AGAIN,
        partnership_id=whose.id,
        subject=whose.id,
        target=user_id,
        cycle_id=cycle_id,
        due_at=due_at,
        cut_off_at=due_at + AGAIN_FOR,
    )


def snooze_until(
    store: Store, book: Book, occurrence_id: str, user_id: str, now: datetime
) -> date | None:
    """Until when somebody is left in peace where this was asked; None when they are not."""
    with store.read() as tx:
        occurrence = plans.occurrence(tx, occurrence_id)
        whose = book.partnership(occurrence.partnership_id) if occurrence else None
        if whose is None:
            return None
        kept = quiet.snooze_of(tx, user_id, whose.id)
        return kept.until_on if kept and today(whose, now) < kept.until_on else None


def end_snooze(store: Store, occurrence_id: str, user_id: str) -> None:
    """They are back sooner. Repeatable."""
    with store.write() as tx:
        occurrence = plans.occurrence(tx, occurrence_id)
        if occurrence is not None:
            quiet.keep_snooze(tx, user_id, occurrence.partnership_id, None)


def mute_suggestions(store: Store, user_id: str) -> None:
    """No more suggestions about wording for this person. Repeatable."""
    with store.write() as tx:
        quiet.mute(tx, user_id)


def is_unwelcome(
    tx: Connection, whose: Partnership, kind: Kind, user_id: str, now: datetime
) -> bool:
    """True for a private line that this person wants no more of, or not now."""
    if kind not in UNASKED:
        return False
    if kind is Kind.WORDING and quiet.is_muted(tx, user_id):
        return True
    kept = quiet.snooze_of(tx, user_id, whose.id)
    return kept is not None and today(whose, now) < kept.until_on


def is_too_many(tx: Connection, whose: Partnership, message: OutboxMessage) -> bool:
    """True when this line would be one more than its reader is to be sent before a meeting. The
    thanks for a first reply are always sent: with them come the choices about it."""
    if message.kind not in COUNTED or message.kind is Kind.PRIVATE or message.cycle_id is None:
        return False
    targets = [message.target]
    key = keys.key_of(tx, message.cycle_id)
    if key is not None and is_person(message.target):
        targets.append(author_target(author_key(key, message.target)))
    sent = lines.lines_to(tx, message.cycle_id, targets, COUNTED, besides=message.id)
    return sent >= whose.care.private_messages
