"""Listens to coordinators who go through a draft line by line."""

import json
import re
from typing import Any

from slack_bolt import Ack, App
from slack_sdk import WebClient

from bot.core.digest.edits import Action, Editable
from bot.core.sentences import desk as say_desk
from bot.core.sentences import edits as say
from bot.slack.listeners.answers import Answers
from bot.slack.listeners.opening import Opening
from bot.slack.speech import review_forms as forms
from bot.slack.speech.blocks import Block
from bot.slack.speech.desk import told_view
from bot.slack.speech.review_forms import About
from bot.usecases.board.edit import Wish
from bot.usecases.dots import Dots

Payload = dict[str, Any]


def listen(app: App, dots: Dots, answers: Answers) -> None:
    """Register every listener of this file."""
    _to_lists(app, dots, answers)
    _to_lines(app, dots, answers)


def _to_lists(app: App, dots: Dots, answers: Answers) -> None:
    @app.action("review_open")
    def on_open(ack: Ack, body: Payload, action: Payload, client: WebClient) -> None:
        view = _list(dots, About(action["value"]), body["user"]["id"])
        ack()
        Opening(client, answers).open(body, view, say_desk.stale_button())

    @app.action(re.compile("^review_page_(earlier|later)$"))
    def on_page(ack: Ack, body: Payload, action: Payload, client: WebClient) -> None:
        about = About.unpacked(body["view"]["private_metadata"])
        view = _list(dots, about._replace(page=int(action["value"])), body["user"]["id"])
        ack()
        Opening(client, answers).replace(body, view)

    @app.action(re.compile("^behind_page_(earlier|later)$"))
    def on_behind(ack: Ack, body: Payload, action: Payload, client: WebClient) -> None:
        about = About.unpacked(body["view"]["private_metadata"])
        about, user_id = about._replace(page=int(action["value"])), body["user"]["id"]
        replies = dots.review.behind(about.cycle_id, user_id, about.target)
        ack()
        Opening(client, answers).replace(body, forms.behind_view(replies, about))


def _to_lines(app: App, dots: Dots, answers: Answers) -> None:
    @app.action("review_line")
    def on_line(ack: Ack, body: Payload, action: Payload, client: WebClient) -> None:
        about = About.unpacked(body["view"]["private_metadata"])
        deed, number = json.loads(action["selected_option"]["value"])
        ack()
        if deed == forms.UNDO:
            Opening(client, answers).replace(body, _undone(dots, about, number, body["user"]["id"]))
        else:
            view = _next(dots, about, deed, number, body["user"]["id"])
            Opening(client, answers).open(body, view, say_desk.stale_button())

    @app.view("review_form")
    def on_form(ack: Ack, body: Payload, view: Payload) -> None:
        about, (words, reason) = About.unpacked(view["private_metadata"]), forms.filled(view)
        wish = Wish(
            target=about.target,
            action=Action(about.action),
            words=words,
            reason=reason,
            seen=about.seen,
            knowingly=about.knowingly,
        )
        user_id = body["user"]["id"]
        outcome = dots.review.edit(about.cycle_id, user_id, wish)
        if outcome.name == "noticed":
            line = _line(dots, about, user_id)
            told = say.outcome("noticed", None, outcome.noticed)
            again = about._replace(knowingly=True)
            ack(response_action="update", view=forms.form_view(line, again, words, told))
        elif outcome.name in ("no-reason", "no-words", "too-long"):
            name = "reason" if about.action == Action.HIDE else "words"
            ack(response_action="errors", errors={name: say.outcome(outcome.name)})
        else:
            ack(response_action="update", view=told_view(say.outcome(outcome.name)))


def _list(dots: Dots, about: About, user_id: str) -> Block:
    lines = dots.review.lines(about.cycle_id, user_id)
    if lines is None:
        return told_view(say.cannot_review())
    return forms.list_view(lines, about, dots.review.changes(about.cycle_id, user_id))


def _line(dots: Dots, about: About, user_id: str) -> Editable:
    lines = dots.review.lines(about.cycle_id, user_id) or ()
    found = (one.line for one in lines if one.line.target == about.target)
    return next(found, Editable(about.target, "", frozenset()))


def _next(dots: Dots, about: About, deed: str, number: int, user_id: str) -> Block:
    lines = dots.review.lines(about.cycle_id, user_id) or ()
    if number >= len(lines):
        return told_view(say.outcome("gone"))
    line, version = lines[number].line, lines[number].version
    if deed == forms.BEHIND:
        behind = about._replace(target=line.target, page=0)
        return forms.behind_view(dots.review.behind(about.cycle_id, user_id, line.target), behind)
    chosen = about._replace(target=line.target, action=deed, seen=version)
    return forms.form_view(line, chosen)


def _undone(dots: Dots, about: About, number: int, user_id: str) -> Block:
    lines = dots.review.lines(about.cycle_id, user_id) or ()
    if number < len(lines):
        one = lines[number]
        dots.review.undo(about.cycle_id, user_id, one.line.target, one.version)
    return _list(dots, about, user_id)
