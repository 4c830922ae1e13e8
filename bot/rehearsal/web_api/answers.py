"""Posts what the app answers through a response_url or as a slash command's reply."""

from dataclasses import replace

from bot.rehearsal.happening import talk
from bot.rehearsal.permits.response_urls import ResponseUrl
from bot.rehearsal.refusals import ApiRefusalError
from bot.rehearsal.web_api.given.arguments import Arguments
from bot.rehearsal.web_api.given.metadata import metadata_of
from bot.rehearsal.web_api.methods.chat import app_message
from bot.rehearsal.world.state import JSON, Channel, Ephemeral
from bot.rehearsal.world.world import World


def post_answer(world: World, target: ResponseUrl, body: JSON) -> None:
    """Do what the answer asks: replace or delete what was clicked, or post, ephemeral by default.

    Raises ApiRefusalError as Slack refuses."""
    args = Arguments(body)
    channel = world.state.channels[target.channel_id]
    if args.flag("delete_original"):
        _delete_original(world, channel, target)
    elif args.flag("replace_original"):
        _replace_original(world, channel, target, args)
    else:
        _post_new(world, channel, target, args)
    world.changes.mark()


def _delete_original(world: World, channel: Channel, target: ResponseUrl) -> None:
    if world.state.ephemerals.pop(target.ts or "", None) is None:
        original = world.message(channel.id, target.ts or "")
        if original is None:
            raise ApiRefusalError("message_not_found")
        talk.remove(world, channel, original)


def _replace_original(world: World, channel: Channel, target: ResponseUrl, args: Arguments) -> None:
    words = app_message(world, channel, args)
    note = world.state.ephemerals.get(target.ts or "")
    original = world.message(channel.id, target.ts or "")
    if note is not None:
        note.text, note.blocks = words.text, words.blocks
    elif original is not None:
        fields = {"text": words.text, "blocks": words.blocks, "attachments": words.attachments}
        talk.change(world, channel, original, **fields)
    else:
        _post_new(world, channel, target, args)


def _post_new(world: World, channel: Channel, target: ResponseUrl, args: Arguments) -> None:
    words = app_message(world, channel, args)
    thread_ts = args.optional("thread_ts")
    if args.text("response_type", "ephemeral") == "in_channel":
        message = replace(words, thread_ts=thread_ts, metadata=metadata_of(args))
        talk.post(world, channel, message)
        return
    note = Ephemeral(channel.id, words.ts, target.user, words.text, words.blocks)
    note.thread_ts = thread_ts or target.thread_ts
    world.state.ephemerals[note.ts] = note
