"""Listens to members who want to be left in peace: not now, back again, no more suggestions."""

from datetime import date
from typing import Any

from slack_bolt import Ack, App, Respond
from slack_sdk import WebClient

from bot.core import sentences
from bot.slack.listeners.answering import APART
from bot.slack.listeners.answers import Answers
from bot.slack.listeners.opening import Opening
from bot.slack.speech import inputs
from bot.slack.speech import quiet_form as forms
from bot.slack.speech.dialect import escaped
from bot.usecases.dots import Dots

Payload = dict[str, Any]


def listen(app: App, dots: Dots, answers: Answers) -> None:
    """Register every listener of this file."""

    @app.action("not_now")
    def on_not_now(ack: Ack, body: Payload, action: Payload, client: WebClient) -> None:
        occurrence_id = action["value"]
        until_on = dots.quiet.snoozed_until(occurrence_id, body["user"]["id"])
        view = forms.not_now_view(occurrence_id, until_on)
        Opening(client, answers).open(body, view, sentences.private.form_not_opened())
        ack()

    @app.view(forms.NOT_NOW)
    def on_until(ack: Ack, body: Payload, view: Payload) -> None:
        given = inputs.answers(view)
        until_on, remind = date.fromisoformat(given["until"]), bool(given.get("remind"))
        wrong = dots.quiet.snooze(
            view["private_metadata"], body["user"]["id"], until_on, remind=remind
        )
        if wrong is not None:
            ack(response_action="errors", errors={"until": wrong})
            return
        line = sentences.quiet.kept(until_on, remind=remind)
        ack(response_action="update", view=forms.told_view(line))

    @app.action("not_now_end")
    def on_end(ack: Ack, body: Payload, action: Payload, client: WebClient) -> None:
        dots.quiet.end_snooze(action["value"], body["user"]["id"])
        ack()
        Opening(client, answers).replace(body, forms.told_view(sentences.quiet.ended()))

    @app.action("wording_mute")
    def on_mute(ack: Ack, body: Payload, respond: Respond) -> None:
        dots.quiet.mute(body["user"]["id"])
        ack()
        answers.later(respond, text=escaped(sentences.quiet.muted()), **APART)
