"""Carries each delivery to the app: tries, tries again on Slack's schedule, gives up, tells how
it ended. How one try is made belongs to sockets.py and http_events.py.
"""

import asyncio
import secrets
from collections.abc import Sequence

from bot.rehearsal.delivery.transport import Outcome, Transport
from bot.rehearsal.world.journal import Attempt
from bot.rehearsal.world.post_room import Answer, Delivery
from bot.rehearsal.world.world import World

# Seconds between tries. Slack's are about 0, 60 and 300 (docs.slack.dev/apis/events-api); these
# keep the shape and spare whoever watches a rehearsal the five minutes.
RETRY_AFTER_S = (0.5, 3.0, 10.0)
# Seconds that events wait to be shuffled when fewer come than the window holds. A judgment:
# long enough to gather what one person does at once.
SHUFFLE_WITHIN_S = 1.0


class Carrier:
    """Lives in the server's event loop; only `take` may be called from other threads."""

    def __init__(
        self, world: World, transport: Transport, retry_after: Sequence[float] = RETRY_AFTER_S
    ) -> None:
        self._world = world
        self._transport = transport
        self._waits = (0.0, *retry_after)
        self._loop = asyncio.get_running_loop()
        self._tasks: set[asyncio.Task[None]] = set()
        self._held: list[Delivery] = []
        self._window = 0

    def take(self, delivery: Delivery) -> None:
        self._loop.call_soon_threadsafe(self._sort, delivery)

    async def close(self) -> None:
        """Give up what is under way."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for delivery in self._held:
            self._end(delivery, Outcome("stopped"))

    def _sort(self, delivery: Delivery) -> None:
        """Start carrying, or hold it back when a shuffle was asked for."""
        if not self._held:
            self._window = self._world.troubles.take_shuffle() if delivery.retryable else 0
            if self._window:
                self._loop.call_later(SHUFFLE_WITHIN_S, self._release)
        if not (self._window and delivery.retryable):
            self._start(delivery)
            return
        self._held.append(delivery)
        if len(self._held) >= self._window:
            self._release()

    def _release(self) -> None:
        held, self._held, self._window = self._held, [], 0
        for delivery in _other_order(held):
            self._start(delivery)

    def _start(self, delivery: Delivery) -> None:
        task = self._loop.create_task(self._carry(delivery))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _carry(self, delivery: Delivery) -> None:
        outcome = Outcome("stopped")
        try:
            outcome = await self._until_acked(delivery)
            if outcome.acked and delivery.retryable and self._world.troubles.take_twice():
                await self._try(delivery, 0, "")
        finally:
            self._end(delivery, outcome)

    async def _until_acked(self, delivery: Delivery) -> Outcome:
        outcome = Outcome("")
        waits = self._waits if delivery.retryable else self._waits[:1]
        for number, wait in enumerate(waits):
            if wait:
                await asyncio.sleep(wait)
            outcome = await self._try(delivery, number, outcome.name)
            if outcome.acked or outcome.no_retry:
                break
        return outcome

    async def _try(self, delivery: Delivery, number: int, reason: str) -> Outcome:
        if self._world.troubles.dark:
            outcome = Outcome("no_connection")
        else:
            outcome = await self._transport.attempt(delivery, number, reason)
        now = self._world.clock.now()
        about = (delivery.kind, delivery.subject, number, outcome.name, delivery.what)
        self._world.journal.add_attempt(Attempt(now, *about))
        return outcome

    def _end(self, delivery: Delivery, outcome: Outcome) -> None:
        if not outcome.acked:
            self._world.journal.add_lost()
        self._world.post_room.finish(delivery, Answer(outcome.acked, outcome.payload))
        self._world.changes.mark()


def _other_order(held: list[Delivery]) -> list[Delivery]:
    """The same deliveries in an order that differs from the one they came in."""
    shuffled = list(held)
    while len(held) > 1 and all(one is two for one, two in zip(shuffled, held, strict=True)):
        secrets.SystemRandom().shuffle(shuffled)
    return shuffled
