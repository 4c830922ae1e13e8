"""Tells the app what happened: wraps events as the Events API does and hands them to the post room.

An event that the manifest does not subscribe to, or has no scope for, goes nowhere.
"""

from bot.rehearsal.permits.registration import new_id
from bot.rehearsal.wire.shapes import channel_type, message_json
from bot.rehearsal.world.post_room import Delivery
from bot.rehearsal.world.state import JSON, Channel, Message
from bot.rehearsal.world.world import World

_HISTORY = {"channel": "channels:history", "group": "groups:history", "im": "im:history"}
_READ = {"channel": "channels:read", "group": "groups:read", "im": "im:read"}

# The scope each event needs besides the message and channel events, which depend on the channel
# (docs.slack.dev/reference/events). None: no scope.
_SCOPES: dict[str, str | None] = {
    "app_home_opened": None,
    "app_mention": "app_mentions:read",
    "app_uninstalled": None,
    "tokens_revoked": None,
    "reaction_added": "reactions:read",
    "reaction_removed": "reactions:read",
    "user_change": "users:read",
    "team_join": "users:read",
    "file_shared": "files:read",
}


def tell(world: World, event: JSON, channel: Channel | None = None) -> None:
    """Deliver `event` if the app subscribes to it and may see `channel`."""
    if channel is not None and not _may_see(world, event["type"], channel):
        return
    if _subscription(event["type"], channel) not in world.app.bot_events:
        return
    scope = scope_for(event["type"], channel)
    if scope is not None and not world.has_scope(scope):
        return
    subject = _subject(event)
    world.post_room.send(Delivery("events_api", _wrapped(world, event, channel), subject))


def _may_see(world: World, event_type: str, channel: Channel) -> bool:
    if event_type.startswith("channel_"):
        return True
    return world.bot_is_in(channel)


def _subscription(event_type: str, channel: Channel | None) -> str:
    if event_type != "message" or channel is None:
        return event_type
    kind = channel_type(channel)
    return f"message.{kind}s" if kind != "im" else "message.im"


def scope_for(event_type: str, channel: Channel | None) -> str | None:
    """The scope that lets an app receive this event from this channel."""
    if event_type in _SCOPES:
        return _SCOPES[event_type]
    kind = channel_type(channel) if channel else "channel"
    return _HISTORY[kind] if event_type == "message" else _READ[kind]


def _wrapped(world: World, event: JSON, channel: Channel | None) -> JSON:
    authorization = {
        "enterprise_id": None,
        "team_id": world.team.id,
        "user_id": world.app.bot_user_id,
        "is_bot": True,
        "is_enterprise_install": False,
    }
    return {
        "token": world.app.verification_token,
        "team_id": world.team.id,
        "context_team_id": world.team.id,
        "context_enterprise_id": None,
        "api_app_id": world.app.app_id,
        "event": event,
        "type": "event_callback",
        "event_id": new_id("Ev"),
        "event_time": int(world.clock.now().timestamp()),
        "authorizations": [authorization],
        "is_ext_shared_channel": channel is not None and channel.is_ext_shared,
        "event_context": f"4-{new_id('')}",
    }


def _subject(event: JSON) -> str:
    """What an event is about, for the journal: channel and ts where there is one."""
    channel = event.get("channel") or event.get("item", {}).get("channel", "")
    target = event.get("message") or event.get("previous_message") or event.get("item") or event
    name = channel if isinstance(channel, str) else channel.get("id", "")
    return f"{name}/{target.get('ts', '')}" if name else str(event["type"])


def tell_posted(world: World, channel: Channel, message: Message) -> None:
    """A new message: the `message` event, and `app_mention` when the app is named in it."""
    event = _seen(world, channel, message_json(world, message)) | {
        "channel": channel.id,
        "event_ts": message.ts,
        "channel_type": channel_type(channel),
    }
    if message.subtype == "thread_broadcast" and message.thread_ts:
        root = world.message(channel.id, message.thread_ts)
        event["root"] = message_json(world, root) if root else {}
    tell(world, event, channel)
    if f"<@{world.app.bot_user_id}>" in message.text and message.bot_id is None:
        tell(world, event | {"type": "app_mention"}, channel)


def tell_changed(world: World, channel: Channel, now: JSON, before: JSON) -> None:
    """A message became another: edited, updated, a thread that grew, or a tombstone."""
    event = _hidden(world, channel, "message_changed")
    event["message"] = _seen(world, channel, now)
    event["previous_message"] = before
    tell(world, event, channel)


def tell_deleted(world: World, channel: Channel, before: JSON) -> None:
    event = _hidden(world, channel, "message_deleted")
    event |= {"previous_message": before, "deleted_ts": before["ts"]}
    tell(world, event, channel)


def _hidden(world: World, channel: Channel, subtype: str) -> JSON:
    ts = world.new_ts()
    return {
        "type": "message",
        "subtype": subtype,
        "hidden": True,
        "channel": channel.id,
        "ts": ts,
        "event_ts": ts,
        "channel_type": channel_type(channel),
    }


def _seen(world: World, channel: Channel, message: JSON) -> JSON:
    """A message as an event shows it: in a shared channel with the author's own team."""
    if not channel.is_ext_shared:
        return message
    team = world.team_of(message["user"])
    return message | {"user_team": team, "source_team": team}
