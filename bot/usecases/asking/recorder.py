"""Lets replies that arrive together share a transaction: each caller still returns only once its
own reply is kept. Decides nothing about replies."""

import threading
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue

from sqlalchemy.exc import OperationalError

from bot.core.replies import Heard
from bot.store.engine import Store
from bot.usecases.asking.record import record_replies
from bot.usecases.ports import Clock

MOST_AT_ONCE = 50
"""Replies in one transaction: more than there are threads that bring them, and few enough that
everything else which writes waits for a moment only."""

Outcome = SimpleQueue[bool | Exception]
"""Of one reply, and put in once: was it new, or what the database raised. Every reply waits for
one, and it costs a fraction of a Future."""

Waiting = list[tuple[Heard, Outcome]]


class Recorder:
    """One thread writes, for everybody who waits by then: under load the price of a commit is
    shared, and a lone reply waits for nobody."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._lock = threading.Lock()
        self._waiting: Waiting = []
        self._is_writing = False
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="recorder")

    def keep(self, heard: Heard) -> bool:
        """Keep a reply or its newer words. False when nothing was new. Raises what the database
        raised; then the reply is not kept and must not be acknowledged."""
        mine: Outcome = SimpleQueue()
        with self._lock:
            self._waiting.append((heard, mine))
            wake, self._is_writing = not self._is_writing, True
        if wake:
            self._writer.submit(self._write_waiting)
        outcome = mine.get()
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    def _write_waiting(self) -> None:
        while batch := self._take():
            self._write(batch)

    def _take(self) -> Waiting:
        with self._lock:
            batch, self._waiting = self._waiting[:MOST_AT_ONCE], self._waiting[MOST_AT_ONCE:]
            self._is_writing = bool(batch)
        return batch

    def _write(self, batch: Waiting) -> None:
        try:
            is_new = record_replies(self._store, [heard for heard, _ in batch], self._clock())
        except Exception as error:  # noqa: BLE001  # it belongs to those who wait, not to us
            self._not_written(batch, error)
        else:
            for _, outcome in batch:
                outcome.put(is_new)

    def _not_written(self, batch: Waiting, error: Exception) -> None:
        """One reply that cannot be written must not keep the others from being kept; a database
        that cannot be reached fails all of them, and soon."""
        if len(batch) > 1 and not isinstance(error, OperationalError):
            for each in batch:
                self._write([each])
        else:
            for _, outcome in batch:
                outcome.put(error)
