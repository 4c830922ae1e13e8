"""Fetches a file that a person handed to Dots in a form. Keeps nothing."""

from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from slack_sdk import WebClient

TIMEOUT_SECONDS = 2
"""A form is acknowledged within three (docs: interactivity/handling-user-interaction)."""

FILES_HOST = "files.slack.com"
"""Where Slack keeps files (docs: reference/objects/file-object)."""


class UnfetchedError(Exception):
    """The file could not be fetched, or is larger than what was asked for."""


class _NoRedirects(HTTPRedirectHandler):
    """The token goes to nobody else."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


_opener = build_opener(_NoRedirects)


def fetch(client: WebClient, url: str, most_bytes: int) -> bytes:
    """The bytes at one of Slack's addresses. Raises UnfetchedError whatever goes wrong."""
    asked, ours = urlsplit(url), urlsplit(client.base_url)
    if asked.netloc not in (FILES_HOST, ours.netloc) or asked.scheme not in ("https", ours.scheme):
        raise UnfetchedError
    request = Request(url)  # noqa: S310  # its scheme was looked at
    request.add_header("Authorization", f"Bearer {client.token}")
    try:
        with _opener.open(request, timeout=TIMEOUT_SECONDS) as answer:
            content: bytes = answer.read(most_bytes + 1)
    except (HTTPError, OSError, HTTPException):
        raise UnfetchedError from None
    if len(content) > most_bytes:
        raise UnfetchedError
    return content
