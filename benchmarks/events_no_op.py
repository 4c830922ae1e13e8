"""The bot's own web server with a Bolt listener that does nothing: what all else is measured by.

Takes a port and a signing secret; runs until it is ended.
"""

import sys
import threading

from slack_bolt import App
from slack_bolt.authorization import AuthorizeResult
from slack_sdk import WebClient

from bot.slack.wire.web import WebServer


def no_op_app(signing_secret: str) -> App:
    """Bolt as bot.slack.app sets it up, without anything to do."""
    app = App(
        client=WebClient(token="xoxb-invented"),
        signing_secret=signing_secret,
        authorize=lambda: AuthorizeResult(
            enterprise_id=None,
            team_id="T0HOME00001",
            bot_token="xoxb-invented",
            bot_id="B0DOTS00001",
            bot_user_id="U0DOTSBOT01",
        ),
        process_before_response=True,
        ignoring_self_events_enabled=False,
        token_verification_enabled=False,
    )

    @app.event("message")
    def on_message() -> None:
        """Nothing."""

    return app


def main() -> None:
    """Serve."""
    _, port, signing_secret = sys.argv
    WebServer("127.0.0.1", int(port), lambda: True, no_op_app(signing_secret)).start()
    threading.Event().wait()


if __name__ == "__main__":
    main()
