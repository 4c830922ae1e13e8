"""Opens a form where a button was pressed, soon: what allows it lasts three seconds."""

import time
from collections.abc import Callable
from functools import partial
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.slack.listeners.answers import Answers

TRIES, BETWEEN_SECONDS = 10, 0.3
"""How often a view is asked for that is on its way to the screen: three seconds, which is all the
time that Slack gives an acknowledgement (docs: interactivity/handling-user-interaction)."""


class Opening:
    """Opens and changes views; where one cannot be opened, whoever pressed is told in words."""

    def __init__(
        self, client: WebClient, answers: Answers, wait: Callable[[float], object] = time.sleep
    ) -> None:
        self._client = client
        self._answers = answers
        self._wait = wait

    def open(self, body: dict[str, Any], view: dict[str, Any], otherwise: str) -> None:
        """Open a form on top of what the person sees: a first one, or one more on an open form.
        `otherwise` is said to this person alone when Slack does not let it open any more."""
        is_modal = (body.get("view") or {}).get("type") == "modal"
        call = self._client.views_push if is_modal else self._client.views_open
        sorry = partial(self._say, body, otherwise)
        self._answers.later_or(sorry, call, trigger_id=body["trigger_id"], view=view)

    def replace(self, body: dict[str, Any], view: dict[str, Any]) -> None:
        """Show another view in the place of the one that was pressed; soon."""
        self._answers.later(self._client.views_update, view_id=body["view"]["id"], view=view)

    def replace_below(self, body: dict[str, Any], view: dict[str, Any]) -> None:
        """Show another view in the place of the one under a form that was sent; soon. It is seen
        once the form is closed, and stands where the person had left it."""
        below = body["view"].get("previous_view_id")
        if below:
            self._answers.later(self._client.views_update, view_id=below, view=view)

    def replace_waiting(self, name: str, view_id: str, view: dict[str, Any]) -> None:
        """Show another view in the place of one that was sent with an acknowledgement under this
        name. Slack knows the name once it shows that view: before, ours would be overwritten by
        it. Where it never does, the view is replaced by its id all the same."""
        for _ in range(TRIES):
            try:
                self._client.views_update(external_id=name, view=view)
            except SlackApiError as error:
                if error.response.get("error") != "not_found":
                    raise
                self._wait(BETWEEN_SECONDS)
            else:
                return
        self._client.views_update(view_id=view_id, view=view)

    def _say(self, body: dict[str, Any], words: str) -> None:
        """Beside the message or the command; on a home page or a form there is no place for it."""
        channel = (body.get("channel") or {}).get("id") or body.get("channel_id")
        user = (body.get("user") or {}).get("id") or body.get("user_id")
        if channel and user:
            self._client.chat_postEphemeral(channel=channel, user=user, text=words)
