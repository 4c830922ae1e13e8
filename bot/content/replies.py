"""Reads replies that somebody wants examined: JSON lines, or plain text. Examines nothing.

JSON lines hold `{"id": ..., "text": ...}` each. In plain text a blank line ends a reply, and its id
is the number of its first line.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ASKED_FOR = 'one JSON object a line, such as {"id": "r1", "text": "What was said."}'


class WrittenReply(NamedTuple):
    """One reply as written, and the line of the file on which it begins."""

    id: str | int
    text: str
    line: int


class UnreadableRepliesError(Exception):
    """Some lines cannot be read. The message names every one, and what was expected of it."""


def replies_of(content: bytes, name: str) -> tuple[WrittenReply, ...]:
    """Every reply in a file. `name` is what to call it in UnreadableRepliesError."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise UnreadableRepliesError(
            f"{name}:{line}: found a character that is not UTF-8; save the file as UTF-8."
        ) from None
    lines = text.replace("\r\n", "\n").split("\n")  # no other line end: JSON may hold those raw
    if text.lstrip()[:1] == "{":
        return _from_json_lines(lines, name)
    return tuple(_paragraphs(lines))


def read_replies(path: Path) -> tuple[WrittenReply, ...]:
    """The same from a file on disk. Raises UnreadableRepliesError where there is none."""
    try:
        return replies_of(path.read_bytes(), str(path))
    except OSError as error:
        raise UnreadableRepliesError(f"{path} cannot be opened ({error.strerror}).") from None


def _paragraphs(lines: list[str]) -> Iterator[WrittenReply]:
    begun: list[str] = []
    for number, line in enumerate([*lines, ""], start=1):
        if line.strip():
            begun.append(line)
        elif begun:
            first = number - len(begun)
            yield WrittenReply(first, "\n".join(begun), first)
            begun = []


def _from_json_lines(lines: list[str], name: str) -> tuple[WrittenReply, ...]:
    replies, mistakes = [], []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            replies.append(_reply(line, number))
        except ValueError as error:
            mistakes.append(f"{name}:{number}: found {error}; expected {ASKED_FOR}.")
    if mistakes:
        raise UnreadableRepliesError("\n".join(mistakes))
    return tuple(replies)


def _reply(line: str, number: int) -> WrittenReply:
    """Raises ValueError, saying what was found, for anything else than a reply."""
    try:
        written = json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"no JSON (character {error.pos + 1})") from None
    except RecursionError:
        raise ValueError("JSON that is nested too deeply") from None
    if not isinstance(written, dict):
        raise ValueError("no object")
    missing = [key for key in ("id", "text") if key not in written]
    if missing:
        raise ValueError(f"no {' and no '.join(missing)}")
    if isinstance(written["id"], bool) or not isinstance(written["id"], str | int):
        raise ValueError("an id that is neither text nor a whole number")
    if not isinstance(written["text"], str):
        raise ValueError("a text that is not text")
    return WrittenReply(written["id"], written["text"], number)
