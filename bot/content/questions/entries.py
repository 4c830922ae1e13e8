"""Each question of a file as it was written, and what is wrong with it by itself or beside others.

Makes no bank of them.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bot.content.findings import Finding
from bot.content.language import language_terms
from bot.content.source import Source, Where
from bot.content.syntax import shown
from bot.core.asking.wording import Remark, remarks_on, remarks_on_follow_up, told_once
from bot.core.asking.wording.plain.form import in_one_language

LONGEST_JUDGED = 300
"""Characters of a text whose wording is judged; a longer one is refused for its length."""
_COUNTED = {"question-mark", "too-long", "two-questions", "reading-age"}
"""Rules that say what they found in words of ours, not in words of the prompt."""


class Entry(NamedTuple):
    """One prompt or closing question as written: its place, and its keys."""

    source: Source
    where: Where
    written: dict[str, object]


def entries_of(source: Source) -> Iterator[Entry]:
    """Every prompt and closing question of a file."""
    for kind in ("prompts", "closing"):
        listed = source.at((kind,))
        for index, written in enumerate(listed if isinstance(listed, list) else ()):
            if isinstance(written, dict):
                yield Entry(source, (kind, index), written)


def on_each(entries: Iterable[Entry]) -> Iterator[Finding]:
    """What is wrong with each by itself: its practices and its words."""
    for entry in entries:
        yield from _practices(entry)
        yield from _wording(entry)


def on_ids(entries: Iterable[Entry], beside: Sequence[Entry] = ()) -> Iterator[Finding]:
    """Ids that stand twice, or belong to a question that is gone; those of `beside`, which was
    checked already, are taken."""
    first: dict[str, Entry] = {}
    for entry in (*beside, *entries):
        name = entry.written.get("id")
        if not isinstance(name, str):
            continue
        earlier = first.setdefault(name, entry)
        if earlier is not entry and entry not in beside:
            line = earlier.source.marks[(*earlier.where, "id")].line
            yield entry.source.finding(
                (*entry.where, "id"),
                f"{shown(name)} again, first in {earlier.source.file} on line {line}",
                "an id that no other prompt has",
                "Give this prompt an id of its own.",
            )


def on_retired(source: Source, entries: Iterable[Entry]) -> Iterator[Finding]:
    """Prompts that use an id again which belongs to a question that was asked and is gone."""
    listed = source.at(("retired",))
    gone = {one for one in listed if isinstance(one, str)} if isinstance(listed, list) else set()
    for entry in entries:
        name = entry.written.get("id")
        if isinstance(name, str) and name in gone:
            yield entry.source.finding(
                (*entry.where, "id"),
                f"{shown(name)}, which is retired in {source.file}",
                "an id that was never used before",
                "Give this prompt an id of its own: what was asked before is known by the old one.",
            )


def _practices(entry: Entry) -> Iterator[Finding]:
    if entry.where[0] != "prompts":
        return
    named = [key for key in ("practice", "practices") if entry.written.get(key) is not None]
    if len(named) != 1:
        yield entry.source.finding(
            entry.where,
            "both `practice` and `practices`" if named else "no practice",
            "`practice: BB1`, or `practices: [BB3, LC4]` for a prompt that joins two principles",
            "Keep one of the two." if named else "Say which practice this prompt is about.",
        )


def _wording(entry: Entry) -> Iterator[Finding]:
    text, follow_up = (_judged(entry.written.get(key)) for key in ("text", "follow_up"))
    if text:
        remarks = told_once(remarks_on(text, language_terms()))
        yield from (_remarked(entry, "text", one) for one in remarks)
    if follow_up:
        yield from (
            _remarked(entry, "follow_up", one)
            for one in told_once(remarks_on_follow_up(text, follow_up, language_terms()))
        )
    yield from _welsh(entry)


def _judged(text: object) -> str:
    return text if isinstance(text, str) and len(text) <= LONGEST_JUDGED else ""


def _welsh(entry: Entry) -> Iterator[Finding]:
    """English where Welsh should be; whether the Welsh is good is for those who speak it."""
    written = entry.written.get("cy")
    texts = written.items() if isinstance(written, dict) else [("", written)]
    for key, text in texts:
        for remark in in_one_language(_judged(text), "cy"):
            yield _remarked(entry, "cy", remark, *([key] if key else []))


def _remarked(entry: Entry, key: str, remark: Remark, *inside: str) -> Finding:
    found = remark.found if remark.rule in _COUNTED else shown(remark.found)
    tell = entry.source.finding if remark.is_error else entry.source.warning
    expected = "one open question about how we work"
    return tell((*entry.where, key, *inside), found, expected, remark.advice)
