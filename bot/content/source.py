"""Reads one YAML file into plain values, and remembers on which line each was written.

Plain YAML only: text, whole numbers, true, false, lists and keys. 09:30, no and 2027-02-03 stay
text; duplicate keys, aliases and tags are findings. Does not know what any key means.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import yaml

from bot.content.findings import Finding
from bot.content.syntax import UnreadableError, decoded, unreadable

MOST_BYTES = 256_000
"""Bytes in one file: about fifty times the shipped example; more is not a hand-written file."""
MOST_DEPTH = 12
"""Levels of nesting; the deepest key of a partnership is four levels down."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WHOLE_NUMBER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_LEADING_ZERO = re.compile(r"(?:[-+]?0|\+)[0-9]+")
_WORDS: Mapping[str, object] = {
    "": None,
    "~": None,
    "null": None,
    "true": True,
    "True": True,
    "false": False,
    "False": False,
}

Where = tuple[str | int, ...]
"""The way to a value: keys and list positions, from the top of the file."""


class Mark(NamedTuple):
    """A place in a file, counted from 1."""

    line: int
    column: int


def key_of(where: Where) -> str:
    """The way to a value as people write it, such as `board.meetings[0].on`."""
    parts = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in where)
    return "".join(parts).lstrip(".")


@dataclass(frozen=True)
class Source:
    """One file as it was written: its values, and the place of each."""

    file: str
    path: Path
    data: Mapping[str, object]
    marks: Mapping[Where, Mark]

    def known(self, where: Where) -> Where:
        """`where`, or the nearest place above it that is written in the file."""
        while where not in self.marks:
            where = where[:-1]
        return where

    def at(self, where: Where) -> object:
        """The value written there, or None when nothing is."""
        value: object = self.data
        for step in where:
            if isinstance(value, list) and isinstance(step, int) and step < len(value):
                value = value[step]
            else:
                value = value.get(step) if isinstance(value, dict) else None
        return value

    def finding(self, where: Where, found: str, expected: str, advice: str) -> Finding:
        """An error at that place."""
        mark = self.marks[self.known(where)]
        return Finding(
            file=self.file,
            line=mark.line,
            column=mark.column,
            key=key_of(where),
            found=found,
            expected=expected,
            advice=advice,
        )

    def warning(self, where: Where, found: str, expected: str, advice: str) -> Finding:
        """A warning at that place."""
        finding = self.finding(where, found, expected, advice)
        return finding.model_copy(update={"severity": "warning"})


def read_source(path: Path, bare_list: str = "") -> tuple[Source | None, list[Finding]]:
    """The file as written, and what stands in the way of reading it; None when nothing can.

    `bare_list`: the key under which a file that is only a list is understood, if it may be one.
    """
    file = str(path)
    try:
        with path.open("rb") as opened:
            text = decoded(opened.read(MOST_BYTES + 1), MOST_BYTES)
        builder = _Builder(_events(text))
        data = builder.document()
    except UnreadableError as problem:
        return None, [problem.finding(file)]
    except OSError as problem:
        unread = UnreadableError(None, f"a file that cannot be opened ({problem.strerror})")
        return None, [unread.finding(file)]
    marks = builder.marks
    if isinstance(data, list) and bare_list:
        data = {bare_list: data}
        marks = {(): marks[()], **{(bare_list, *where): mark for where, mark in marks.items()}}
    if not isinstance(data, dict):
        found = "a list" if isinstance(data, list) else "text without keys"
        advice = "Begin with a key and a colon, as the shipped files do."
        return None, [UnreadableError(1, found, "keys with values", advice).finding(file)]
    source = Source(file, path, data, marks)
    return source, [source.finding(*one) for one in builder.notes if one[0] in marks]


def _events(text: str) -> Iterator[yaml.Event]:
    try:
        yield from yaml.parse(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        raise unreadable(error, text) from None


@dataclass
class _Builder:
    """Builds values from events one by one; never deeper than MOST_DEPTH, whatever the file."""

    events: Iterator[yaml.Event]
    marks: dict[Where, Mark] = field(default_factory=dict)
    notes: list[tuple[Where, str, str, str]] = field(default_factory=list)

    def document(self) -> object:
        next(self.events)  # the start of the stream
        if isinstance(next(self.events), yaml.StreamEndEvent):
            raise UnreadableError(
                1, "an empty file", "keys with values", "Copy a shipped file to begin."
            )
        data = self._value((), next(self.events))
        next(self.events)  # the end of the document
        after = next(self.events)
        if isinstance(after, yaml.DocumentStartEvent):
            line = _mark(after).line
            raise UnreadableError(line, "a second document (---)", "one document", "Use two files.")
        return data

    def _value(self, where: Where, event: yaml.Event) -> object:
        self.marks.setdefault(where, _mark(event))
        if len(where) > MOST_DEPTH:
            raise UnreadableError(
                _mark(event).line, "values nested too deeply", "a few levels only"
            )
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(where, event)
        if isinstance(event, yaml.CollectionStartEvent) and event.tag:
            self._note(where, f"a tag ({event.tag})", "a plain value", "Leave the tag out.")
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(where)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(where)
        self._note(where, "an alias (*)", "the value itself", "Write it out again.")
        return None

    def _list(self, where: Where) -> list[object]:
        items: list[object] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self._value((*where, len(items)), event))
        return items

    def _mapping(self, where: Where) -> dict[str, object]:
        values: dict[str, object] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key, mark = _key(event), _mark(event)
            inside = (*where, key)
            if key in values:
                first = self.marks[inside].line
                found = f"`{key}` twice, on lines {first} and {mark.line}"
                self._note(inside, found, "each key once", "Keep one of the two.")
            self.marks.setdefault(inside, mark)
            values.setdefault(key, self._value(inside, next(self.events)))
        return values

    def _scalar(self, where: Where, event: yaml.ScalarEvent) -> object:
        value = str(event.value)
        if event.tag:
            self._note(where, f"a tag ({event.tag})", "a plain value", "Leave the tag out.")
        if event.style or event.tag:
            return value
        if value in _WORDS:
            return _WORDS[value]
        if _LEADING_ZERO.fullmatch(value):
            advice = f'Put quotes round it: "{value}". Other programs would drop the zero.'
            self._note(where, f"{value} without quotes", "a number in quotes", advice)
            return value
        return int(value) if _WHOLE_NUMBER.fullmatch(value) and len(value) < 19 else value

    def _note(self, where: Where, found: str, expected: str, advice: str) -> None:
        self.notes.append((where, found, expected, advice))


def _key(event: yaml.Event) -> str:
    if isinstance(event, yaml.ScalarEvent):
        return str(event.value)
    line = _mark(event).line
    raise UnreadableError(line, "a list or keys used as a key", "a word, then a colon")


def _mark(event: yaml.Event) -> Mark:
    mark = event.start_mark
    return Mark(mark.line + 1, mark.column + 1) if mark else Mark(1, 1)
