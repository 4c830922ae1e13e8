"""Puts a digest as a paper before the coordinators who ask for it. Prints and sends nothing."""

from datetime import datetime

from bot.core.book import Book
from bot.core.roles import Role
from bot.store import digests, plans
from bot.store.engine import Store
from bot.usecases.board.show import send_paper
from bot.usecases.roles import may


def send_me_the_paper(store: Store, book: Book, cycle_id: str, user_id: str, now: datetime) -> str:
    """The digest as files, in the draft's thread in the coordinators' channel (see send_paper).
    Returns "sent", "gone" or "not-yours"."""
    with store.write() as tx:
        cycle = plans.cycle(tx, cycle_id)
        partnership = book.partnership(cycle.partnership_id) if cycle else None
        held = digests.of_cycle(tx, cycle_id)
        if cycle is None or partnership is None or held is None or not held.content:
            return "gone"
        if not may(tx, partnership, user_id, Role.READER):
            return "not-yours"
        send_paper(tx, partnership, held, now)
        return "sent"
