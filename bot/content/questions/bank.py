"""Reads the prompt bank, and finds what is wrong in it. Does not choose prompts."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from bot.content.explain import read_as
from bot.content.findings import Finding
from bot.content.folder import sources_in
from bot.content.questions.entries import Entry, entries_of, on_each, on_ids, on_retired
from bot.content.shape import PromptFile, schemas
from bot.content.source import Source
from bot.core.framework import PRACTICES, PRINCIPLE_PAIRS
from bot.core.prompts import PromptBank

LEAST_PER_PRACTICE = 3
"""Prompts: a quarterly rotation comes back to a practice about twice a year, with fresh words."""
LEAST_PER_PAIR = 2
"""Joining prompts: one closes each cycle, and the three pairs take turns."""


class Survey(NamedTuple):
    """A bank (empty when there are errors), every entry that was written, and every finding."""

    bank: PromptBank
    sources: tuple[Source, ...]
    entries: tuple[Entry, ...]
    findings: list[Finding]


def survey_prompts(folder: Path) -> Survey:
    """Every prompt in `folder` that can be read, and everything that is wrong."""
    sources, findings = sources_in(folder, "prompts")
    found = survey_sources(sources)
    findings += found.findings
    if not any(finding.severity == "error" for finding in findings):
        findings += _gaps(found.bank, folder)
    return found._replace(findings=findings)


def survey_sources(sources: Sequence[Source], beside: Survey | None = None) -> Survey:
    """The bank that these files make; its ids must differ from those of a bank `beside` it."""
    schema = schemas()["prompts"]
    findings: list[Finding] = []
    files: list[PromptFile] = []
    for source in sources:
        file, refused = read_as(PromptFile, source.data, source, schema)
        files += [file] if file else []
        findings += refused
    entries = tuple(entry for source in sources for entry in entries_of(source))
    findings += [*on_each(entries), *on_ids(entries, beside.entries if beside else ())]
    for source in (*(beside.sources if beside else ()), *sources):
        findings += on_retired(source, entries)
    bank = PromptBank(prompts=())
    if not any(finding.severity == "error" for finding in findings):
        bank = PromptBank(
            prompts=tuple(entry.prompt(file) for file in files for entry in file.prompts),
            closing=tuple(question for file in files for question in file.closing),
        )
    return Survey(bank, tuple(sources), entries, findings)


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
