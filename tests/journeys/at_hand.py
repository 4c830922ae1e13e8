"""The real bot in the test's own process, over real HTTP and web sockets, on a clock that jumps.

Kills nothing: for that the bot needs a process of its own (process.py).
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from bot.assembly import Bot, read_book
from bot.core.outbox import LEASE, SECOND_LOOK
from bot.settings import Settings
from tests.journeys.killing import wait_for
from tests.journeys.stage import Stage

SETTLE_WITHIN = 60.0
"""Seconds for the bot and the workspace to come to rest; far more than it takes."""

A_MOMENT = timedelta(seconds=1)


class BotAtHand:
    """One running bot and its stage."""

    def __init__(self, stage: Stage, bot: Bot) -> None:
        self.stage, self.bot = stage, bot

    def go(self, by: timedelta) -> None:
        """Let time pass, all at once, and wait until what became due is done."""
        self.stage.clock.go_to(self.stage.clock.now() + by)
        self.settle()

    def go_past_doubts(self) -> None:
        """Until everything that was left half sent has been looked up, and sent if need be."""
        for wait in (LEASE, SECOND_LOOK, A_MOMENT, A_MOMENT):
            self.go(wait + A_MOMENT)

    def settle(self) -> None:
        """Ring, and wait for rest. Raises TimeoutError when there is none."""
        self.bot.bell.ring()
        if not wait_for(self._is_quiet, SETTLE_WITHIN):
            raise TimeoutError("the bot does not come to rest")

    def _is_quiet(self) -> bool:
        bell, workspace = self.bot.bell, self.stage.workspace
        return (
            bell.wait_until_quiet(1) and workspace.idle(1) and bell.wait_until_quiet(0)
        ) and self.bot.is_ready


@contextmanager
def at_hand(stage: Stage, clock: Callable[[], datetime] | None = None) -> Iterator[BotAtHand]:
    """A bot at work on this stage; its clock is the stage's unless another is given."""
    environment = {name.lower(): value for name, value in stage.environment.items()}
    settings = Settings.model_validate(environment)
    now = clock or stage.clock.now
    bot = Bot(settings, read_book(settings, now()), now)
    try:
        bot.start()
        hand = BotAtHand(stage, bot)
        hand.settle()
        yield hand
    finally:
        # The workspace hangs up first: the client takes three seconds to notice by itself.
        stage.server.cut_sockets()
        bot.stop()
