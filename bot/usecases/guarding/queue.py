"""Shows coordinators what waits for them, and safeguarding contacts what may be a concern. Decides
nothing; shows nobody else anything."""

from datetime import datetime

from sqlalchemy import Connection

from bot.core.answering.post import is_out
from bot.core.answering.private import PREFIX
from bot.core.book import Book
from bot.core.guard.consequences import is_concern
from bot.core.guard.held import HeldThing
from bot.core.messages import HoldMessage
from bot.core.partnership import Partnership
from bot.core.roles import Role
from bot.store.answering import held
from bot.store.engine import Store
from bot.usecases.guarding.behind import behind
from bot.usecases.guarding.papers import hold_message
from bot.usecases.roles import may


def queue_for(
    store: Store, book: Book, partnership_id: str, user_id: str, now: datetime
) -> list[HoldMessage] | None:
    """All that waits and that this person may see, the longest first; None when they may see
    nothing of this partnership."""
    whose = book.partnership(partnership_id)
    if whose is None:
        return None
    with store.read() as tx:
        if not _sees_any(tx, whose, user_id):
            return None
        waiting = held.waiting(tx, partnership_id)
        return [hold_message(tx, each) for each in waiting if _sees(tx, whose, each, user_id, now)]


def words_of(
    store: Store, book: Book, subject: str, user_id: str, now: datetime
) -> tuple[HoldMessage, str] | None:
    """One thing that waits, with the words; None for whoever may not see it, or when it is gone."""
    with store.read() as tx:
        thing = held.by_subject(tx, subject)
        whose = book.partnership(thing.partnership_id) if thing else None
        if thing is None or whose is None or not _sees(tx, whose, thing, user_id, now):
            return None
        found = behind(tx, subject)
        return hold_message(tx, thing), found.text if found else ""


def waits_in(tx: Connection, whose: Partnership, now: datetime) -> int:
    """How many things wait for a coordinator, of those that coordinators may see by now."""
    return sum(_is_shown(whose, each, now) for each in held.waiting(tx, whose.id))


def _sees_any(tx: Connection, whose: Partnership, user_id: str) -> bool:
    return user_id in whose.safeguarding.contacts or may(tx, whose, user_id, Role.DEPUTY)


def _sees(
    tx: Connection, whose: Partnership, thing: HeldThing, user_id: str, now: datetime
) -> bool:
    if not may(tx, whose, user_id, Role.DEPUTY):
        return is_concern(thing.examined) and user_id in whose.safeguarding.contacts
    return _is_shown(whose, thing, now)


def _is_shown(whose: Partnership, thing: HeldThing, now: datetime) -> bool:
    """A private reply is shown from the next morning's post on, unless it may be a concern."""
    private = thing.subject.startswith(PREFIX)
    return not private or is_concern(thing.examined) or is_out(whose, thing.held_on, now)
