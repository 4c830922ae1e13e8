"""Folders to check: the shipped example with a change or two, and a bank beside it."""

from datetime import date
from pathlib import Path

import pytest

from bot.content.findings import Finding, Findings
from bot.content.folders import check
from tests.content.checking import ROOT, TODAY, Bank, Checked, Edits, edited


@pytest.fixture
def example() -> str:
    return (ROOT / "schedules/example.yaml").read_text(encoding="utf-8")


@pytest.fixture
def checked(tmp_path: Path, example: str) -> Checked:
    """Checks the example, edited, beside the shipped bank; other files may be added by name."""

    def checking(edits: Edits | None = None, today: date = TODAY, **files: str) -> Findings:
        (tmp_path / "town.yaml").write_text(edited(example, edits or {}), encoding="utf-8")
        for name, text in files.items():
            name_in_folder = name.replace("_ics", ".ics").replace("_yaml", ".yaml")
            (tmp_path / name_in_folder).write_text(text, encoding="utf-8")
        return check(ROOT / "prompts", tmp_path, today)

    return checking


@pytest.fixture
def bank(tmp_path: Path) -> Bank:
    """Checks a bank made of the given files, beside the shipped example."""

    def checking(*files: str) -> list[Finding]:
        for index, text in enumerate(files):
            (tmp_path / f"bank{index}.yaml").write_text(text, encoding="utf-8")
        return list(check(tmp_path, ROOT / "schedules", TODAY).every)

    return checking
