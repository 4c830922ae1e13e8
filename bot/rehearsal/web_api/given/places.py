"""Finds the conversation a call names and checks that the app may use it so."""

from bot.rehearsal.happening.membership import direct_channel
from bot.rehearsal.refusals import ApiRefusalError
from bot.rehearsal.web_api.given.arguments import Arguments
from bot.rehearsal.wire.shapes import channel_type, is_tombstone
from bot.rehearsal.world.state import Channel, Message
from bot.rehearsal.world.world import World

_PREFIX = {"channel": "channels", "group": "groups", "im": "im"}


def visible(world: World, channel_id: str) -> Channel:
    """A conversation the app can know of: public ones, and those it is in."""
    channel = world.channel(channel_id)
    hidden = channel is not None and (channel.is_private or channel.is_im)
    if channel is None or (hidden and not world.bot_is_in(channel)):
        raise ApiRefusalError("channel_not_found")
    return channel


def readable(world: World, args: Arguments, verb: str) -> Channel:
    """The `channel` of a call that reads; `verb` is "history" or "read", as in the scope."""
    channel = visible(world, args.required("channel"))
    need_scope(world, f"{_PREFIX[channel_type(channel)]}:{verb}")
    if verb == "history" and not world.bot_is_in(channel):
        raise ApiRefusalError("not_in_channel")
    return channel


def need_scope(world: World, *any_of: str) -> None:
    """Refuse as Slack does unless the app has one of these scopes."""
    if not any(world.has_scope(each) for each in any_of):
        provided = ",".join(sorted(world.app.scopes))
        raise ApiRefusalError("missing_scope", needed=",".join(any_of), provided=provided)


def writable(world: World, args: Arguments) -> Channel:
    """The `channel` of a call that posts; a user id means the direct conversation."""
    channel_id = args.required("channel")
    if world.person(channel_id):
        return direct_with(world, channel_id)
    channel = visible(world, channel_id)
    if channel.is_archived:
        raise ApiRefusalError("is_archived")
    if not world.bot_is_in(channel) and not world.has_scope("chat:write.public"):
        raise ApiRefusalError("not_in_channel")
    return channel


def direct_with(world: World, user_id: str) -> Channel:
    person = world.person(user_id)
    if person is None:
        raise ApiRefusalError("user_not_found")
    if person.is_bot:
        raise ApiRefusalError("cannot_dm_bot")
    if person.deleted:
        raise ApiRefusalError("user_disabled")
    return direct_channel(world, user_id)


def message_in(world: World, channel: Channel, ts: str) -> Message:
    message = world.message(channel.id, ts)
    if message is None or is_tombstone(message):
        raise ApiRefusalError("message_not_found")
    return message
