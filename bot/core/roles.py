"""Who may do what for a partnership. Knows nobody by name; asks no one."""

from collections.abc import Collection, Iterable, Mapping
from enum import IntEnum

from bot.core.partnership import Partnership
from bot.core.places import is_group


class Role(IntEnum):
    """What somebody is to a partnership; each may do what the ones before it may.

    A reader sees the plan, drafts and papers. A deputy decides and changes as well. A coordinator
    also says who has these roles, and what is kept for how long.
    """

    READER = 1
    DEPUTY = 2
    COORDINATOR = 3


Groups = Mapping[str, Collection[str]]
"""The members of each Slack user group, by its id."""


def role_of(partnership: Partnership, user_id: str, groups: Groups) -> Role | None:
    """The highest role that somebody has, by themselves or through a user group."""
    named = partnership.coordinators
    roles = (
        (Role.COORDINATOR, named.people),
        (Role.DEPUTY, named.deputies),
        (Role.READER, named.readers),
    )
    return next((role for role, ids in roles if user_id in persons(ids, groups)), None)


def persons(ids: Iterable[str], groups: Groups) -> tuple[str, ...]:
    """People's ids for ids of people and of user groups, each once, in order."""
    found: dict[str, None] = {}
    for each in ids:
        found |= dict.fromkeys(groups.get(each, ()) if is_group(each) else (each,))
    return tuple(found)


def groups_named(partnership: Partnership) -> frozenset[str]:
    """Every user group that a partnership names."""
    named = partnership.coordinators
    return frozenset(filter(is_group, (*named.people, *named.deputies, *named.readers)))
