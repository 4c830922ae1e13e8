"""Answers a click after it was acknowledged: Slack gives three seconds, and a slow Slack must
not make a stored choice look like a failure. At most once; a lost answer is only a courtesy."""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

log = logging.getLogger(__name__)


class Answers:
    """A few threads that give answers; `close` waits for those under way."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(max_workers=4, thread_name_prefix="answer")

    def later(self, give: Callable[..., Any], **arguments: Any) -> None:
        """Call `give` soon. Its failure is noted by kind only: what it says is private."""
        self._pool.submit(self._give, give, arguments)

    def later_or(
        self, otherwise: Callable[[], Any], give: Callable[..., Any], **arguments: Any
    ) -> None:
        """The same, and call `otherwise` when that fails."""
        self._pool.submit(self._give, give, arguments, otherwise)

    def close(self) -> None:
        """Finish what was begun."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _give(
        self,
        give: Callable[..., Any],
        arguments: dict[str, Any],
        otherwise: Callable[[], Any] | None = None,
    ) -> None:
        try:
            give(**arguments)
        except Exception as error:  # noqa: BLE001  # the last stop of a courtesy: nothing above it
            log.warning("an answer could not be given: %s", type(error).__name__)
            if otherwise is not None:
                self._give(otherwise, {})
