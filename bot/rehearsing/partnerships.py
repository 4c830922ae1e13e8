"""Says whose rehearsal it is: Anytown's, or that of a partnership's own file; and when it begins.

Reads no file and starts nothing.
"""

from datetime import date, datetime, time, timedelta

from bot.core.asking.workdays import Workdays
from bot.core.partnership import (
    Board,
    Channel,
    Coordinators,
    Meeting,
    Nation,
    Partnership,
    Safeguarding,
)
from bot.core.sectors import Sector
from bot.rehearsal import Channel as Room
from bot.rehearsal import Team
from bot.rehearsal.cast import people, seating

CYCLE = timedelta(weeks=15)
"""From the start to the board meeting: room for six prompts, a draft and an issue date."""


class NothingToRehearseError(Exception):
    """The file has no board meeting ahead; the text says what to do."""


def anytown(start_at: datetime) -> Partnership:
    """The invented partnership, with one board meeting ahead. Numbers are reserved ones."""
    names = {channel.id: channel.name for channel in people.channels()}
    meeting = (start_at + CYCLE).date()
    while meeting.weekday() != 2 or not Workdays(Nation.ENGLAND).is_working(meeting):
        meeting += timedelta(days=1)
    return Partnership(
        id="anytown",
        name=people.TEAM.name,
        nation=Nation.ENGLAND,
        channels=tuple(Channel(id=each, name=names[each]) for each in people.ASKING_CHANNELS),
        board=Board(
            name="the Anytown partnership board",
            channel=Channel(id=people.BOARD_CHANNEL, name=names[people.BOARD_CHANNEL]),
            meetings=(Meeting(on=meeting, at=time(10, 0)),),
        ),
        coordinators=Coordinators(
            channel=Channel(
                id=people.COORDINATORS_CHANNEL, name=names[people.COORDINATORS_CHANNEL]
            ),
            people=people.COORDINATORS,
        ),
        safeguarding=Safeguarding(
            front_door="01632 960001",
            out_of_hours="01632 960002",
            lado="01632 960003",
            checked_on=start_at.date(),
        ),
        sectors=tuple({Sector(p.sector): None for p in people.people() if p.sector}),
    )


def long_date(on: date) -> str:
    """A date as people write it."""
    return f"{on:%A} {on.day} {on:%B %Y}"


def begins_on(partnership: Partnership, today: date) -> date:
    """The day on which a rehearsal of its next cycle begins, so that every prompt has its time:
    before today, if need be, but always after the meeting before."""
    meetings = sorted(meeting.on for meeting in partnership.board.meetings)
    ahead = [on for on in meetings if on > today]
    if not ahead:
        raise NothingToRehearseError(
            f"{partnership.name} has no board meeting after {long_date(today)}, so there is no "
            "cycle to rehearse. Add the next date under `meetings:`, or begin earlier (--start)."
        )
    begins = ahead[0] - CYCLE
    before = [on + timedelta(days=1) for on in meetings if on < ahead[0]]
    return max([begins, *before])


def seating_of(partnership: Partnership) -> seating.Seating:
    """The invented people in this partnership's own channels."""
    return seating.seated_in(
        Team(people.TEAM.id, partnership.name, people.TEAM.domain),
        asking=[_room(each) for each in partnership.channels],
        coordination=_room(partnership.coordinators.channel, is_private=True),
        board=_room(partnership.board.channel, is_private=True),
        coordinators=partnership.coordinators.people,
        sectors=partnership.sectors,
    )


def _room(channel: Channel, *, is_private: bool = False) -> Room:
    return Room(channel.id, channel.name, is_private=is_private or channel.id.startswith("G"))
