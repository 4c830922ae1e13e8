"""Counts changes and tells whoever watches. Does not say what changed."""

import threading
from collections.abc import Callable


class Changes:
    """A version that grows with every change; watchers get the new version and must not block."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._watchers: list[Callable[[int], None]] = []
        self.version = 0

    def mark(self) -> None:
        with self._lock:
            self.version += 1
            version, watchers = self.version, tuple(self._watchers)
        for watcher in watchers:
            watcher(version)

    def watch(self, watcher: Callable[[int], None]) -> Callable[[], None]:
        """Call `watcher` from now on; the function returned ends that."""
        with self._lock:
            self._watchers.append(watcher)

        def stop() -> None:
            with self._lock:
                self._watchers.remove(watcher)

        return stop
