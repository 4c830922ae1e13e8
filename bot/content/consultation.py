"""Reads replies to be grouped: JSON lines with the question each answers, and perhaps a label.

Groups nothing. Every mistake in a file is reported at once, with its line.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from bot.content.replies import UnreadableRepliesError, from_json_lines, id_and_text, lines_of
from bot.core.themes.said import Said

ASKED_FOR = 'one JSON object a line, such as {"id": "r1", "text": "What was said."}'
LABELLED = 'one JSON object a line, such as {"id": "r1", "text": "What was said.", "label": "time"}'

NO_LABEL = (-1, None, "")
"""What stands for: nobody said what this reply is about. It is grouped, but not scored."""


class Consultation(NamedTuple):
    """The replies of a file, in its order. `ids` are as written; `labels` has None for those
    without one, and nothing at all where labels were not asked for."""

    said: tuple[Said, ...]
    ids: tuple[str | int, ...]
    labels: Mapping[str, str | float | None]


class _Line(NamedTuple):
    said: Said
    id: str | int
    label: str | float | None
    number: int


def consultation(content: bytes, name: str, *, labelled: bool = False) -> Consultation:
    """Every reply in a file; `name` is what to call it in UnreadableRepliesError."""
    read = _labelled if labelled else _unlabelled
    lines = from_json_lines(
        lines_of(content, name), name, read, LABELLED if labelled else ASKED_FOR
    )
    first: dict[str, int] = {}
    twice = [
        f"{name}:{line.number}: found the id {line.id!r} again, which line {before} has already "
        "for the same group; expected an id of its own for each reply."
        for line in lines
        if (before := first.setdefault(line.said.id, line.number)) != line.number
    ]
    if twice:
        raise UnreadableRepliesError("\n".join(twice))
    return Consultation(
        said=tuple(line.said for line in lines),
        ids=tuple(line.id for line in lines),
        labels={line.said.id: line.label for line in lines} if labelled else {},
    )


def _unlabelled(written: dict[str, Any], number: int) -> _Line:
    own, text = id_and_text(written)
    group = _name(written, "group")
    author = _name(written, "author")
    unique = f"{group}\x1f{own}"  # no line holds this sign raw, so no two pairs are mixed up
    return _Line(
        Said(id=unique, text=text, author=author or unique, group=group), own, None, number
    )


def _labelled(written: dict[str, Any], number: int) -> _Line:
    line = _unlabelled(written, number)
    if "label" not in written:
        raise ValueError("no label")
    label = written["label"]
    if label is not None and (isinstance(label, bool) or not isinstance(label, str | int | float)):
        raise ValueError("a label that is neither text nor a number")
    return line._replace(label=None if label in NO_LABEL else label)


def _name(written: dict[str, Any], key: str) -> str:
    """Text or a whole number as text; "" for nothing."""
    value = written.get(key)
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise ValueError(f"a {key} that is neither text nor a whole number")
    return str(value)
