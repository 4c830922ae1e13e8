"""Gives people, channels, messages and files the JSON shapes of Slack's API. Changes nothing."""

from bot.rehearsal.world.state import JSON, SLACKBOT, Channel, FileRecord, Message, Person
from bot.rehearsal.world.world import World

TOMBSTONE_TEXT = "This message was deleted."


def message_json(world: World, message: Message, *, all_metadata: bool = False) -> JSON:
    """A message as history shows it. Without `all_metadata` only the metadata's type is told."""
    shape: JSON = {
        "type": "message",
        "user": message.user,
        "text": message.text,
        "ts": message.ts,
        "team": message.team_id,
    }
    shape |= _present(
        subtype=message.subtype,
        client_msg_id=message.client_msg_id,
        blocks=message.blocks,
        attachments=message.attachments,
        edited=message.edited,
        metadata=_metadata(message, all_metadata),
        reactions=[_reaction(each.name, each.users) for each in message.reactions],
        files=[file_json(world, world.state.files[each]) for each in message.file_ids],
    )
    return shape | _bot_part(world, message) | _thread_part(world, message)


def _present(**parts: object) -> JSON:
    return {name: value for name, value in parts.items() if value}


def _metadata(message: Message, all_metadata: bool) -> JSON | None:
    if message.metadata is None or all_metadata:
        return message.metadata
    return {"event_type": message.metadata["event_type"]}


def _reaction(name: str, users: list[str]) -> JSON:
    return {"name": name, "users": list(users), "count": len(users)}


def _bot_part(world: World, message: Message) -> JSON:
    if message.bot_id is None:
        return {}
    profile = {
        "id": world.app.bot_id,
        "app_id": world.app.app_id,
        "name": world.app.name,
        "team_id": world.team.id,
        "deleted": False,
        "updated": 0,
    }
    return {"bot_id": message.bot_id, "app_id": world.app.app_id, "bot_profile": profile}


def _thread_part(world: World, message: Message) -> JSON:
    if message.is_reply:
        parent = world.message(message.channel_id, message.thread_ts or "")
        author = {"parent_user_id": parent.user} if parent else {}
        return {"thread_ts": message.thread_ts, **author}
    replies = world.replies_to(message.channel_id, message.ts)
    if not replies:
        return {}
    users = list(dict.fromkeys(each.user for each in replies))
    return {
        "thread_ts": message.ts,
        "reply_count": len(replies),
        "reply_users_count": len(users),
        "reply_users": users,
        "latest_reply": replies[-1].ts,
        "is_locked": False,
        "subscribed": False,
    }


def is_tombstone(message: Message) -> bool:
    return message.subtype == "tombstone"


def entomb(message: Message) -> Message:
    """What stays of a deleted parent, for its replies to hang on."""
    return Message(
        message.channel_id, message.ts, SLACKBOT, TOMBSTONE_TEXT, message.team_id,
        thread_ts=message.ts, subtype="tombstone",
    )  # fmt: skip


def channel_type(channel: Channel) -> str:
    """The `channel_type` of message events."""
    if channel.is_im:
        return "im"
    return "group" if channel.is_private else "channel"


def channel_json(world: World, channel: Channel) -> JSON:
    created = int(channel.created_at.timestamp())
    if channel.is_im:
        return {
            "id": channel.id,
            "created": created,
            "is_im": True,
            "is_org_shared": False,
            "user": _other(world, channel),
        }
    shape = _named(channel) | _flags(channel)
    return shape | {
        "created": created,
        "creator": channel.creator,
        "is_member": world.bot_is_in(channel),
        "context_team_id": world.team.id,
        "shared_team_ids": _teams_in(world, channel),
        "num_members": len(channel.members),
    }


def _named(channel: Channel) -> JSON:
    words = {"value": channel.purpose, "creator": channel.creator, "last_set": 0}
    return {
        "id": channel.id,
        "name": channel.name,
        "name_normalized": channel.name,
        "purpose": words,
        "topic": {"value": "", "creator": "", "last_set": 0},
        "previous_names": [],
    }


def _flags(channel: Channel) -> JSON:
    return {
        "is_channel": not channel.is_private,
        "is_group": False,
        "is_im": False,
        "is_mpim": False,
        "is_private": channel.is_private,
        "is_archived": channel.is_archived,
        "is_general": False,
        "is_shared": channel.is_ext_shared,
        "is_org_shared": False,
        "is_ext_shared": channel.is_ext_shared,
        "is_pending_ext_shared": False,
        "pending_shared": [],
        "unlinked": 0,
    }


def _other(world: World, channel: Channel) -> str:
    return next((each for each in channel.members if each != world.app.bot_user_id), "")


def _teams_in(world: World, channel: Channel) -> list[str]:
    teams = {world.team_of(each) for each in channel.members} if channel.is_ext_shared else set()
    return [world.team.id, *sorted(teams - {world.team.id})]


def user_json(world: World, person: Person) -> JSON:
    external = world.is_external(person.id)
    handle = person.name.lower().replace(" ", ".")
    shape: JSON = {
        "id": person.id,
        "team_id": world.team_of(person.id),
        "name": handle,
        "real_name": person.name,
        "deleted": person.deleted,
        "tz": person.tz,
        "is_bot": person.is_bot,
        "is_app_user": False,
        "updated": 0,
        "profile": _profile(world, person, handle),
    }
    if external:
        return shape | {"is_stranger": True}
    return shape | {
        "is_admin": person.is_admin,
        "is_owner": False,
        "is_restricted": person.is_guest,
        "is_ultra_restricted": False,
        "is_email_confirmed": True,
    }


def _profile(world: World, person: Person, handle: str) -> JSON:
    profile = {
        "title": person.role_title,
        "real_name": person.name,
        "display_name": handle,
        "team": world.team_of(person.id),
    }
    bot = {"bot_id": world.app.bot_id, "api_app_id": world.app.app_id}
    return profile | (bot if person.id == world.app.bot_user_id else {})


def file_json(world: World, record: FileRecord) -> JSON:
    shares: JSON = {}
    for channel_id, ts in record.shares:
        channel = world.state.channels[channel_id]
        kind = "private" if channel.is_private or channel.is_im else "public"
        shares.setdefault(kind, {}).setdefault(channel_id, []).append({"ts": ts})
    return {
        "id": record.id,
        "created": int(record.created_at.timestamp()),
        "name": record.name,
        "title": record.title or record.name,
        "filetype": record.name.rpartition(".")[2].lower(),
        "user": record.user,
        "size": record.size,
        "mode": "hosted",
        "is_external": False,
        "alt_txt": record.alt_txt,
        "url_private": f"{world.base_url}/files-pri/{record.id}/{record.name}",
        "url_private_download": f"{world.base_url}/files-pri/{record.id}/download/{record.name}",
        "shares": shares,
    }
