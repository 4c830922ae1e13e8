"""Holds the failures asked for, until each has happened. Causes none itself: the server does."""

import threading
import time
from collections import Counter
from dataclasses import dataclass
from typing import Literal, get_args

TroubleKind = Literal["drop_after", "drop_before", "delay", "error_500", "ratelimited"]

CALL_TROUBLES: tuple[str, ...] = get_args(TroubleKind)


@dataclass
class Trouble:
    """What happens to the next `times` calls of `method` ("*" for any)."""

    kind: TroubleKind
    method: str = "*"
    times: int = 1
    seconds: float = 1.0


class Troubles:
    """Every trouble can be switched on at any time, from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._calls: list[Trouble] = []
        self._twice = 0
        self._shuffle = 0
        self._dark_until = 0.0

    def next_calls(
        self, kind: TroubleKind, method: str = "*", *, times: int = 1, seconds: float = 1.0
    ) -> None:
        """Trouble for the next calls: the answer lost (`drop_after`: the call is done, no answer;
        `drop_before`: not done), late by `seconds`, HTTP 500, or 429 (`seconds` is Retry-After)."""
        with self._lock:
            self._calls.append(Trouble(kind, method, times, seconds))

    def deliver_twice(self, times: int = 1) -> None:
        """Deliver each of the next `times` events twice."""
        with self._lock:
            self._twice += times

    def out_of_order(self, window: int = 5) -> None:
        """Hold back up to `window` events, then deliver them in another order."""
        with self._lock:
            self._shuffle = window

    def go_dark(self, seconds: float) -> None:
        """Reach nothing and answer nothing for `seconds` of real time."""
        with self._lock:
            self._dark_until = time.monotonic() + seconds

    def clear(self) -> None:
        with self._lock:
            self._calls.clear()
            self._twice = self._shuffle = 0
            self._dark_until = 0.0

    def to_come(self) -> dict[str, int]:
        """How often each kind will still happen, without those that will not."""
        with self._lock:
            left = Counter({"twice": self._twice, "out_of_order": self._shuffle})
            for each in self._calls:
                left[each.kind] += each.times
        left["dark"] = int(self.dark)
        return {kind: times for kind, times in left.items() if times}

    @property
    def dark(self) -> bool:
        return time.monotonic() < self._dark_until

    def for_call(self, method: str) -> Trouble | None:
        """The trouble this call meets, used up by asking."""
        with self._lock:
            for trouble in self._calls:
                if trouble.method in ("*", method):
                    trouble.times -= 1
                    if trouble.times <= 0:
                        self._calls.remove(trouble)
                    return trouble
        return None

    def take_twice(self) -> bool:
        """True when this event is to be delivered twice. Used up by asking."""
        with self._lock:
            if not self._twice:
                return False
            self._twice -= 1
            return True

    def take_shuffle(self) -> int:
        """How many events to hold back now; 0 for none. Used up by asking."""
        with self._lock:
            window, self._shuffle = self._shuffle, 0
            return window
