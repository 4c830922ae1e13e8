"""Gathers what a workspace is made of behind one lock, and looks things up in it.

Makes no rule of Slack's: those live with whoever acts (people, Web API, deliveries).
"""

import threading
from datetime import UTC, datetime

from bot.rehearsal.clock import RehearsalClock
from bot.rehearsal.permits.rates import Rates
from bot.rehearsal.permits.registration import AppRegistration
from bot.rehearsal.permits.response_urls import ResponseUrls
from bot.rehearsal.permits.tickets import Tickets
from bot.rehearsal.permits.triggers import Triggers
from bot.rehearsal.world.changes import Changes
from bot.rehearsal.world.journal import Journal
from bot.rehearsal.world.post_room import PostRoom
from bot.rehearsal.world.state import SLACKBOT, Channel, Message, Person, State, Team
from bot.rehearsal.world.troubles import Troubles


class World:
    """The state of a workspace and its instruments. Hold `lock` to read or change `state`."""

    def __init__(
        self,
        clock: RehearsalClock,
        app: AppRegistration,
        team: Team | None = None,
        *,
        rates_on: bool = True,
    ) -> None:
        self.clock = clock
        self.app = app
        self.team = team or Team()
        self.lock = threading.RLock()
        self.state = State()
        self.changes = Changes()
        self.post_room = PostRoom()
        self.tickets = Tickets()
        self.base_url = "http://127.0.0.1"
        self._rates_on = rates_on
        self.begin()
        self._add_bots()

    def begin(self) -> None:
        """Forget what hangs on the time that has passed: what was asked, issued and switched on."""
        self.journal = Journal()
        self.rates = Rates(self.clock, on=self._rates_on)
        self.response_urls = ResponseUrls()
        self.triggers = Triggers()
        self.troubles = Troubles()
        self._last_micros = 0

    def _add_bots(self) -> None:
        bot = Person(self.app.bot_user_id, self.app.name, is_bot=True)
        slackbot = Person(SLACKBOT, "Slackbot", is_bot=True)
        self.state.teams = {self.team.id: self.team}
        self.state.people = {bot.id: bot, slackbot.id: slackbot}

    def new_ts(self) -> str:
        """A message's ts: the clock's seconds and microseconds, never the same twice."""
        now = self.clock.now()
        micros = int(now.timestamp()) * 1_000_000 + now.microsecond
        self._last_micros = max(micros, self._last_micros + 1)
        return f"{self._last_micros // 1_000_000}.{self._last_micros % 1_000_000:06}"

    def person(self, user_id: str) -> Person | None:
        return self.state.people.get(user_id)

    def channel(self, channel_id: str) -> Channel | None:
        return self.state.channels.get(channel_id)

    def message(self, channel_id: str, ts: str) -> Message | None:
        return self.state.messages.get(channel_id, {}).get(ts)

    def messages_in(self, channel_id: str) -> list[Message]:
        """All messages of a channel, replies included, oldest first."""
        return list(self.state.messages.get(channel_id, {}).values())

    def replies_to(self, channel_id: str, thread_ts: str) -> list[Message]:
        """A thread's replies without its parent, oldest first."""
        return list(self.state.threads.get((channel_id, thread_ts), ()))

    def team_of(self, user_id: str) -> str:
        person = self.person(user_id)
        return (person.team_id if person else None) or self.team.id

    def is_external(self, user_id: str) -> bool:
        """True for somebody from another organisation (Slack Connect)."""
        return self.team_of(user_id) != self.team.id

    def bot_is_in(self, channel: Channel) -> bool:
        return self.app.bot_user_id in channel.members

    def has_scope(self, scope: str) -> bool:
        return scope in self.app.scopes


def at_of(ts: str) -> datetime:
    """The time a ts stands for."""
    return datetime.fromtimestamp(float(ts), tz=UTC)
