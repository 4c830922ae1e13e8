"""Lets people and the app into channels and out of them, and tells the app.

Asks nobody for permission.
"""

from bot.rehearsal.happening import talk
from bot.rehearsal.permits.registration import new_id
from bot.rehearsal.wire.events import tell
from bot.rehearsal.world.state import Channel, Message
from bot.rehearsal.world.world import World


def direct_channel(world: World, user: str) -> Channel:
    """The direct conversation with the app, made when it is first needed."""
    for channel in world.state.channels.values():
        if channel.is_im and user in channel.members:
            return channel
    members = [user, world.app.bot_user_id]
    channel = Channel(new_id("D"), is_im=True, is_private=True, members=members)
    world.state.channels[channel.id] = channel
    world.changes.mark()
    return channel


def join_channel(world: World, place: Channel, user: str, inviter: str | None = None) -> None:
    """Add a member, with the notice in the channel and the event that Slack sends."""
    if user in place.members:
        return
    place.members.append(user)
    who = {"inviter": inviter} if inviter else {}
    tell(world, _membership(world, "member_joined_channel", place, user) | who, place)
    _note(world, place, user, "channel_join", f"<@{user}> has joined the channel")


def leave_channel(world: World, place: Channel, user: str) -> None:
    """Remove a member. The app learns of its own leaving by a channel_left or group_left event."""
    place.members.remove(user)
    if user == world.app.bot_user_id:
        kind = "group_left" if place.is_private else "channel_left"
        tell(world, {"type": kind, "channel": place.id, "event_ts": world.new_ts()})
        return
    tell(world, _membership(world, "member_left_channel", place, user), place)
    _note(world, place, user, "channel_leave", f"<@{user}> has left the channel")


def _membership(world: World, what: str, place: Channel, user: str) -> dict[str, object]:
    return {
        "type": what,
        "user": user,
        "channel": place.id,
        "channel_type": "G" if place.is_private else "C",
        "team": world.team_of(user),
        "event_ts": world.new_ts(),
    }


def _note(world: World, place: Channel, user: str, subtype: str, text: str) -> None:
    message = Message(place.id, world.new_ts(), user, text, world.team_of(user), subtype=subtype)
    talk.post(world, place, message)
