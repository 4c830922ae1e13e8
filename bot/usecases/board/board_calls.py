"""The board's answers as listeners call them, bound to one store, book and clock. Adds no
decision."""

from collections.abc import Callable

from bot.core.digest.since import BoardAnswer
from bot.core.guard.consequences import DetectorsFor
from bot.store.engine import Store
from bot.usecases.board import respond
from bot.usecases.ports import Clock, LiveBook


class BoardCalls:
    """What the board, or whoever records for it, may ask for. Raises CannotSteerError."""

    def __init__(
        self,
        store: Store,
        book: LiveBook,
        clock: Clock,
        ring: Callable[[], None],
        detectors_for: DetectorsFor,
    ) -> None:
        self._store = store
        self._book = book
        self._clock = clock
        self._ring = ring
        self._detectors_for = detectors_for

    def look(self, cycle_id: str, user_id: str, channel_id: str) -> respond.Board:
        """What there is to answer, and what was answered."""
        return respond.look(self._store, self._book(), cycle_id, user_id, channel_id)

    def answer(
        self, cycle_id: str, target: str, given: BoardAnswer, user_id: str, channel_id: str
    ) -> respond.Board:
        """Keep one answer."""
        board = respond.answer(
            self._store,
            self._book(),
            cycle_id,
            target,
            given,
            user_id,
            channel_id,
            self._detectors_for,
            self._clock(),
        )
        self._ring()
        return board

    def go_on(self, cycle_id: str, user_id: str) -> None:
        """Ask on without the board's answer."""
        respond.go_on(self._store, self._book(), cycle_id, user_id, self._clock())
        self._ring()

    def carry_back(self, cycle_id: str, user_id: str, channel_id: str) -> int:
        """Bring the answers to those who were asked; returns to how many channels."""
        sent = respond.carry_back(
            self._store, self._book(), cycle_id, user_id, channel_id, self._clock()
        )
        self._ring()
        return sent
