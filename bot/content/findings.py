"""What is wrong in the files, where, and what to do about it. Looks for nothing itself."""

from collections.abc import Iterable
from typing import Literal

from pydantic import TypeAdapter

from bot.core.values import Value


class Finding(Value):
    """One mistake (error) or one thing worth a look (warning). Lines and columns count from 1."""

    file: str
    line: int | None = None
    column: int | None = None
    key: str = ""
    found: str
    expected: str
    advice: str
    severity: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        """One line: place first, in the form that terminals and editors make clickable."""
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        key = f" {self.key}:" if self.key else ""
        told = f"found {self.found}; expected {self.expected}."
        return f"{place}: {self.severity}:{key} {told} {self.advice}"


class Findings(Value):
    """Everything that was found, in the order of the files and their lines."""

    every: tuple[Finding, ...] = ()

    @classmethod
    def of(cls, findings: Iterable[Finding]) -> "Findings":
        """The same findings, each once, by file, line and column."""
        once = dict.fromkeys(findings)
        place = sorted(once, key=lambda one: (one.file, one.line or 0, one.column or 0))
        return cls(every=tuple(place))

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What must be put right before the files can be used."""
        return tuple(one for one in self.every if one.severity == "error")

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """What deserves a look, and stops nothing."""
        return tuple(one for one in self.every if one.severity == "warning")

    def as_text(self) -> str:
        """One line for each finding, and a last line that counts them."""
        count = f"{_counted(self.errors, 'error')}, {_counted(self.warnings, 'warning')}."
        return "\n".join([*(str(one) for one in self.every), count])

    def as_json(self) -> str:
        """A JSON list with one object for each finding."""
        return TypeAdapter(tuple[Finding, ...]).dump_json(self.every, indent=2).decode()


class ContentError(Exception):
    """The files cannot be used as they are; `findings` says everything that must change."""

    def __init__(self, findings: Findings) -> None:
        super().__init__(findings.as_text())
        self.findings = findings


def _counted(findings: tuple[Finding, ...], noun: str) -> str:
    return f"{len(findings)} {noun}{'' if len(findings) == 1 else 's'}"
