"""Fetches a file that a person handed to Dots in a form. Keeps nothing."""

from http.client import HTTPException
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from slack_sdk import WebClient

TIMEOUT_SECONDS = 2
"""For the whole. A form is acknowledged within three (docs:
interactivity/handling-user-interaction)."""

PIECE_BYTES = 65_536

FILES_HOST = "files.slack.com"
"""Where Slack keeps files (docs: reference/objects/file-object)."""


class UnfetchedError(Exception):
    """The file could not be fetched, or is larger than what was asked for."""


class _NoRedirects(HTTPRedirectHandler):
    """The token goes to nobody else."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


_opener = build_opener(_NoRedirects)


def fetch(client: WebClient, url: str, most_bytes: int, seconds: float = TIMEOUT_SECONDS) -> bytes:
    """The bytes at one of Slack's addresses, within so many seconds. Raises UnfetchedError
    whatever goes wrong."""
    asked, ours = urlsplit(url), urlsplit(client.base_url)
    if asked.netloc not in (FILES_HOST, ours.netloc) or asked.scheme not in ("https", ours.scheme):
        raise UnfetchedError
    request = Request(url)  # noqa: S310  # its scheme was looked at
    request.add_header("Authorization", f"Bearer {client.token}")
    # A name that is looked up, or a connection that is made, obeys no deadline: hence a thread.
    answers = SimpleQueue[bytes | None]()
    given = (request, most_bytes, seconds, answers)
    Thread(target=_answer, args=given, name="download", daemon=True).start()
    try:
        content = answers.get(timeout=seconds)
    except Empty:
        content = None
    if content is None:
        raise UnfetchedError
    return content


def _answer(
    request: Request, most_bytes: int, seconds: float, answers: SimpleQueue[bytes | None]
) -> None:
    try:
        answers.put(_read(request, most_bytes, seconds))
    except (HTTPError, OSError, HTTPException):
        answers.put(None)


def _read(request: Request, most_bytes: int, seconds: float) -> bytes | None:
    """None for what is too large, or comes too slowly: nobody waits for it any more."""
    until, content = monotonic() + seconds, b""
    with _opener.open(request, timeout=seconds) as answer:
        while piece := answer.read1(PIECE_BYTES):
            content += piece
            if len(content) > most_bytes or monotonic() > until:
                return None
    return content
