"""Posts, edits, deletes and reacts, for people and the app alike, and tells the app.

Asks nobody for permission: acting/ and web_api/ do, each in its own words.
"""

from bot.rehearsal.wire.events import tell, tell_changed, tell_deleted, tell_posted
from bot.rehearsal.wire.shapes import entomb, is_tombstone, message_json
from bot.rehearsal.world.state import JSON, Channel, Message, Reaction
from bot.rehearsal.world.world import World


def post(world: World, channel: Channel, message: Message) -> Message:
    """Keep a new message, mark it read for its author, tell the app."""
    parent = world.message(channel.id, message.thread_ts or "") if message.is_reply else None
    before = message_json(world, parent) if parent else None
    world.state.messages.setdefault(channel.id, {})[message.ts] = message
    if message.is_reply:
        world.state.threads.setdefault((channel.id, message.thread_ts or ""), []).append(message)
    world.state.read[(message.user, channel.id)] = message.ts
    tell_posted(world, channel, message)
    if parent and before:
        tell_changed(world, channel, message_json(world, parent), before)
    world.changes.mark()
    return message


def change(world: World, channel: Channel, message: Message, **fields: object) -> None:
    """Change a message's fields in place, and tell the app what it was before."""
    before = message_json(world, message)
    for name, value in fields.items():
        setattr(message, name, value)
    tell_changed(world, channel, message_json(world, message), before)
    world.changes.mark()


def remove(world: World, channel: Channel, message: Message) -> None:
    """Delete a message; a parent with replies leaves a tombstone."""
    before = message_json(world, message)
    kept = world.state.messages[channel.id]
    if world.replies_to(channel.id, message.ts) and not message.is_reply:
        kept[message.ts] = entomb(message)
        now = message_json(world, kept[message.ts]) | {"hidden": True}
        tell_changed(world, channel, now, before)
    else:
        del kept[message.ts]
        if message.is_reply:
            world.state.threads[(channel.id, message.thread_ts or "")].remove(message)
        tell_deleted(world, channel, before)
        _lift_empty_tombstone(world, channel, message)
    world.changes.mark()


def _lift_empty_tombstone(world: World, channel: Channel, reply: Message) -> None:
    """A tombstone goes with its last reply."""
    parent = world.message(channel.id, reply.thread_ts or "")
    if parent and is_tombstone(parent) and not world.replies_to(channel.id, parent.ts):
        remove(world, channel, parent)


def add_reaction(world: World, channel: Channel, message: Message, user: str, name: str) -> bool:
    """False when that person had already reacted so."""
    reaction = next((each for each in message.reactions if each.name == name), None)
    if reaction is None:
        message.reactions.append(Reaction(name, [user]))
    elif user in reaction.users:
        return False
    else:
        reaction.users.append(user)
    _tell_reaction(world, channel, message, user, name, "reaction_added")
    return True


def remove_reaction(world: World, channel: Channel, message: Message, user: str, name: str) -> bool:
    """False when there was no such reaction."""
    reaction = next((each for each in message.reactions if each.name == name), None)
    if reaction is None or user not in reaction.users:
        return False
    reaction.users.remove(user)
    message.reactions = [each for each in message.reactions if each.users]
    _tell_reaction(world, channel, message, user, name, "reaction_removed")
    return True


def _tell_reaction(
    world: World, channel: Channel, message: Message, user: str, name: str, what: str
) -> None:
    event: JSON = {
        "type": what,
        "user": user,
        "reaction": name,
        "item": {"type": "message", "channel": channel.id, "ts": message.ts},
        "item_user": message.user,
        "event_ts": world.new_ts(),
    }
    tell(world, event, channel)
    world.changes.mark()
