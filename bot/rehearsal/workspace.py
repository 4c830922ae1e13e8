"""A whole workspace in memory: people act in it, the app calls its Web API, each sees their part.

Knows no HTTP: doors/ opens the doors.
"""

from collections.abc import Mapping
from typing import Any

from bot.rehearsal.acting.forms import FormFillers
from bot.rehearsal.happening.admins import Admins
from bot.rehearsal.seeing.sight import view_for
from bot.rehearsal.web_api.calls import Reply, answer
from bot.rehearsal.wire.shapes import message_json
from bot.rehearsal.world.state import JSON, Channel, Person, Team
from bot.rehearsal.world.world import World


class People(FormFillers):
    """Everything that people do and see: the page, the cast and tests act through this."""

    def view_for(self, user: str) -> JSON:
        """What this person sees now, as JSON."""
        with self._world.lock:
            return view_for(self._world, user)


class Workspace(World):
    """Thread-safe. `people` acts for people, `admin` for its owners, `call` answers the app."""

    @property
    def people(self) -> "People":
        return People(self)

    @property
    def admin(self) -> Admins:
        return Admins(self)

    def add_team(self, team: Team) -> Team:
        """Name another organisation, whose people may be in shared channels."""
        with self.lock:
            self.state.teams[team.id] = team
        return team

    def add_user(self, person: Person) -> Person:
        with self.lock:
            self.state.people[person.id] = person
            self.changes.mark()
        return person

    def add_channel(self, channel: Channel) -> Channel:
        """Add a channel with its members, silently; the app is in it when it is among them."""
        with self.lock:
            self.state.channels[channel.id] = channel
            self.changes.mark()
        return channel

    def call(self, method: str, args: Mapping[str, Any], token: str, fate: str = "") -> Reply:
        """Answer one Web API call; `fate` is what a trouble makes of the answer."""
        return answer(self, method, args, token, fate)

    def messages(self, channel: str) -> list[JSON]:
        """All messages of a channel, replies included, oldest first, with whole metadata."""
        with self.lock:
            found = self.messages_in(channel)
            return [message_json(self, each, all_metadata=True) for each in found]

    def view_for(self, user: str) -> JSON:
        """What this person sees now, as JSON."""
        with self.lock:
            return view_for(self, user)

    def idle(self, timeout: float = 30.0) -> bool:
        """Wait until the app has taken in everything; False when it has not in time (seconds)."""
        return self.post_room.idle(timeout)
