"""Hands a real rehearsal's answers to the page, with a script that uses the page.

The stream ends at once: a headless browser told to wait for the page's own time would otherwise
wait for ever. So the page also has to find its connection again, many times.
"""

import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from bot.rehearsal.doors.server import RehearsalServer
from tests.rehearsal_page.canned import DRIVER, Canned, serve

# Milliseconds of the page's time after which it asks for the stream again.
_AGAIN_MS = 50
# Seconds that one look of the driving script lasts: what it waits for takes a few of these.
_PAUSE_S = 0.03
_DRIVER = (Path(__file__).parent / "driver.js").read_bytes()


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_args: object) -> None:
        """Stay where the cookie is given."""


class _Through(Canned):
    server_url: str
    cookie: str

    def do_GET(self) -> None:  # noqa: N802  the base class calls it so
        path = self.path.partition("?")[0]
        if path == "/pause":
            time.sleep(_PAUSE_S)
            self.send("text/plain", b"")
        elif path == "/rehearsal/stream":
            self.send("text/event-stream", f"retry: {_AGAIN_MS}\n\n".encode())
        elif path in ("/", "/driver.js") or path.startswith("/rehearsal/static/"):
            super().do_GET()
        else:
            self._pass_on(None)

    def do_POST(self) -> None:  # noqa: N802  as above
        self._pass_on(self.rfile.read(int(self.headers["Content-Length"])))

    def page(self) -> bytes:
        return super().page().replace(b"</head>", DRIVER + b"</head>")

    def _pass_on(self, body: bytes | None) -> None:
        headers = {"Cookie": self.cookie, "Origin": self.server_url}
        asked = urllib.request.Request(f"{self.server_url}{self.path}", body, headers)  # noqa: S310  loopback
        try:
            with urllib.request.urlopen(asked) as answer:  # noqa: S310  loopback
                self.send("application/json", answer.read())
        except urllib.error.HTTPError as refusal:
            self.send("application/json", refusal.read(), refusal.code)


def _cookie_of(server: RehearsalServer) -> str:
    opener = urllib.request.build_opener(_NoRedirect)
    try:
        opener.open(server.page_url)
    except urllib.error.HTTPError as redirect:
        return str(redirect.headers["Set-Cookie"]).partition(";")[0]
    raise AssertionError("the key opened no session")


@contextmanager
def through(server: RehearsalServer) -> Iterator[str]:
    """The address of the page, on this rehearsal."""
    parts = urlsplit(server.url)
    facts: dict[str, object] = {
        "server_url": f"{parts.scheme}://{parts.netloc}",
        "cookie": _cookie_of(server),
    }
    facts["script"] = _DRIVER
    with serve(type("Handler", (_Through,), facts)) as url:
        yield url
