"""Somebody uses the page on a real rehearsal, with an app behind it that answers."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from slack_bolt import Ack, App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

from bot.rehearsal.cast.cast import Cast
from bot.rehearsal.cast.people import ASKING_CHANNELS, TEAM
from bot.rehearsal.clock import RehearsalClock
from bot.rehearsal.doors.director import Upcoming
from bot.rehearsal.doors.server import RehearsalServer
from bot.rehearsal.permits.registration import AppRegistration
from bot.rehearsal.workspace import Workspace
from bot.rehearsal.world.state import JSON
from tests.rehearsal_page.browser import CHROMIUM, dump
from tests.rehearsal_page.canned import driven
from tests.rehearsal_page.snapshot import INPUTS, PRIVATE_LINE, PROMPT, label
from tests.rehearsal_page.through import through

START = datetime(2027, 1, 5, 9, 40, tzinfo=UTC)
SCOPES = "chat:write channels:history groups:history im:history im:write channels:read commands"

# Milliseconds of the page's own time; it passes only while the page waits for nothing.
BUDGET_MS = 4_000

pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="no Chromium here: nobody can use the page (Debian: chromium)"
)


class Tuesday:
    """A director who knows of one thing to come."""

    cast_answers = False

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def upcoming(self) -> list[Upcoming]:
        return [Upcoming(START + timedelta(days=7), "Dots asks the next question")]

    def next_at(self) -> datetime | None:
        return None

    def go_to(self, at: datetime) -> None:
        self._workspace.clock.go_to(at)


def new_workspace() -> Workspace:
    app = AppRegistration(
        scopes=frozenset(SCOPES.split()),
        bot_events=frozenset({"message.channels", "app_home_opened"}),
        commands=frozenset({"/dots"}),
    )
    return Workspace(RehearsalClock(START), app, TEAM)


def on_reply(event: JSON, client: WebClient) -> None:
    if event.get("thread_ts") and not event.get("subtype"):
        where = {"channel": event["channel"], "thread_ts": event["thread_ts"]}
        line = {"text": "Thank you", "blocks": PRIVATE_LINE["blocks"]}
        client.chat_postEphemeral(user=event["user"], **where, **line)


def on_answer(ack: Ack, body: JSON, client: WebClient) -> None:
    ack()
    words = {"title": label("Answer privately"), "submit": label("Send"), "blocks": INPUTS}
    view = {"type": "modal", "callback_id": "answer", **words}
    client.views_open(trigger_id=body["trigger_id"], view=view)


def on_send(ack: Ack, view: JSON) -> None:
    if len(view["state"]["values"]["said"]["words"]["value"]) < 10:
        ack(response_action="errors", errors={"said": "Say a little more."})
    else:
        ack()


def on_leave_out(ack: Ack, respond: Any) -> None:
    ack()
    respond(text="You are left out.", replace_original=True)


def on_home(event: JSON, client: WebClient) -> None:
    client.views_publish(user_id=event["user"], view={"type": "home", "blocks": PROMPT})


def app_on(server: RehearsalServer) -> SocketModeHandler:
    registered = server.workspace.app
    client = WebClient(registered.bot_token, base_url=server.api_url)
    app = App(client=client, token_verification_enabled=False)
    app.event("message")(on_reply)
    app.event("app_home_opened")(on_home)
    app.action("private")(on_answer)
    app.action("leave")(on_leave_out)
    app.view("answer")(on_send)
    return SocketModeHandler(app, registered.app_token)


@pytest.fixture(scope="module")
def journey(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[dict[str, Any], Workspace]]:
    """What the driving script saw, and the workspace it left behind."""
    workspace = new_workspace()
    Cast(workspace, seed=1).enter()
    server = RehearsalServer(workspace, director=Tuesday(workspace)).start()
    app = app_on(server)
    app.connect()
    asked = {"channel": ASKING_CHANNELS[0], "text": "What word? (LC4)", "blocks": PROMPT}
    workspace.call("chat.postMessage", asked, workspace.app.bot_token)
    try:
        with through(server) as url:
            there = f"{url}#as=U0POLICE1&at={ASKING_CHANNELS[0]}"
            profile = tmp_path_factory.mktemp("profile")
            yield driven(dump(there, profile, BUDGET_MS)), workspace
    finally:
        app.close()
        server.stop()


def test_the_journey_comes_to_its_end(journey: tuple[dict[str, Any], Workspace]) -> None:
    assert "failure" not in journey[0], journey[0]["failure"]


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("privateLine", "Only visible to you"),
        ("afterPress", "You are left out."),
        ("editing", "We say <b>risk</b> & mean three things."),
        ("edited", "We say risk, and mean three things."),
        ("reaction", "raised hands, 1: Idris Penhallow-Reed"),
        ("required", "Please complete this required field."),
        ("refused", "Say a little more."),
        ("focused", "short"),
        ("command", "/nothing is not a valid command."),
        ("home", "A question to be curious about"),
        ("focusKept", "App Home"),
        ("look", "chat.postMessage: ok"),
        ("look", "In plain textWhat word? (LC4)"),
        ("lookedFrom", "Look behind"),
        ("trouble", "On: 5 to come"),
        ("planned", "Dots asks the next question"),
        ("playing", "Pause"),
        ("clock", "Tuesday, 12 January 2027, 09:40"),
        ("choice", "Housing manager · Housing Anytown Homes (a housing association)"),
        ("who", "You are Bram Oyelaran-Stone Housing manager"),
        ("back", "who"),
        ("others", "places-and-spaces"),
    ],
)
def test_a_person_sees(journey: tuple[dict[str, Any], Workspace], moment: str, words: str) -> None:
    assert words in journey[0].get(moment, "")


def test_what_was_done_in_the_page_is_in_the_workspace(
    journey: tuple[dict[str, Any], Workspace],
) -> None:
    prompt, reply = journey[1].messages(ASKING_CHANNELS[0])
    assert prompt["reply_count"] == 1
    assert reply["text"] == "We say risk, and mean three things."
    assert reply["edited"]["user"] == "U0POLICE1"
    assert reply["reactions"] == [{"name": "raised_hands", "users": ["U0POLICE1"], "count": 1}]


def test_another_organization_sees_neither_private_channels_nor_a_home(
    journey: tuple[dict[str, Any], Workspace],
) -> None:
    others = journey[0].get("others", "exploitation-strategy App Home")
    assert "exploitation-strategy" not in others
    assert "App Home" not in others
