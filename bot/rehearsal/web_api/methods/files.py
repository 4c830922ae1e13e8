"""Answers files.*: the app uploads a file in three steps and asks about it."""

from bot.rehearsal.happening import talk
from bot.rehearsal.permits.registration import new_id
from bot.rehearsal.refusals import ApiRefusalError
from bot.rehearsal.web_api.given.arguments import Arguments
from bot.rehearsal.web_api.given.places import visible
from bot.rehearsal.web_api.methods.chat import kept_blocks, thread_of
from bot.rehearsal.wire.shapes import file_json
from bot.rehearsal.world.state import JSON, Channel, FileRecord, Message
from bot.rehearsal.world.world import World


def get_upload_url(world: World, args: Arguments) -> JSON:
    """Step one: a file id and an address; step two posts the bytes there."""
    name, length = args.required("filename"), args.number("length", 0)
    if length < 1:
        raise ApiRefusalError("invalid_arguments")
    record = FileRecord(new_id("F"), name, length, world.app.bot_user_id, world.clock.now())
    record.alt_txt = args.text("alt_txt")
    world.state.files[record.id] = record
    return {"upload_url": f"{world.base_url}/upload/v1/{record.id}", "file_id": record.id}


def complete_upload(world: World, args: Arguments) -> JSON:
    """Step three: share the files in channels, in one message each. Slack shares them after it
    has answered, so that the answer tells no ts: files.info does."""
    records = [_uploaded(world, each) for each in _named(args)]
    places = [_shareable(world, each) for each in _channels(args)]
    for record in records:
        record.completed = True
    for channel in places:
        _share(world, channel, records, args)
    shown = [file_json(world, each) | {"shares": {}} for each in records]
    return {
        "files": shown if places else [{"id": each.id, "title": each.title} for each in records]
    }


def _named(args: Arguments) -> list[JSON]:
    files = args.objects("files")
    if not files or not all(isinstance(each.get("id"), str) for each in files):
        raise ApiRefusalError("invalid_arguments")
    return files


def _uploaded(world: World, named: JSON) -> FileRecord:
    record = world.state.files.get(named["id"])
    if record is None or not record.uploaded or record.completed:
        raise ApiRefusalError("file_not_found")
    record.title = named.get("title") or record.name
    return record


def _channels(args: Arguments) -> list[str]:
    given = args.text("channels") or args.text("channel_id")
    return [each.strip() for each in given.split(",") if each.strip()]


def _shareable(world: World, channel_id: str) -> Channel:
    channel = visible(world, channel_id)
    if not world.bot_is_in(channel):
        raise ApiRefusalError("not_in_channel")
    if channel.is_archived:
        raise ApiRefusalError("is_archived")
    return channel


def _share(world: World, channel: Channel, records: list[FileRecord], args: Arguments) -> None:
    message = Message(
        channel.id,
        world.new_ts(),
        world.app.bot_user_id,
        args.text("initial_comment"),
        world.team.id,
        blocks=_blocks(world, args),
        thread_ts=thread_of(world, channel, args),
        subtype="file_share",
        bot_id=world.app.bot_id,
        file_ids=[each.id for each in records],
    )
    for record in records:
        record.shares.append((channel.id, message.ts))
    talk.post(world, channel, message)


def _blocks(world: World, args: Arguments) -> list[JSON]:
    """Blocks count only when there is no comment."""
    blocks = None if args.has("initial_comment") else args.structure("blocks")
    return kept_blocks(world, blocks) if blocks else []


def info(world: World, args: Arguments) -> JSON:
    record = world.state.files.get(args.required("file"))
    if record is None or not record.completed:
        raise ApiRefusalError("file_not_found")
    return {"file": file_json(world, record), "comments": [], "response_metadata": {}}
