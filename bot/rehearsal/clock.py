"""Tells the rehearsal's time: at real speed, with jumps forward. Does not ring anything."""

import threading
import time
from datetime import UTC, datetime, timedelta


class RehearsalClock:
    """Starts at `start_at` (aware) and goes forward only, until a rehearsal starts again. Safe to
    share between threads."""

    def __init__(self, start_at: datetime) -> None:
        self._lock = threading.Lock()
        self._set(_utc(start_at))

    def now(self) -> datetime:
        """The rehearsal's time, aware, in UTC."""
        with self._lock:
            return self._now()

    def go_to(self, at: datetime) -> None:
        """Jump forward to `at`; a time already passed raises ValueError."""
        target = _utc(at)
        with self._lock:
            now = self._now()
            if target < now:
                raise ValueError(f"the clock only goes forward: {target} is before {now}")
            self._set(target)

    def reach(self, at: datetime) -> None:
        """Be at `at`, or stay where it is once that time has passed: it runs on while somebody
        asks, so that a look and a jump may be a few microseconds apart."""
        target = _utc(at)
        with self._lock:
            self._set(max(target, self._now()))

    def start_again(self, at: datetime) -> None:
        """Be at `at`, whatever it was: only when all that happened since is forgotten too."""
        with self._lock:
            self._set(_utc(at))

    def _now(self) -> datetime:
        return self._base_at + timedelta(seconds=time.monotonic() - self._base_mono)

    def _set(self, at: datetime) -> None:
        self._base_at = at
        self._base_mono = time.monotonic()


def _utc(at: datetime) -> datetime:
    if at.tzinfo is None:
        raise ValueError(f"a time needs its zone: {at}")
    return at.astimezone(UTC)
