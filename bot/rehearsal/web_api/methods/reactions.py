"""Answers reactions.*: what the app puts on messages, and what is on them."""

from bot.rehearsal.happening import talk
from bot.rehearsal.refusals import ApiRefusalError
from bot.rehearsal.web_api.given.arguments import Arguments
from bot.rehearsal.web_api.given.places import message_in, visible
from bot.rehearsal.wire.shapes import message_json
from bot.rehearsal.world.state import JSON, Channel, Message
from bot.rehearsal.world.world import World


def add(world: World, args: Arguments) -> JSON:
    channel, message = _target(world, args)
    name = args.required("name").strip(":")
    if not talk.add_reaction(world, channel, message, world.app.bot_user_id, name):
        raise ApiRefusalError("already_reacted")
    return {}


def remove(world: World, args: Arguments) -> JSON:
    channel, message = _target(world, args)
    name = args.required("name").strip(":")
    if not talk.remove_reaction(world, channel, message, world.app.bot_user_id, name):
        raise ApiRefusalError("no_reaction")
    return {}


def get(world: World, args: Arguments) -> JSON:
    channel, message = _target(world, args)
    return {"type": "message", "channel": channel.id, "message": message_json(world, message)}


def _target(world: World, args: Arguments) -> tuple[Channel, Message]:
    channel = visible(world, args.required("channel"))
    if not world.bot_is_in(channel):
        raise ApiRefusalError("not_in_channel")
    return channel, message_in(world, channel, args.required("timestamp"))
