"""Asks Slack what a channel is: its name, whether others are in it, whether we are."""

from collections.abc import Iterable

from slack_sdk import WebClient

from bot.core.steering.setup import Place
from bot.slack.wire.door import knock
from bot.usecases.ports import NotSentError, RefusedError


def places_of(client: WebClient, channel_ids: Iterable[str]) -> list[Place]:
    """Each channel that Slack knows and shows us, in order. Raises InDoubtError when Slack cannot
    be reached."""
    found = (_place(client, each) for each in channel_ids)
    return [place for place in found if place is not None]


def _place(client: WebClient, channel_id: str) -> Place | None:
    try:
        info = knock(client.conversations_info, channel=channel_id).get("channel") or {}
    except (NotSentError, RefusedError):
        return None  # a private channel that Dots was not invited to looks as if it were not there
    return Place(
        id=channel_id,
        name=str(info.get("name") or channel_id),
        shared=bool(info.get("is_ext_shared")),
        archived=bool(info.get("is_archived")),
        member=bool(info.get("is_member")),
    )
