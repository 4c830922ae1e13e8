"""Finds the workspace's own files that blocks show as pictures, and says who may see them."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from bot.rehearsal.refusals import ApiRefusalError
from bot.rehearsal.world.state import JSON, FileRecord
from bot.rehearsal.world.world import World

# What a picture's file begins with: docs.slack.dev/reference/block-kit/composition-objects names
# png, jpg, jpeg and gif for a slack_file.
_BEGINNINGS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a")


def check_pictures(world: World, blocks: list[JSON], pointer: str, error: str) -> None:
    """Refuse with `error` a slack_file that is not there or is no picture."""
    wrong = [
        f"[ERROR] invalid slack file [json-pointer:{where}]"
        for where, named in _slack_files(blocks, pointer)
        if not _is_picture(_record(world, named))
    ]
    if wrong:
        raise ApiRefusalError(error, messages=wrong, errors=wrong)


def shown_to(world: World, user: str, file_id: str) -> bool:
    """Does anything on this person's screens show that file as a picture?"""
    state = world.state
    views = [each.content["blocks"] for each in state.views.values() if each.user == user]
    notes = [each.blocks for each in state.ephemerals.values() if each.user == user]
    said = [
        message.blocks
        for channel in state.channels.values()
        if user in channel.members
        for message in world.messages_in(channel.id)
    ]
    named = chain.from_iterable(_slack_files(blocks, "") for blocks in (*views, *notes, *said))
    return any(_file_id(each) == file_id for _, each in named)


def _slack_files(value: Any, pointer: str) -> Iterator[tuple[str, JSON]]:
    """Every slack_file at any depth, with its JSON pointer."""
    inside = value.items() if isinstance(value, dict) else enumerate(value)
    for name, part in inside:
        where = f"{pointer}/{name}"
        if name == "slack_file":
            yield where, part
        elif isinstance(part, dict | list):
            yield from _slack_files(part, where)


def _file_id(named: JSON) -> str:
    """A slack_file names a file by its id or by its url_private."""
    url = str(named.get("url") or "")
    return str(named.get("id") or url.partition("/files-pri/")[2].partition("/")[0])


def _record(world: World, named: JSON) -> FileRecord | None:
    return world.state.files.get(_file_id(named))


def _is_picture(record: FileRecord | None) -> bool:
    return record is not None and record.completed and record.content.startswith(_BEGINNINGS)
