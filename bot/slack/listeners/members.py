"""Listens to members: what they say in threads, and what they choose about it."""

from typing import Any

from slack_bolt import Ack, App, Respond
from slack_sdk import WebClient

from bot.core import sentences
from bot.core.replies import Choice
from bot.core.sectors import Sector
from bot.slack.listeners.answering import APART
from bot.slack.listeners.answers import Answers
from bot.slack.listeners.home import home_view
from bot.slack.speech import blocks as kit
from bot.slack.speech.blocks import Rendered
from bot.slack.speech.dialect import at, escaped, heard, is_ts, is_wordless
from bot.slack.speech.private_form import own_blocks
from bot.slack.speech.render import render
from bot.usecases.dots import Dots

Payload = dict[str, Any]


def listen(app: App, dots: Dots, answers: Answers) -> None:
    """Register every listener of this file."""
    _to_words(app, dots)
    _to_questions(app, dots, answers)
    _to_choices(app, dots, answers)


def _to_words(app: App, dots: Dots) -> None:
    @app.event("message")
    def on_message(event: Payload, context: Payload) -> None:
        """Every kind of message event comes here; most are not for us."""
        own = context.get("bot_user_id") or ""
        match event.get("subtype"):
            case "message_changed":
                _changed(dots, event, own)
            case "message_deleted":
                previous = event.get("previous_message") or {}
                ts = event.get("deleted_ts") or previous.get("ts", "")
                _gone(dots, event.get("channel", ""), ts, previous, own)
            case _:
                reply = heard(event, event.get("channel", ""), own)
                if reply is not None:
                    dots.record_reply(reply)


def _changed(dots: Dots, event: Payload, own: str) -> None:
    """An edit; or a deletion in other clothes: a tombstone, or words edited away; or an unfurl."""
    message, channel_id = event.get("message") or {}, event.get("channel", "")
    if message.get("subtype") == "tombstone" or is_wordless(message, own):
        _gone(dots, channel_id, message.get("ts", ""), event.get("previous_message") or {}, own)
        return
    reply = heard(message, channel_id, own)
    if reply is not None:
        dots.record_reply(reply)


def _gone(dots: Dots, channel_id: str, ts: str, previous: Payload, own: str) -> None:
    """A deletion: of a reply, or of one of our own messages."""
    if not is_ts(ts):
        return
    thread_ts = previous.get("thread_ts") or ""
    if previous.get("user") == own or thread_ts in ("", ts):
        dots.message_removed(channel_id, ts)
    if thread_ts != ts:
        dots.withdraw_reply(channel_id, ts, thread_ts, at(ts))


def _to_questions(app: App, dots: Dots, answers: Answers) -> None:
    @app.action("who_sees")
    def on_who_sees(ack: Ack, body: Payload, action: Payload, respond: Respond) -> None:
        about = dots.about_answers(body["user"]["id"], occurrence_id=action["value"])
        ack()
        if about is None:
            text, blocks = _words(sentences.members.occurrence_gone())
        elif about.line is None:
            not_yet = () if about.privately else (sentences.members.not_heard_yet(),)
            text, blocks = _words(about.privacy, *not_yet)
        else:
            text, blocks = render(about.line)
        own = own_blocks(about.privately) if about else []
        answers.later(respond, text=text, blocks=[*blocks, *own], **APART)

    @app.action("say_sector")
    def on_say_sector(ack: Ack, body: Payload, action: Payload, respond: Respond) -> None:
        sector = Sector(action["selected_option"]["value"])
        dots.say_sector(body["user"]["id"], sector)
        ack()
        if body.get("response_url"):  # a home page has none; its menu shows the choice
            answers.later(respond, text=sentences.members.sector_kept(sector.label), **APART)


def _to_choices(app: App, dots: Dots, answers: Answers) -> None:
    def answer(
        body: Payload, client: WebClient, respond: Respond, cycle_id: str, outcome: str
    ) -> None:
        user_id = body["user"]["id"]
        if not body.get("response_url"):  # pressed on the home page: show it as it is now
            answers.later(client.views_publish, user_id=user_id, view=home_view(dots.home(user_id)))
            return
        about = dots.about_answers(user_id, cycle_id=cycle_id)
        line = about.line if about else None
        is_choice = outcome in (Choice.QUOTE, Choice.LEAVE_OUT)
        text, blocks = (
            render(line) if is_choice and line else _words(sentences.members.chosen(outcome))
        )
        answers.later(respond, text=text, blocks=blocks, replace_original=True)

    def choose(
        body: Payload, client: WebClient, respond: Respond, action: Payload, choice: Choice
    ) -> None:
        cycle_id = action["value"]
        outcome = dots.choose_quoting(cycle_id, body["user"]["id"], choice)
        answer(body, client, respond, cycle_id, outcome)

    @app.action("choose_quote")
    def on_choose_quote(
        ack: Ack, body: Payload, action: Payload, client: WebClient, respond: Respond
    ) -> None:
        choose(body, client, respond, action, Choice.QUOTE)
        ack()

    @app.action("choose_leave_out")
    def on_choose_leave_out(
        ack: Ack, body: Payload, action: Payload, client: WebClient, respond: Respond
    ) -> None:
        choose(body, client, respond, action, Choice.LEAVE_OUT)
        ack()

    @app.action("take_back")
    def on_take_back(
        ack: Ack, body: Payload, action: Payload, client: WebClient, respond: Respond
    ) -> None:
        outcome = dots.take_back(action["value"], body["user"]["id"])
        answer(body, client, respond, action["value"], outcome)
        ack()


def _words(*lines: str) -> Rendered:
    return escaped("\n\n".join(lines)), [block for line in lines for block in kit.section(line)]
