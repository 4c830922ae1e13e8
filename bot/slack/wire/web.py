"""The HTTP side: Slack's events when they come over HTTP, calendars for those who know their
address, and health for those who watch us."""

import logging
import re
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from hashlib import sha256
from typing import Any

from slack_bolt import App
from slack_bolt.adapter.wsgi import SlackRequestHandler
from waitress.server import create_server

log = logging.getLogger(__name__)

EVENTS_PATH = "/slack/events"

MOST_BYTES = 1024 * 1024
"""The largest request we read. Slack's are a few kilobytes; a modal's at most some hundred."""

THREADS = 16
"""More than the database has writers, so that a button never waits behind events."""

WsgiStart = Callable[..., Any]


class WebServer:
    """One WSGI server in this process. `is_ready` decides readiness; health is being here;
    `calendar` is what a path leads to that is none of ours."""

    def __init__(
        self,
        host: str,
        port: int,
        is_ready: Callable[[], bool],
        app: App | None,
        calendar: Callable[[str], bytes | None] = lambda _: None,
    ) -> None:
        self._is_ready = is_ready
        self._calendar = calendar
        self._bolt = SlackRequestHandler(app, path=EVENTS_PATH) if app is not None else None
        self._server: Any = create_server(
            self._answer,
            host=host,
            port=port,
            threads=THREADS,
            max_request_body_size=MOST_BYTES,
            ident="dots",
            clear_untrusted_proxy_headers=True,
        )
        self._thread = threading.Thread(target=self._server.run, name="web", daemon=True)

    @property
    def port(self) -> int:
        """The port it listens on (useful when 0 was asked for)."""
        return int(self._server.effective_port)

    def start(self) -> None:
        """Begin to answer; returns at once."""
        self._thread.start()

    def stop(self) -> None:
        """Stop listening and finish what was begun."""
        # In the loop's own thread: closed from here, the loop would trip over its own socket.
        with suppress(OSError):  # it was awake already, and has closed before we rang
            self._server.trigger.pull_trigger(self._server.close)
        self._thread.join(timeout=5)
        self._server.task_dispatcher.shutdown(timeout=5)

    def _answer(self, environ: dict[str, Any], start: WsgiStart) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        if path == "/healthz":
            return _plain(start, "200 OK", "ok")
        if path == "/readyz":
            ready = self._is_ready()
            return _plain(start, *(("200 OK", "ready") if ready else _UNREADY))
        if path != EVENTS_PATH or self._bolt is None:
            return self._elsewhere(environ, start, path)
        if not _is_dated(environ):
            return _plain(start, "401 Unauthorized", "unsigned")
        return self._bolt(environ, start)

    def _elsewhere(self, environ: dict[str, Any], start: WsgiStart, path: str) -> Iterable[bytes]:
        is_read = environ.get("REQUEST_METHOD") in ("GET", "HEAD")
        try:
            found = self._calendar(path) if is_read else None
        except Exception as error:  # noqa: BLE001  # waitress would log the path, with its key
            log.error("a calendar could not be made: %s", type(error).__name__)
            return _plain(start, *_UNREADY)
        if found is None:
            return _plain(start, "404 Not Found", "not found")
        return _calendar(environ, start, found)


_UNREADY = ("503 Service Unavailable", "not ready")


def _is_dated(environ: dict[str, Any]) -> bool:
    """Bolt answers 500 to a timestamp that is no number; it deserves a 401."""
    at = str(environ.get("HTTP_X_SLACK_REQUEST_TIMESTAMP", ""))
    return re.fullmatch(r"[0-9]{1,12}", at) is not None


def _calendar(environ: dict[str, Any], start: WsgiStart, content: bytes) -> list[bytes]:
    """A calendar, or word that it is the one they have (RFC 9110, 13.1.2)."""
    tag = f'"{sha256(content).hexdigest()}"'
    headers = [("ETag", tag), ("Cache-Control", "private, max-age=3600")]
    if tag in environ.get("HTTP_IF_NONE_MATCH", ""):
        start("304 Not Modified", headers)
        return []
    headers += [("Content-Type", "text/calendar; charset=utf-8")]
    start("200 OK", [*headers, ("Content-Length", str(len(content)))])
    return [] if environ.get("REQUEST_METHOD") == "HEAD" else [content]


def _plain(start: WsgiStart, status: str, words: str) -> list[bytes]:
    body = words.encode()
    start(status, [("Content-Type", "text/plain"), ("Content-Length", str(len(body)))])
    return [body]
