"""Listens to coordinators who read private replies or ask an author something, and to authors who
answer, or say whether their words may be printed."""

import re
from typing import Any

from slack_bolt import Ack, App, Respond
from slack_sdk import WebClient

from bot.core import sentences
from bot.core.replies import Choice
from bot.slack.listeners.answering import APART
from bot.slack.listeners.answers import Answers
from bot.slack.listeners.opening import Opening
from bot.slack.speech import author_forms as forms
from bot.slack.speech import inputs, private_list
from bot.slack.speech.blocks import Block
from bot.slack.speech.dialect import escaped
from bot.slack.speech.private_list import list_view
from bot.usecases.dots import Dots

Payload = dict[str, Any]


def listen(app: App, dots: Dots, answers: Answers) -> None:
    """Register every listener of this file."""
    _to_coordinators(app, dots, answers)
    _to_authors(app, dots, answers)
    _to_consent(app, dots, answers)
    _to_readers(app, dots, answers)


def _to_coordinators(app: App, dots: Dots, answers: Answers) -> None:
    @app.action("ask_author")
    def on_ask_author(ack: Ack, body: Payload, action: Payload, client: WebClient) -> None:
        sorry = sentences.private.form_not_opened()
        Opening(client, answers).open(body, forms.ask_view(action["value"]), sorry)
        ack()

    @app.view(forms.ASK)
    def on_asked(ack: Ack, body: Payload, view: Payload) -> None:
        reply_id, words = view["private_metadata"], inputs.typed(view, "words")
        if not words:
            ack(response_action="errors", errors={"words": sentences.private.no_words()})
            return
        outcome = dots.private.ask_author(reply_id, body["user"]["id"], words, view["id"])
        line = sentences.authors.question_asked(outcome)
        kept = outcome == "asked"
        ack(response_action="update", view=forms.told_view(line, "" if kept else words))


def _to_authors(app: App, dots: Dots, answers: Answers) -> None:
    @app.action("author_question")
    def on_question(
        ack: Ack, body: Payload, action: Payload, client: WebClient, respond: Respond
    ) -> None:
        form = dots.private.question(action["value"], body["user"]["id"])
        if isinstance(form, str):
            answers.later(respond, text=escaped(form), **APART)
        else:
            sorry = sentences.private.form_not_opened()
            Opening(client, answers).open(body, forms.answer_view(form), sorry)
        ack()

    @app.view(forms.ANSWER)
    def on_answer(ack: Ack, body: Payload, view: Payload) -> None:
        words = inputs.typed(view, "words")
        if not words:
            ack(response_action="errors", errors={"words": sentences.private.no_words()})
        else:
            shown = _after(dots, view["private_metadata"], body["user"]["id"], words)
            ack(response_action="update", view=shown)

    @app.action(forms.ANSWER_AS_IT_IS)
    def on_answer_as_it_is(ack: Ack, body: Payload, client: WebClient) -> None:
        view, user_id = body["view"], body["user"]["id"]
        shown = _after(
            dots, view["private_metadata"], user_id, inputs.typed(view, "words"), insists=True
        )
        ack()
        Opening(client, answers).replace(body, shown)


def _to_consent(app: App, dots: Dots, answers: Answers) -> None:
    def say(body: Payload, action: Payload, respond: Respond, choice: Choice) -> None:
        outcome = dots.private.consent(action["value"], body["user"]["id"], choice)
        answers.later(respond, text=escaped(sentences.members.consented(outcome)), **APART)

    @app.action("consent_yes")
    def on_yes(ack: Ack, body: Payload, action: Payload, respond: Respond) -> None:
        say(body, action, respond, Choice.QUOTE)
        ack()

    @app.action("consent_no")
    def on_no(ack: Ack, body: Payload, action: Payload, respond: Respond) -> None:
        say(body, action, respond, Choice.COUNT_ONLY)
        ack()


def _to_readers(app: App, dots: Dots, answers: Answers) -> None:
    def page_of(cycle_id: str, user_id: str, page: int = 0) -> Block:
        found = dots.private.read(cycle_id, user_id)
        return private_list.not_yours_view() if found is None else list_view(cycle_id, found, page)

    @app.action("private_read")
    def on_private_read(ack: Ack, body: Payload, action: Payload, client: WebClient) -> None:
        view = page_of(action["value"], body["user"]["id"])
        Opening(client, answers).open(body, view, sentences.private.form_not_opened())
        ack()

    @app.action(re.compile("^private_page_(earlier|later)$"))
    def on_private_page(ack: Ack, body: Payload, action: Payload, client: WebClient) -> None:
        cycle_id = body["view"]["private_metadata"]
        view = page_of(cycle_id, body["user"]["id"], int(action["value"]))
        ack()
        Opening(client, answers).replace(body, view)


def _after(
    dots: Dots, question_id: str, user_id: str, words: str, *, insists: bool = False
) -> Block:
    """What stands in the form's place."""
    answered = dots.private.answer_question(question_id, user_id, words, insists=insists)
    if answered.became == "kept":
        return forms.told_view(sentences.authors.answer_kept())
    form = dots.private.question(question_id, user_id)
    if answered.noticed is not None and not isinstance(form, str):
        return forms.answer_view(form, words, answered.noticed)
    return forms.told_view(sentences.authors.answer_not_sent(), words)
