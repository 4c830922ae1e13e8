"""Answers conversations.* and users.conversations: what is said where, and who is there."""

from collections.abc import Callable, Iterable

from bot.rehearsal.happening.membership import join_channel
from bot.rehearsal.refusals import ApiRefusalError
from bot.rehearsal.web_api.given.arguments import Arguments
from bot.rehearsal.web_api.given.pages import page_of
from bot.rehearsal.web_api.given.places import direct_with, need_scope, readable, visible
from bot.rehearsal.wire.shapes import channel_json, message_json
from bot.rehearsal.world.state import JSON, Channel, Message
from bot.rehearsal.world.world import World

# Items on a page, by default and at most: docs.slack.dev/reference/methods/conversations.history
HISTORY_DEFAULT = 100
HISTORY_MAX = 999
REPLIES_DEFAULT = 1000
REPLIES_MAX = 1000
LIST_DEFAULT = 100
LIST_MAX = 1000

_TYPES: dict[str, tuple[str, Callable[[Channel], bool]]] = {
    "public_channel": ("channels:read", lambda each: not each.is_private and not each.is_im),
    "private_channel": ("groups:read", lambda each: each.is_private and not each.is_im),
    "im": ("im:read", lambda each: each.is_im),
    "mpim": ("mpim:read", lambda _: False),
}


def history(world: World, args: Arguments) -> JSON:
    """Newest first, as Slack does; replies only when they were broadcast."""
    channel = readable(world, args, "history")
    wanted = _window(args)
    shown = [each for each in world.messages_in(channel.id) if each.in_channel]
    found = [each for each in reversed(shown) if wanted(each)]
    limit = _limit(args, HISTORY_DEFAULT, HISTORY_MAX)
    page, cursor = page_of(found, args, limit, lambda each: each.ts)
    return _messages(world, page, cursor, args) | {"pin_count": 0}


def replies(world: World, args: Arguments) -> JSON:
    """The parent on the first page, then the replies, oldest first."""
    channel = readable(world, args, "history")
    named = world.message(channel.id, args.required("ts"))
    if named is None:
        raise ApiRefusalError("thread_not_found")
    parent = world.message(channel.id, named.thread_ts or "") or named
    thread = list(filter(_window(args), world.replies_to(channel.id, parent.ts)))
    limit = _limit(args, REPLIES_DEFAULT, REPLIES_MAX)
    page, cursor = page_of([parent, *thread], args, limit, lambda each: each.ts)
    return _messages(world, page, cursor, args)


def _messages(world: World, page: list[Message], cursor: str, args: Arguments) -> JSON:
    whole = args.flag("include_all_metadata")
    return {
        "messages": [message_json(world, each, all_metadata=whole) for each in page],
        "has_more": bool(cursor),
        "response_metadata": {"next_cursor": cursor},
    }


def _window(args: Arguments) -> Callable[[Message], bool]:
    """Between `oldest` and `latest`, whose own messages count only when `inclusive`."""
    oldest, latest = _bound(args, "oldest", 0.0), _bound(args, "latest", float("inf"))
    if args.flag("inclusive"):
        return lambda message: oldest <= float(message.ts) <= latest
    return lambda message: oldest < float(message.ts) < latest


def _bound(args: Arguments, name: str, default: float) -> float:
    try:
        return float(args.text(name)) if args.has(name) else default
    except ValueError:
        raise ApiRefusalError(f"invalid_ts_{name}") from None


def _limit(args: Arguments, default: int, most: int) -> int:
    limit = args.number("limit", default)
    if not 1 <= limit <= most:
        raise ApiRefusalError("invalid_limit")
    return limit


def info(world: World, args: Arguments) -> JSON:
    channel = readable(world, args, "read")
    shape = channel_json(world, channel)
    if not args.flag("include_num_members"):
        shape.pop("num_members", None)
    return {"channel": shape}


def list_all(world: World, args: Arguments) -> JSON:
    return _listing(world, args, lambda each: world.bot_is_in(each) or not each.is_private)


def of_user(world: World, args: Arguments) -> JSON:
    """users.conversations: those of `user`, or of the app, that the app may see."""
    user = args.text("user", world.app.bot_user_id)
    if world.person(user) is None:
        raise ApiRefusalError("user_not_found")
    return _listing(
        world,
        args,
        lambda each: user in each.members and (world.bot_is_in(each) or not each.is_private),
    )


def _listing(world: World, args: Arguments, wanted: Callable[[Channel], bool]) -> JSON:
    kinds = [_kind(world, each) for each in args.text("types", "public_channel").split(",")]
    keep_archived = not args.flag("exclude_archived")
    found = [
        each
        for each in world.state.channels.values()
        if any(kind(each) for kind in kinds)
        and wanted(each)
        and (keep_archived or not each.is_archived)
    ]
    limit = _limit(args, LIST_DEFAULT, LIST_MAX)
    page, cursor = page_of(found, args, limit, lambda each: each.id)
    return {
        "channels": [channel_json(world, each) for each in page],
        "response_metadata": {"next_cursor": cursor},
    }


def _kind(world: World, name: str) -> Callable[[Channel], bool]:
    if name.strip() not in _TYPES:
        raise ApiRefusalError("invalid_types")
    scope, kind = _TYPES[name.strip()]
    need_scope(world, scope)
    return kind


def members(world: World, args: Arguments) -> JSON:
    channel = readable(world, args, "read")
    limit = _limit(args, LIST_DEFAULT, LIST_MAX)
    page, cursor = page_of(channel.members, args, limit, str)
    return {"members": page, "response_metadata": {"next_cursor": cursor}}


def join(world: World, args: Arguments) -> JSON:
    channel = visible(world, args.required("channel"))
    if channel.is_im or channel.is_private:
        raise ApiRefusalError("method_not_supported_for_channel_type")
    if channel.is_archived:
        raise ApiRefusalError("is_archived")
    already = world.bot_is_in(channel)
    join_channel(world, channel, world.app.bot_user_id)
    warning: JSON = {"warning": "already_in_channel"} if already else {}
    return {"channel": channel_json(world, channel), **warning}


def open_direct(world: World, args: Arguments) -> JSON:
    users = _users(args.required("users"))
    if len(users) != 1:
        raise ApiRefusalError("method_not_supported_for_channel_type")
    channel = direct_with(world, users[0])
    if args.flag("return_im"):
        return {"channel": channel_json(world, channel)}
    return {"channel": {"id": channel.id}}


def _users(given: str) -> list[str]:
    names: Iterable[str] = given.split(",")
    return [each.strip() for each in names if each.strip()]
