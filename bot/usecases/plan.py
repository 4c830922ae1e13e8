"""Plans every partnership's future into the store. Doing it again changes nothing; after an edit
it changes only what has not been sent. Sends nothing."""

from datetime import datetime

from bot.core.asking.changes import changes
from bot.core.asking.plan import Plan
from bot.core.asking.planning import plan
from bot.core.book import Book
from bot.core.partnership import Partnership
from bot.store import plans
from bot.store.engine import Store


def plan_all(store: Store, book: Book, now: datetime) -> dict[str, tuple[str, ...]]:
    """Plan each partnership in its own transaction. Returns what changed, in words, by id."""
    return {
        partnership.id: plan_one(store, book, partnership, now) for partnership in book.partnerships
    }


def plan_one(store: Store, book: Book, partnership: Partnership, now: datetime) -> tuple[str, ...]:
    """Plan one partnership; no other partnership's rows are touched."""
    with store.write() as tx:
        before = Plan(
            cycles=plans.cycles_of(tx, partnership.id),
            occurrences=plans.occurrences_of(tx, partnership.id, planned=True),
        )
        after = preview(before, plans.occurrences_of(tx, partnership.id), book, partnership, now)
        plans.replace_future(tx, partnership.id, after, now)
    return changes(before, after, partnership.tz)


def preview(
    before: Plan, known: tuple[Occurrence, ...], book: Book, partnership: Partnership, now: datetime
) -> Plan:
    """The plan as it would be now, without storing it."""
    past = tuple(_as_past(item) for item in known if _is_past(item, now))
    return plan(partnership, book.bank, now, cycles=before.cycles, past=past)
