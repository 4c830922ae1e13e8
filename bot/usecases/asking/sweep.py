"""Reads the threads of open prompts once more, for replies that were missed while away."""

import logging
from collections.abc import Callable
from datetime import timedelta

from bot.core.outbox import OutboxMessage
from bot.store import outbox, recording, replies
from bot.store.engine import Store
from bot.usecases.ports import Clock, InDoubtError, Messenger, NotSentError, RefusedError

log = logging.getLogger(__name__)

OPEN_FOR = timedelta(days=30)
"""How long after its board meeting a thread is still read: late replies go to the next digest."""


def sweep_threads(
    store: Store, messenger: Messenger, clock: Clock, wait: Callable[[float], bool]
) -> None:
    """Make our copy of every open thread equal to Slack's. Repeatable.

    `wait` sleeps for so many seconds, and returns True when we are asked to stop.
    """
    with store.read() as tx:
        threads = outbox.open_prompts(tx, clock() - OPEN_FOR)
    for thread in threads:
        while (pause := sweep_thread(store, messenger, thread, clock)) is not None:
            if wait(pause):
                return


def sweep_cycle(store: Store, messenger: Messenger, cycle_id: str, clock: Clock) -> None:
    """The same for one cycle, before its draft; gives up at the first thread Slack holds back,
    because the draft is made again when a later sweep brings something new."""
    with store.read() as tx:
        threads = outbox.open_prompts(tx, clock() - OPEN_FOR, cycle_id)
    for thread in threads:
        if sweep_thread(store, messenger, thread, clock) is not None:
            return


def sweep_thread(
    store: Store, messenger: Messenger, prompt: OutboxMessage, clock: Clock
) -> float | None:
    """Read one thread. Returns the seconds to wait before asking again, None when done."""
    if prompt.channel_id is None or prompt.ts is None:
        return None
    with store.read() as tx:
        held = replies.in_thread(tx, prompt.channel_id, prompt.ts)
    try:
        there = messenger.thread(prompt.channel_id, prompt.ts)
    except NotSentError as error:
        if error.retry_after is not None:
            return error.retry_after
        log.warning("a thread could not be read: %s", error.reason)
        return None
    except (RefusedError, InDoubtError) as error:
        log.warning("a thread could not be read: %s", error.reason)
        return None
    now = clock()
    with store.write() as tx:
        recording.record(tx, there, now)
        # Only what was held before the thread was read: a reply that came meanwhile is not gone.
        for ts in held - {heard.ts for heard in there}:
            recording.withdraw(tx, prompt.channel_id, ts, prompt.ts, now, now)
    return None
