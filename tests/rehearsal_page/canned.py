"""Serves the rehearsal's page with a snapshot that never changes, to see how it is drawn."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from typing import Any

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-src 'self'"
)
_TYPES = {"html": "text/html; charset=utf-8", "css": "text/css", "js": "text/javascript"}
_PAGE = files("bot.rehearsal") / "page"


class Canned(BaseHTTPRequestHandler):
    answers: dict[str, Any]

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path == "/":
            self._file("index.html")
        elif path.startswith("/rehearsal/static/"):
            self._file(path.rpartition("/")[2])
        elif path == "/rehearsal/stream":
            self.send("text/event-stream", b"retry: 600000\n\nevent: changed\ndata: 1\n\n")
        elif path in self.answers:
            answer = self.answers.get(self.path, self.answers[path])
            self.send("application/json", json.dumps(answer).encode())
        else:
            self.send_error(404)

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send("application/json", b'{"ok": true}')

    def log_message(self, *_args: object) -> None:
        """Keep quiet: requests are not what these tests are about."""

    def _file(self, name: str) -> None:
        kind = _TYPES.get(name.rpartition(".")[2], "image/svg+xml")
        self.send(kind, (_PAGE / name).read_bytes())

    def send(self, kind: str, body: bytes, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", CSP)
        with suppress(ConnectionError):  # the frame was closed meanwhile
            self.end_headers()
            self.wfile.write(body)


@contextmanager
def canned(answers: dict[str, Any]) -> Iterator[str]:
    """The address of a page that gets these answers, always."""
    handler = type("Handler", (Canned,), {"answers": answers})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()
