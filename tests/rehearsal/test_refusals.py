"""What Slack refuses, the rehearsal refuses; and it fails as it is told to."""

import socket
import time
from collections.abc import Iterator
from datetime import timedelta
from http.client import HTTPConnection
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.rehearsal import AppRegistration, RehearsalServer, Workspace
from bot.rehearsal.web_api.table import METHODS
from tests.rehearsal import anytown
from tests.rehearsal.anytown import CLOSED, OPEN, PAT, client_of, manifest


def error_of(client: WebClient, method: str, **arguments: Any) -> str:
    with pytest.raises(SlackApiError) as caught:
        client.api_call(method, params=arguments)
    error: str = caught.value.response["error"]
    return error


@pytest.fixture
def paced() -> Iterator[RehearsalServer]:
    """A workspace that counts calls as Slack does."""
    server = RehearsalServer(anytown.workspace(rates_on=True)).start()
    yield server
    server.stop()


def test_a_call_needs_a_token_and_the_right_one(server: RehearsalServer) -> None:
    app_token = server.workspace.app.app_token
    assert error_of(client_of(server, "xoxb-wrong"), "auth.test") == "invalid_auth"
    assert error_of(client_of(server, app_token), "auth.test") == "not_allowed_token_type"
    nobody = WebClient(base_url=server.api_url, retry_handlers=[])
    assert error_of(nobody, "auth.test") == "not_authed"
    assert nobody.api_test()["ok"]
    assert error_of(client_of(server), "apps.connections.open") == "not_allowed_token_type"


def test_a_method_the_rehearsal_does_not_know_is_unknown(client: WebClient) -> None:
    assert error_of(client, "admin.users.remove") == "unknown_method"


def test_who_the_app_is_and_what_it_may_is_told(workspace: Workspace, client: WebClient) -> None:
    answer = client.auth_test()
    assert answer["user_id"] == workspace.app.bot_user_id
    assert answer["bot_id"] == workspace.app.bot_id
    assert sorted(answer.headers["x-oauth-scopes"].split(",")) == sorted(anytown.SCOPES)
    assert answer.headers["Date"].startswith("Tue, 05 Jan 2027 09:30")
    assert client.bots_info(bot=workspace.app.bot_id)["bot"]["app_id"] == workspace.app.app_id
    assert client.team_info()["team"]["id"] == workspace.team.id


@pytest.mark.parametrize("method", [name for name, each in METHODS.items() if each.scopes])
def test_every_method_asks_for_its_scope(method: str) -> None:
    workspace = anytown.workspace(AppRegistration.from_manifest(manifest(scopes=[])))
    if method == "apps.connections.open":
        return
    reply = workspace.call(method, {}, workspace.app.bot_token)
    assert reply.body["error"] == "missing_scope"
    assert reply.body["needed"] == ",".join(METHODS[method].scopes)


def test_a_private_channel_needs_the_scope_for_private_ones() -> None:
    registration = AppRegistration.from_manifest(manifest(scopes=["channels:history"]))
    workspace = anytown.workspace(registration)
    token = workspace.app.bot_token
    assert workspace.call("conversations.history", {"channel": OPEN}, token).body["ok"]
    refusal = workspace.call("conversations.history", {"channel": CLOSED}, token).body
    assert (refusal["error"], refusal["needed"]) == ("missing_scope", "groups:history")
    assert refusal["provided"] == "channels:history"


@pytest.mark.parametrize(
    ("method", "arguments", "error"),
    [
        ("conversations.info", {}, "invalid_arguments"),
        ("conversations.history", {"channel": anytown.ELSEWHERE}, "not_in_channel"),
        ("conversations.history", {"channel": OPEN, "limit": 1000}, "invalid_limit"),
        ("conversations.history", {"channel": OPEN, "limit": "many"}, "invalid_arguments"),
        ("conversations.history", {"channel": OPEN, "cursor": "???"}, "invalid_cursor"),
        ("conversations.history", {"channel": OPEN, "oldest": "then"}, "invalid_ts_oldest"),
        ("conversations.list", {"types": "secret_channel"}, "invalid_types"),
        ("conversations.join", {"channel": CLOSED}, "method_not_supported_for_channel_type"),
        ("conversations.open", {"users": "U0NOBODY01"}, "user_not_found"),
        ("users.info", {"user": "U0NOBODY01"}, "user_not_found"),
        ("users.conversations", {"user": "U0NOBODY01"}, "user_not_found"),
        ("bots.info", {"bot": "B0OTHER001"}, "bot_not_found"),
        ("team.info", {"team": "T0OTHER001"}, "team_not_found"),
        ("files.info", {"file": "F0NONE0001"}, "file_not_found"),
        ("files.getUploadURLExternal", {"filename": "a", "length": 0}, "invalid_arguments"),
        ("files.completeUploadExternal", {"files": "[]"}, "invalid_arguments"),
        ("views.open", {"trigger_id": "1.2.a"}, "invalid_arguments"),
        (
            "reactions.remove",
            {"channel": OPEN, "timestamp": "1.1", "name": "x"},
            "message_not_found",
        ),
        ("reactions.add", {"channel": anytown.ELSEWHERE, "timestamp": "1.1"}, "not_in_channel"),
        ("chat.postMessage", {"channel": OPEN, "attachments": "{}"}, "invalid_arguments"),
        ("chat.postMessage", {"channel": OPEN, "attachments": [{}] * 101}, "too_many_attachments"),
    ],
)
def test_each_refusal_has_slacks_name(
    workspace: Workspace, method: str, arguments: dict[str, Any], error: str
) -> None:
    reply = workspace.call(method, arguments, workspace.app.bot_token)
    assert (reply.body["ok"], reply.body["error"]) == (False, error)


def test_channels_are_listed_by_kind_and_membership(client: WebClient) -> None:
    everything = client.conversations_list(types="public_channel,private_channel")["channels"]
    assert len(everything) == 4
    mine = client.users_conversations(types="public_channel")["channels"]
    assert [each["id"] for each in mine] == [OPEN, anytown.SHARED]
    joined = client.conversations_join(channel=anytown.ELSEWHERE)
    assert joined["channel"]["is_member"] is True
    assert client.conversations_open(users=PAT)["channel"]["id"].startswith("D")


def test_a_body_that_is_no_json_is_refused_in_slacks_words(server: RehearsalServer) -> None:
    host = server.url.removeprefix("http://")
    connection = HTTPConnection(host)
    connection.request("POST", "/api/api.test", "{", {"Content-Type": "application/json"})
    assert b"invalid_json" in connection.getresponse().read()
    connection.close()


def test_posting_too_fast_is_refused_until_retry_after_has_passed(paced: RehearsalServer) -> None:
    client, workspace = client_of(paced), paced.workspace
    for number in range(3):
        client.chat_postMessage(channel=OPEN, text=f"{number}")
    with pytest.raises(SlackApiError) as caught:
        client.chat_postMessage(channel=OPEN, text="too soon")
    assert caught.value.response.status_code == 429
    assert caught.value.response.headers["Retry-After"] == "1"
    assert workspace.rates.calls_too_soon == 0
    assert error_of(client, "chat.postMessage", channel=OPEN, text="again") == "ratelimited"
    assert workspace.rates.calls_too_soon == 1
    client.chat_postMessage(channel=CLOSED, text="another channel")
    workspace.clock.go_to(workspace.clock.now() + timedelta(seconds=1))
    client.chat_postMessage(channel=OPEN, text="in time")


def test_each_method_has_its_own_pace(paced: RehearsalServer) -> None:
    workspace = paced.workspace
    token = workspace.app.bot_token

    def calls(method: str) -> int:
        done = 0
        while workspace.call(method, {}, token).status == 200:
            done += 1
        return done

    assert calls("conversations.list") == 4
    assert calls("users.info") == 20
    assert workspace.call("conversations.list", {}, token).status == 429


def test_a_workspace_takes_only_so_many_posts_at_once(paced: RehearsalServer) -> None:
    workspace = paced.workspace
    people = [anytown.PAT, anytown.SAM, OPEN, CLOSED, anytown.SHARED]
    places = [channel for channel in people for _ in range(3)] + [f"C{n}" for n in range(9)]
    statuses = [
        workspace.call("chat.postMessage", {"channel": each, "text": "x"}, workspace.app.bot_token)
        for each in places
    ]
    assert [each.status for each in statuses].count(429) == len(places) - 20


def test_a_post_whose_answer_is_lost_is_posted_once(
    workspace: Workspace, client: WebClient
) -> None:
    workspace.troubles.next_calls("drop_after", "chat.postMessage")
    with pytest.raises(OSError, match=r"reset|closed|Remote"):
        client.chat_postMessage(
            channel=OPEN, text="Once", metadata={"event_type": "a", "event_payload": {"k": "1"}}
        )
    assert [each["text"] for each in workspace.messages(OPEN)] == ["Once"]
    [post] = workspace.journal.calls("chat.postMessage")
    assert (post.outcome, post.fate) == ("ok", "answer_lost")
    [found] = client.conversations_history(channel=OPEN, include_all_metadata=True)["messages"]
    assert found["metadata"]["event_payload"] == {"k": "1"}


def test_the_default_client_posts_twice_when_the_answer_is_lost(server: RehearsalServer) -> None:
    workspace = server.workspace
    workspace.troubles.next_calls("drop_after", "chat.postMessage")
    eager = WebClient(workspace.app.bot_token, base_url=server.api_url)
    eager.chat_postMessage(channel=OPEN, text="Twice")
    assert len(workspace.messages(OPEN)) == 2


def test_calls_fail_as_often_as_asked_and_then_work(
    workspace: Workspace, client: WebClient
) -> None:
    workspace.troubles.next_calls("error_500", "auth.test", times=2)
    for _ in range(2):
        with pytest.raises(SlackApiError) as caught:
            client.auth_test()
        assert caught.value.response.status_code == 500
    assert client.auth_test()["ok"]
    workspace.troubles.next_calls("drop_before", "chat.postMessage")
    with pytest.raises(OSError, match=r"reset|closed|Remote"):
        client.chat_postMessage(channel=OPEN, text="Never")
    assert workspace.messages(OPEN) == []
    outcomes = [call.outcome for call in workspace.journal.calls("auth.test")]
    assert outcomes == ["error_500", "error_500", "ok"]


def test_an_asked_for_429_forbids_the_method_for_its_time(
    workspace: Workspace, client: WebClient
) -> None:
    workspace.troubles.next_calls("ratelimited", "chat.postMessage", seconds=30)
    assert error_of(client, "chat.postMessage", channel=OPEN, text="x") == "ratelimited"
    assert error_of(client, "chat.postMessage", channel=OPEN, text="x") == "ratelimited"
    assert workspace.rates.calls_too_soon == 1
    workspace.clock.go_to(workspace.clock.now() + timedelta(seconds=30))
    assert client.chat_postMessage(channel=OPEN, text="x")["ok"]


def test_an_answer_can_be_late(workspace: Workspace, client: WebClient) -> None:
    workspace.troubles.next_calls("delay", seconds=0.3)
    before = time.monotonic()
    client.auth_test()
    assert time.monotonic() - before >= 0.3


def test_troubles_can_be_taken_back(workspace: Workspace, client: WebClient) -> None:
    workspace.troubles.next_calls("error_500", times=99)
    workspace.troubles.deliver_twice(9)
    workspace.troubles.clear()
    assert client.auth_test()["ok"]
    assert not workspace.troubles.take_twice()


def test_a_port_that_is_taken_is_said_at_once(server: RehearsalServer) -> None:
    port = int(server.url.rpartition(":")[2])
    with pytest.raises(OSError, match="address"):
        RehearsalServer(anytown.workspace(), port=port).start()


def test_nothing_listens_after_a_stop(workspace: Workspace) -> None:
    server = RehearsalServer(workspace).start()
    port = int(server.url.rpartition(":")[2])
    server.stop()
    server.stop()
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0


def test_no_token_shows_in_what_is_printed_of_an_app(workspace: Workspace) -> None:
    shown = repr(workspace.app)
    secrets = (workspace.app.bot_token, workspace.app.app_token, workspace.app.signing_secret)
    assert not any(secret in shown for secret in secrets)
