"""An invented workspace, and an app in it that uses the real Slack clients."""

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

from bot.rehearsal import (
    AppRegistration,
    Channel,
    Person,
    RehearsalClock,
    RehearsalServer,
    Team,
    Workspace,
)

STARTS_AT = datetime(2027, 1, 5, 9, 30, tzinfo=UTC)
PAT, SAM, EXTERNAL = "U0PAT00001", "U0SAM00001", "U0ALEX0001"
OPEN, CLOSED, SHARED, ELSEWHERE = "C0OPEN0001", "C0CLOSED01", "C0SHARED01", "C0ELSEWHER"

_SCOPES = (
    "chat:write channels:history channels:read channels:join groups:history groups:read "
    "im:history im:read im:write users:read reactions:read reactions:write files:write "
    "files:read team:read commands app_mentions:read"
)
SCOPES = _SCOPES.split()
_EVENTS = (
    "message.channels message.groups message.im reaction_added reaction_removed app_home_opened "
    "app_mention app_uninstalled tokens_revoked member_joined_channel member_left_channel "
    "channel_archive channel_unarchive channel_rename channel_id_changed channel_shared "
    "group_archive user_change"
)
EVENTS = _EVENTS.split()


def manifest(*, scopes: list[str] = SCOPES, events: list[str] = EVENTS) -> dict[str, Any]:
    """An app's manifest, as Slack's administrators paste it."""
    return {
        "display_information": {"name": "Dots"},
        "features": {
            "app_home": {"home_tab_enabled": True, "messages_tab_enabled": True},
            "bot_user": {"display_name": "Dots"},
            "slash_commands": [{"command": "/dots", "description": "Dots"}],
        },
        "oauth_config": {"scopes": {"bot": scopes}},
        "settings": {
            "event_subscriptions": {"bot_events": events},
            "interactivity": {"is_enabled": True},
            "socket_mode_enabled": True,
        },
    }


def workspace(app: AppRegistration | None = None, *, rates_on: bool = False) -> Workspace:
    """Two people of Anytown, one from elsewhere, and four channels."""
    app = app or AppRegistration.from_manifest(manifest())
    made = Workspace(RehearsalClock(STARTS_AT), app, rates_on=rates_on)
    made.add_team(Team("T0ELSEWHER", "Elsewhere Homes", "elsewhere"))
    made.add_user(Person(PAT, "Pat Sample", "Officer", "police"))
    made.add_user(Person(SAM, "Sam Example", "Nurse", "health"))
    made.add_user(Person(EXTERNAL, "Alex Other", "Manager", "housing", team_id="T0ELSEWHER"))
    bot = app.bot_user_id
    made.add_channel(Channel(OPEN, "open", members=[PAT, SAM, bot]))
    made.add_channel(Channel(CLOSED, "closed", is_private=True, members=[PAT, bot]))
    made.add_channel(Channel(SHARED, "shared", is_ext_shared=True, members=[PAT, EXTERNAL, bot]))
    made.add_channel(Channel(ELSEWHERE, "elsewhere", members=[PAT]))
    return made


def client_of(server: RehearsalServer, token: str | None = None) -> WebClient:
    """The real client, which never tries again by itself."""
    token = token or server.workspace.app.bot_token
    return WebClient(token, base_url=server.api_url, retry_handlers=[], timeout=10)


def eventually(check: Callable[[], object], seconds: float = 30.0) -> bool:
    """True as soon as `check` holds; False when it has not after so long."""
    deadline = time.monotonic() + seconds
    while not check():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True


class Ear:
    """Everything the app heard of."""

    def __init__(self) -> None:
        self.heard: list[dict[str, Any]] = []

    def hear(self, body: dict[str, Any]) -> None:
        self.heard.append(body)

    def events(self, kind: str = "message", subtype: str | None = "") -> list[dict[str, Any]]:
        """Events of a type, and of a subtype unless that is ""."""
        events = [body["event"] for body in self.heard if "event" in body]
        return [
            event
            for event in events
            if event["type"] == kind and subtype in ("", event.get("subtype"))
        ]


def listening_app(client: WebClient, ear: Ear) -> App:
    """A real Bolt app that keeps every body it is sent and acknowledges it."""
    app = App(
        client=client,
        process_before_response=True,
        ignoring_self_events_enabled=False,
        signing_secret="not used over sockets",
    )

    @app.middleware
    def keep(body: dict[str, Any], next_: Callable[[], None]) -> None:
        ear.hear(body)
        next_()

    @app.event(re.compile(".*"))
    def on_event() -> None:
        """Heard already."""

    return app


@contextmanager
def connected(server: RehearsalServer, app: App) -> Iterator[SocketModeHandler]:
    """The app over real Socket Mode."""
    handler = SocketModeHandler(
        app, server.workspace.app.app_token, web_client=app.client, ping_interval=0.3
    )
    handler.connect()
    try:
        yield handler
    finally:
        part(server, handler)


def part(server: RehearsalServer, handler: SocketModeHandler) -> None:
    """Close the app's connection, without the seconds that the client's threads wait for news."""
    handler.client.auto_reconnect_enabled = False
    server.cut_sockets()
    handler.client.message_processor.event.set()
    handler.client.message_queue.put("")
    try:
        handler.close()
    except AttributeError:  # the client's own thread let go of the socket in that moment
        handler.close()


def button(action_id: str = "go", text: str = "Go", **more: Any) -> dict[str, Any]:
    return {"type": "button", "action_id": action_id, "text": plain(text), **more}


def plain(text: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": text}


def actions(*elements: dict[str, Any], block_id: str = "row") -> dict[str, Any]:
    return {"type": "actions", "block_id": block_id, "elements": list(elements)}


def modal(callback_id: str = "form", **more: Any) -> dict[str, Any]:
    """A modal with one required field, words of at least three characters."""
    field = {"type": "plain_text_input", "action_id": "words", "min_length": 3}
    block = {"type": "input", "block_id": "said", "label": plain("Words"), "element": field}
    return {
        "type": "modal",
        "callback_id": callback_id,
        "title": plain("A form"),
        "submit": plain("Send"),
        "blocks": [block],
        **more,
    }
