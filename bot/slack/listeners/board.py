"""Listens to the board, and to whoever records for it: what it answers, and that it goes back."""

import re
from typing import Any

from slack_bolt import Ack, App, Respond
from slack_sdk import WebClient

from bot.core.sentences import board as say
from bot.core.sentences import desk as say_desk
from bot.core.steering.edit import CannotSteerError
from bot.slack.listeners.answers import Answers
from bot.slack.listeners.opening import Opening
from bot.slack.speech.blocks import Block
from bot.slack.speech.board_forms import About, given_in, item_view, list_view
from bot.slack.speech.desk import told_view
from bot.slack.speech.dialect import escaped
from bot.usecases.dots import Dots

Payload = dict[str, Any]


def listen(app: App, dots: Dots, answers: Answers) -> None:
    """Register every listener of this file."""
    _to_messages(app, dots, answers)
    _to_lists(app, dots, answers)
    _to_forms(app, dots)


def _to_messages(app: App, dots: Dots, answers: Answers) -> None:
    @app.action("board_answers")
    def on_answers(ack: Ack, body: Payload, action: Payload, client: WebClient) -> None:
        about = About(action["value"], (body.get("channel") or {}).get("id") or "")
        view = _list(dots, about, body["user"]["id"])
        ack()
        Opening(client, answers).open(body, view, say_desk.stale_button())

    @app.action("board_go_on")
    def on_go_on(ack: Ack, body: Payload, action: Payload, respond: Respond) -> None:
        try:
            dots.board.go_on(action["value"], body["user"]["id"])
            said = say.gone_on()
        except CannotSteerError as error:
            said = str(error)
        ack()
        answers.later(
            respond, text=escaped(said), response_type="ephemeral", replace_original=False
        )


def _to_lists(app: App, dots: Dots, answers: Answers) -> None:
    @app.action(re.compile("^board_page_(earlier|later)$"))
    def on_page(ack: Ack, body: Payload, action: Payload, client: WebClient) -> None:
        about = About.unpacked(body["view"]["private_metadata"])
        view = _list(dots, about._replace(page=int(action["value"])), body["user"]["id"])
        ack()
        Opening(client, answers).replace(body, view)

    @app.action("board_item")
    def on_item(ack: Ack, body: Payload, action: Payload, client: WebClient) -> None:
        about = About.unpacked(body["view"]["private_metadata"])
        view = _item(dots, about._replace(target=action["value"]), body["user"]["id"])
        ack()
        Opening(client, answers).replace(body, view)


def _to_forms(app: App, dots: Dots) -> None:
    @app.view("board_item")
    def on_given(ack: Ack, body: Payload, view: Payload) -> None:
        about, user_id = About.unpacked(view["private_metadata"]), body["user"]["id"]
        try:
            board = dots.board.answer(
                about.cycle_id, about.target, given_in(view), user_id, about.channel
            )
            ack(response_action="update", view=list_view(board, about))
        except CannotSteerError as error:
            ack(response_action="errors", errors={"words": str(error)})

    @app.view("board_carry")
    def on_carry(ack: Ack, body: Payload, view: Payload) -> None:
        about = About.unpacked(view["private_metadata"])
        try:
            channels = dots.board.carry_back(about.cycle_id, body["user"]["id"], about.channel)
            said = say.carried(channels)
        except CannotSteerError as error:
            said = str(error)
        ack(response_action="update", view=told_view(said))


def _list(dots: Dots, about: About, user_id: str) -> Block:
    try:
        return list_view(dots.board.look(about.cycle_id, user_id, about.channel), about)
    except CannotSteerError as error:
        return told_view(str(error))


def _item(dots: Dots, about: About, user_id: str) -> Block:
    try:
        board = dots.board.look(about.cycle_id, user_id, about.channel)
    except CannotSteerError as error:
        return told_view(str(error))
    item = next((each for each in board.items if each.target == about.target), None)
    return item_view(item, about) if item else told_view(say.nothing_of_that())
