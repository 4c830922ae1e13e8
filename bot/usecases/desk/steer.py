"""Changes a partnership as a coordinator wishes, shows first what that leads to, and goes back.

Only what lives in the database is changed; what lives in a file must be taken over first.
"""

from collections.abc import Callable
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import Connection

from bot.core.asking.local_time import local_date
from bot.core.book import Book
from bot.core.partnership import Partnership
from bot.core.sentences import desk as say
from bot.core.steering.edit import CannotSteerError, Edit, Steered
from bot.store import partnerships, plans
from bot.store.engine import Store
from bot.usecases.asking.plan import foreseen, replan
from bot.usecases.shelf import with_taken_over


class Foreseen(NamedTuple):
    """What a change would lead to. `version` must come back with the change itself."""

    what: str
    changes: tuple[str, ...]
    remarks: tuple[str, ...]
    version: int


class Home(NamedTuple):
    """Where a partnership lives: in the database at a version, or (version 0) in its file."""

    partnership: Partnership
    version: int
    in_database: bool


def home_of(store: Store, book: Book, partnership_id: str, user_id: str) -> Home:
    """The partnership as it stands. Raises CannotSteerError for whoever is no coordinator."""
    with store.read() as tx:
        return _home(tx, book, partnership_id, user_id)


def foresee(
    store: Store, book: Book, partnership_id: str, user_id: str, edit: Edit, now: datetime
) -> Foreseen:
    """What the change would lead to; nothing is stored. Raises CannotSteerError."""
    with store.read() as tx:
        home = _home(tx, book, partnership_id, user_id)
        steered = edit(home.partnership, _today(home.partnership, now))
        then = with_taken_over(book, {partnership_id: steered.partnership})
        changes, remarks = foreseen(tx, then, steered.partnership, now)
        return Foreseen(steered.what, changes, remarks, home.version)


def steer(
    store: Store,
    book: Book,
    partnership_id: str,
    user_id: str,
    edit: Edit,
    seen_version: int,
    now: datetime,
) -> tuple[str, ...]:
    """Make the change and plan anew. Returns what the new plan changes, in words.

    Raises CannotSteerError, and changes nothing, when it cannot be made, when the partnership
    lives in a file, or when somebody changed it since `seen_version` was shown.
    """

    def next_one(_tx: Connection, home: Home) -> Steered:
        _must_live_here(home)
        _must_be(home, seen_version)
        return edit(home.partnership, _today(home.partnership, now))

    return _write(store, book, partnership_id, user_id, next_one, now)


def undo(
    store: Store, book: Book, partnership_id: str, user_id: str, seen_version: int, now: datetime
) -> tuple[str, ...]:
    """Go back to how it was before the newest change; what was sent meanwhile stays sent.

    Raises CannotSteerError when there is nothing to go back to, or somebody was faster.
    """

    def next_one(tx: Connection, home: Home) -> Steered:
        _must_live_here(home)
        _must_be(home, seen_version)
        versions = partnerships.versions_of(tx, partnership_id)
        before = versions[-2].partnership if len(versions) > 1 else None
        if before is None:
            raise CannotSteerError(say.nothing_to_undo())
        return Steered(before, say.undone(versions[-1].what))

    return _write(store, book, partnership_id, user_id, next_one, now)


def take_over(
    store: Store, book: Book, partnership_id: str, user_id: str, now: datetime
) -> tuple[str, ...]:
    """From now on the partnership lives in the database, as its file says it today. Doing it
    twice changes nothing more."""

    def next_one(_tx: Connection, home: Home) -> Steered | None:
        return None if home.in_database else Steered(home.partnership, say.taken_over())

    return _write(store, book, partnership_id, user_id, next_one, now)


def _write(
    store: Store,
    book: Book,
    partnership_id: str,
    user_id: str,
    next_one: Callable[[Connection, Home], Steered | None],
    now: datetime,
) -> tuple[str, ...]:
    with store.write() as tx:
        plans.take_turns(tx, partnership_id)  # before reading: the next change must see this one
        home = _home(tx, book, partnership_id, user_id)
        steered = next_one(tx, home)
        if steered is None:
            return ()
        partnerships.add_version(
            tx,
            partnership_id,
            home.version + 1,
            steered.partnership,
            what=steered.what,
            changed_by=user_id,
            changed_at=now,
        )
        then = with_taken_over(book, {partnership_id: steered.partnership})
        return replan(tx, then, steered.partnership, now)


def _home(tx: Connection, book: Book, partnership_id: str, user_id: str) -> Home:
    """Read inside the transaction: the book may be older than the newest version."""
    versions = partnerships.versions_of(tx, partnership_id)
    own = versions[-1].partnership if versions else None
    partnership = own or book.partnership(partnership_id)
    if partnership is None or user_id not in partnership.coordinators.people:
        raise CannotSteerError(say.not_yours())
    return Home(partnership, len(versions), own is not None)


def _must_live_here(home: Home) -> None:
    if not home.in_database:
        raise CannotSteerError(say.lives_in_file())


def _must_be(home: Home, seen_version: int) -> None:
    if home.version != seen_version:
        raise CannotSteerError(say.changed_meanwhile())


def _today(partnership: Partnership, now: datetime) -> date:
    return local_date(now, partnership.tz)
