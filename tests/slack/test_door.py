"""Every way in which a call to Slack can fail, on a real socket: one attempt, and its meaning."""

import logging
import socket
from collections.abc import Callable
from typing import Any

import pytest
from slack_sdk import WebClient

from bot.slack.wire.door import DEFAULT_RETRY_AFTER, knock, web_client
from bot.usecases.ports import InDoubtError, NotSentError, RefusedError
from tests.slack.line import RESET, SILENT_END, Does, Line, line, page, says

SECRET, TOKEN = "words-that-nobody-may-log", "xoxb-not-a-token"
Failure = NotSentError | RefusedError | InDoubtError


def call(client: WebClient) -> dict[str, Any]:
    return knock(client.chat_postMessage, channel="C0STRATEGY", text=SECRET)


def failure(at: Line, *, timeout: int = 5) -> Failure:
    """What a call comes to; it is attempted once, and tells nothing of what was sent."""
    client = web_client(TOKEN, at.url)
    client.timeout = timeout
    with pytest.raises((NotSentError, RefusedError, InDoubtError)) as caught:
        call(client)
    assert [each.method for each in at.calls] == ["chat.postMessage"]
    assert SECRET not in repr(caught.value)
    assert TOKEN not in repr(caught.value)
    assert caught.value.__cause__ is None
    found = caught.value
    assert isinstance(found, NotSentError | RefusedError | InDoubtError)
    return found


def refused(error: str, status: str = "200 OK", **headers: str) -> Does:
    return says({"ok": False, "error": error}, status, **headers)


def test_an_answer_is_given_as_it_is() -> None:
    with line(says({"ok": True, "ts": "1.000001", "channel": "C0STRATEGY"})) as at:
        answer = call(web_client(TOKEN, at.url))
    assert answer == {"ok": True, "ts": "1.000001", "channel": "C0STRATEGY"}
    assert at.calls[0].fields["text"] == SECRET


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry_After": "7"}, 7),
        ({"retry_after": "120"}, 120),
        ({"Retry_After": "0"}, 0),
        ({"Retry_After": "soon"}, DEFAULT_RETRY_AFTER),
        ({"Retry_After": "-1"}, DEFAULT_RETRY_AFTER),
        ({"Retry_After": "²"}, DEFAULT_RETRY_AFTER),
        ({}, DEFAULT_RETRY_AFTER),
    ],
    ids=str,
)
def test_too_many_calls_wait_as_long_as_slack_says(headers: dict[str, str], seconds: float) -> None:
    with line(refused("ratelimited", "429 Too Many Requests", **headers)) as at:
        found = failure(at)
    assert isinstance(found, NotSentError)
    assert (found.reason, found.retry_after, found.needs_person) == ("ratelimited", seconds, False)


def test_too_many_calls_are_known_by_the_status_whatever_the_body_is() -> None:
    with line(page(b"<html>slow down</html>", "429 Too Many Requests", Retry_After="3")) as at:
        found = failure(at)
    assert isinstance(found, NotSentError)
    assert found.retry_after == 3


@pytest.mark.parametrize(
    "error", ["not_in_channel", "channel_not_found", "is_archived", "missing_scope"]
)
def test_what_a_person_can_mend_was_not_sent(error: str) -> None:
    with line(refused(error)) as at:
        found = failure(at)
    assert isinstance(found, NotSentError)
    assert (found.reason, found.needs_person, found.retry_after) == (error, True, None)


@pytest.mark.parametrize("error", ["invalid_auth", "token_revoked", "service_unavailable"])
def test_what_may_pass_later_was_not_sent(error: str) -> None:
    with line(refused(error)) as at:
        found = failure(at)
    assert isinstance(found, NotSentError)
    assert (found.reason, found.needs_person) == (error, False)


@pytest.mark.parametrize("error", ["msg_too_long", "invalid_blocks", "an_error_of_next_year"])
def test_any_other_error_of_slacks_is_a_refusal(error: str) -> None:
    with line(refused(error)) as at:
        found = failure(at)
    assert isinstance(found, RefusedError)
    assert found.reason == error


IN_DOUBT: dict[str, Does] = {
    "Slack says that part of it may be done": refused("internal_error"),
    "the same in other words": refused("fatal_error"),
    "a failure that names no error": says({"ok": False}),
    "a server that breaks": refused("", "500 Internal Server Error"),
    "a server that breaks and blames us": refused("invalid_blocks", "503 Service Unavailable"),
    "a page of a gateway": page(b"<html>bad gateway</html>", "502 Bad Gateway"),
    "a page of a proxy that says all is well": page(b"<html>please log in</html>"),
    "a page of a proxy that refuses": page(b"<html>blocked</html>", "403 Forbidden"),
    "nothing at all with a good status": page(b""),
    "a list": says([{"ok": True}]),
    "an empty list": says([]),
    "a word": says("ok"),
    "null": says(None),
    "letters of no alphabet": page(b"\xff\xfe\xfd", Content_Type="text/plain; charset=utf-8"),
    "an alphabet that nobody knows": page(b"{}", Content_Type="text/plain; charset=klingon"),
    "a reset after the request was read": RESET,
    "an end without an answer": SILENT_END,
    "half an answer": Does(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"),
    "something that is not HTTP": Does(b"SSH-2.0-OpenSSH\r\n\r\n"),
}


@pytest.mark.parametrize("does", IN_DOUBT.values(), ids=IN_DOUBT.keys())
def test_what_may_have_arrived_is_in_doubt(does: Does) -> None:
    with line(does) as at:
        found = failure(at)
    assert isinstance(found, InDoubtError)
    assert "html" not in found.reason
    assert len(found.reason) < 60


def test_an_answer_that_comes_too_late_is_in_doubt() -> None:
    with line(Does(wait=30)) as at:
        assert isinstance(failure(at, timeout=1), InDoubtError)


def unused_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port: int = taken.getsockname()[1]
    return port


@pytest.mark.parametrize(
    "address",
    [lambda: f"http://127.0.0.1:{unused_port()}/api/", lambda: "http://slack.invalid/api/"],
    ids=["nobody listens", "no such name"],
)
def test_what_never_left_was_not_sent(address: Callable[[], str]) -> None:
    with pytest.raises(NotSentError) as caught:
        call(web_client(TOKEN, address()))
    assert caught.value.reason == "unreachable"


def test_our_own_loggers_say_nothing_of_a_call(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, logger="bot"):
        for does in (refused("not_in_channel"), page(b"<html></html>"), RESET):
            with line(does) as at:
                failure(at)
    ours = [each for each in caplog.records if each.name.startswith("bot")]
    assert ours == []
    assert SECRET not in caplog.text
    assert TOKEN not in caplog.text
