"""Cuts a list into pages with Slack's opaque cursors. Knows nothing of what is in it."""

import base64
import binascii
from collections.abc import Callable, Sequence
from typing import TypeVar

from bot.rehearsal.refusals import ApiRefusalError
from bot.rehearsal.web_api.given.arguments import Arguments

Item = TypeVar("Item")


def page_of(
    items: Sequence[Item], args: Arguments, limit: int, key: Callable[[Item], str]
) -> tuple[list[Item], str]:
    """One page and the cursor of the next ("" at the end). A cursor names the page's first item,
    so that what arrives meanwhile shifts nothing."""
    start = _start(items, args, key)
    page = list(items[start : start + limit])
    following = items[start + limit : start + limit + 1]
    return page, _encode(key(following[0])) if following else ""


def _start(items: Sequence[Item], args: Arguments, key: Callable[[Item], str]) -> int:
    cursor = args.optional("cursor")
    if cursor is None:
        return 0
    wanted = _decode(cursor)
    for place, item in enumerate(items):
        if key(item) == wanted:
            return place
    raise ApiRefusalError("invalid_cursor")


def _encode(name: str) -> str:
    return base64.b64encode(f"next:{name}".encode()).decode()


def _decode(cursor: str) -> str:
    try:
        return base64.b64decode(cursor, validate=True).decode().removeprefix("next:")
    except (binascii.Error, UnicodeDecodeError):
        raise ApiRefusalError("invalid_cursor") from None
