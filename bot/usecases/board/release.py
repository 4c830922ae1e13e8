"""Lets a coordinator release what the guard holds, with a reason that is kept; and has every draft
looked over, so that what is noticed there is held. Of two people at once the second is told."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection

from bot.core.book import Book
from bot.core.digest.earlier import read_digest
from bot.core.digest.signoff import DigestState
from bot.core.guard.consequences import DetectorsFor
from bot.core.guard.held import HeldState, HeldThing
from bot.core.roles import Role
from bot.store import audit, digests
from bot.store.answering import held
from bot.store.audit import Entry
from bot.store.engine import Store
from bot.usecases.board.draft import remade
from bot.usecases.guarding.hold import show_change
from bot.usecases.guarding.look_over import look_over
from bot.usecases.roles import may


class Released(NamedTuple):
    """The outcome's name (see sentences.guarding.released), and for "before" who was first."""

    outcome: str
    by: str | None = None


def release(
    store: Store,
    book: Book,
    subject: str,
    user_id: str,
    seen_version: int,
    reason: str,
    now: datetime,
) -> Released:
    """Release the version of it that a coordinator has seen. Doing it twice changes nothing."""
    with store.write() as tx:
        thing = held.by_subject(tx, subject)
        whose = book.partnership(thing.partnership_id) if thing else None
        if thing is None or whose is None:
            return Released("gone")
        if not may(tx, whose, user_id, Role.DEPUTY):
            return Released("not-yours")
        if thing.state is HeldState.RELEASED:
            mine = thing.decided_by == user_id
            return Released("released") if mine else Released("before", thing.decided_by)
        if thing.state is HeldState.CLEARED:
            return Released("cleared")
        if thing.version != seen_version:
            return Released("changed")
        if not held.settle(tx, thing, HeldState.RELEASED, user_id, reason):
            return Released("changed")
        audit.append(tx, Entry(now, whose.id, user_id, "release", subject, reason))
        show_change(tx, thing, now)
        _use_in_drafts(tx, book, thing, now)
        return Released("released")


def _use_in_drafts(tx: Connection, book: Book, thing: HeldThing, now: datetime) -> None:
    """Drafts may use it from now on; an approved digest counts it and gains no words."""
    for draft in digests.undecided(tx):
        if draft.partnership_id == thing.partnership_id:
            remade(tx, book, draft.cycle_id, now, touched=True)


_UNDECIDED = (DigestState.DRAFT, DigestState.HELD)


def look_over_draft(
    store: Store, book: Book, detectors_for: DetectorsFor, cycle_id: str, seen: int, now: datetime
) -> int:
    """Look over a draft that changed since version `seen`, and make it again without the replies in
    which something is noticed. Returns the version in which nothing waits for a decision; 0 when
    something does."""
    with store.write() as tx:
        draft = digests.of_cycle(tx, cycle_id)
        whose = book.partnership(draft.partnership_id) if draft else None
        if draft is None or whose is None or draft.version == seen:
            return seen
        if draft.state not in _UNDECIDED:
            return seen
        if not look_over(tx, detectors_for, whose, read_digest(draft.content), now):
            return draft.version
        remade(tx, book, cycle_id, now, touched=True)
        return 0
