"""The one way out to Slack's Web API: one attempt a call, and every failure named for what it
means. Never retries: the SDK's own retries can post twice."""

import re
from collections.abc import Callable
from http.client import HTTPException
from socket import gaierror
from ssl import SSLCertVerificationError
from typing import Any
from urllib.error import URLError

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackRequestError
from slack_sdk.web import SlackResponse

from bot.usecases.ports import InDoubtError, NotSentError, RefusedError

TIMEOUT_SECONDS = 10
"""For one call. Half the outbox's lease, so that a claim outlives its call."""

DEFAULT_RETRY_AFTER = 30
"""Seconds to wait after a 429 that does not say how long."""

NEEDS_PERSON = {
    "not_in_channel",
    "channel_not_found",
    "is_archived",
    "missing_scope",
    "no_permission",
    "restricted_action",
    "restricted_action_read_only_channel",
    "restricted_action_thread_only_channel",
    "restricted_action_non_threadable_channel",
    "team_access_not_granted",
    "ekm_access_denied",
}
"""Errors that pass once somebody invites the bot, adds a scope or changes a setting."""

NOT_NOW = {
    "ratelimited",
    "rate_limited",
    "invalid_auth",
    "not_authed",
    "account_inactive",
    "token_revoked",
    "token_expired",
    "service_unavailable",
    "accesslimited",
    "org_login_required",
}
"""Errors that say nothing was done, and that the same call may pass later."""

MAYBE_DONE = {"internal_error", "fatal_error", "request_timeout"}
"""Slack: "some aspect of the operation succeeded before the error was raised"."""


_ERROR_NAME = re.compile(r"[a-z][a-z0-9_]{0,79}")
"""How Slack's errors are written. The SDK puts the beginning of a proxy's page in their place."""

_UNREADABLE = (UnicodeDecodeError, LookupError, AttributeError)
"""What the SDK comes to over an answer in no known letters, or in JSON that is no object."""


def web_client(token: str, base_url: str) -> WebClient:
    """The ordinary client with no retry handlers."""
    return WebClient(token=token, base_url=base_url, timeout=TIMEOUT_SECONDS, retry_handlers=[])


def knock(call: Callable[..., SlackResponse], /, **arguments: Any) -> dict[str, Any]:
    """Make one call. Returns the answer; raises NotSentError, RefusedError or InDoubtError."""
    try:
        answer = call(**arguments)
    except SlackApiError as error:
        raise _meaning(error) from None
    except URLError as error:
        if isinstance(error.reason, ConnectionRefusedError | gaierror | SSLCertVerificationError):
            raise NotSentError("unreachable") from None
        raise InDoubtError("connection lost") from None
    except (OSError, HTTPException, SlackRequestError):
        raise InDoubtError("connection lost") from None
    except _UNREADABLE:
        raise InDoubtError("unreadable answer") from None
    data = answer.data
    return data if isinstance(data, dict) else {}


def _meaning(error: SlackApiError) -> Exception:
    # The original is not chained: its text may carry what we sent.
    answer = error.response
    status = getattr(answer, "status_code", None)
    headers = {
        key.lower(): value for key, value in (getattr(answer, "headers", None) or {}).items()
    }
    data = getattr(answer, "data", None)
    said = str(data.get("error", "")) if isinstance(data, dict) else ""
    name = said if _ERROR_NAME.fullmatch(said) else ""
    if status == 429:
        after = str(headers.get("retry-after", ""))
        seconds = float(after) if re.fullmatch(r"[0-9]{1,6}", after) else float(DEFAULT_RETRY_AFTER)
        return NotSentError("ratelimited", retry_after=seconds)
    if name in NEEDS_PERSON:
        return NotSentError(name, needs_person=True)
    if name in NOT_NOW:
        return NotSentError(name)
    if name in MAYBE_DONE or not name or (status is not None and status >= 500):
        return InDoubtError(name or f"status {status}")
    return RefusedError(name)
