"""The board's answers as listeners call them, bound to one store, book and clock. Adds no
decision."""

from bot.core.digest.since import BoardAnswer
from bot.usecases.board import respond
from bot.usecases.calls import Calls


class BoardCalls(Calls):
    """What the board, or whoever records for it, may ask for. Raises CannotSteerError."""

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
