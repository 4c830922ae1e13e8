"""Reads replies that somebody wants examined: JSON lines, or plain text. Examines nothing.

JSON lines hold `{"id": ..., "text": ...}` each. In plain text a blank line ends a reply, and its id
is the number of its first line.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

ASKED_FOR = 'one JSON object a line, such as {"id": "r1", "text": "What was said."}'

Read = TypeVar("Read")


class WrittenReply(NamedTuple):
    """One reply as written, and the line of the file on which it begins."""

    id: str | int
    text: str
    line: int


class UnreadableRepliesError(Exception):
    """Some lines cannot be read. The message names every one, and what was expected of it."""


def replies_of(content: bytes, name: str) -> tuple[WrittenReply, ...]:
    """Every reply in a file. `name` is what to call it in UnreadableRepliesError."""
    lines = lines_of(content, name)
    if content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
        return from_json_lines(lines, name, _reply, ASKED_FOR)
    return tuple(_paragraphs(lines))


def lines_of(content: bytes, name: str) -> list[str]:
    """The lines of a file in UTF-8. Raises UnreadableRepliesError if it is in anything else."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise UnreadableRepliesError(
            f"{name}:{line}: found a character that is not UTF-8; save the file as UTF-8."
        ) from None
    return text.replace("\r\n", "\n").split("\n")  # no other line end: JSON may hold those raw


def content_of(path: Path) -> bytes:
    """What a file holds. Raises UnreadableRepliesError where there is none."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableRepliesError(f"{path} cannot be opened ({error.strerror}).") from None


def read_replies(path: Path) -> tuple[WrittenReply, ...]:
    """The same from a file on disk. Raises UnreadableRepliesError where there is none."""
    return replies_of(content_of(path), str(path))


def _paragraphs(lines: list[str]) -> Iterator[WrittenReply]:
    begun: list[str] = []
    for number, line in enumerate([*lines, ""], start=1):
        if line.strip():
            begun.append(line)
        elif begun:
            first = number - len(begun)
            yield WrittenReply(first, "\n".join(begun), first)
            begun = []


def from_json_lines(
    lines: Iterable[str], name: str, read: Callable[[dict[str, Any], int], Read], asked_for: str
) -> tuple[Read, ...]:
    """What `read` makes of each line's object and number; it raises ValueError, saying what was
    found, for a mistake. All mistakes are reported together, in UnreadableRepliesError."""
    found, mistakes = [], []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            found.append(read(_object(line), number))
        except ValueError as error:
            mistakes.append(f"{name}:{number}: found {error}; expected {asked_for}.")
    if mistakes:
        raise UnreadableRepliesError("\n".join(mistakes))
    return tuple(found)


def _object(line: str) -> dict[str, Any]:
    try:
        written = json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"no JSON (character {error.pos + 1})") from None
    except RecursionError:
        raise ValueError("JSON that is nested too deeply") from None
    if not isinstance(written, dict):
        raise ValueError("no object")
    return written


def _reply(written: dict[str, Any], number: int) -> WrittenReply:
    return WrittenReply(*id_and_text(written), number)


def id_and_text(written: dict[str, Any]) -> tuple[str | int, str]:
    """Both of one line's object. Raises ValueError, saying what was found instead."""
    missing = [key for key in ("id", "text") if key not in written]
    if missing:
        raise ValueError(f"no {' and no '.join(missing)}")
    if isinstance(written["id"], bool) or not isinstance(written["id"], str | int):
        raise ValueError("an id that is neither text nor a whole number")
    if not isinstance(written["text"], str):
        raise ValueError("a text that is not text")
    return written["id"], written["text"]
