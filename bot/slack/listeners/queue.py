"""Listens to coordinators about what the guard holds: read it, release it, see all that waits."""

import json
import re
from typing import Any

from slack_bolt import Ack, App
from slack_sdk import WebClient

from bot.core import sentences
from bot.core.sentences import guarding as say
from bot.slack.listeners.answers import Answers
from bot.slack.listeners.opening import Opening
from bot.slack.speech import inputs
from bot.slack.speech import queue as views
from bot.slack.speech.blocks import Block
from bot.usecases.dots import Dots

Payload = dict[str, Any]


def listen(app: App, dots: Dots, answers: Answers) -> None:
    """Register every listener of this file."""
    _to_looking(app, dots, answers)
    _to_releasing(app, dots, answers)

    @app.action("open_link")
    def on_link(ack: Ack) -> None:
        """Slack opens the link by itself, and tells us too."""
        ack()


def _to_looking(app: App, dots: Dots, answers: Answers) -> None:
    def open_(client: WebClient, body: Payload, view: Block) -> None:
        Opening(client, answers).open(body, view, sentences.private.form_not_opened())

    @app.action("queue_open")
    def on_queue(ack: Ack, body: Payload, action: Payload, client: WebClient) -> None:
        open_(client, body, _queue(dots, action["value"], body["user"]["id"]))
        ack()

    @app.action(re.compile("^queue_page_(earlier|later)$"))
    def on_page(ack: Ack, body: Payload, action: Payload, client: WebClient) -> None:
        partnership_id = body["view"]["private_metadata"]
        page = _queue(dots, partnership_id, body["user"]["id"], int(action["value"]))
        ack()
        Opening(client, answers).replace(body, page)

    @app.action("held_read")
    def on_read(ack: Ack, body: Payload, action: Payload, client: WebClient) -> None:
        found = dots.held.words(action["value"], body["user"]["id"])
        open_(client, body, views.read_view(*found) if found else _nothing())
        ack()


def _to_releasing(app: App, dots: Dots, answers: Answers) -> None:
    @app.action("held_release")
    def on_release(ack: Ack, body: Payload, action: Payload, client: WebClient) -> None:
        _, _, subject = action["value"].partition("|")
        found = dots.held.words(subject, body["user"]["id"])
        view = views.release_view(*found) if found else _nothing()
        Opening(client, answers).open(body, view, sentences.private.form_not_opened())
        ack()

    @app.view(views.RELEASE)
    def on_released(ack: Ack, body: Payload, view: Payload) -> None:
        about = json.loads(view["private_metadata"])
        reason = inputs.typed(view, "reason")
        if not reason:
            ack(response_action="errors", errors={"reason": sentences.private.no_words()})
            return
        subject, version = str(about["subject"]), int(about["version"])
        done = dots.held.release(subject, body["user"]["id"], version, reason)
        line = say.released_before() if done.by else say.released(done.outcome)
        ack(response_action="update", view=views.told_view(line, done.by))


def _queue(dots: Dots, partnership_id: str, user_id: str, page: int = 0) -> Block:
    waiting = dots.held.queue(partnership_id, user_id)
    if waiting is None:
        return _nothing()
    return views.queue_view(partnership_id, waiting, page)


def _nothing() -> Block:
    return views.told_view(say.released("not-yours"))
