"""Shows one person all that is held on them, and erases it. What they decided in office stays on
the partnership's record; what a legal hold keeps is kept, and said."""

from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection

from bot.core.answering.post import today
from bot.core.asking.plan import Cycle
from bot.core.book import Book
from bot.core.digest.signoff import DigestState
from bot.core.partnership import Partnership
from bot.core.roles import role_of
from bot.store import audit, digests, groups, persons, plans, replies
from bot.store.answering import private
from bot.store.engine import Store
from bot.usecases.answering.asked import own_replies


class Erased(NamedTuple):
    """What was erased: in how many rounds; what had gone to a board before; and the partnerships
    whose legal hold kept something."""

    rounds: int
    printed: int
    kept_by: tuple[str, ...]


def held_on(store: Store, book: Book, user_id: str) -> dict[str, Any]:
    """Everything, as plain values: rows by table, private replies that can still be told to be
    theirs, and their roles."""
    with store.read() as tx:
        rows: dict[str, Any] = dict(persons.held_on(tx, user_id))
        alone = [
            each.model_dump(mode="json", exclude={"author"})
            for partnership in book.partnerships
            for cycle in plans.cycles_of(tx, partnership.id)
            for each in own_replies(tx, cycle.id, user_id)
        ]
        known = groups.members(tx)
        roles = {
            each.id: role.name.lower()
            for each in book.partnerships
            if (role := role_of(each, user_id, known)) is not None
        }
    return (
        rows | ({"private_replies": alone} if alone else {}) | ({"roles": roles} if roles else {})
    )


def erase(store: Store, book: Book, user_id: str, by: str, now: datetime) -> Erased:
    """Erase what is theirs. Drafts are made again without it; what stands in a digest that went
    to a board stays there. On record by `by`, without saying what it was. Repeatable."""
    with store.write() as tx:
        rounds = printed = 0
        kept_by = []
        for partnership in book.partnerships:
            own = [c for c in plans.cycles_of(tx, partnership.id) if _speaks(tx, c, user_id)]
            if own and partnership.privacy.legal_hold:
                kept_by.append(partnership.name)
                continue
            for cycle in own:
                _erase_round(tx, partnership, cycle, user_id, now)
                rounds += 1
                printed += _is_printed(tx, cycle)
            if own:
                entry = audit.Entry(now, partnership.id, by, "erase-person", partnership.id)
                audit.append(tx, entry)
        if not kept_by:
            persons.erase(tx, user_id)
        return Erased(rounds, printed, tuple(kept_by))


def _speaks(tx: Connection, cycle: Cycle, user_id: str) -> bool:
    return bool(replies.places_of(tx, cycle.id, user_id) or own_replies(tx, cycle.id, user_id))


def _erase_round(
    tx: Connection, partnership: Partnership, cycle: Cycle, user_id: str, now: datetime
) -> None:
    replies.take_back(tx, replies.places_of(tx, cycle.id, user_id), now)
    on: date = today(partnership, now)
    for each in own_replies(tx, cycle.id, user_id):
        private.withdraw(tx, each, on)


def _is_printed(tx: Connection, cycle: Cycle) -> bool:
    digest = digests.of_cycle(tx, cycle.id)
    return digest is not None and digest.state is DigestState.PUBLISHED
