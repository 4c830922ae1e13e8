"""Reads the prompt bank, and finds what is wrong in it. Does not choose prompts."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bot.content.explain import read_as
from bot.content.findings import Finding
from bot.content.folder import sources_in
from bot.content.language import language_terms
from bot.content.shape import PromptFile, schemas
from bot.content.source import Source, Where
from bot.content.syntax import shown
from bot.core.asking.wording import Remark, remarks_on, remarks_on_follow_up, told_once
from bot.core.asking.wording.plain.form import in_one_language
from bot.core.framework import PRACTICES, PRINCIPLE_PAIRS
from bot.core.prompts import PromptBank

LEAST_PER_PRACTICE = 3
"""Prompts: a quarterly rotation comes back to a practice about twice a year, with fresh words."""
LEAST_PER_PAIR = 2
"""Joining prompts: one closes each cycle, and the three pairs take turns."""
LONGEST_JUDGED = 300
"""Characters of a text whose wording is judged; a longer one is refused for its length."""


class Entry(NamedTuple):
    """One prompt or closing question as written: its place, and its keys."""

    source: Source
    where: Where
    written: dict[str, object]


def survey_prompts(folder: Path) -> tuple[PromptBank, list[Finding]]:
    """Every prompt in `folder` that can be read, and everything that is wrong."""
    sources, findings = sources_in(folder, "prompts")
    schema = schemas()["prompts"]
    files: list[PromptFile] = []
    for source in sources:
        file, refused = read_as(PromptFile, source.data, source, schema)
        files += [file] if file else []
        findings += refused
    entries = [entry for source in sources for entry in _entries(source)]
    for entry in entries:
        findings += [*_practices(entry), *_wording(entry)]
    findings += _repeated(entries)
    findings += [one for source in sources for one in _retired(source, entries)]
    if any(finding.severity == "error" for finding in findings):
        return PromptBank(prompts=()), findings
    bank = PromptBank(
        prompts=tuple(entry.prompt(file) for file in files for entry in file.prompts),
        closing=tuple(question for file in files for question in file.closing),
    )
    return bank, [*findings, *_gaps(bank, folder)]


def _entries(source: Source) -> Iterator[Entry]:
    for kind in ("prompts", "closing"):
        listed = source.at((kind,))
        for index, written in enumerate(listed if isinstance(listed, list) else ()):
            if isinstance(written, dict):
                yield Entry(source, (kind, index), written)


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


_COUNTED = {"question-mark", "too-long", "two-questions", "reading-age"}
"""Rules that say what they found in words of ours, not in words of the prompt."""


def _repeated(entries: list[Entry]) -> Iterator[Finding]:
    first: dict[str, Entry] = {}
    for entry in entries:
        name = entry.written.get("id")
        if not isinstance(name, str):
            continue
        earlier = first.setdefault(name, entry)
        if earlier is not entry:
            line = earlier.source.marks[(*earlier.where, "id")].line
            yield entry.source.finding(
                (*entry.where, "id"),
                f"{shown(name)} again, first in {earlier.source.file} on line {line}",
                "an id that no other prompt has",
                "Give this prompt an id of its own.",
            )


def _retired(source: Source, entries: list[Entry]) -> Iterator[Finding]:
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


def _gaps(bank: PromptBank, folder: Path) -> list[Finding]:
    singles = Counter(prompt.practices[0] for prompt in bank.prompts if not prompt.joins)
    closing = Counter(question.practice for question in bank.closing)
    pairs = Counter(frozenset(prompt.principles) for prompt in bank.prompts if prompt.joins)
    counts = [
        *((singles[one], "prompt", _about(one), LEAST_PER_PRACTICE) for one in PRACTICES),
        *((closing[one], "closing question", _about(one), 1) for one in PRACTICES),
        *(
            (pairs[frozenset(pair)], "prompt", f"{pair[0]} with {pair[1]}", LEAST_PER_PAIR)
            for pair in PRINCIPLE_PAIRS
        ),
    ]
    return [_gap(folder, *count) for count in counts if count[0] < count[-1]]


def _about(practice_id: str) -> str:
    return f"{practice_id} ({PRACTICES[practice_id].label})"


def _gap(folder: Path, count: int, noun: str, about: str, least: int) -> Finding:
    return Finding(
        file=str(folder),
        found=f"{count} {noun}{'' if count == 1 else 's'} for {about}",
        expected=f"at least {least}",
        advice="Add some, so that the same words do not come round too soon.",
        severity="warning",
    )
