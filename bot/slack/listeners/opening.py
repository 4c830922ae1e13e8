"""Opens a form where a button was pressed: at once, because what allows it lasts three seconds."""

import logging
from typing import Any

from slack_sdk import WebClient

from bot.slack.listeners.answers import Answers
from bot.slack.wire.door import knock
from bot.usecases.ports import InDoubtError, NotSentError, RefusedError

log = logging.getLogger(__name__)


class Opening:
    """Opens and changes views; where one cannot be opened, whoever pressed is told in words."""

    def __init__(self, client: WebClient, answers: Answers) -> None:
        self._client = client
        self._answers = answers

    def open(self, body: dict[str, Any], view: dict[str, Any], otherwise: str) -> None:
        """Open a form on top of what the person sees: a first one, or one more on an open form.
        `otherwise` is said to this person alone when Slack does not let it open any more."""
        on_a_form = (body.get("container") or {}).get("type") == "view" and "view" in body
        is_modal = on_a_form and body["view"].get("type") == "modal"
        call = self._client.views_push if is_modal else self._client.views_open
        try:
            knock(call, trigger_id=body["trigger_id"], view=view)
        except (NotSentError, RefusedError, InDoubtError) as error:
            log.warning("a form could not be opened: %s", error.reason)
            self._say(body, otherwise)

    def replace(self, body: dict[str, Any], view: dict[str, Any]) -> None:
        """Show another view in the place of the one that was pressed; soon, not at once."""
        self._answers.later(self._client.views_update, view_id=body["view"]["id"], view=view)

    def _say(self, body: dict[str, Any], words: str) -> None:
        channel = (body.get("channel") or {}).get("id") or body.get("channel_id")
        user = (body.get("user") or {}).get("id") or body.get("user_id")
        if channel and user:
            self._answers.later(
                self._client.chat_postEphemeral, channel=channel, user=user, text=words
            )
