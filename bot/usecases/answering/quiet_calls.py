"""What Slack's listeners may ask for on behalf of who wants to be left in peace, bound to a store,
book and clock. Adds no decision: each method is one use case."""

from datetime import date

from bot.usecases.answering import quiet
from bot.usecases.calls import Calls


class QuietCalls(Calls):
    """Not now, and no more of these."""

    def snoozed_until(self, occurrence_id: str, user_id: str) -> date | None:
        """Until when somebody is left in peace; None when they are not."""
        return quiet.snooze_until(self._store, self._book(), occurrence_id, user_id, self._clock())

    def snooze(
        self, occurrence_id: str, user_id: str, until_on: date, *, remind: bool
    ) -> str | None:
        """Leave somebody in peace until a day; returns what is wrong with it, if anything is."""
        wrong = quiet.snooze(
            self._store,
            self._book(),
            occurrence_id,
            user_id,
            until_on,
            self._clock(),
            remind=remind,
        )
        self._ring()
        return wrong

    def end_snooze(self, occurrence_id: str, user_id: str) -> None:
        """They are back sooner."""
        quiet.end_snooze(self._store, occurrence_id, user_id)

    def mute(self, user_id: str) -> None:
        """No more suggestions about wording."""
        quiet.mute_suggestions(self._store, user_id)
