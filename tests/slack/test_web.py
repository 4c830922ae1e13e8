"""The web server takes what Slack signed a moment ago, and nothing else."""

import http.client
import socket
import time

import pytest
from slack_sdk.signature import SignatureVerifier

from bot.slack.wire.web import EVENTS_PATH, MOST_BYTES, WebServer
from tests.slack.desk import SECRET, Desk

BODY = '{"type": "url_verification", "challenge": "abc", "token": "x"}'


def signed_at(seconds: float) -> dict[str, str]:
    """Headers that are right but for their time: so many seconds from now."""
    at = str(int(time.time() + seconds))
    signature = SignatureVerifier(SECRET).generate_signature(timestamp=at, body=BODY)
    return {"X-Slack-Request-Timestamp": at, "X-Slack-Signature": signature or ""}


def test_what_slack_signed_is_taken(desk: Desk) -> None:
    assert desk.post(BODY).status == 200


@pytest.mark.parametrize("seconds", [-301, -86_400, 301])
def test_what_was_signed_too_long_ago_or_ahead_is_refused(desk: Desk, seconds: float) -> None:
    assert desk.post(BODY, **signed_at(seconds)).status == 401


@pytest.mark.parametrize("seconds", [-290, 290])
def test_a_clock_a_little_off_is_forgiven(desk: Desk, seconds: float) -> None:
    assert desk.post(BODY, **signed_at(seconds)).status == 200


@pytest.mark.parametrize("junk", ["", "soon", "-1", "1e9", "²", "9" * 5000, "17 67225600", "0x1"])
def test_a_timestamp_that_is_no_number_is_refused(desk: Desk, junk: str) -> None:
    assert desk.post(BODY, **{"X-Slack-Request-Timestamp": junk}).status == 401


@pytest.mark.parametrize("signature", ["", "v0=", "v0=" + "0" * 64, "junk", "v1=abc"])
def test_a_signature_that_is_not_slacks_is_refused(desk: Desk, signature: str) -> None:
    assert desk.post(BODY, **{"X-Slack-Signature": signature}).status == 401


def test_what_is_not_signed_at_all_is_refused(desk: Desk) -> None:
    headers = {"Content-Type": "application/json"}
    assert desk.request("POST", EVENTS_PATH, BODY, headers).status == 401


def test_a_signature_of_other_words_is_refused(desk: Desk) -> None:
    assert desk.post(BODY.replace("abc", "xyz"), **signed_at(0)).status == 401


def test_a_body_beyond_the_limit_is_refused_and_the_next_is_taken(desk: Desk) -> None:
    with socket.create_connection(("127.0.0.1", desk.web.port), timeout=30) as caller:
        head = f"POST {EVENTS_PATH} HTTP/1.1\r\nHost: x\r\nContent-Length: {MOST_BYTES + 1}\r\n\r\n"
        caller.sendall(head.encode())
        assert caller.recv(100).startswith(b"HTTP/1.1 413")
    assert desk.post(BODY).status == 200


def test_health_and_readiness_are_told_apart(desk: Desk) -> None:
    assert desk.request("GET", "/healthz") == (200, "ok")
    assert desk.request("GET", "/readyz") == (200, "ready")
    server = WebServer("127.0.0.1", 0, lambda: False, None)
    server.start()
    desk.web.stop()
    desk.web = server
    assert desk.request("GET", "/healthz").status == 200
    assert desk.request("GET", "/readyz").status == 503


def test_over_sockets_there_is_no_door_for_events(desk: Desk) -> None:
    server = WebServer("127.0.0.1", 0, lambda: True, None)
    server.start()
    desk.web.stop()
    desk.web = server
    assert desk.post(BODY).status == 404


@pytest.mark.parametrize(
    "path", ["/", "/slack", "/slack/events/more", "/metrics", "/slack/install"]
)
def test_there_is_nothing_else_behind_the_door(desk: Desk, path: str) -> None:
    assert desk.request("GET", path).status == 404
    assert desk.request("POST", path, BODY).status == 404


def test_getting_the_events_path_does_nothing(desk: Desk) -> None:
    assert desk.request("GET", EVENTS_PATH).status in (401, 404, 405)


def test_it_stops_at_once_and_can_be_stopped_only_when_done(desk: Desk) -> None:
    desk.post(BODY)
    started = time.monotonic()
    desk.web.stop()
    assert time.monotonic() - started < 4  # a thread that does not end is waited for longer
    with pytest.raises(OSError, match="refused"):
        desk.request("GET", "/healthz")
    desk.web = WebServer("127.0.0.1", 0, lambda: True, None)
    desk.web.start()


def test_a_calendar_is_given_once_and_then_said_to_be_the_same(desk: Desk) -> None:
    desk.web.stop()
    calendars = {"/calendar/anytown/key.ics": b"BEGIN:VCALENDAR"}
    desk.web = WebServer("127.0.0.1", 0, lambda: True, None, calendars.get)
    desk.web.start()
    first = ask(desk, "GET", "/calendar/anytown/key.ics")
    assert (first.status, first.read()) == (200, b"BEGIN:VCALENDAR")
    assert first.headers["Content-Type"] == "text/calendar; charset=utf-8"
    again = ask(desk, "GET", "/calendar/anytown/key.ics", {"If-None-Match": first.headers["ETag"]})
    assert (again.status, again.read()) == (304, b"")
    head = ask(desk, "HEAD", "/calendar/anytown/key.ics")
    assert (head.status, head.headers["Content-Length"]) == (200, "15")
    assert desk.request("POST", "/calendar/anytown/key.ics", BODY).status == 404
    assert desk.request("GET", "/calendar/anytown/other.ics").status == 404


def ask(
    desk: Desk, method: str, path: str, headers: dict[str, str] | None = None
) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", desk.web.port, timeout=30)
    connection.request(method, path, headers=headers or {})
    return connection.getresponse()


def test_the_key_of_a_calendar_is_not_logged_when_it_cannot_be_made(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_: str) -> bytes:
        raise RuntimeError("the-key")

    desk.web.stop()
    desk.web = WebServer("127.0.0.1", 0, lambda: True, None, broken)
    desk.web.start()
    assert desk.request("GET", "/calendar/anytown/the-key.ics").status == 503
    assert "a calendar could not be made: RuntimeError" in caplog.text
    assert "the-key" not in caplog.text
