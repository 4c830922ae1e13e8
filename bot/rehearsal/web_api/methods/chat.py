"""Answers chat.*: the app posts, updates and deletes its messages."""

from bot.rehearsal.block_kit.check import check_message_blocks
from bot.rehearsal.block_kit.ids import with_ids
from bot.rehearsal.happening import talk
from bot.rehearsal.happening.pictures import check_pictures
from bot.rehearsal.refusals import ApiRefusalError
from bot.rehearsal.web_api.given.arguments import Arguments
from bot.rehearsal.web_api.given.metadata import metadata_of
from bot.rehearsal.web_api.given.places import message_in, visible, writable
from bot.rehearsal.wire.shapes import message_json
from bot.rehearsal.wire.text import MESSAGE_MAX
from bot.rehearsal.world.state import JSON, Channel, Ephemeral, Message
from bot.rehearsal.world.world import World

# Attachments in one message: docs.slack.dev/reference/methods/chat.postMessage
ATTACHMENTS_MAX = 100


def post_message(world: World, args: Arguments) -> JSON:
    channel = writable(world, args)
    message = app_message(world, channel, args)
    message.metadata = metadata_of(args)
    message.thread_ts = thread_of(world, channel, args)
    if message.thread_ts and args.flag("reply_broadcast"):
        message.subtype = "thread_broadcast"
    talk.post(world, channel, message)
    shape = message_json(world, message, all_metadata=True)
    return {"channel": channel.id, "ts": message.ts, "message": shape}


def app_message(world: World, channel: Channel, args: Arguments) -> Message:
    """A message of the app's with the words and blocks of a call, checked, not yet posted."""
    blocks, attachments = _blocks(world, args), _attachments(args)
    text = _text(args)
    if not (text or blocks or attachments):
        raise ApiRefusalError("no_text")
    return Message(
        channel.id,
        world.new_ts(),
        world.app.bot_user_id,
        text,
        world.team.id,
        blocks=blocks,
        attachments=attachments,
        bot_id=world.app.bot_id,
    )


def _text(args: Arguments) -> str:
    text = args.text("text")
    if len(text) > MESSAGE_MAX:
        raise ApiRefusalError("msg_too_long")
    return text


def _blocks(world: World, args: Arguments) -> list[JSON]:
    blocks = args.structure("blocks", "invalid_blocks_format")
    return kept_blocks(world, blocks) if blocks else []


def kept_blocks(world: World, blocks: list[JSON]) -> list[JSON]:
    """A message's blocks as Slack keeps them; refused as Slack does when something is wrong."""
    check_message_blocks(blocks)
    check_pictures(world, blocks, "/blocks", "invalid_blocks")
    return with_ids(blocks)


def _attachments(args: Arguments) -> list[JSON]:
    attachments = args.objects("attachments") or []
    if len(attachments) > ATTACHMENTS_MAX:
        raise ApiRefusalError("too_many_attachments")
    for each in attachments:
        if each.get("blocks"):
            check_message_blocks(each["blocks"])
    return attachments


def thread_of(world: World, channel: Channel, args: Arguments) -> str | None:
    """The parent of the thread; Slack lifts a reply's ts to its parent's."""
    ts = args.optional("thread_ts")
    if ts is None:
        return None
    parent = world.message(channel.id, ts)
    if parent is None:
        raise ApiRefusalError("thread_not_found")
    return parent.thread_ts or parent.ts


def update(world: World, args: Arguments) -> JSON:
    channel = visible(world, args.required("channel"))
    message = message_in(world, channel, args.required("ts"))
    if message.bot_id != world.app.bot_id:
        raise ApiRefusalError("cant_update_message")
    if channel.is_archived:
        raise ApiRefusalError("is_archived")
    talk.change(world, channel, message, **_changes(world, channel, message, args))
    shape = message_json(world, message)
    return {"channel": channel.id, "ts": message.ts, "text": message.text, "message": shape}


def _changes(world: World, channel: Channel, message: Message, args: Arguments) -> JSON:
    """Text without blocks removes the blocks; blocks without text keep the text; metadata
    stays unless given."""
    fresh = app_message(world, channel, args)
    fields: JSON = {
        "text": fresh.text if args.has("text") else message.text,
        "blocks": fresh.blocks,
        "attachments": fresh.attachments,
    }
    return fields | ({"metadata": metadata_of(args)} if args.has("metadata") else {})


def delete(world: World, args: Arguments) -> JSON:
    channel = visible(world, args.required("channel"))
    message = message_in(world, channel, args.required("ts"))
    if message.bot_id != world.app.bot_id:
        raise ApiRefusalError("cant_delete_message")
    talk.remove(world, channel, message)
    return {"channel": channel.id, "ts": message.ts}


def post_ephemeral(world: World, args: Arguments) -> JSON:
    channel = writable(world, args)
    user = args.required("user")
    if world.person(user) is None or user not in channel.members:
        raise ApiRefusalError("user_not_in_channel")
    words = app_message(world, channel, args)
    note = Ephemeral(channel.id, words.ts, user, words.text, words.blocks)
    note.thread_ts = thread_of(world, channel, args)
    world.state.ephemerals[note.ts] = note
    world.changes.mark()
    return {"message_ts": note.ts}


def get_permalink(world: World, args: Arguments) -> JSON:
    channel = visible(world, args.required("channel"))
    message = message_in(world, channel, args.required("message_ts"))
    link = f"{world.base_url}/archives/{channel.id}/p{message.ts.replace('.', '')}"
    if message.is_reply:
        link += f"?thread_ts={message.thread_ts}&cid={channel.id}"
    return {"channel": channel.id, "permalink": link}
