"""Listens to members: what they say in threads, and what they choose about it."""

from typing import Any

from slack_bolt import Ack, App, Respond

from bot.core import sentences
from bot.core.replies import Choice
from bot.core.sectors import Sector
from bot.slack import blocks as kit
from bot.slack.answers import Answers
from bot.slack.dialect import at, escaped, heard
from bot.slack.render import render, sector_select
from bot.usecases.dots import Dots

Payload = dict[str, Any]


def listen(app: App, dots: Dots, answers: Answers) -> None:
    """Register every listener of this file."""

    @app.event("message")
    def on_message(event: Payload, context: Payload) -> None:
        """Every kind of message event comes here; most are not for us."""
        own = context.get("bot_user_id") or ""
        match event.get("subtype"):
            case "message_changed":
                on_changed(dots, event, own)
            case "message_deleted":
                on_deleted(dots, event, own)
            case _:
                reply = heard(event, event.get("channel", ""), own)
                if reply is not None:
                    dots.record_reply(reply)

    @app.action("who_sees")
    def on_who_sees(ack: Ack, body: Payload, action: Payload, respond: Respond) -> None:
        about = dots.about_answers(body["user"]["id"], occurrence_id=action["value"])
        ack()
        if about is None:
            answers.later(respond, text=sentences.occurrence_gone(), **_APART)
            return
        text, blocks = sentences.not_heard_yet(), kit.section(sentences.not_heard_yet())
        if about.line is not None:
            text, blocks = render(about.line)
        else:
            text = f"{about.privacy}\n\n{text}"
            blocks = [*kit.section(about.privacy), *blocks, kit.actions(sector_select(None))]
        answers.later(respond, text=text, blocks=blocks, **_APART)

    def answer_choice(respond: Respond, user_id: str, cycle_id: str, outcome: str) -> None:
        about = dots.about_answers(user_id, cycle_id=cycle_id)
        line = about.line if about else None
        if outcome in (Choice.QUOTE, Choice.LEAVE_OUT) and line is not None:
            text, blocks = render(line)
        else:
            text = escaped(sentences.chosen(outcome))
            blocks = kit.section(sentences.chosen(outcome))
        answers.later(respond, text=text, blocks=blocks, replace_original=True)

    @app.action("choose_quote")
    def on_choose_quote(ack: Ack, body: Payload, action: Payload, respond: Respond) -> None:
        user_id, cycle_id = body["user"]["id"], action["value"]
        outcome = dots.choose_quoting(cycle_id, user_id, Choice.QUOTE)
        ack()
        answer_choice(respond, user_id, cycle_id, outcome)

    @app.action("choose_leave_out")
    def on_choose_leave_out(ack: Ack, body: Payload, action: Payload, respond: Respond) -> None:
        user_id, cycle_id = body["user"]["id"], action["value"]
        outcome = dots.choose_quoting(cycle_id, user_id, Choice.LEAVE_OUT)
        ack()
        answer_choice(respond, user_id, cycle_id, outcome)

    @app.action("take_back")
    def on_take_back(ack: Ack, body: Payload, action: Payload, respond: Respond) -> None:
        user_id, cycle_id = body["user"]["id"], action["value"]
        outcome = dots.take_back(cycle_id, user_id)
        ack()
        answer_choice(respond, user_id, cycle_id, outcome)

    @app.action("say_sector")
    def on_say_sector(ack: Ack, body: Payload, action: Payload, respond: Respond) -> None:
        sector = Sector(action["selected_option"]["value"])
        dots.say_sector(body["user"]["id"], sector)
        ack()
        if body.get("response_url"):
            answers.later(respond, text=sentences.sector_kept(sector.label), **_APART)


_APART = {"response_type": "ephemeral", "replace_original": False}


def on_changed(dots: Dots, event: Payload, own: str) -> None:
    """An edit; or a tombstone, which is a deletion in other clothes; or only an unfurl."""
    message, channel_id = event.get("message") or {}, event.get("channel", "")
    if message.get("subtype") == "tombstone":
        _gone(dots, channel_id, message.get("ts", ""), event.get("previous_message") or {}, own)
        return
    reply = heard(message, channel_id, own)
    if reply is not None:
        dots.record_reply(reply)


def on_deleted(dots: Dots, event: Payload, own: str) -> None:
    """A deletion: of a reply, or of one of our own messages."""
    previous = event.get("previous_message") or {}
    ts = event.get("deleted_ts") or previous.get("ts", "")
    _gone(dots, event.get("channel", ""), ts, previous, own)


def _gone(dots: Dots, channel_id: str, ts: str, previous: Payload, own: str) -> None:
    if not ts:
        return
    thread_ts = previous.get("thread_ts") or ""
    if previous.get("user") == own or thread_ts == ts or not thread_ts:
        dots.prompt_removed(channel_id, ts)
    if thread_ts != ts:
        dots.withdraw_reply(channel_id, ts, thread_ts, at(ts))
