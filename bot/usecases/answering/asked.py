"""Finds what a private reply is about: the question, its round, its window, and the reply this
member gave before. Changes nothing."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection

from bot.core.answering.authors import author_key
from bot.core.answering.private import PrivateReply
from bot.core.answering.window import Window, window
from bot.core.asking.plan import Cycle, Occurrence, OccurrenceState
from bot.core.book import Book
from bot.core.partnership import Partnership
from bot.store import digests, plans
from bot.store.answering import keys, private


class Asked(NamedTuple):
    """A question that was asked, and where its round stands."""

    occurrence: Occurrence
    cycle: Cycle
    partnership: Partnership
    window: Window


def asked(tx: Connection, book: Book, occurrence_id: str, now: datetime) -> Asked | None:
    """The question behind a button; None when it is not known any more, or was never asked."""
    occurrence = plans.occurrence(tx, occurrence_id)
    cycle = plans.cycle(tx, occurrence.cycle_id) if occurrence else None
    partnership = book.partnership(occurrence.partnership_id) if occurrence else None
    if occurrence is None or cycle is None or partnership is None:
        return None
    if occurrence.state in (OccurrenceState.SKIPPED, OccurrenceState.MISSED):
        return None
    digest = digests.of_cycle(tx, cycle.id)
    stands = window(occurrence, digest.state if digest else None, now)
    return Asked(occurrence, cycle, partnership, stands)


def own_reply(tx: Connection, of: Occurrence, user_id: str) -> PrivateReply | None:
    """What this member answered privately, if it can still be told whose it is."""
    key = keys.key_of(tx, of.cycle_id)
    return private.by_author(tx, of.id, author_key(key, user_id)) if key else None


def own_replies(tx: Connection, cycle_id: str, user_id: str) -> list[PrivateReply]:
    """All that this member answered privately in a round and has not taken back."""
    key = keys.key_of(tx, cycle_id)
    if key is None:
        return []
    author = author_key(key, user_id)
    return [each for each in private.live_in(tx, cycle_id) if each.author == author]
