"""Finds a private author at the moment something leaves for them, among the members of the
partnership's channels, with their round's key. Keeps nothing of whom it found."""

from datetime import datetime, timedelta

from bot.core.answering.authors import author_key
from bot.core.outbox import author_of
from bot.store import plans
from bot.store.answering import keys
from bot.store.engine import Store
from bot.usecases.ports import Clock, InDoubtError, LiveBook, Messenger, NotSentError, RefusedError

MEMBERS_FOR = timedelta(minutes=1)
"""How long a channel's list of members is good for: several messages that leave together ask for
it once, and somebody who joined a moment ago is found soon."""


class Reach:
    """Turns targets into channels and people. Who is in a channel is held in memory, briefly."""

    def __init__(self, store: Store, book: LiveBook, messenger: Messenger, clock: Clock) -> None:
        self._store = store
        self._book = book
        self._messenger = messenger
        self._clock = clock
        self._seen: dict[str, tuple[datetime, list[str]]] = {}

    def found(self, target: str, partnership_id: str, cycle_id: str | None) -> str | None:
        """The channel or person a target stands for; None for a private author who is in none of
        the channels any more, or whose round's digest was issued. Raises NotSentError."""
        author = author_of(target)
        if author is None:
            return target
        with self._store.read() as tx:
            key = keys.key_of(tx, cycle_id or "")
            partnership = self._book().partnership(partnership_id)
            asked_in = partnership.channels if partnership else ()
            channels = [plans.current_channel(tx, each.id) for each in asked_in]
        if key is None:
            return None
        return self._among(channels, author, key)

    def _among(self, channels: list[str], author: str, key: bytes) -> str | None:
        """One channel that cannot be read hides nobody who is in another."""
        trouble: NotSentError | None = None
        for channel_id in channels:
            try:
                members = self._members(channel_id)
            except NotSentError as error:
                trouble = error
                continue
            for user_id in members:
                if author_key(key, user_id) == author:
                    return user_id
        if trouble is not None:
            raise NotSentError(trouble.reason, retry_after=trouble.retry_after)
        return None

    def _members(self, channel_id: str) -> list[str]:
        now = self._clock()
        read_at, members = self._seen.get(channel_id, (now - MEMBERS_FOR, []))
        if not timedelta(0) <= now - read_at < MEMBERS_FOR:
            try:
                members = self._messenger.members(channel_id)
            except (RefusedError, InDoubtError) as error:
                raise NotSentError(error.reason) from None  # nothing was posted: ask again later
            self._seen[channel_id] = (now, members)
        return members
