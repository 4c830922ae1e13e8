"""Reads the threads of open prompts once more, for replies that were missed while away."""

import logging
from datetime import datetime, timedelta

from bot.core.outbox import OutboxMessage
from bot.store import outbox, replies
from bot.store.engine import Store
from bot.usecases.ports import InDoubtError, Messenger, NotSentError, RefusedError

log = logging.getLogger(__name__)

OPEN_FOR = timedelta(days=30)
"""How long after its board meeting a thread is still read: late replies go to the next digest."""


def sweep_threads(store: Store, messenger: Messenger, now: datetime) -> bool:
    """Make our copy of every open thread equal to Slack's. False when a thread was not read.

    Repeatable: reading a thread twice changes nothing.
    """
    with store.read() as tx:
        threads = outbox.open_prompts(tx, now - OPEN_FOR)
    return all([_sweep(store, messenger, thread, now) for thread in threads])


def _sweep(store: Store, messenger: Messenger, prompt: OutboxMessage, now: datetime) -> bool:
    if prompt.channel_id is None or prompt.ts is None:
        return True
    with store.read() as tx:
        held = replies.in_thread(tx, prompt.channel_id, prompt.ts)
    try:
        there = messenger.thread(prompt.channel_id, prompt.ts)
    except (NotSentError, RefusedError, InDoubtError) as error:
        log.warning("a thread could not be read: %s", error.reason)
        return False
    with store.write() as tx:
        for heard in there:
            replies.record(tx, heard, now)
        # Only what was held before the thread was read: a reply that came meanwhile is not gone.
        for ts in held - {heard.ts for heard in there}:
            replies.withdraw(tx, prompt.channel_id, ts, prompt.ts, now, now)
    return True
