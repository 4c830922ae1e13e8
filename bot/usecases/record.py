"""Stores what members say in the threads of prompts, as it stands in Slack: new words, edits,
withdrawals. Repeating any of it, in any order, changes nothing."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from bot.core.asking.plan import Occurrence
from bot.core.outbox import Kind, OutboxMessage
from bot.core.replies import Heard
from bot.store import outbox, replies
from bot.store.engine import Store

GREET_FOR = timedelta(days=2)
"""A private line later than this would only puzzle the member it thanks."""


def record_replies(store: Store, several: Iterable[Heard], now: datetime) -> bool:
    """Keep replies, or their newer words, whose thread is a prompt's. True when any is new.

    Not flushed to the disk plate (see Store.write): Slack still has the messages, and the sweep
    at the next start asks for them again.
    """
    with store.write(flush=False) as tx:
        return replies.record(tx, several, now)


def withdraw_reply(
    store: Store, channel_id: str, ts: str, thread_ts: str, said_at: datetime, now: datetime
) -> bool:
    """Erase the words of a reply that was deleted in Slack. True when there was one."""
    with store.write() as tx:
        return replies.withdraw(tx, channel_id, ts, thread_ts, said_at, now)


def greet_new(store: Store, now: datetime) -> None:
    """Look at each new reply once: it takes over its author's last choice in the cycle, and a
    member's first reply in a cycle is answered with one private line. Somebody who has taken
    everything back and speaks again is answered again: the old line has no buttons any more."""
    with store.write() as tx:
        for heard, occurrence, places in _by_member(replies.not_greeted(tx)):
            cycle_id, user_id = occurrence.cycle_id, heard.user_id
            if not replies.has_spoken(tx, cycle_id, user_id):
                before = replies.times_withdrawn(tx, cycle_id, user_id)
                outbox.add(tx, _private_line(heard, occurrence, before, now))
            replies.mark_greeted(tx, places, replies.choice_of(tx, cycle_id, user_id), now)


def _by_member(
    new: Iterable[tuple[Heard, Occurrence]],
) -> Iterator[tuple[Heard, Occurrence, list[tuple[str, str]]]]:
    """Each member's first new reply in each cycle, and the places of all of them."""
    firsts: dict[tuple[str, str], tuple[Heard, Occurrence, list[tuple[str, str]]]] = {}
    for heard, occurrence in new:
        whose = (occurrence.cycle_id, heard.user_id)
        firsts.setdefault(whose, (heard, occurrence, []))[2].append((heard.channel_id, heard.ts))
    yield from firsts.values()


def _private_line(
    heard: Heard, occurrence: Occurrence, times_withdrawn: int, now: datetime
) -> OutboxMessage:
    return OutboxMessage(
        id=outbox.new_id(),
        key=f"private:{occurrence.cycle_id}:{heard.user_id}:{times_withdrawn}",
        kind=Kind.PRIVATE,
        partnership_id=occurrence.partnership_id,
        subject=occurrence.id,
        target=heard.user_id,
        due_at=now,
        cut_off_at=now + GREET_FOR,
    )
