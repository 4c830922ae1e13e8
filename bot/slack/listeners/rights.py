"""Listens to people about what is held on them: show it, erase it. Each only about themselves."""

import json
from typing import Any

from slack_bolt import Ack, App
from slack_sdk import WebClient

from bot.core.sentences import rights as say
from bot.slack.listeners.answers import Answers
from bot.slack.speech import blocks as kit
from bot.slack.speech.blocks import Block
from bot.slack.speech.dialect import escaped
from bot.usecases.dots import Dots

Payload = dict[str, Any]

MOST_BLOCKS = 40
"""Of one message, within Slack's fifty; more than that is sent as further messages."""


def listen(app: App, dots: Dots, answers: Answers) -> None:
    """Register every listener of this file."""

    @app.action("rights_show")
    def on_show(ack: Ack, body: Payload, client: WebClient) -> None:
        user_id = body["user"]["id"]
        held = dots.held_on(user_id)
        ack()
        answers.later(_tell, client=client, user_id=user_id, held=held)

    @app.action("rights_erase")
    def on_erase(ack: Ack, body: Payload, client: WebClient) -> None:
        user_id = body["user"]["id"]
        text = say.erased(*dots.erase_person(user_id))
        ack()
        answers.later(
            client.chat_postMessage,
            channel=user_id,
            text=escaped(text),
            blocks=kit.section(text),
        )


def _tell(client: WebClient, user_id: str, held: dict[str, Any]) -> None:
    """To this person alone, in as many messages as it takes; nothing is cut."""
    if not held:
        words = say.nothing_held()
        client.chat_postMessage(channel=user_id, text=escaped(words), blocks=kit.section(words))
        return
    blocks: list[Block] = [*kit.section(say.held_intro(), bold=True), *_lines(held)]
    for start in range(0, len(blocks), MOST_BLOCKS):
        part = blocks[start : start + MOST_BLOCKS]
        text = "\n".join(kit.plain_of(block) for block in part)
        client.chat_postMessage(channel=user_id, text=escaped(text), blocks=part)


def _lines(held: dict[str, Any]) -> list[Block]:
    return kit.lines(json.dumps(held, indent=1, default=str, ensure_ascii=False))


def buttons() -> Block:
    """Show it, erase it: for a home page."""
    sure = kit.confirm("Erase it?", say.erasing(), "Erase it", "Keep it")
    return kit.actions(
        kit.button("What Dots holds on me", "rights_show", "me"),
        kit.button("Erase it", "rights_erase", "me", style="danger", confirm=sure),
    )
