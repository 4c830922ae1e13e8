"""Listens to coordinators who sort a draft's replies."""

from collections.abc import Sequence
from typing import Any

from slack_bolt import Ack, App
from slack_sdk import WebClient

from bot.core import sentences
from bot.slack.listeners.answers import Answers
from bot.slack.listeners.opening import Opening
from bot.slack.speech import sorting_form as forms
from bot.slack.speech.blocks import Block
from bot.usecases.dots import Dots

Payload = dict[str, Any]


def listen(app: App, dots: Dots, answers: Answers) -> None:
    """Register every listener of this file."""

    @app.action("digest_sort")
    def on_sort(ack: Ack, body: Payload, action: Payload, client: WebClient) -> None:
        _, _, cycle_id = action["value"].partition("|")
        view = _next(dots, cycle_id, body["user"]["id"])
        Opening(client, answers).open(body, view, sentences.sorting.outcome("not-opened"))
        ack()

    @app.view(forms.SORT)
    def on_answered(ack: Ack, body: Payload, view: Payload) -> None:
        kept, who = forms.read(view), body["user"]["id"]
        outcome = dots.sorting.decide(kept["cycle"], who, forms.decided(view), forms.form_id(view))
        if outcome == "noticed":
            ack(
                response_action="errors",
                errors={forms.name_field(view): sentences.sorting.name_noticed()},
            )
        else:
            ack(response_action="update", view=_after(dots, outcome, kept, who))

    @app.action(forms.OFF_TOPIC)
    def on_off_topic(ack: Ack, body: Payload, client: WebClient) -> None:
        view, who = body["view"], body["user"]["id"]
        kept, decision = forms.read(view), forms.off_topic(view)
        outcome = dots.sorting.decide(kept["cycle"], who, (decision,), forms.form_id(view))
        ack()
        Opening(client, answers).replace(body, _after(dots, outcome, kept, who))

    @app.action(forms.MOVE)
    def on_move(ack: Ack, body: Payload, action: Payload, client: WebClient) -> None:
        view, who = body["view"], body["user"]["id"]
        kept, theme = forms.read(view), action["selected_option"]["value"]
        form_id = forms.form_id(view)
        outcome = dots.sorting.move(kept["cycle"], who, kept["card"], theme, form_id)
        ack()
        Opening(client, answers).replace(body, _after(dots, outcome, kept, who))

    @app.action(forms.PASS)
    def on_pass(ack: Ack, body: Payload, client: WebClient) -> None:
        kept = forms.read(body["view"])
        passed = [*kept["passed"], kept["group"]][-forms.PASSED :]
        ack()
        shown = _next(dots, kept["cycle"], body["user"]["id"], passed)
        Opening(client, answers).replace(body, shown)

    @app.action(forms.UNDO)
    def on_undo(ack: Ack, body: Payload, client: WebClient) -> None:
        kept, who = forms.read(body["view"]), body["user"]["id"]
        outcome = dots.sorting.undo(kept["cycle"], who)
        ack()
        Opening(client, answers).replace(body, _after(dots, outcome, kept, who))


def _after(dots: Dots, outcome: str, kept: Payload, user_id: str) -> Block:
    """The next card, or why there is none."""
    if outcome in ("kept", "undone"):
        return _next(dots, kept["cycle"], user_id, kept["passed"])
    return forms.told_view(sentences.sorting.outcome(outcome))


def _next(dots: Dots, cycle_id: str, user_id: str, passed: Sequence[str] = ()) -> Block:
    form = dots.sorting.card(cycle_id, user_id, passed)
    if isinstance(form, str):
        return forms.told_view(sentences.sorting.outcome(form))
    return forms.card_view(form, cycle_id, passed)
