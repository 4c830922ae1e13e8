"""What Slack's listeners may ask for about what the guard holds, bound to one store, book and
clock. Adds no decision: each method is one use case."""

from bot.core.messages import HoldMessage
from bot.usecases.board.release import Released, release
from bot.usecases.calls import Calls
from bot.usecases.guarding.queue import queue_for, words_of


class HeldCalls(Calls):
    """The queue of what waits for a coordinator."""

    def queue(self, partnership_id: str, user_id: str) -> list[HoldMessage] | None:
        """All that waits, the longest first; None for whoever may see nothing of it."""
        return queue_for(self._store, self._book(), partnership_id, user_id, self._clock())

    def words(self, subject: str, user_id: str) -> tuple[HoldMessage, str] | None:
        """One thing that waits, and its words; None for whoever may not see it."""
        return words_of(self._store, self._book(), subject, user_id, self._clock())

    def release(self, subject: str, user_id: str, seen_version: int, reason: str) -> Released:
        """A coordinator releases it, with a reason."""
        outcome = release(
            self._store, self._book(), subject, user_id, seen_version, reason, self._clock()
        )
        self._ring()
        return outcome
