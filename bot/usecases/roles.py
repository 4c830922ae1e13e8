"""Says what somebody may do for a partnership, and keeps up with Slack's user groups."""

import logging
from collections.abc import Iterable

from sqlalchemy import Connection

from bot.core.book import Book
from bot.core.partnership import Partnership
from bot.core.roles import Role, groups_named, persons, role_of
from bot.store import groups
from bot.store.engine import Store
from bot.usecases.ports import InDoubtError, Messenger, NotSentError, RefusedError

log = logging.getLogger(__name__)


def may(tx: Connection, partnership: Partnership, user_id: str, needed: Role) -> bool:
    """True when somebody has this role, or a higher one."""
    role = role_of(partnership, user_id, groups.members(tx))
    return role is not None and role >= needed


def coordinating(tx: Connection, partnership: Partnership) -> tuple[str, ...]:
    """The people who coordinate, user groups written out."""
    return persons(partnership.coordinators.people, groups.members(tx))


def group_changed(
    store: Store, group_id: str, added: Iterable[str], removed: Iterable[str]
) -> None:
    """Slack said that people joined or left a user group. Repeatable."""
    with store.write() as tx:
        groups.change(tx, group_id, list(added), list(removed))


def refresh_groups(store: Store, book: Book, messenger: Messenger) -> None:
    """Ask Slack who is in the groups that partnerships name. Where it does not say, what it said
    before holds. Repeatable."""
    for group_id in sorted(_named(book.partnerships)):
        try:
            people = messenger.group(group_id)
        except (NotSentError, RefusedError, InDoubtError) as error:
            log.warning("a user group could not be read: %s", error.reason)
        else:
            with store.write() as tx:
                groups.replace(tx, group_id, people)


def _named(partnerships: Iterable[Partnership]) -> set[str]:
    return {group_id for each in partnerships for group_id in groups_named(each)}
