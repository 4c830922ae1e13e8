"""Plays the invented people of a rehearsal: what they would do about a prompt, and the doing of it.

They recognise a prompt as a person does, by what it says, and act only through the methods that
the browser page uses too. Does not move the clock and does not know the bot.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import timedelta
from random import Random
from typing import Any

from bot.rehearsal.cast.confiding import confide
from bot.rehearsal.cast.deeds import Asked, Deed, DeedKind, choice_of_sector, deeds_of, manners
from bot.rehearsal.cast.eyes import button_saying, option_valued
from bot.rehearsal.cast.memory import Memory
from bot.rehearsal.cast.seating import Seating, anytown
from bot.rehearsal.cast.words import key_of, shipped_words
from bot.rehearsal.refusals import PersonRefusalError
from bot.rehearsal.workspace import Workspace
from bot.rehearsal.world.state import Person
from bot.rehearsal.world.world import at_of

_TAKE_PART = 0.85
"""Share of those asked who answer a prompt. A judgment: a willing partnership, no perfect one."""

_SAME_ASKING = timedelta(days=60)
"""Within this time the same practice asked in another channel is the same asking: nobody says the
same words twice. A practice comes round again after more than one quarterly cycle."""


class Cast:
    """The people, their channels, and a memory of what was said. Same seed and prompts, same deeds.

    With the `memory` of an earlier rehearsal they go on from there, with other chances.
    """

    def __init__(
        self,
        workspace: Workspace,
        seed: int,
        seating: Seating | None = None,
        memory: Memory | None = None,
    ) -> None:
        self.seating = seating or anytown()
        self.memory = memory or Memory()
        self._workspace = workspace
        self._rng = Random(seed + len(self.memory.seen))  # noqa: S311  a play, not a secret
        self._manners = manners(self._rng)
        self._words = shipped_words()

    @property
    def tally(self) -> Counter[DeedKind]:
        """How many deeds were done, by kind."""
        return self.memory.tally

    @property
    def undone(self) -> list[Deed]:
        """Deeds that found nothing to act on."""
        return self.memory.undone

    def enter(self) -> None:
        """Everybody and every channel into the workspace, with the app in each channel."""
        for team in self.seating.other_teams:
            self._workspace.add_team(team)
        for person in self.seating.people:
            self._workspace.add_user(person)
        for channel in self.seating.channels:
            channel.members.append(self._workspace.app.bot_user_id)
            self._workspace.add_channel(channel)

    def look(self) -> list[Deed]:
        """What people will do about the prompts they have not looked at yet, by time."""
        seen = (
            message | {"channel": channel}
            for channel in self.seating.asking
            for message in self._workspace.messages(channel)
        )
        return _by_time(deed for message in seen for deed in self.answer(message))

    def answer(self, message: Mapping[str, Any]) -> list[Deed]:
        """What people will do about this message, by time; nothing unless it is a new prompt.

        The message has Slack's shape, with its `channel` as in an event.
        """
        asked, key = self._asked(message), key_of(message.get("text", ""))
        if asked is None or key is None or (asked.channel, asked.ts) in self.memory.seen:
            return []
        self.memory.seen.add((asked.channel, asked.ts))
        members = self._members_asked_in(asked.channel)
        return _by_time(d for person in members for d in self._answer_of(person, asked, key))

    def do(self, deed: Deed) -> bool:
        """Perform one deed through the workspace; False (and kept in `undone`) if there was nothing
        to act on, as when the bot has not offered a button or the message has gone."""
        try:
            done = self._do(deed)
        except PersonRefusalError:
            done = False
        if done:
            self.tally[deed.kind] += 1
        else:
            self.undone.append(deed)
        return done

    def _members_asked_in(self, channel_id: str) -> list[Person]:
        seating, channel = self.seating, self._workspace.channel(channel_id)
        members = set(channel.members) if channel else set()
        asked = members.difference(seating.coordinators, seating.board_members)
        return [person for person in seating.people if person.id in asked]

    def _asked(self, message: Mapping[str, Any]) -> Asked | None:
        """The prompt this may be: a bot began a conversation with it in an asking channel."""
        ts, channel = message["ts"], message["channel"]
        if channel not in self.seating.asking or not message.get("bot_id"):
            return None
        return Asked(channel, ts, at_of(ts)) if message.get("thread_ts", ts) == ts else None

    def _answer_of(self, person: Person, asked: Asked, key: str) -> list[Deed]:
        words = self._words[key].get(person.sector)
        spoke_at = self.memory.spoke_at.get(f"{person.id} {key}")
        just_spoke = spoke_at is not None and asked.posted_at - spoke_at < _SAME_ASKING
        if words is None or just_spoke or self._rng.random() > _TAKE_PART:
            return []
        self.memory.spoke_at[f"{person.id} {key}"] = asked.posted_at
        deeds = deeds_of(person, asked, words, next(self._manners), self._rng)
        return deeds + self._sector_once(person, deeds[0])

    def _sector_once(self, person: Person, first: Deed) -> list[Deed]:
        if first.kind is not DeedKind.SAY or person.id in self.memory.have_sector:
            return []
        self.memory.have_sector.add(person.id)
        return [choice_of_sector(first, person.sector)]

    def _do(self, deed: Deed) -> bool:
        if deed.of and deed.of not in self.memory.said_ts:
            return False
        match deed.kind:
            case DeedKind.SAY:
                self._say(deed)
                return True
            case DeedKind.REACT:
                self._workspace.people.react(deed.person, deed.channel, deed.ts, deed.emoji)
                return True
            case DeedKind.EDIT | DeedKind.DELETE:
                self._change(deed)
                return True
            case DeedKind.PRESS:
                return self._press(deed)
            case DeedKind.CHOOSE:
                return self._choose(deed)
            case DeedKind.CONFIDE:
                sectors = {each.id: each.sector for each in self.seating.people}
                return confide(self._workspace, deed, sectors.get(deed.person, ""))

    def _say(self, deed: Deed) -> None:
        said = self._workspace.people.say(
            deed.person, deed.channel, deed.text, thread_ts=deed.ts, broadcast=deed.broadcast
        )
        self.memory.said_ts[deed.id] = said["ts"]

    def _change(self, deed: Deed) -> None:
        ts = self.memory.said_ts[deed.of]
        if deed.kind is DeedKind.EDIT:
            self._workspace.people.edit(deed.person, deed.channel, ts, deed.text)
        else:
            self._workspace.people.delete(deed.person, deed.channel, ts)

    def _press(self, deed: Deed) -> bool:
        offer = button_saying(self._workspace, deed.person, deed.label)
        if offer is None:
            return False
        self._workspace.people.click(
            deed.person,
            offer.channel,
            offer.ts,
            offer.element["action_id"],
            block_id=offer.block_id,
        )
        return True

    def _choose(self, deed: Deed) -> bool:
        found = option_valued(self._workspace, deed.person, deed.label)
        if found is None:
            return False
        offer, option = found
        self._workspace.people.click(
            deed.person,
            offer.channel,
            offer.ts,
            offer.element["action_id"],
            block_id=offer.block_id,
            selected_option=option,
        )
        return True


def _by_time(deeds: Iterable[Deed]) -> list[Deed]:
    return sorted(deeds, key=lambda deed: deed.due_at)
