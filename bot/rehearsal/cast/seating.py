"""Seats the invented people: in the channels of Anytown, or in those of a partnership's own file.

Decides nothing that they do, and invents no channel of a partnership's own.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from math import ceil

from bot.rehearsal.cast import people as invented
from bot.rehearsal.world.state import Channel, Person, Team

FEWEST_IN_A_CHANNEL = 4
"""People: enough for a thread with more than one view, when a file has more channels than we have
people to go round. A judgment."""


@dataclass(frozen=True)
class Seating:
    """Who there is, and where they sit. `asking` are the channels in which members are asked."""

    team: Team
    other_teams: tuple[Team, ...]
    people: tuple[Person, ...]
    channels: tuple[Channel, ...]
    asking: tuple[str, ...]
    coordination: str
    board: str
    coordinators: tuple[str, ...]
    board_members: tuple[str, ...]


def anytown() -> Seating:
    """The invented partnership, new each time."""
    return Seating(
        team=invented.TEAM,
        other_teams=invented.OTHER_TEAMS,
        people=invented.people(),
        channels=invented.channels(),
        asking=invented.ASKING_CHANNELS,
        coordination=invented.COORDINATORS_CHANNEL,
        board=invented.BOARD_CHANNEL,
        coordinators=invented.COORDINATORS,
        board_members=invented.BOARD_MEMBERS,
    )


def seated_in(
    team: Team,
    *,
    asking: Sequence[Channel],
    coordination: Channel,
    board: Channel,
    coordinators: Sequence[str],
    sectors: Collection[str],
) -> Seating:
    """The invented members in these channels, and invented names for these coordinators' ids.

    Members bring only these sectors (every one when none is named), and nobody is from elsewhere.
    """
    members = _members(sectors, coordinators)
    readers = [each for each in _with_role(invented.BOARD_MEMBERS) if each.id not in coordinators]
    named = [invented.coordinator(id_, place) for place, id_ in enumerate(coordinators)]
    sittings = _sittings([each.id for each in members], len(asking))
    rooms: dict[str, Channel] = {}
    for channel, sitting in zip(asking, sittings, strict=True):
        _sit(rooms, channel, [*sitting, *coordinators])
    _sit(rooms, coordination, coordinators)
    _sit(rooms, board, [*(each.id for each in readers), *coordinators])
    return Seating(
        team=team,
        other_teams=(),
        people=(*members, *named, *readers),
        channels=tuple(rooms.values()),
        asking=tuple(each.id for each in asking),
        coordination=coordination.id,
        board=board.id,
        coordinators=tuple(coordinators),
        board_members=tuple(each.id for each in readers),
    )


def _members(sectors: Collection[str], coordinators: Sequence[str]) -> list[Person]:
    apart = {*invented.COORDINATORS, *invented.BOARD_MEMBERS, *coordinators}
    every = [replace(each, team_id=None) for each in invented.people() if each.id not in apart]
    return [each for each in every if not sectors or each.sector in sectors] or every


def _with_role(ids: Collection[str]) -> list[Person]:
    return [each for each in invented.people() if each.id in ids]


def _sittings(members: list[str], channels: int) -> list[list[str]]:
    """For each channel its members: everybody sits somewhere, and no channel is empty."""
    size = min(len(members), max(FEWEST_IN_A_CHANNEL, ceil(len(members) / channels)))
    return [
        [members[(channel * size + seat) % len(members)] for seat in range(size)]
        for channel in range(channels)
    ]


def _sit(rooms: dict[str, Channel], channel: Channel, people: Sequence[str]) -> None:
    """A channel may be the board's and asked in as well: then both sit in it."""
    room = rooms.setdefault(channel.id, replace(channel, members=[]))
    room.members.extend(each for each in people if each not in room.members)
