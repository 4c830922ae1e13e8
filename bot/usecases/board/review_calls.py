"""The review of a draft as listeners call it, bound to one store, book and clock. Adds no
decision."""

from bot.usecases.board import edit as editing
from bot.usecases.board.paper import send_me_the_paper
from bot.usecases.calls import Calls


class ReviewCalls(Calls):
    """What a coordinator may do with the lines of a draft."""

    def lines(self, cycle_id: str, user_id: str) -> tuple[editing.Reviewed, ...] | None:
        """Every line that may be edited, with its history; None for whoever may not."""
        return editing.lines_of(self._store, self._book(), cycle_id, user_id)

    def changes(self, cycle_id: str, user_id: str) -> tuple[str, ...]:
        """What changed from the version before, in sentences."""
        return editing.changes_of(self._store, self._book(), cycle_id, user_id)

    def edit(self, cycle_id: str, user_id: str, wish: editing.Wish) -> editing.Outcome:
        """Do it, if this version of the line still stands."""
        book, now = self._book(), self._clock()
        outcome = editing.edit(self._store, book, self._detectors_for, cycle_id, user_id, wish, now)
        self._ring()
        return outcome

    def undo(self, cycle_id: str, user_id: str, target: str, seen: int) -> editing.Outcome:
        """Take back the last step that was done to a line."""
        book, now = self._book(), self._clock()
        outcome = editing.undo(self._store, book, cycle_id, user_id, target, seen, now)
        self._ring()
        return outcome

    def send_me_the_paper(self, cycle_id: str, user_id: str) -> str:
        """The draft as files, in its thread; returns the outcome's name."""
        outcome = send_me_the_paper(self._store, self._book(), cycle_id, user_id, self._clock())
        self._ring()
        return outcome

    def behind(self, cycle_id: str, user_id: str, target: str) -> tuple[str, ...]:
        """The words behind a line, without who said them."""
        return editing.words_behind(self._store, self._book(), cycle_id, user_id, target)
