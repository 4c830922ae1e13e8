"""Deletes what may no longer be kept, as the privacy sentence promises."""

from datetime import datetime, timedelta

from bot.core.book import Book
from bot.core.retention import replies_kept_until
from bot.store import plans, replies
from bot.store.engine import Store
from bot.usecases.board.draft import remade

STRANGERS_FOR = timedelta(days=1)
"""How long a message is kept that might answer a prompt whose place was not known yet."""


def forget_due(store: Store, book: Book, now: datetime) -> None:
    """Erase replies whose time is over, also from a draft that was never sent. Repeatable."""
    with store.write() as tx:
        replies.forget_strangers(tx, now - STRANGERS_FOR)
        for partnership in book.partnerships:
            for cycle in plans.cycles_of(tx, partnership.id):
                if now >= replies_kept_until(cycle, partnership):
                    replies.forget_cycle(tx, cycle.id)
                    remade(tx, book, cycle.id, now, touched=True)
