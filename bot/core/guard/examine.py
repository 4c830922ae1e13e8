"""Asks every detector about a text. One that fails is named, and keeps no other from looking."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from bot.core.guard.finding import Detector, Finding

Detect = Callable[[str], Iterable[Finding]]
"""A detector: reads a text, returns what it noticed there."""


class Examined(NamedTuple):
    """What was noticed, in the order of the text; and the detectors that could not look."""

    findings: tuple[Finding, ...]
    failed: tuple[Detector, ...]


def examine(text: str, detectors: Mapping[Detector, Detect]) -> Examined:
    """Every detector's findings. Never raises for what a text holds: a text that a detector
    could not read is for a person to look at."""
    findings: list[Finding] = []
    failed = []
    for name, detect in detectors.items():
        try:
            findings += detect(text)
        except Exception:  # noqa: BLE001  # a failing detector must hold the reply, not lose it
            failed.append(name)
    return Examined(tuple(sorted(findings, key=_place)), tuple(failed))


def _place(finding: Finding) -> tuple[int, int, str, str]:
    return finding.start, finding.end, finding.detector, finding.kind
