"""Time that runs faster than the machine's, the same in every process that is told when it began.

With it the twenty seconds after which a half-sent message is looked up take two. Run as a module
it is `dots run` on such a clock.
"""

import os
import signal
import sys
import time
from datetime import UTC, datetime, timedelta

from bot.assembly import Bot, read_book, utc_now
from bot.cli.words import log_to_stderr
from bot.rehearsal import RehearsalClock
from bot.settings import Settings

PACE = 10
"""Seconds of ours in one of the machine's. HTTP's own ten seconds are not hurried: what is delayed
in such a world must be delayed by less than a second."""

BEGAN = "DOTS_TESTS_BEGAN"


def hurried(began: float) -> datetime:
    """The time now in a world that began at this moment (seconds since 1970)."""
    return datetime.fromtimestamp(began, UTC) + timedelta(seconds=(time.time() - began) * PACE)


class HurriedClock(RehearsalClock):
    """The workspace's clock in such a world; it does not jump."""

    def __init__(self) -> None:
        self.began = time.time()
        super().__init__(hurried(self.began))

    def now(self) -> datetime:
        """The hurried time."""
        return hurried(self.began)


def main() -> None:
    """`dots run` in a hurry."""
    began = float(os.environ[BEGAN])
    settings = Settings()
    log_to_stderr(settings.dots_log_level)
    bot = Bot(settings, read_book(settings, utc_now()), lambda: hurried(began))
    signal.signal(signal.SIGTERM, lambda *_: bot.stopping.set())
    bot.start()
    bot.stopping.wait()
    bot.stop()
    sys.exit(0)


if __name__ == "__main__":
    main()
