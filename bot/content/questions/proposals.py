"""Reads a list of prompts that somebody proposes, and says of each which rules it breaks.

More lenient than the bank: a prompt needs nothing but its `text`. Adds nothing to the bank.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from bot.content.findings import ContentError, Finding, Findings
from bot.content.language import language_terms
from bot.content.source import Source, read_source
from bot.core.asking.wording import Remark, is_usable, remarks_on, remarks_on_follow_up
from bot.core.framework import PRACTICES
from bot.core.values import Value

_LISTS = ("prompts", "closing")


class Proposal(Value):
    """One proposed prompt as written, its line, and everything to change in it."""

    id: str
    line: int
    text: str
    remarks: tuple[Remark, ...]

    @property
    def is_usable(self) -> bool:
        """True when it could be asked as it is; warnings may remain."""
        return is_usable(self.remarks)


def read_proposals(path: Path) -> tuple[Proposal, ...]:
    """Every prompt in a YAML file: a list, or lists under `prompts` and `closing`.

    Raises ContentError when the file cannot be read, or holds no such list.
    """
    source, findings = read_source(path, bare_list="prompts")
    if source is None or findings:
        raise ContentError(Findings.of(findings))
    listed = [(name, source.at((name,))) for name in _LISTS]
    entries = [
        (source.marks[name, index].line, entry)
        for name, several in listed
        if isinstance(several, list)
        for index, entry in enumerate(several)
    ]
    if not entries:
        raise ContentError(Findings.of([_nothing(source)]))
    return tuple(_proposals(entries))


def _nothing(source: Source) -> Finding:
    advice = "Begin each prompt with a hyphen: `- text: What helped us this month?`"
    return source.finding((), "no prompts", "a list of prompts", advice)


def _proposals(entries: list[tuple[int, object]]) -> Iterator[Proposal]:
    seen: dict[str, int] = {}
    for line, entry in entries:
        written: Mapping[str, object] = entry if isinstance(entry, dict) else {"text": entry}
        text, name = _text(written.get("text")), _text(written.get("id"))
        remarks = [*_on_words(text, _text(written.get("follow_up"))), *_on_practice(written)]
        if name in seen:
            found, advice = f"{name}, first on line {seen[name]}", "Give it an id of its own."
            remarks.append(Remark(rule="repeated-id", found=found, advice=advice))
        if name:
            seen.setdefault(name, line)
        yield Proposal(id=name, line=line, text=text, remarks=tuple(remarks))


def _text(written: object) -> str:
    return "" if written is None else str(written)


def _on_words(text: str, follow_up: str) -> Iterator[Remark]:
    yield from remarks_on(text, language_terms())
    if follow_up:
        yield from remarks_on_follow_up(text, follow_up, language_terms())


def _on_practice(written: Mapping[str, object]) -> Iterator[Remark]:
    several = written.get("practices")
    named = several if isinstance(several, list) else [written.get("practice")]
    for practice in named:
        if practice is not None and practice not in PRACTICES:
            advice = f"Choose one of {', '.join(PRACTICES)}."
            yield Remark(rule="unknown-practice", found=_text(practice), advice=advice)
