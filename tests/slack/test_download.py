"""A file is fetched from Slack with the token, and the token goes to nobody else."""

import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BufferedIOBase

import pytest
from slack_sdk import WebClient

from bot.slack.wire.download import UnfetchedError, fetch
from tests.rehearsal.anytown import eventually

WAIT = 0.05
"""Seconds between two bytes of a slow file: each comes soon, and the whole never does."""


def drip(out: BufferedIOBase) -> None:
    """Write until nobody reads any more."""
    with suppress(OSError):
        while True:
            out.write(b"0")
            time.sleep(WAIT)


class Keeper:
    """Serves a file, a way elsewhere and an error; keeps what it is shown."""

    def __init__(self, onward: str = "") -> None:
        shown = self.shown = list[str | None]()

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                shown.append(self.headers["Authorization"])
                status = {"/file": 200, "/slow": 200, "/onward": 302}.get(self.path, 403)
                self.send_response(status)
                if status == 302:
                    self.send_header("Location", onward)
                self.end_headers()
                if self.path == "/file":
                    self.wfile.write(b"0123456789")
                elif status == 200:
                    drip(self.wfile)

            def log_message(self, *_: object) -> None:
                """Silent."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_port}"


@pytest.fixture
def other() -> Iterator[Keeper]:
    keeper = Keeper()
    yield keeper
    keeper.server.shutdown()
    keeper.server.server_close()


@pytest.fixture
def slack(other: Keeper) -> Iterator[Keeper]:
    keeper = Keeper(f"{other.url}/file")
    yield keeper
    keeper.server.shutdown()
    keeper.server.server_close()


def client(slack: Keeper) -> WebClient:
    return WebClient("xoxb-not-a-token", base_url=f"{slack.url}/api/")


def test_a_file_is_fetched_with_the_token(slack: Keeper) -> None:
    assert fetch(client(slack), f"{slack.url}/file", 10) == b"0123456789"
    assert slack.shown == ["Bearer xoxb-not-a-token"]


@pytest.mark.parametrize("path", ["/none", "/onward"])
def test_an_error_and_a_way_elsewhere_are_no_file(slack: Keeper, other: Keeper, path: str) -> None:
    with pytest.raises(UnfetchedError):
        fetch(client(slack), slack.url + path, 10)
    assert other.shown == []


def test_a_larger_file_is_not_taken(slack: Keeper) -> None:
    with pytest.raises(UnfetchedError):
        fetch(client(slack), f"{slack.url}/file", 9)


def test_a_file_that_comes_byte_by_byte_is_waited_for_no_longer_than_the_whole_may_take(
    slack: Keeper,
) -> None:
    began = time.monotonic()
    with pytest.raises(UnfetchedError):
        fetch(client(slack), f"{slack.url}/slow", 10_000, seconds=4 * WAIT)
    assert time.monotonic() - began < 20 * WAIT
    assert eventually(lambda: not any(each.name == "download" for each in threading.enumerate()))


def test_nobody_else_is_shown_the_token(slack: Keeper, other: Keeper) -> None:
    for url in (
        f"{other.url}/file",
        "ftp://files.slack.com/x",
        "http://files.slack.com.evil/x",
        "",
    ):
        with pytest.raises(UnfetchedError):
            fetch(client(slack), url, 10)
    assert other.shown == []
