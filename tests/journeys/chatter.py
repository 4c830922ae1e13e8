"""Members who answer prompts, change their words and take them back, all the while.

Speaks only through the workspace, as people do, and knows nothing of the bot.
"""

import threading
from contextlib import suppress
from random import Random

from bot.rehearsal import PersonRefusalError, Workspace
from tests.journeys.stage import MEMBERS

Place = tuple[str, str]

EDIT, DELETE = 0.25, 0.15
"""Shares of what members do; the rest is saying something new. More changes than in life."""


class Chatter:
    """Somebody does something every `pause` seconds, until stopped. Use as a context manager."""

    def __init__(
        self, workspace: Workspace, channels: tuple[str, ...], seed: int, pause: float = 0.0
    ) -> None:
        self.deleted: set[Place] = set()
        self.said = 0
        self._workspace = workspace
        self._channels = channels
        self._pause = pause
        self._rng = Random(seed)  # noqa: S311  # repeatable chance, no secret
        self._ours: list[tuple[str, Place]] = []
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._talk, name="chatter", daemon=True)

    def __enter__(self) -> "Chatter":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        """Fall silent. Safe to repeat."""
        self._stopping.set()
        self._thread.join(timeout=10)

    def _talk(self) -> None:
        while not self._stopping.wait(self._pause):
            self.act()

    def act(self) -> None:
        """One deed of one member."""
        chance = self._rng.random()
        with suppress(PersonRefusalError):  # a doubled prompt may be removed while we look at it
            if self._ours and chance < EDIT:
                self._edit()
            elif self._ours and chance < EDIT + DELETE:
                self._delete()
            else:
                self._say()

    def _say(self) -> None:
        channel = self._rng.choice(self._channels)
        prompts = [each for each in self._workspace.messages(channel) if is_prompt(each)]
        if not prompts:
            return
        member, thread_ts = self._rng.choice(MEMBERS), self._rng.choice(prompts)["ts"]
        self.said += 1
        words = f"Answer {self.said}: we could meet more often"
        said = self._workspace.people.say(member, channel, words, thread_ts=thread_ts)
        self._ours.append((member, (channel, said["ts"])))

    def _edit(self) -> None:
        member, (channel, ts) = self._rng.choice(self._ours)
        words = f"Changed words {self._rng.randrange(10**9)}"
        self._workspace.people.edit(member, channel, ts, words)

    def _delete(self) -> None:
        ours = self._ours.pop(self._rng.randrange(len(self._ours)))
        member, (channel, ts) = ours
        self._workspace.people.delete(member, channel, ts)
        self.deleted.add((channel, ts))


def is_prompt(message: dict[str, object]) -> bool:
    """A bot began a conversation with it."""
    return bool(message.get("bot_id")) and message.get("thread_ts", message["ts"]) == message["ts"]
