"""Listens to what happens to channels and to the app itself."""

import logging
import re
from typing import Any

from slack_bolt import Ack, App

from bot.core import sentences
from bot.slack.speech import blocks as kit
from bot.usecases.dots import Dots

log = logging.getLogger(__name__)

Payload = dict[str, Any]

LOST = re.compile(r"^(channel|group)_(left|archive|deleted)$")
REVOKED = re.compile(r"^(app_uninstalled|tokens_revoked)$")


def listen(app: App, dots: Dots) -> None:
    """Register every listener of this file; the last ones take what no other wants, because
    Slack counts an event without a listener as a failed delivery."""
    _to_coming_and_going(app, dots)
    _to_changes(app, dots)
    _to_the_rest(app)


def _to_coming_and_going(app: App, dots: Dots) -> None:
    @app.event("member_joined_channel")
    def on_member_joined(event: Payload, context: Payload) -> None:
        if event.get("user") == context.get("bot_user_id"):
            dots.joined(event["channel"])

    @app.event("member_left_channel")
    def on_member_left(event: Payload, context: Payload) -> None:
        if event.get("user") == context.get("bot_user_id"):
            dots.channel_lost(event["channel"])


def _to_changes(app: App, dots: Dots) -> None:
    @app.event(LOST)
    def on_channel_lost(event: Payload) -> None:
        channel = event.get("channel")
        if isinstance(channel, str):
            dots.channel_lost(channel)

    @app.event("channel_id_changed")
    def on_channel_moved(event: Payload) -> None:
        dots.channel_moved(event["old_channel_id"], event["new_channel_id"])

    @app.event("subteam_members_changed")
    def on_group_changed(event: Payload) -> None:
        added, removed = event.get("added_users") or [], event.get("removed_users") or []
        dots.group_changed(event["subteam_id"], added, removed)

    @app.event(REVOKED)
    def on_revoked(event: Payload) -> None:
        log.error("Slack says %s: nothing can be sent until the app is installed", event["type"])


def _to_the_rest(app: App) -> None:
    @app.event(re.compile(".*"))
    def on_anything_else() -> None:
        """Acknowledged, and not kept."""

    @app.action(re.compile(".*"))
    def on_old_button(ack: Ack) -> None:
        """A button that no version of ours knows any more."""
        ack()

    @app.view(re.compile(".*"))
    def on_old_form(ack: Ack) -> None:
        """A form of another version: never closed as if what it says had been kept."""
        ack(response_action="update", view=_not_kept())


def _not_kept() -> Payload:
    return {
        "type": "modal",
        "title": kit.plain_text("Not kept", 24),
        "close": kit.plain_text("Close", 24),
        "blocks": kit.section(sentences.members.form_unknown()),
    }
