"""Asks Slack who we are, until it answers; a wrong token is said at once, not tried for ever."""

import logging
from collections.abc import Callable
from typing import NamedTuple

from slack_sdk import WebClient

from bot.slack.wire.door import knock
from bot.usecases.ports import InDoubtError, NotSentError, RefusedError

log = logging.getLogger(__name__)

WRONG_TOKEN = {"invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired"}

RETRY_SECONDS = (1, 2, 5, 10, 30)
"""Waits between attempts while Slack cannot be reached; the last one repeats."""


class Identity(NamedTuple):
    """Who we are in the workspace, as auth.test said."""

    team_id: str
    bot_user_id: str
    bot_id: str


class WrongTokenError(Exception):
    """Slack does not accept the bot's token."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"Slack did not accept SLACK_BOT_TOKEN (it said “{reason}”). Copy the Bot User OAuth "
            "Token, which begins with xoxb-, from the app's OAuth & Permissions page. "
            "Nothing was sent. `dots doctor` checks the rest."
        )


def identify(client: WebClient, wait: Callable[[float], bool]) -> Identity | None:
    """Who we are; None when `wait` (seconds) says that we should stop. Raises WrongTokenError."""
    tries = 0
    while True:
        try:
            answer = knock(client.auth_test)
        except (NotSentError, RefusedError, InDoubtError) as error:
            if error.reason in WRONG_TOKEN:
                raise WrongTokenError(error.reason) from None
            log.warning("Slack does not answer yet: %s", error.reason)
            if wait(RETRY_SECONDS[min(tries, len(RETRY_SECONDS) - 1)]):
                return None
            tries += 1
        else:
            return Identity(
                str(answer.get("team_id", "")),
                str(answer.get("user_id", "")),
                str(answer.get("bot_id", "")),
            )


class Known:
    """Holds our identity once it is known."""

    def __init__(self) -> None:
        self._identity: Identity | None = None

    def learn(self, identity: Identity) -> None:
        """From now on events may be taken."""
        self._identity = identity

    def __call__(self) -> Identity | None:
        """Our identity, or None while Slack has not answered."""
        return self._identity

    @property
    def bot_user_id(self) -> str:
        """Our user id; "" while it is not known."""
        return self._identity.bot_user_id if self._identity else ""
