"""Small tools for checking folders in tests."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from bot.content.findings import Finding, Findings

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 23)

Edits = Mapping[str, str]
Checked = Callable[..., Findings]
Bank = Callable[..., list[Finding]]


def edited(text: str, edits: Edits) -> str:
    """`text` with each part replaced, once; a part that is not there is a mistake in the test."""
    for old, new in edits.items():
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def only(findings: Findings | list[Finding]) -> Finding:
    """The one finding there is."""
    every = findings.every if isinstance(findings, Findings) else findings
    assert len(every) == 1, [str(one) for one in every]
    return every[0]
