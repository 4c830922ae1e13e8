"""Builds the Bolt app and registers every listener. Holds no rule of its own."""

import logging
from collections.abc import Callable
from typing import Any

from slack_bolt import App, BoltRequest, BoltResponse
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.middleware import Middleware
from slack_sdk import WebClient

from bot.slack.listeners import (
    answering,
    authors,
    board,
    channels,
    commands,
    coordinators,
    desk,
    files,
    home,
    members,
    proposals,
    queue,
    quiet,
    review,
    rights,
    setup,
    sorting,
)
from bot.slack.listeners.answers import Answers
from bot.slack.wire.identity import Identity
from bot.usecases.dots import Dots

log = logging.getLogger(__name__)


class NotReadyError(Exception):
    """An event came before we know who we are: it must not be acknowledged."""


def build_app(
    client: WebClient,
    signing_secret: str,
    identity: Callable[[], Identity | None],
    dots: Dots,
    answers: Answers,
) -> App:
    """One app for Socket Mode and HTTP alike.

    `process_before_response`: an event is acknowledged only after its listener has stored it.
    `authorize` is ours and makes no call: Bolt's own acknowledges and drops events while
    auth.test fails. Own messages are not ignored: a deleted prompt is one of them.
    """

    def authorize() -> AuthorizeResult:
        who = identity()
        if who is None:
            raise NotReadyError
        return AuthorizeResult(
            enterprise_id=None,
            team_id=who.team_id,
            bot_token=client.token,
            bot_id=who.bot_id,
            bot_user_id=who.bot_user_id,
        )

    app = App(
        client=client,
        signing_secret=signing_secret,
        authorize=authorize,
        process_before_response=True,
        ignoring_self_events_enabled=False,
        token_verification_enabled=False,
        request_verification_enabled=bool(signing_secret),
    )
    listen(app, dots, answers)
    app.use(_TooManyEvents())
    app.error(_on_error)
    return app


def listen(app: App, dots: Dots, answers: Answers) -> None:
    """Register every listener; the last ones take what no other wants."""
    members.listen(app, dots, answers)
    answering.listen(app, dots, answers)
    authors.listen(app, dots, answers)
    queue.listen(app, dots, answers)
    quiet.listen(app, dots, answers)
    proposals.listen(app, dots, answers)
    coordinators.listen(app, dots, answers)
    board.listen(app, dots, answers)
    review.listen(app, dots, answers)
    sorting.listen(app, dots, answers)
    desk.listen(app, dots, answers)
    files.listen(app, dots, answers)
    setup.listen(app, dots, answers)
    home.listen(app, dots, answers)
    rights.listen(app, dots, answers)
    commands.listen(app, dots, answers)
    channels.listen(app, dots)


class _TooManyEvents(Middleware):
    """Slack's notice that it holds events back. It is no event, so no listener could hear it
    (docs: reference/events/app_rate_limited); the sweep before the draft reads what is missed."""

    # A class, because of a function Bolt would look up every argument anew, for each event.
    def process(
        self,
        *,
        req: BoltRequest,
        resp: BoltResponse,  # noqa: ARG002  # Bolt hands it over by this name
        next: Callable[[], BoltResponse],  # noqa: A002  # Bolt's name for it
    ) -> BoltResponse | None:
        """Answer the notice, and pass everything else on."""
        if req.body.get("type") != "app_rate_limited":
            return next()
        log.warning("Slack holds events back: more than 30,000 in an hour")
        return BoltResponse(status=200, body="")


def _on_error(error: Exception, body: dict[str, Any]) -> BoltResponse:
    """The one error handler. Names the kind of thing, never its content; answers 500, so that
    Slack sends it again."""
    event = body.get("event") or {}
    what = event.get("type") or body.get("type") or body.get("command") or "request"
    log.error("%s could not be handled: %s", what, type(error).__name__)
    return BoltResponse(status=500, body="")
