"""Listens to members who answer privately: the form opened, sent, sent as it is, taken back."""

from typing import Any

from slack_bolt import Ack, App, Respond
from slack_sdk import WebClient

from bot.core import sentences
from bot.core.answering.form import Became
from bot.slack.listeners.answers import Answers
from bot.slack.listeners.opening import Opening
from bot.slack.speech import private_form as forms
from bot.slack.speech.blocks import Block
from bot.slack.speech.dialect import escaped
from bot.usecases.dots import Dots

Payload = dict[str, Any]

APART: Payload = {"response_type": "ephemeral", "replace_original": False}
"""An answer that stands beside the message with the button, for one person."""


def listen(app: App, dots: Dots, answers: Answers) -> None:
    """Register every listener of this file."""
    _to_opening(app, dots, answers)
    _to_sending(app, dots)
    _to_buttons(app, dots, answers)


def _to_opening(app: App, dots: Dots, answers: Answers) -> None:
    @app.action("answer_privately")
    def on_answer_privately(
        ack: Ack, body: Payload, action: Payload, client: WebClient, respond: Respond
    ) -> None:
        form = dots.private.form(action["value"], body["user"]["id"])
        if isinstance(form, str) and body.get("response_url"):
            answers.later(respond, text=escaped(form), **APART)
        else:  # a home page has no place for a line beside it
            view = forms.instead_view(form) if isinstance(form, str) else forms.form_view(form)
            Opening(client, answers).open(body, view, sentences.private.form_not_opened())
        ack()


def _to_sending(app: App, dots: Dots) -> None:
    @app.view(forms.FORM)
    def on_private_reply(ack: Ack, body: Payload, view: Payload) -> None:
        came = forms.filled(view)
        if not came.text:
            ack(response_action="errors", errors={"words": sentences.private.no_words()})
        elif came.visibility == forms.IN_THREAD:
            ack(response_action="update", view=forms.in_thread_view(came.text))
        else:
            ack(response_action="update", view=_after(dots, body["user"]["id"], came))


def _to_buttons(app: App, dots: Dots, answers: Answers) -> None:
    @app.action(forms.SEND_AS_IT_IS)
    def on_send_as_it_is(ack: Ack, body: Payload, client: WebClient) -> None:
        came = forms.filled(body["view"])
        shown = _after(dots, body["user"]["id"], came, insists=True)
        ack()
        Opening(client, answers).replace(body, shown)

    @app.action(forms.TAKE_BACK)
    def on_take_private_back(ack: Ack, body: Payload, client: WebClient) -> None:
        came = forms.filled(body["view"])
        user_id = body["user"]["id"]
        became = dots.private.take_back(user_id, came.occurrence_id, came.seen_version)
        ack()
        is_done = became is Became.KEPT
        shown = forms.taken_back_view() if is_done else forms.not_kept_view(became, came.text)
        Opening(client, answers).replace(body, shown)


def _after(dots: Dots, user_id: str, came: forms.Filled, *, insists: bool = False) -> Block:
    """What stands in the form's place."""
    outcome = dots.private.keep(user_id, came.answer(insists=insists))
    if outcome.thanks is not None:
        return forms.kept_view(outcome.thanks)
    if outcome.became is Became.NOTICED:
        form = dots.private.form(came.occurrence_id, user_id)
        if not isinstance(form, str):
            return forms.form_view(form, came, outcome.noticed)
    return forms.not_kept_view(outcome.became, came.text)
