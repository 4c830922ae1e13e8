"""Hands bytes over to the address that Slack gave for a file. Shows nothing to anybody."""

from http.client import HTTPException
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from bot.usecases.ports import NotSentError

TIMEOUT_SECONDS = 15
"""For one file, of some hundred kB: within the outbox's lease, with the call before it."""


def pour(url: str, content: bytes) -> None:
    """Post the bytes. Raises NotSentError whatever goes wrong: a file that was not handed over
    whole cannot be shown, and may be handed over again."""
    if urlsplit(url).scheme not in ("http", "https"):
        raise NotSentError("no address for the file")
    request = Request(url, data=content, method="POST")  # noqa: S310  # its scheme was looked at
    request.add_header("Content-Type", "application/octet-stream")
    try:
        with urlopen(request, timeout=TIMEOUT_SECONDS) as answer:  # noqa: S310  # as above
            status = answer.status
    except HTTPError as error:
        raise NotSentError(f"file not taken: status {error.code}") from None
    except (OSError, HTTPException):
        raise NotSentError("connection lost") from None
    if status != 200:
        raise NotSentError(f"file not taken: status {status}")
