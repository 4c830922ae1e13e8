"""Listens to coordinators who go through a draft line by line."""

import json
import re
from typing import Any

from slack_bolt import Ack, App
from slack_sdk import WebClient

from bot.core.digest.edits import Action
from bot.core.sentences import desk as say_desk
from bot.core.sentences import edits as say
from bot.slack.listeners.answers import Answers
from bot.slack.listeners.opening import Opening
from bot.slack.speech import review_forms as forms
from bot.slack.speech.blocks import Block
from bot.slack.speech.desk import told_view
from bot.slack.speech.review_forms import About
from bot.usecases.board.edit import Outcome, Reviewed, Wish
from bot.usecases.dots import Dots

Payload = dict[str, Any]

_UNDOING = {"changed": "not-undone"}
"""Outcomes that read otherwise where nothing was typed."""


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
        deed, target, seen = json.loads(action["selected_option"]["value"])
        about, user_id = about._replace(target=target, seen=seen), body["user"]["id"]
        ack()
        opening = Opening(client, answers)
        if deed == forms.UNDO:
            opening.replace(body, _undone(dots, about, user_id))
        elif (one := _line(dots, about, user_id)) is None:
            opening.replace(body, _list(dots, about, user_id, say.outcome("gone")))
        else:
            opening.open(body, _next(dots, about, deed, one, user_id), say_desk.stale_button())

    @app.view("review_form")
    def on_form(ack: Ack, body: Payload, view: Payload, client: WebClient) -> None:
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
        if outcome.name in ("no-reason", "no-words", "too-long"):
            name = "reason" if about.action == Action.HIDE else "words"
            ack(response_action="errors", errors={name: say.outcome(outcome.name)})
            return
        if outcome.name == "done":
            ack()
        else:
            after = _after(dots, about, user_id, outcome, reason or words)
            ack(response_action="update", view=after)
        told = say.outcome("done") if outcome.name == "done" else ""
        Opening(client, answers).replace_below(body, _list(dots, about, user_id, told))


def _after(dots: Dots, about: About, user_id: str, outcome: Outcome, typed: str) -> Block:
    """What follows a form that did nothing: the form again, with what was typed; or why it cannot
    be done, with what was typed."""
    who = "You" if outcome.by == user_id else None
    told = say.outcome(outcome.name, who, outcome.noticed)
    one = _line(dots, about, user_id)
    if one and outcome.name == "noticed":
        return forms.form_view(one, about._replace(knowingly=True), typed, told)
    if one and outcome.name == "changed" and Action(about.action) in one.line.actions:
        return forms.form_view(one, about._replace(seen=one.version), typed, told)
    name = "gone" if outcome.name == "changed" else outcome.name
    return forms.not_done_view(say.outcome(name), typed)


def _list(dots: Dots, about: About, user_id: str, told: str = "") -> Block:
    lines = dots.review.lines(about.cycle_id, user_id)
    if lines is None:
        return told_view(say.cannot_review(), title=forms.TITLE)
    return forms.list_view(lines, about, dots.review.changes(about.cycle_id, user_id), told)


def _line(dots: Dots, about: About, user_id: str) -> Reviewed | None:
    lines = dots.review.lines(about.cycle_id, user_id) or ()
    return next((one for one in lines if one.line.target == about.target), None)


def _next(dots: Dots, about: About, deed: str, one: Reviewed, user_id: str) -> Block:
    if deed == forms.BEHIND:
        behind = about._replace(page=0)
        return forms.behind_view(dots.review.behind(about.cycle_id, user_id, about.target), behind)
    return forms.form_view(one, about._replace(action=deed, seen=one.version))


def _undone(dots: Dots, about: About, user_id: str) -> Block:
    """The lines as they are now. A second press of one's own has nothing more to undo."""
    outcome = dots.review.undo(about.cycle_id, user_id, about.target, about.seen)
    is_done = outcome.name == "done" or (outcome.name == "changed" and outcome.by == user_id)
    told = "" if is_done else say.outcome(_UNDOING.get(outcome.name, outcome.name))
    return _list(dots, about, user_id, told)
