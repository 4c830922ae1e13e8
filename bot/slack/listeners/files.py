"""Listens to those who ask for files: the schedule, the record of decisions, and the evidence of a
period. The files come in the thread of a private message to whoever asked."""

from typing import Any

from slack_bolt import Ack, App
from slack_sdk import WebClient

from bot.core.sentences import desk as say
from bot.core.steering.edit import CannotSteerError
from bot.slack.listeners.answers import Answers
from bot.slack.listeners.opening import Opening
from bot.slack.speech import desk_forms as forms
from bot.slack.speech.desk import About, told_view
from bot.usecases.desk.files import EVIDENCE, RECORD, SCHEDULE, Wanted
from bot.usecases.dots import Dots

Payload = dict[str, Any]


def listen(app: App, dots: Dots, answers: Answers) -> None:
    """Register every listener of this file."""
    _to_files(app, dots, answers)
    _to_evidence(app, dots, answers)


def _to_files(app: App, dots: Dots, answers: Answers) -> None:
    def send(body: Payload, action: Payload, client: WebClient, wanted: Wanted) -> None:
        user_id = body["user"]["id"]
        try:
            dots.desk.send_files(action["value"], user_id, wanted)
        except CannotSteerError as error:
            answers.later(client.chat_postMessage, channel=user_id, text=str(error))

    @app.action("desk_file")
    def on_file(ack: Ack, body: Payload, action: Payload, client: WebClient) -> None:
        send(body, action, client, Wanted(SCHEDULE))
        ack()

    @app.action("desk_record")
    def on_record(ack: Ack, body: Payload, action: Payload, client: WebClient) -> None:
        send(body, action, client, Wanted(RECORD))
        ack()


def _to_evidence(app: App, dots: Dots, answers: Answers) -> None:
    @app.action("desk_evidence")
    def on_evidence(ack: Ack, body: Payload, action: Payload, client: WebClient) -> None:
        try:
            desk = dots.desk.look(action["value"], body["user"]["id"])
            about = About(action["value"], desk.home.version)
            view = forms.evidence_view(about, *dots.desk.last_year(desk))
        except CannotSteerError as error:
            view = told_view(str(error))
        ack()
        Opening(client, answers).open(body, view, say.stale_button())

    @app.view("desk_evidence_form")
    def on_period(ack: Ack, body: Payload, view: Payload) -> None:
        about, user_id = About.unpacked(view["private_metadata"]), body["user"]["id"]
        wanted = Wanted(EVIDENCE, *forms.period_of(view))
        try:
            dots.desk.send_files(about.partnership_id, user_id, wanted)
        except CannotSteerError as error:
            ack(response_action="errors", errors={"to": str(error)})
        else:
            ack(response_action="update", view=told_view(say.evidence_on_its_way()))
