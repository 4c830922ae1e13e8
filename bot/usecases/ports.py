"""What the use cases need of the outside world. Only Slack and time are doubled in tests."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple, Protocol

from bot.core.book import Book
from bot.core.digest.since import Lately, Told
from bot.core.messages import FileMessage, Outgoing
from bot.core.replies import Heard
from bot.core.themes.decisions import Decision
from bot.core.themes.grouping import Card, Grouping
from bot.core.themes.said import Said

Clock = Callable[[], datetime]
"""Gives the aware time now."""

LiveBook = Callable[[], Book]
"""Gives the partnerships and the bank as they are now: a coordinator may change them in Slack."""


class Group(Protocol):
    """Compares what people said. Slow: never called in a transaction."""

    def __call__(self, said: Sequence[Said], decisions: Sequence[Decision]) -> Grouping:
        """Groups what was said, as coordinators have sorted it."""

    def lately(self, now: Sequence[Told], earlier: Sequence[Told]) -> Lately:
        """What is new among themes, what goes on, and what faded since the digest before."""


NextCards = Callable[[Sequence[Said], Sequence[Decision]], tuple[Card, ...]]
"""What to ask whoever sorts next, the most useful first. Slow: never called in a transaction."""


class Posted(NamedTuple):
    """Where a message stands in Slack."""

    channel_id: str
    ts: str


class NotSentError(Exception):
    """It certainly did not reach anybody; the same call may be made again later.

    `retry_after`: seconds Slack asked us to wait before using this method again, if it did.
    `needs_person`: someone must put something right first (an invitation, a scope).
    """

    def __init__(
        self, reason: str, *, retry_after: float | None = None, needs_person: bool = False
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.retry_after = retry_after
        self.needs_person = needs_person


class RefusedError(Exception):
    """Slack will never take this message as it is."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class InDoubtError(Exception):
    """It may or may not have arrived: look it up before doing anything."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Messenger(Protocol):
    """The door to Slack. Every method raises NotSentError, RefusedError or InDoubtError."""

    def post(
        self, message: Outgoing, *, outbox_id: str, target: str, thread_ts: str | None
    ) -> Posted:
        """Post once; `target` is a channel or a person. No retry of its own."""

    def find(
        self, outbox_id: str, *, target: str, thread_ts: str | None, since: datetime
    ) -> list[Posted]:
        """Every message of ours that carries this outbox id, earliest first."""

    def update(self, message: Outgoing, *, channel_id: str, ts: str) -> None:
        """Replace a message of ours. Doing it twice changes nothing."""

    def upload(self, file: FileMessage) -> str:
        """Print a file and hand it over; returns the file's id. Nobody sees it before it is
        shared, so doing it twice does no harm: never raises InDoubtError."""

    def share(self, file_id: str, file: FileMessage, *, target: str, thread_ts: str) -> None:
        """Show a file that was handed over, once, in a thread."""

    def find_file(
        self, file_id: str, *, target: str, thread_ts: str, since: datetime
    ) -> list[Posted]:
        """Every message of a thread that shows this file, earliest first."""

    def delete(self, *, channel_id: str, ts: str) -> None:
        """Remove a message of ours. Removing it twice changes nothing."""

    def whisper(
        self, message: Outgoing, *, channel_id: str, user_id: str, thread_ts: str | None
    ) -> None:
        """Show a message to one person in a channel; it cannot be looked up afterwards."""

    def group(self, group_id: str) -> list[str]:
        """The ids of the people in a user group."""

    def thread(self, channel_id: str, thread_ts: str) -> list[Heard]:
        """Every member's message in a thread, as it stands now."""

    def members(self, channel_id: str) -> list[str]:
        """The user id of everybody in a channel, of other organisations too."""

    def permalink(self, channel_id: str, ts: str) -> str | None:
        """A link to a message; None when it is not there any more."""
