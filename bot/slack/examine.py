"""Looks at the Slack side, for `dots doctor` and for the bot: token, scopes, clock, channels.
Changes nothing."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.core import sentences
from bot.core.book import Book
from bot.slack.manifest import SCOPES
from bot.slack.wire.door import knock
from bot.usecases.ports import InDoubtError, NotSentError, RefusedError

MOST_DRIFT_SECONDS = 60
"""Slack refuses signatures that are 300 s off; a minute is worth mending before that."""


class Examined(NamedTuple):
    """One finding: what was looked at, whether it is well, and what was found or can be done."""

    what: str
    is_well: bool
    words: str


def examine(
    client: WebClient, app_token: str, book: Book, clock: Callable[[], datetime]
) -> Iterator[Examined]:
    """Everything that can be seen from outside, in the order in which one would mend it."""
    try:
        answer = client.auth_test()
    except SlackApiError as error:
        yield Examined("bot token", False, _token_words(str(error.response.get("error", ""))))
        return
    except (SlackClientError, OSError) as error:
        yield Examined(
            "Slack",
            False,
            f"Slack could not be reached ({type(error).__name__}). "
            "Check the network, a proxy, and SLACK_API_URL.",
        )
        return
    yield Examined("bot token", True, f"accepted; workspace {answer.get('team')}")
    yield _scopes(_header(answer.headers, "x-oauth-scopes"))
    yield _clock(_header(answer.headers, "date"), clock())
    if app_token:
        yield _app_token(client, app_token)
    yield from _channels(client, book)


def missing_scopes(client: WebClient) -> dict[str, str] | None:
    """The permissions that Slack has not given the app, and why it needs each; None where Slack
    cannot be asked or does not say (docs: apis/web-api, the header x-oauth-scopes)."""
    try:
        answer = client.auth_test()
    except (SlackClientError, OSError):
        return None
    return _missing(_header(answer.headers, "x-oauth-scopes"))


def _missing(granted: str | None) -> dict[str, str] | None:
    if granted is None:
        return None
    given = {scope.strip() for scope in granted.split(",")}
    return {scope: why for scope, why in sorted(SCOPES.items()) if scope not in given}


def _header(headers: object, name: str) -> str | None:
    items: Iterable[tuple[str, object]] = dict(headers).items() if headers else ()  # type: ignore[call-overload]
    found = next((value for key, value in items if key.lower() == name), None)
    if isinstance(found, list | tuple):
        found = ",".join(str(each) for each in found)
    return str(found) if found is not None else None


def _token_words(error: str) -> str:
    return (
        f"Slack said “{error}”. Copy the Bot User OAuth Token (it begins with xoxb-) from the "
        "app's OAuth & Permissions page into SLACK_BOT_TOKEN."
    )


def _scopes(granted: str | None) -> Examined:
    missing = _missing(granted)
    if missing is None:
        return Examined("scopes", True, "Slack did not say which scopes are granted")
    if not missing:
        return Examined("scopes", True, "all granted")
    return Examined(
        "scopes",
        False,
        f"missing: {', '.join(missing)}. Add them on the app's OAuth & Permissions page (or "
        "update the app from `dots manifest`), then install the app again.",
    )


def _clock(date: str | None, now: datetime) -> Examined:
    if not date:
        return Examined("clock", True, "Slack did not say the time")
    drift = abs((now - parsedate_to_datetime(date).astimezone(UTC)).total_seconds())
    if drift <= MOST_DRIFT_SECONDS:
        return Examined("clock", True, "agrees with Slack's")
    return Examined(
        "clock",
        False,
        f"differs from Slack's by {drift:.0f} seconds. Switch on time synchronisation (NTP) on "
        "this machine.",
    )


def _app_token(client: WebClient, app_token: str) -> Examined:
    try:
        client.apps_connections_open(app_token=app_token)
    except SlackApiError as error:
        return Examined(
            "app token",
            False,
            f"Slack said “{error.response.get('error', '')}”. Make an app-level token with the "
            "scope connections:write (it begins with xapp-) and put it into SLACK_APP_TOKEN.",
        )
    return Examined("app token", True, "accepted; Socket Mode can connect")


def _channels(client: WebClient, book: Book) -> Iterator[Examined]:
    for partnership in book.partnerships:
        places = (
            *partnership.channels,
            partnership.board.channel,
            partnership.coordinators.channel,
        )
        for channel in dict.fromkeys(places):
            what = f"#{channel.name} ({channel.id}, {partnership.id})"
            try:
                info = knock(client.conversations_info, channel=channel.id)["channel"]
            except (NotSentError, RefusedError, InDoubtError) as error:
                yield Examined(what, False, sentences.sending.remedy(error.reason, by_doctor=True))
                continue
            yield _channel(what, info)


def _channel(what: str, info: dict[str, object]) -> Examined:
    if info.get("is_archived"):
        return Examined(what, False, sentences.sending.remedy("is_archived"))
    if not info.get("is_member"):
        return Examined(what, False, sentences.sending.remedy("not_in_channel"))
    shared = "; shared with another organisation" if info.get("is_ext_shared") else ""
    return Examined(what, True, f"Dots is in it{shared}")
