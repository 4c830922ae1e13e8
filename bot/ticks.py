"""The doorbell, never the diary: rings when something may be due. What is due is in the store."""

import logging
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from apscheduler.schedulers.background import BackgroundScheduler

from bot.usecases.ports import Clock

log = logging.getLogger(__name__)

SWEEP_SECONDS = 30.0
"""The longest silence between two looks, on the monotonic clock: whatever happens to the wall
clock or to the scheduler, nothing waits longer for its turn."""

HOUSEKEEPING_HOURS = 6

REST = 9.0
"""How long it rests when it was rung again while at work, in times the work took: in a rush of
replies the processor belongs to those who wait for an answer."""

LONGEST_REST = 2.0
"""Seconds; nobody who waits for a private line notices so little."""


class Doorbell:
    """Calls `work` in one thread whenever it was rung, when the next thing is due, and at least
    every SWEEP_SECONDS. `work` returns when it next wants to be called, if it knows."""

    def __init__(
        self, work: Callable[[], datetime | None], tidy: Callable[[], None], clock: Clock
    ) -> None:
        self._work = work
        self._clock = clock
        self._rung = threading.Event()
        self._quiet = threading.Event()
        self._lock = threading.Lock()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="doorbell", daemon=True)
        self._scheduler = BackgroundScheduler(
            timezone="UTC",
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
        )
        self._scheduler.add_job(tidy, "interval", hours=HOUSEKEEPING_HOURS, id="tidy")

    def start(self) -> None:
        """Begin to listen, with a first ring."""
        self._scheduler.start()
        self.ring()
        self._thread.start()

    def stop(self) -> None:
        """Finish the call under way and fall silent."""
        self._stopping.set()
        self._rung.set()
        self._scheduler.shutdown(wait=False)
        self._thread.join(timeout=15)

    def ring(self) -> None:
        """Something may be due now."""
        if self._rung.is_set():
            return  # and not heard yet: what is due now is dealt with when it is
        with self._lock:
            self._quiet.clear()
            self._rung.set()

    def wait_until_quiet(self, timeout: float) -> bool:
        """True once everything that was rung for has been dealt with; False after `timeout` s."""
        return self._quiet.wait(timeout)

    def _run(self) -> None:
        while not self._stopping.is_set():
            self._rung.wait(SWEEP_SECONDS)
            if self._stopping.is_set():
                return
            self._rung.clear()
            began = time.monotonic()
            self._arm(self._do())
            if self._rung.is_set():
                self._stopping.wait(min((time.monotonic() - began) * REST, LONGEST_REST))
            with self._lock:
                if not self._rung.is_set():
                    self._quiet.set()

    def _do(self) -> datetime | None:
        try:
            return self._work()
        except Exception as error:  # noqa: BLE001  # the loop must outlive any one failure
            log.error("a tick failed: %s", type(error).__name__)
            return self._clock() + timedelta(seconds=SWEEP_SECONDS)

    def _arm(self, due_at: datetime | None) -> None:
        """One date job for the next thing due. The wait is taken from our clock, so that a
        rehearsal's clock and the scheduler's need not agree."""
        if due_at is None:
            return
        wait = max((due_at - self._clock()).total_seconds(), 0.05)
        rings_at = datetime.now(UTC) + timedelta(seconds=wait)
        self._scheduler.add_job(
            self.ring, "date", run_date=rings_at, id="next", replace_existing=True
        )
