"""Tells whose partnership is meant by the channel in which somebody is. Changes nothing."""

from sqlalchemy import Connection

from bot.core.book import Book
from bot.core.partnership import Partnership
from bot.store import plans


def partnership_here(tx: Connection, book: Book, channel_id: str) -> Partnership | None:
    """The one that has this channel; elsewhere the only one, if there is only one."""
    here = (each for each in book.partnerships if _is_in(tx, each, channel_id))
    alone = book.partnerships[0] if len(book.partnerships) == 1 else None
    return next(here, alone)


def _is_in(tx: Connection, partnership: Partnership, channel_id: str) -> bool:
    channels = (
        *partnership.channels,
        partnership.board.channel,
        partnership.coordinators.channel,
    )
    return any(plans.current_channel(tx, each.id) == channel_id for each in channels)
