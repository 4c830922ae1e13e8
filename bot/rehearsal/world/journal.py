"""Remembers every request and every delivery attempt, for the inspector and for accounting.

Keeps no token and no text: only who called what, when, on which message, and how it ended.
"""

import threading
from dataclasses import dataclass, field
from datetime import datetime

from bot.rehearsal.world.state import JSON


@dataclass(frozen=True)
class ApiCall:
    """One Web API request. `outcome` is "ok" or the error; `ts` the message it made or named;
    `asked` its arguments, with words and blocks only counted; `fate` is "answer_lost" or "late"
    where a trouble met the answer."""

    at: datetime
    method: str
    outcome: str
    channel: str = ""
    ts: str = ""
    asked: JSON = field(default_factory=dict)
    fate: str = ""


@dataclass(frozen=True)
class Attempt:
    """One try at bringing something to the app. `outcome`: acked, timeout, no_connection ...;
    `what` is the event's or the payload's own name."""

    at: datetime
    kind: str
    subject: str
    number: int
    outcome: str
    what: str = ""


@dataclass
class Journal:
    """Lists, oldest first, that only grow. Reading returns copies."""

    _calls: list[ApiCall] = field(default_factory=list)
    _attempts: list[Attempt] = field(default_factory=list)
    lost: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def add_call(self, call: ApiCall) -> None:
        with self._lock:
            self._calls.append(call)

    def add_attempt(self, attempt: Attempt) -> None:
        with self._lock:
            self._attempts.append(attempt)

    def add_lost(self) -> None:
        """Count a delivery that was given up."""
        with self._lock:
            self.lost += 1

    def calls(self, method: str | None = None, channel: str | None = None) -> list[ApiCall]:
        with self._lock:
            return [
                call
                for call in self._calls
                if method in (None, call.method) and channel in (None, call.channel)
            ]

    def attempts(self, subject: str | None = None) -> list[Attempt]:
        with self._lock:
            return [each for each in self._attempts if subject in (None, each.subject)]
