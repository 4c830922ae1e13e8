"""Changes a partnership as a coordinator wishes, shows first what that leads to, and goes back.

Only what lives in the database is changed; what lives in a file must be taken over first.
"""

from collections.abc import Callable, Collection, Sequence
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import Connection

from bot.core.asking.local_time import local_date
from bot.core.book import Book
from bot.core.partnership import Partnership
from bot.core.roles import Role
from bot.core.sentences import desk as say
from bot.core.sentences import setup as say_setup
from bot.core.steering.edit import CannotSteerError, Edit, Steered
from bot.store import audit, partnerships, plans
from bot.store.audit import Entry
from bot.store.engine import Store
from bot.usecases.asking.plan import foreseen, replan
from bot.usecases.roles import may
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
    """The partnership as it stands. Raises CannotSteerError for whoever may not look at it."""
    with store.read() as tx:
        return home_in(tx, book, partnership_id, user_id, Role.READER)


def foresee(
    store: Store, book: Book, partnership_id: str, user_id: str, edit: Edit, now: datetime
) -> Foreseen:
    """What the change would lead to; nothing is stored. Raises CannotSteerError."""
    with store.read() as tx:
        home = home_in(tx, book, partnership_id, user_id, Role.DEPUTY)
        steered = edit(home.partnership, _today(home.partnership, now))
        _must_be_allowed(tx, home.partnership, steered.partnership, user_id)
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
) -> str:
    """Make the change and plan anew; what the new plan changes is told to the coordinators.
    Returns the change in words.

    Raises CannotSteerError, and changes nothing, when it cannot be made, when the partnership
    lives in a file, or when somebody changed it since `seen_version` was shown. The same change
    sent twice is made once.
    """

    def next_one(tx: Connection, home: Home) -> Steered:
        _must_live_here(home)
        versions = partnerships.versions_of(tx, partnership_id)
        if _was_just_made(versions, seen_version, user_id, edit, now):
            return Steered(home.partnership, versions[-1].what)
        _must_be(home, seen_version)
        return edit(home.partnership, _today(home.partnership, now))

    return _write(store, book, partnership_id, user_id, next_one, now)


def undo(
    store: Store, book: Book, partnership_id: str, user_id: str, seen_version: int, now: datetime
) -> str:
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


def take_over(store: Store, book: Book, partnership_id: str, user_id: str, now: datetime) -> str:
    """From now on the partnership lives in the database, as its file says it today. Doing it
    twice changes nothing more."""

    def next_one(_tx: Connection, home: Home) -> Steered:
        return Steered(home.partnership, say.taken_over())

    return _write(store, book, partnership_id, user_id, next_one, now)


def _write(
    store: Store,
    book: Book,
    partnership_id: str,
    user_id: str,
    next_one: Callable[[Connection, Home], Steered],
    now: datetime,
) -> str:
    with store.write() as tx:
        plans.take_turns(tx, partnership_id)  # before reading: the next change must see this one
        home = home_in(tx, book, partnership_id, user_id, Role.DEPUTY)
        steered = next_one(tx, home)
        _must_be_allowed(tx, home.partnership, steered.partnership, user_id)
        if new := {each.id for each in steered.partnership.channels} - {
            each.id for each in home.partnership.channels
        }:
            must_be_free(newest_book(tx, book), partnership_id, new)
        if steered.partnership == home.partnership and home.in_database:
            return steered.what  # nothing new: the same change was sent a second time
        partnerships.add_version(
            tx,
            partnership_id,
            home.version + 1,
            steered.partnership,
            what=steered.what,
            changed_by=user_id,
            changed_at=now,
        )
        about = f"version {home.version + 1}"
        audit.append(tx, Entry(now, partnership_id, user_id, "desk", about, steered.what[:500]))
        then = with_taken_over(book, {partnership_id: steered.partnership})
        replan(tx, then, steered.partnership, now)
        return steered.what


def home_in(tx: Connection, book: Book, partnership_id: str, user_id: str, needed: Role) -> Home:
    """The partnership as it stands in this transaction: the book may be older than its newest
    version. Raises CannotSteerError for whoever does not have the role."""
    versions = partnerships.versions_of(tx, partnership_id)
    own = versions[-1].partnership if versions else None
    partnership = own or book.partnership(partnership_id)
    if partnership is None or not may(tx, partnership, user_id, needed):
        raise CannotSteerError(say.not_yours())
    return Home(partnership, len(versions), own is not None)


def _must_be_allowed(tx: Connection, before: Partnership, after: Partnership, user_id: str) -> None:
    """Who has a role, and what is kept for how long, is for coordinators to say."""
    theirs = (before.coordinators, before.privacy) != (after.coordinators, after.privacy)
    if theirs and not may(tx, before, user_id, Role.COORDINATOR):
        raise CannotSteerError(say.for_coordinators())


def newest_book(tx: Connection, book: Book) -> Book:
    """The book with every partnership as it stands in this transaction, and until that ends nobody
    else takes a channel."""
    plans.take_turns(tx, "channels of all")
    return with_taken_over(book, partnerships.taken_over(tx))


def must_be_free(book: Book, partnership_id: str, channel_ids: Collection[str]) -> None:
    """Raises CannotSteerError for a channel that another partnership asks in."""
    for other in book.partnerships:
        for channel in other.channels:
            if other.id != partnership_id and channel.id in channel_ids:
                raise CannotSteerError(say_setup.asked_elsewhere(channel.name, other.name))


def _must_live_here(home: Home) -> None:
    if not home.in_database:
        raise CannotSteerError(say.lives_in_file())


def _must_be(home: Home, seen_version: int) -> None:
    if home.version != seen_version:
        raise CannotSteerError(say.changed_meanwhile())


def _was_just_made(
    versions: Sequence[partnerships.Version],
    seen_version: int,
    user_id: str,
    edit: Edit,
    now: datetime,
) -> bool:
    """True for a change that is sent a second time: a double click, or an answer that was lost."""
    if len(versions) != seen_version + 1 or not seen_version:
        return False
    before, newest = versions[-2].partnership, versions[-1]
    if before is None or newest.changed_by != user_id:
        return False
    return edit(before, _today(before, now)).partnership == newest.partnership


def _today(partnership: Partnership, now: datetime) -> date:
    return local_date(now, partnership.tz)
