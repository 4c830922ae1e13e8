"""A reply, or a line of a digest, that waits for a person because of what was noticed in it. Holds
kinds and places, never words."""

from datetime import date
from enum import StrEnum
from hashlib import sha256

from bot.core.guard.examine import Examined
from bot.core.guard.finding import Detector, Finding
from bot.core.values import Value


class HeldState(StrEnum):
    """Held until somebody decides; released by a named coordinator; or cleared, because its author
    changed the words, or took them back."""

    HELD = "held"
    RELEASED = "released"
    CLEARED = "cleared"


class HeldThing(Value):
    """`subject` is a reply's id, or a line's (see `line_subject`). `length` is that of the words,
    to say where in them something stands. `held_on` is a local date. `shown` is the version at
    which it was put before the coordinators."""

    subject: str
    partnership_id: str
    cycle_id: str
    occurrence_id: str | None
    findings: tuple[Finding, ...]
    failed: tuple[Detector, ...]
    length: int
    held_on: date
    state: HeldState
    decided_by: str | None = None
    reason: str | None = None
    version: int = 1
    shown: int = 1

    @property
    def examined(self) -> Examined:
        """What was noticed."""
        return Examined(self.findings, self.failed)


_LINE = "line/"


def line_subject(cycle_id: str, words: str) -> str:
    """The subject of a line of a digest that is nobody's reply, such as a label: the same words in
    the same round are the same line."""
    return f"{_LINE}{cycle_id}/{sha256(words.encode()).hexdigest()[:16]}"


def is_line(subject: str) -> bool:
    """True for a line of a digest, False for a reply."""
    return subject.startswith(_LINE)
