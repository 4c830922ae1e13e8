"""A member's own say: which sector they bring, and what may happen to their replies."""

from datetime import date, datetime

from sqlalchemy import Connection

from bot.core.answering.post import today
from bot.core.book import Book
from bot.core.digest.signoff import DigestState
from bot.core.replies import Choice
from bot.core.sectors import Sector
from bot.store import digests, plans, replies
from bot.store.answering import private
from bot.store.engine import Store
from bot.usecases.answering.asked import own_replies


def choose_quoting(
    store: Store, book: Book, cycle_id: str, user_id: str, choice: Choice, now: datetime
) -> str:
    """Quote me, or leave me out: for all this member said in the cycle. Whoever is left out is left
    out with their private words too; about quoting those, the form asks. Repeatable.

    Returns the outcome's name: quote, leave-out, too-late or nothing (see
    sentences.members.chosen).
    """
    with store.write() as tx:
        places = replies.places_of(tx, cycle_id, user_id)
        alone = own_replies(tx, cycle_id, user_id) if choice is Choice.LEAVE_OUT else []
        if not (places or alone):
            return "nothing"
        if _is_published(tx, cycle_id):
            return "too-late"
        replies.choose(tx, places, choice, now)
        for each in alone:
            private.choose(tx, each, choice, _today(tx, book, cycle_id, now))
        return choice.value


def take_back(store: Store, book: Book, cycle_id: str, user_id: str, now: datetime) -> str:
    """Erase our copy of all this member said in the cycle, privately too. Repeatable.

    Returns the outcome's name: taken-back, taken-back-late or nothing.
    """
    with store.write() as tx:
        places = replies.places_of(tx, cycle_id, user_id)
        alone = own_replies(tx, cycle_id, user_id)
        if not (places or alone):
            return "nothing"
        replies.take_back(tx, places, now)
        for each in alone:
            private.withdraw(tx, each, _today(tx, book, cycle_id, now))
        return "taken-back-late" if _is_published(tx, cycle_id) else "taken-back"


def _today(tx: Connection, book: Book, cycle_id: str, now: datetime) -> date:
    cycle = plans.cycle(tx, cycle_id)
    partnership = book.partnership(cycle.partnership_id) if cycle else None
    return today(partnership, now) if partnership else now.date()


def _is_published(tx: Connection, cycle_id: str) -> bool:
    digest = digests.of_cycle(tx, cycle_id)
    return digest is not None and digest.state is DigestState.PUBLISHED


def say_sector(store: Store, user_id: str, sector: Sector, now: datetime) -> None:
    """A member says once which sector they bring; saying it again changes it."""
    with store.write() as tx:
        digests.say_sector(tx, user_id, sector, now)
        replies.touch_all(tx, user_id, now)
