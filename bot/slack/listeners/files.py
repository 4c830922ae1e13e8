"""Listens to coordinators who ask for files: the schedule, and the evidence of a period. The files
stand in the thread of a private message to whoever asked."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from slack_bolt import Ack, App
from slack_sdk import WebClient

from bot.core.sentences import desk as say
from bot.core.steering.edit import CannotSteerError
from bot.slack.listeners.answers import Answers
from bot.slack.listeners.opening import Opening
from bot.slack.speech import desk_forms as forms
from bot.slack.speech.desk import About, told_view
from bot.slack.speech.files import NamedFile, evidence_files, record_file, schedule_file
from bot.slack.wire.upload import give
from bot.usecases.dots import Dots

Payload = dict[str, Any]


def listen(app: App, dots: Dots, answers: Answers) -> None:
    """Register every listener of this file."""
    _to_files(app, dots, answers)
    _to_evidence(app, dots, answers)


def _to_files(app: App, dots: Dots, answers: Answers) -> None:
    def send(client: WebClient, user_id: str, intro: str, made: Callable[[], NamedFile]) -> None:
        try:
            file = made()
        except CannotSteerError as error:
            answers.later(client.chat_postMessage, channel=user_id, text=str(error))
        else:
            _send(answers, client, user_id, intro, lambda: [file])

    @app.action("desk_file")
    def on_file(ack: Ack, body: Payload, action: Payload, client: WebClient) -> None:
        whose, user_id = action["value"], body["user"]["id"]
        ack()
        send(client, user_id, say.file_sent(),
             lambda: schedule_file(dots.desk.look(whose, user_id).home.partnership))  # fmt: skip

    @app.action("desk_record")
    def on_record(ack: Ack, body: Payload, action: Payload, client: WebClient) -> None:
        whose, user_id = action["value"], body["user"]["id"]
        ack()
        send(client, user_id, say.record_sent(),
             lambda: record_file(whose, dots.desk.record(whose, user_id)))  # fmt: skip


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
    def on_period(ack: Ack, body: Payload, view: Payload, client: WebClient) -> None:
        about, user_id = About.unpacked(view["private_metadata"]), body["user"]["id"]
        start, end = forms.period_of(view)
        try:
            found = dots.desk.evidence(about.partnership_id, user_id, start, end)
        except CannotSteerError as error:
            ack(response_action="errors", errors={"to": str(error)})
            return
        ack(response_action="update", view=told_view(say.evidence_on_its_way()))
        _send(answers, client, user_id, say.evidence_sent(), lambda: evidence_files(found))


def _send(
    answers: Answers,
    client: WebClient,
    user_id: str,
    intro: str,
    files: Callable[[], Sequence[NamedFile]],
) -> None:
    """Soon: printing and handing over take longer than Slack waits for an answer."""
    sorry = partial(client.chat_postMessage, channel=user_id, text=say.file_not_sent())
    answers.later_or(sorry, give, client=client, user_id=user_id, intro=intro, files=files)
