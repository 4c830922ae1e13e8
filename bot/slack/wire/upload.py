"""Hands files over to Slack."""

from http.client import HTTPException
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from slack_sdk import WebClient

from bot.slack.wire.door import knock
from bot.usecases.ports import InDoubtError, NotSentError

TIMEOUT_SECONDS = 15
"""For one file, of some hundred kB: within the outbox's lease, with the call before it."""


def hand_over(client: WebClient, name: str, content: bytes, alt: str = "") -> str:
    """Give Slack a file that nobody sees yet; returns its id. Raises NotSentError or RefusedError:
    handing a file over once more does no harm."""
    try:
        answer = knock(
            client.files_getUploadURLExternal,
            filename=name,
            length=len(content),
            alt_txt=alt or None,
        )
    except InDoubtError as error:
        raise NotSentError(error.reason) from None  # an address too many does no harm
    pour(str(answer["upload_url"]), content)
    return str(answer["file_id"])


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
