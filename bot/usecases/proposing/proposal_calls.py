"""What Slack's listeners may ask for about proposals, bound to one store, book and clock. Adds no
decision: each method is one use case."""

from datetime import date

from bot.core.asking.proposing.proposal import Draft
from bot.usecases.calls import Calls
from bot.usecases.proposing import decide, look, propose, set_aside


class ProposalCalls(Calls):
    """Members' say in the questions, and the coordinators' answers."""

    def form(self, user_id: str, place: look.Place) -> look.ProposalForm | str:
        """The form for a new proposal, or the plain line that is said instead of it."""
        return look.form_at(self._store, self._book(), user_id, place, self._clock())

    def form_again(self, user_id: str, proposal_id: str) -> look.ProposalForm | str:
        """The form for a proposal that came back, or the plain line that is said instead."""
        return look.form_again(self._store, self._book(), user_id, proposal_id, self._clock())

    def send(
        self, user_id: str, draft: Draft, proposal_id: str, *, insists: bool
    ) -> propose.Outcome:
        """Keep a proposal, or with `proposal_id` its newer words; says what became of it."""
        known = (self._store, self._book(), self._detectors_for, user_id)
        now = self._clock()
        outcome = (
            propose.send_again(*known, proposal_id, draft, now, insists=insists)
            if proposal_id
            else propose.propose(*known, draft, now, insists=insists)
        )
        self._ring()
        return outcome

    def decide(self, user_id: str, decision: decide.Decision) -> str:
        """A coordinator decides; returns the outcome's name."""
        outcome = decide.decide(self._store, self._book(), user_id, decision, self._clock())
        self._ring()
        return outcome

    def ask_aside(self, user_id: str, partnership_id: str, on: date, prompt_id: str) -> str:
        """A member would rather not be asked this; returns the outcome's name."""
        outcome = set_aside.ask_aside(
            self._store, self._book(), user_id, partnership_id, on, prompt_id, self._clock()
        )
        self._ring()
        return outcome
