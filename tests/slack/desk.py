"""The Slack side of the house as it runs: a real Bolt app behind a real web server, a real store,
and a stub in the place of Slack's Web API which keeps what it is asked."""

import http.client
import json
import queue
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlencode

from slack_sdk.signature import SignatureVerifier

from bot.slack.app import build_app
from bot.slack.listeners.answers import Answers
from bot.slack.wire.door import web_client
from bot.slack.wire.identity import Identity, Known
from bot.slack.wire.web import EVENTS_PATH, WebServer
from bot.store.engine import Store
from bot.usecases.dots import Dots
from tests.usecases.anytown import Town

SECRET = "not-a-secret"
BOT_USER, BOT_ID, TEAM = "U0DOTSBOT", "B0DOTSBOT", "T0ANYTOWN"
ME = Identity(TEAM, BOT_USER, BOT_ID)


class Asked(NamedTuple):
    """One request to the stub."""

    path: str
    fields: dict[str, Any]


class Stub:
    """Answers every call with `answer`, a status and a JSON value."""

    def __init__(self) -> None:
        self.asked: queue.Queue[Asked] = queue.Queue()
        self.answer: tuple[int, dict[str, Any]] = (200, {"ok": True})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.02,), daemon=True
        )
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/"

    def next(self) -> Asked:
        """The next request; fails the test when none comes."""
        return self.asked.get(timeout=30)

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        stub = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                is_json = "json" in self.headers["Content-Type"]
                fields = json.loads(body) if is_json else dict(parse_qsl(body))
                stub.asked.put(Asked(self.path, fields))
                status, answer = stub.answer
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.end_headers()
                self.wfile.write(json.dumps(answer).encode())

            def log_message(self, *_: object) -> None:
                """Silent."""

        return Handler


class Answered(NamedTuple):
    """What our web server said."""

    status: int
    body: str


class Desk:
    """Events, clicks and commands go in over HTTP, signed as Slack signs them."""

    def __init__(self, store: Store) -> None:
        self.town = Town(store)
        self.stub = Stub()
        self.known = Known()
        self.known.learn(ME)
        self.rings = 0
        self.answers = Answers()
        client = web_client("xoxb-not-a-token", f"{self.stub.url}api/")
        self.dots = Dots(
            store, lambda: self.town.book, self.town.clock, self._ring, self.town.detectors_for
        )
        self.app = build_app(client, SECRET, self.known, self.dots, self.answers)
        self.web = WebServer("127.0.0.1", 0, lambda: self.known() is not None, self.app)
        self.web.start()

    def _ring(self) -> None:
        self.rings += 1

    def close(self) -> None:
        self.web.stop()
        self.answers.close()
        self.stub.stop()

    def event(self, event: dict[str, Any], **outer: Any) -> int:
        """Tell of an event; returns the status Slack would see."""
        body = {
            "token": "x",
            "team_id": TEAM,
            "api_app_id": "A0DOTS",
            "type": "event_callback",
            "event_id": "Ev0001",
            "event_time": 1_800_000_000,
            "authorizations": [{"team_id": TEAM, "user_id": BOT_USER, "is_bot": True}],
            "event": event,
        }
        return self.post(json.dumps(body | outer)).status

    def act(
        self,
        action_id: str,
        user_id: str,
        *,
        home: bool = False,
        view: dict[str, Any] | None = None,
        **action: Any,
    ) -> int:
        """A press of a button, or a choice in a menu: on a message, a home page, or a modal."""
        body = {
            "type": "block_actions",
            "user": {"id": user_id, "team_id": TEAM},
            "team": {"id": TEAM},
            "api_app_id": "A0DOTS",
            "token": "x",
            "trigger_id": "1.2.x",
            "container": {"type": "view" if home else "message"},
            "actions": [
                {"type": "button", "action_id": action_id, "block_id": "b", "action_ts": "1.0"}
                | action
            ],
        }
        if view is not None:
            body |= {"view": view}
        elif not home:
            body |= {"response_url": f"{self.stub.url}answer", "channel": {"id": "C0STRATEGY"}}
        return self.form({"payload": json.dumps(body)}).status

    def command(self, text: str, user_id: str) -> Answered:
        """/dots, as a person types it."""
        return self.form(
            {
                "command": "/dots",
                "text": text,
                "user_id": user_id,
                "team_id": TEAM,
                "channel_id": "C0STRATEGY",
                "api_app_id": "A0DOTS",
                "token": "x",
                "trigger_id": "1.2.x",
                "response_url": f"{self.stub.url}answer",
            }
        )

    def form(self, fields: dict[str, str]) -> Answered:
        return self.post(urlencode(fields), content_type="application/x-www-form-urlencoded")

    def post(
        self, body: str, *, content_type: str = "application/json", **headers: str
    ) -> Answered:
        """One signed request; `headers` replace what Slack would send."""
        at = str(int(time.time()))
        signature = SignatureVerifier(SECRET).generate_signature(timestamp=at, body=body)
        sent = {
            "Content-Type": content_type,
            "X-Slack-Request-Timestamp": at,
            "X-Slack-Signature": signature or "",
        }
        return self.request("POST", EVENTS_PATH, body, sent | headers)

    def request(
        self, method: str, path: str, body: str = "", headers: dict[str, str] | None = None
    ) -> Answered:
        connection = http.client.HTTPConnection("127.0.0.1", self.web.port, timeout=10)
        try:
            connection.request(method, path, body.encode(), headers or {})
            answer = connection.getresponse()
            return Answered(answer.status, answer.read().decode())
        finally:
            connection.close()
