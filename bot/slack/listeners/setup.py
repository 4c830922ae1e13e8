"""Listens to whoever sets up a partnership: step by step, back and forth, until it is started."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import uuid4

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient

from bot.content.board_calendar import MOST_BYTES
from bot.core.sentences import calendars
from bot.core.sentences import setup as say
from bot.core.steering.edit import CannotSteerError
from bot.core.steering.setup import STEPS, Step
from bot.slack.listeners.answers import Answers
from bot.slack.listeners.opening import Opening
from bot.slack.speech import rehearsal_notes
from bot.slack.speech.blocks import Block
from bot.slack.speech.desk import told_view
from bot.slack.speech.setup_forms import (
    calendar_at,
    filled_in,
    review_view,
    step_view,
    waiting_view,
)
from bot.slack.wire.download import UnfetchedError, fetch
from bot.slack.wire.places import places_of
from bot.usecases.desk.read_calendar import CALENDAR
from bot.usecases.desk.set_up import Kept
from bot.usecases.dots import Dots

Payload = dict[str, Any]


def listen(app: App, dots: Dots, answers: Answers) -> None:
    """Register every listener of this file."""
    _to_steps(app, dots, answers)
    _to_the_end(app, dots, answers)


def _to_steps(app: App, dots: Dots, answers: Answers) -> None:
    @app.action("setup_open")
    def on_open(ack: Ack, body: Payload, client: WebClient, context: BoltContext) -> None:
        view = first_view(dots, body["user"], context)
        Opening(client, answers).open(body, view, say.too_late_to_open())
        ack()

    @app.view("setup_step")
    def on_step(ack: Ack, body: Payload, view: Payload, client: WebClient) -> None:
        user_id, step = body["user"]["id"], Step(view["private_metadata"])
        kept = _kept(dots, client, user_id, view, step)
        if kept.wrong:
            ack(response_action="errors", errors=kept.wrong)
        elif step is STEPS[-1]:
            name = uuid4().hex
            ack(response_action="update", view=waiting_view(name))
            show = partial(Opening(client, answers).replace_waiting, name, view["id"])
            answers.later(_look, dots=dots, client=client, user_id=user_id, show=show)
        else:
            following = STEPS[STEPS.index(step) + 1]
            begun = dots.set_up.begun(user_id)
            ack(response_action="update", view=step_view(following, begun, notes=kept.notes))

    @app.action("setup_back")
    def on_back(ack: Ack, body: Payload, action: Payload, client: WebClient) -> None:
        user_id, at = body["user"]["id"], action["value"]
        before, kept = STEPS[0], Kept({})
        if at != "review":
            kept = _kept(dots, client, user_id, body["view"], Step(at))
            before = STEPS[max(STEPS.index(Step(at)) - 1, 0)]
        ack()
        begun, unread = dots.set_up.begun(user_id), kept.wrong.get(CALENDAR, "")
        Opening(client, answers).replace(body, step_view(before, begun, unread, kept.notes))


def _kept(dots: Dots, client: WebClient, user_id: str, view: Payload, step: Step) -> Kept:
    """Keep what was filled in, with the meetings of a chosen calendar."""
    filled, at = filled_in(view), calendar_at(view)
    try:
        file = None if at is None else fetch(client, at, MOST_BYTES)
    except UnfetchedError:
        wrong = dots.set_up.keep(user_id, filled, step).wrong
        wrong.pop("meetings", None)  # the file was to stand in their place
        return Kept(wrong | {CALENDAR: calendars.not_fetched()})
    return dots.set_up.keep(user_id, filled, step, file)


def first_view(dots: Dots, user: Payload, context: BoltContext) -> Block:
    """Where this person left off; or why it is not for them."""
    ours = context.authorize_result.team_id if context.authorize_result else None
    if user.get("team_id") not in (None, ours):
        return told_view(say.only_here())
    return step_view(dots.set_up.next_step(user["id"]), dots.set_up.begun(user["id"]))


def _look(dots: Dots, client: WebClient, user_id: str, show: Callable[[Block], None]) -> None:
    """Ask Slack about the channels, then show the whole, or the step with something wrong."""
    dots.set_up.look_at(user_id, places_of(client, dots.set_up.begun(user_id).uses))
    show(_reviewed(dots, user_id))


def _reviewed(dots: Dots, user_id: str) -> Block:
    try:
        return review_view(dots.set_up.review(user_id))
    except CannotSteerError as error:
        return step_view(Step.ASKING, dots.set_up.begun(user_id), wrong=str(error))


def _to_the_end(app: App, dots: Dots, answers: Answers) -> None:
    @app.view("setup_start")
    def on_start(ack: Ack, body: Payload) -> None:
        ack(response_action="update", view=told_view(_started(dots, body["user"]["id"])))

    @app.action("setup_rehearse")
    def on_rehearse(ack: Ack, body: Payload, client: WebClient) -> None:
        user_id = body["user"]["id"]
        text, blocks = rehearsal_notes.rehearsed(dots.set_up.review(user_id))
        ack()
        answers.later(client.chat_postMessage, channel=user_id, text=text, blocks=blocks)


def _started(dots: Dots, user_id: str) -> str:
    try:
        return say.started(dots.set_up.start(user_id).name)
    except CannotSteerError as error:
        return str(error)
