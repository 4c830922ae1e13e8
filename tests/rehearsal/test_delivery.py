"""Every event reaches the app: over several sockets, again when unanswered, and over HTTP."""

import asyncio
import json
import threading
from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar
from urllib.parse import parse_qs

import pytest
from aiohttp import ClientSession, WSServerHandshakeError
from slack_bolt import App
from slack_sdk import WebClient
from slack_sdk.signature import SignatureVerifier

from bot.rehearsal import AppRegistration, RehearsalServer, Workspace
from tests.rehearsal import anytown
from tests.rehearsal.anytown import OPEN, PAT, Ear, connected, eventually, listening_app, manifest


def test_two_sockets_share_the_events_and_none_comes_twice(
    workspace: Workspace, server: RehearsalServer, client: WebClient
) -> None:
    one, two = Ear(), Ear()
    with (
        connected(server, listening_app(client, one)),
        connected(server, listening_app(client, two)),
    ):
        for number in range(24):
            workspace.people.say(PAT, OPEN, f"{number}")
        assert workspace.idle()
    heard = [body["event_id"] for ear in (one, two) for body in ear.heard]
    assert len(heard) == len(set(heard)) == 24
    assert one.heard
    assert two.heard


def test_an_event_nobody_acknowledges_comes_again_with_its_own_id(
    workspace: Workspace, hasty_server: RehearsalServer
) -> None:
    client = anytown.client_of(hasty_server)
    app = App(client=client, process_before_response=True)
    tries: list[tuple[str, list[str]]] = []

    @app.event("message")
    def on_message(body: dict[str, Any], request: Any) -> None:
        tries.append((body["event_id"], request.headers.get("x-slack-retry-num", ["0"])))
        if len(tries) < 3:
            raise RuntimeError("not yet")

    with connected(hasty_server, app):
        workspace.people.say(PAT, OPEN, "Hello")
        assert workspace.idle()
    assert len({event_id for event_id, _ in tries}) == 1
    assert [number for _, [number] in tries] == ["0", "1", "2"]
    [subject] = {each.subject for each in workspace.journal.attempts()}
    outcomes = [each.outcome for each in workspace.journal.attempts(subject)]
    assert outcomes == ["timeout", "timeout", "acked"]


def test_events_wait_for_an_app_that_comes_back_in_time(
    workspace: Workspace, server: RehearsalServer, client: WebClient, ear: Ear
) -> None:
    workspace.people.say(PAT, OPEN, "Anybody there?")
    with connected(server, listening_app(client, ear)):
        assert workspace.idle()
    assert [event["text"] for event in ear.events()] == ["Anybody there?"]
    assert workspace.journal.lost == 0


@pytest.mark.usefixtures("hasty_server")
def test_events_are_lost_when_nobody_comes(workspace: Workspace) -> None:
    workspace.people.say(PAT, OPEN, "Anybody there?")
    assert workspace.idle()
    assert workspace.journal.lost == 1
    assert [each.outcome for each in workspace.journal.attempts()] == ["no_connection"] * 4


def test_what_happens_before_the_doors_open_is_delivered_after(
    workspace: Workspace, ear: Ear
) -> None:
    workspace.people.say(PAT, OPEN, "Early")
    assert not workspace.idle(0.01)
    server = RehearsalServer(workspace, retry_after=(0.3, 1.0, 10.0)).start()
    with connected(server, listening_app(anytown.client_of(server), ear)):
        assert workspace.idle()
    server.stop()
    assert [event["text"] for event in ear.events()] == ["Early"]


@pytest.mark.usefixtures("listening")
def test_an_app_told_to_refresh_connects_anew_and_misses_nothing(
    workspace: Workspace, server: RehearsalServer, ear: Ear
) -> None:
    server.disconnect("refresh_requested")
    workspace.people.say(PAT, OPEN, "Still there?")
    assert eventually(lambda: bool(ear.events()))
    assert workspace.idle()
    assert len(workspace.journal.calls("apps.connections.open")) >= 2


@pytest.mark.usefixtures("listening")
def test_an_app_whose_sockets_break_connects_again(
    workspace: Workspace, server: RehearsalServer, ear: Ear
) -> None:
    server.cut_sockets()
    assert eventually(lambda: len(workspace.journal.calls("apps.connections.open")) > 1)
    workspace.people.say(PAT, OPEN, "Back again?")
    assert eventually(lambda: bool(ear.events()))


@pytest.mark.usefixtures("server")
def test_an_eleventh_socket_is_sent_away(workspace: Workspace) -> None:
    async def read_frames() -> list[str]:
        async with ClientSession() as session, AsyncExitStack() as open_sockets:
            frames = []
            for _ in range(11):
                url = workspace.call("apps.connections.open", {}, workspace.app.app_token)
                connecting = session.ws_connect(url.body["url"])
                socket = await open_sockets.enter_async_context(connecting)
                frames.append(await socket.receive_json())
            return [frame.get("reason", frame["type"]) for frame in frames]

    assert asyncio.run(read_frames()) == ["hello"] * 10 + ["too_many_websockets"]


@pytest.mark.usefixtures("server")
def test_a_spent_ticket_is_turned_away(workspace: Workspace) -> None:
    url = workspace.call("apps.connections.open", {}, workspace.app.app_token).body["url"]

    async def statuses() -> list[int]:
        async with ClientSession() as session:
            first = await session.ws_connect(url)
            await first.close()
            try:
                await session.ws_connect(url)
            except WSServerHandshakeError as refusal:
                return [refusal.status]
            return []

    assert asyncio.run(statuses()) == [403]


@pytest.mark.usefixtures("listening")
def test_events_can_be_delivered_twice(workspace: Workspace, ear: Ear) -> None:
    workspace.troubles.deliver_twice()
    workspace.people.say(PAT, OPEN, "Once")
    workspace.people.say(PAT, OPEN, "Other")
    assert workspace.idle()
    ids = [body["event_id"] for body in ear.heard]
    assert (len(ids), len(set(ids))) == (3, 2)


@pytest.mark.usefixtures("listening")
def test_events_can_come_out_of_order(workspace: Workspace, ear: Ear) -> None:
    workspace.troubles.out_of_order(4)
    sent = [workspace.people.say(PAT, OPEN, f"{number}")["ts"] for number in range(4)]
    assert workspace.idle()
    got = [event["ts"] for event in ear.events()]
    assert sorted(got) == sent
    attempts = [each.subject.partition("/")[2] for each in workspace.journal.attempts()]
    assert sorted(attempts) == sent


@pytest.mark.usefixtures("listening")
def test_events_held_for_a_shuffle_are_let_go_when_no_more_come(
    workspace: Workspace, ear: Ear
) -> None:
    workspace.troubles.out_of_order(50)
    workspace.people.say(PAT, OPEN, "Alone")
    assert workspace.idle()
    assert len(ear.events()) == 1


def test_an_event_that_is_not_subscribed_or_not_allowed_goes_nowhere() -> None:
    scopes = [scope for scope in anytown.SCOPES if scope != "reactions:read"]
    registration = AppRegistration.from_manifest(
        manifest(scopes=scopes, events=["message.groups", "reaction_added"])
    )
    workspace = anytown.workspace(registration)
    ts = workspace.people.say(PAT, OPEN, "Not subscribed")["ts"]
    workspace.people.react(PAT, OPEN, ts, "eyes")
    workspace.people.say(PAT, anytown.ELSEWHERE, "The app is not here")
    assert workspace.idle(0.0)


@pytest.mark.usefixtures("listening")
def test_nothing_reaches_anybody_in_the_dark(
    workspace: Workspace, server: RehearsalServer, client: WebClient, ear: Ear
) -> None:
    server.go_dark(0.3)
    with pytest.raises(OSError, match=r"reset|closed|Remote"):
        client.chat_postMessage(channel=OPEN, text="x")
    assert workspace.messages(OPEN) == []
    assert eventually(lambda: server.connections == 1)
    workspace.people.say(PAT, OPEN, "Light again")
    assert eventually(lambda: bool(ear.events()))


@dataclass
class Inbox:
    """What an app's own HTTP address was sent, and what it answers next."""

    requests: list[tuple[dict[str, str], str]] = field(default_factory=list)
    answers: list[tuple[int, str]] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)


class _Address(BaseHTTPRequestHandler):
    inbox: ClassVar[Inbox]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.inbox.requests.append(({k.lower(): v for k, v in self.headers.items()}, body))
        status, said = self.inbox.answers.pop(0) if self.inbox.answers else (200, "")
        self.send_response(status)
        for name, value in self.inbox.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said.encode())

    def log_message(self, *_args: object) -> None:
        """Keep quiet."""


@contextmanager
def http_app() -> Iterator[tuple[RehearsalServer, Inbox]]:
    """A rehearsal in HTTP mode, with an address that keeps what it is sent."""
    inbox = Inbox()
    handler = type("Address", (_Address,), {"inbox": inbox})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as address:
        threading.Thread(target=address.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{address.server_port}/slack/events"
        registration = AppRegistration.from_manifest(
            manifest(), socket_mode=False, events_url=url, interactivity_url=url, commands_url=url
        )
        server = RehearsalServer(anytown.workspace(registration), retry_after=(0.02, 0.02)).start()
        yield server, inbox
        server.stop()
        address.shutdown()


def test_http_events_are_signed_and_tried_again() -> None:
    with http_app() as (server, inbox):
        inbox.answers = [(500, ""), (200, "")]
        server.workspace.people.say(PAT, OPEN, "Hello")
        assert server.workspace.idle()
        verifier = SignatureVerifier(server.workspace.app.signing_secret)
    (_, first), (headers, second) = inbox.requests
    assert all(verifier.is_valid_request(body, headers) for headers, body in inbox.requests)
    assert first == second
    assert headers["x-slack-retry-num"] == "1"
    assert headers["x-slack-retry-reason"] == "http_error"
    assert json.loads(first)["event"]["text"] == "Hello"


def test_an_app_may_ask_for_no_retry() -> None:
    with http_app() as (server, inbox):
        inbox.answers, inbox.headers = [(500, "")], {"x-slack-no-retry": "1"}
        server.workspace.people.say(PAT, OPEN, "Hello")
        assert server.workspace.idle()
        assert len(inbox.requests) == 1
        assert server.workspace.journal.lost == 1


def test_http_presses_and_commands_are_forms() -> None:
    with http_app() as (server, inbox):
        inbox.answers = [(200, json.dumps({"text": "Here you are"}))]
        workspace = server.workspace
        workspace.people.slash(PAT, OPEN, "/dots", "help").answer.result(30)
        assert "Here you are" in str(workspace.view_for(PAT))
        rows = [anytown.actions(anytown.button())]
        ts = anytown.client_of(server).chat_postMessage(channel=OPEN, text="x", blocks=rows)["ts"]
        workspace.people.click(PAT, OPEN, ts, "go").answer.result(30)
        assert workspace.idle()
    (_, command), *_ = inbox.requests
    assert parse_qs(command)["command"] == ["/dots"]
    pressed = [body for _, body in inbox.requests if body.startswith("payload=")]
    assert json.loads(parse_qs(pressed[0])["payload"][0])["type"] == "block_actions"


def test_an_http_address_that_is_away_is_tried_until_it_is_lost() -> None:
    with http_app() as (server, _):
        workspace = server.workspace
        object.__setattr__(workspace.app, "events_url", "http://127.0.0.1:9/slack/events")
        workspace.people.say(PAT, OPEN, "Hello")
        assert workspace.idle()
        outcomes = [each.outcome for each in workspace.journal.attempts()]
        assert (outcomes, workspace.journal.lost) == (["connection_failed"] * 3, 1)


def test_an_http_address_proves_itself_by_the_challenge() -> None:
    with http_app() as (server, inbox):
        inbox.answers = [(200, "rehearsal"), (200, "something else"), (500, "rehearsal")]
        assert [server.verify_address() for _ in range(3)] == [True, False, False]
        assert json.loads(inbox.requests[0][1])["type"] == "url_verification"
