"""Lets replies that arrive together share a transaction: each caller still returns only once its
own reply is kept. Decides nothing about replies."""

import threading
from collections import deque
from concurrent.futures import Future

from sqlalchemy.exc import OperationalError

from bot.core.replies import Heard
from bot.store.engine import Store
from bot.usecases.asking.record import record_replies
from bot.usecases.ports import Clock

MOST_AT_ONCE = 50
"""Replies in one transaction: more than there are threads that bring them, and few enough that
everything else which writes waits for a moment only."""


class Recorder:
    """Whoever gets the turn writes for everybody who waits: under load the price of a commit is
    shared, and a lone reply waits for nobody."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._turn = threading.Lock()
        self._waiting: deque[tuple[Heard, Future[bool]]] = deque()

    def keep(self, heard: Heard) -> bool:
        """Keep a reply or its newer words. False when nothing was new. Raises what the database
        raised; then the reply is not kept and must not be acknowledged."""
        mine: Future[bool] = Future()
        self._waiting.append((heard, mine))
        while not mine.done():
            with self._turn:
                if not mine.done():
                    self._write([self._waiting.popleft() for _ in range(self._how_many())])
        return mine.result()

    def _how_many(self) -> int:
        return min(len(self._waiting), MOST_AT_ONCE)

    def _write(self, batch: list[tuple[Heard, Future[bool]]]) -> None:
        try:
            is_new = record_replies(self._store, [heard for heard, _ in batch], self._clock())
        except Exception as error:  # noqa: BLE001  # it belongs to those who wait, not to us
            self._not_written(batch, error)
        else:
            for _, future in batch:
                future.set_result(is_new)

    def _not_written(self, batch: list[tuple[Heard, Future[bool]]], error: Exception) -> None:
        """One reply that cannot be written must not keep the others from being kept; a database
        that cannot be reached fails all of them, and soon."""
        if len(batch) > 1 and not isinstance(error, OperationalError):
            for each in batch:
                self._write([each])
        else:
            for _, future in batch:
                future.set_exception(error)
