"""Says whether a digest must be made again because its replies have changed. Makes none."""

from datetime import date, datetime

from sqlalchemy import Connection

from bot.core.answering.post import is_out, post_after, today
from bot.core.asking.plan import Cycle
from bot.core.book import Book
from bot.core.digest.earlier import is_of_this_form
from bot.core.digest.signoff import Held
from bot.core.partnership import Partnership
from bot.store import digests, edits, plans, replies, sorting
from bot.store.answering import private
from bot.store.engine import Store
from bot.usecases.board.said import cycle_before


def must_be_remade(
    tx: Connection,
    partnership: Partnership,
    cycle: Cycle,
    held: Held,
    now: datetime,
    *,
    whole: bool,
) -> bool:
    """True when replies changed (see `has_changed`), when coordinators edited or sorted, or when
    it was made by a Dots that knew no themes."""
    return (
        has_changed(tx, partnership, cycle, held, now, whole=whole)
        or edits.touched_since(tx, cycle.id, held.compiled_at)
        or sorting.touched_since(tx, cycle.id, held.compiled_at)
        or not is_of_this_form(held.content)
    )


def has_changed(
    tx: Connection,
    partnership: Partnership,
    cycle: Cycle,
    held: Held,
    now: datetime,
    *,
    whole: bool,
) -> bool:
    """True when replies were touched since this version was made. Private changes count with the
    next morning's post, so that their hour shows nowhere; with `whole`, at once."""
    several = _cycles(tx, cycle)
    if any(replies.touched_since(tx, each.id, held.compiled_at) for each in several):
        return True
    days = _private_days(tx, partnership, several, held)
    return any(whole or is_out(partnership, day, now) for day in days)


def _cycles(tx: Connection, cycle: Cycle) -> list[Cycle]:
    earlier = cycle_before(tx, cycle)
    return [cycle, earlier] if earlier else [cycle]


def _private_days(
    tx: Connection, partnership: Partnership, several: list[Cycle], held: Held
) -> list[date]:
    """The days of private changes that this version of the digest may not have seen."""
    since = today(partnership, held.compiled_at)
    return [day for each in several for day in private.touched_days(tx, each.id, since)]


def next_remake_at(store: Store, book: Book, now: datetime) -> datetime | None:
    """When a private change will next be shown in a draft: with the next morning's post."""
    with store.read() as tx:
        times = []
        for held in digests.unpublished(tx):
            cycle, partnership = (
                plans.cycle(tx, held.cycle_id),
                book.partnership(held.partnership_id),
            )
            if cycle is not None and partnership is not None:
                days = _private_days(tx, partnership, _cycles(tx, cycle), held)
                times += [post_after(partnership, day) for day in days]
    return min((at for at in times if at > now), default=None)
