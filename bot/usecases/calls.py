"""What use cases need, bound once for the listeners that call them. Does nothing itself."""

from collections.abc import Callable

from bot.core.guard.consequences import DetectorsFor
from bot.store.engine import Store
from bot.usecases.ports import Clock, LiveBook


class Calls:
    """A group of use cases on one store, with the book as it is now, a clock, the detectors of each
    partnership, and a bell to ring when something may be due."""

    def __init__(
        self,
        store: Store,
        book: LiveBook,
        clock: Clock,
        ring: Callable[[], None],
        detectors_for: DetectorsFor,
    ) -> None:
        self._store = store
        self._book = book
        self._clock = clock
        self._ring = ring
        self._detectors_for = detectors_for
