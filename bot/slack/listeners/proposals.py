"""Listens to members who would like a say in the questions, and to coordinators who answer them."""

from datetime import date
from typing import Any

from slack_bolt import Ack, App, Respond
from slack_sdk import WebClient

from bot.core.asking.proposing.proposal import ProposalState
from bot.core.sentences import proposing as say
from bot.slack.listeners.answering import APART
from bot.slack.listeners.answers import Answers
from bot.slack.listeners.opening import Opening
from bot.slack.speech import proposal_forms as forms
from bot.slack.speech.blocks import Block
from bot.slack.speech.dialect import escaped
from bot.usecases.dots import Dots
from bot.usecases.proposing.look import Place, ProposalForm
from bot.usecases.proposing.propose import Became, Outcome

Payload = dict[str, Any]

_VERDICTS = {
    "proposal_accept": ProposalState.ACCEPTED,
    "proposal_change": ProposalState.CHANGE,
    "proposal_decline": ProposalState.DECLINED,
}


def listen(app: App, dots: Dots, answers: Answers) -> None:
    """Register every listener of this file."""
    _to_opening(app, dots, answers)
    _to_proposals(app, dots)
    _to_asides(app, dots, answers)
    _to_decisions(app, dots, answers)


def form_here(dots: Dots, user_id: str, channel_id: str) -> Block | None:
    """The form for whoever typed a command in a channel; None where it cannot be told whose
    questions are meant."""
    form = dots.proposals.form(user_id, Place(channel_id=channel_id))
    return None if isinstance(form, str) else forms.form_view(form, channel_id)


def _to_opening(app: App, dots: Dots, answers: Answers) -> None:
    def show(body: Payload, client: WebClient, respond: Respond, form: ProposalForm | str) -> None:
        if isinstance(form, str):
            answers.later(respond, text=escaped(form), **APART)
        else:
            view = forms.form_view(form, (body.get("channel") or {}).get("id", ""))
            Opening(client, answers).open(body, view, say.form_not_opened())

    @app.action("propose_open")
    def on_propose(
        ack: Ack, body: Payload, action: Payload, client: WebClient, respond: Respond
    ) -> None:
        where, _, name = action["value"].partition("|")
        show(body, client, respond, dots.proposals.form(body["user"]["id"], _place(where, name)))
        ack()

    @app.action("proposal_again")
    def on_propose_again(
        ack: Ack, body: Payload, action: Payload, client: WebClient, respond: Respond
    ) -> None:
        form = dots.proposals.form_again(body["user"]["id"], action["value"])
        show(body, client, respond, form)
        ack()


def _place(where: str, name: str) -> Place:
    return Place(cycle_id=name) if where == "cycle" else Place(occurrence_id=name)


def _to_proposals(app: App, dots: Dots) -> None:
    @app.view(forms.FORM)
    def on_proposal(ack: Ack, body: Payload, view: Payload) -> None:
        came, user_id = forms.filled(view), body["user"]["id"]
        outcome = dots.proposals.send(user_id, came.draft, came.proposal_id, insists=came.insists)
        match outcome.became:
            case Became.REFUSED:
                errors = {"question": say.to_change(outcome.remarks)}
                ack(response_action="errors", errors=errors)
            case Became.KNOWN:
                ack(response_action="errors", errors={"question": say.already_asked()})
            case Became.WEIGHED | Became.NOTICED:
                ack(response_action="update", view=_once_more(dots, user_id, came, outcome))
            case became:
                ack(response_action="update", view=forms.sent_view(became.value, came.draft.text))


def _once_more(dots: Dots, user_id: str, came: forms.Filled, outcome: Outcome) -> Block:
    """The form with what was typed in it, and what to look at once more above."""
    form = _form(dots, user_id, came)
    if isinstance(form, str):
        return forms.sent_view(Became.GONE.value, came.draft.text)
    if outcome.noticed is not None:
        lines = forms.noticed_lines(form, outcome.noticed, len(came.draft.text))
        return forms.form_view(form, came.draft.channel_id or "", came, lines)
    lines = forms.weigh_lines(outcome.remarks)
    return forms.form_view(form, came.draft.channel_id or "", came, lines, weighed=True)


def _form(dots: Dots, user_id: str, came: forms.Filled) -> ProposalForm | str:
    if came.proposal_id:
        return dots.proposals.form_again(user_id, came.proposal_id)
    return dots.proposals.form(user_id, Place(partnership_id=came.draft.partnership_id))


def _to_asides(app: App, dots: Dots, answers: Answers) -> None:
    @app.action("aside_ask")
    def on_aside(ack: Ack, body: Payload, action: Payload, client: WebClient) -> None:
        came, user_id = forms.filled(body["view"]), body["user"]["id"]
        on, _, prompt_id = action["value"].partition("|")
        outcome = dots.proposals.ask_aside(
            user_id, came.draft.partnership_id, date.fromisoformat(on), prompt_id
        )
        ack()
        form = _form(dots, user_id, came)
        if not isinstance(form, str):
            channel_id = came.draft.channel_id or ""
            view = forms.form_view(form, channel_id, came, aside=say.aside(outcome))
            Opening(client, answers).replace(body, view)


def _to_decisions(app: App, dots: Dots, answers: Answers) -> None:
    def decide(body: Payload, action: Payload, client: WebClient) -> None:
        proposal_id, version, practice = action["value"].split("|")
        seen = forms.Seen(proposal_id, int(version), practice, _VERDICTS[action["action_id"]])
        Opening(client, answers).open(body, forms.decide_view(seen), say.form_not_opened())

    for action_id in _VERDICTS:

        @app.action(action_id)
        def on_decide(ack: Ack, body: Payload, action: Payload, client: WebClient) -> None:
            decide(body, action, client)
            ack()

    @app.view(forms.DECIDE)
    def on_decided(ack: Ack, body: Payload, view: Payload) -> None:
        outcome = dots.proposals.decide(body["user"]["id"], forms.decision_of(view))
        ack(response_action="update", view=forms.decided_view(outcome))
