"""Socket Mode: keeps one connection to Slack, and says when it is new and whether it is alive."""

import logging
import threading
from collections.abc import Callable
from typing import Any

from slack_bolt import App
from slack_bolt.adapter.socket_mode.builtin import SocketModeHandler
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.client import BaseSocketModeClient

from bot.slack.wire.identity import WRONG_TOKEN

log = logging.getLogger(__name__)

PING_SECONDS = 3
"""With it the builtin client notices a dead connection in 15 s instead of 49."""

RETRY_SECONDS = (1, 2, 5, 10, 30)
"""Waits between attempts to connect for the first time; the last one repeats."""


class SocketConnection:
    """A Socket Mode connection that is tried until it stands, in a thread of its own."""

    def __init__(
        self,
        app: App,
        app_token: str,
        web_client: WebClient,
        on_connected: Callable[[], None],
        ping_seconds: float = PING_SECONDS,
    ) -> None:
        self._handler: Any = SocketModeHandler(
            app, app_token, web_client=web_client, ping_interval=ping_seconds
        )
        self._on_connected = on_connected
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._connect, name="connect", daemon=True)
        self._handler.client.message_listeners.append(self._on_frame)

    @property
    def is_alive(self) -> bool:
        """True while a connection stands."""
        return bool(self._handler.client.is_connected())

    def start(self) -> None:
        """Begin to connect; returns at once."""
        self._thread.start()

    def stop(self) -> None:
        """Close the connection; events that were not acknowledged come again later."""
        self._stopping.set()
        try:
            self._handler.close()
        except AttributeError:  # the client's own thread let go of the socket in that moment
            self._handler.close()
        self._thread.join(timeout=5)

    def _connect(self) -> None:
        tries = 0
        while not self._stopping.is_set():
            try:
                self._handler.connect()
            except (SlackApiError, OSError) as error:
                _log_failure(_kind(error))
                self._stopping.wait(RETRY_SECONDS[min(tries, len(RETRY_SECONDS) - 1)])
                tries += 1
            else:
                return

    def _on_frame(
        self, _client: BaseSocketModeClient, frame: dict[str, object], _raw: str | None = None
    ) -> None:
        if frame.get("type") == "hello":
            self._on_connected()


def _log_failure(kind: str) -> None:
    if kind in WRONG_TOKEN:
        log.error(
            "Slack did not accept SLACK_APP_TOKEN (it said %s): make an app-level token with "
            "connections:write; it begins with xapp-",
            kind,
        )
    else:
        log.warning("not connected yet: %s", kind)


def _kind(error: Exception) -> str:
    if isinstance(error, SlackApiError):
        return str(error.response.get("error", "an error of Slack's"))
    return type(error).__name__
