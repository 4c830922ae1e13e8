"""Stores what members say in the threads of prompts, as it stands in Slack: new words, edits,
withdrawals. Repeating any of it, in any order, changes nothing."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.core.outbox import Kind, OutboxMessage
from bot.core.replies import Heard
from bot.store import greetings, outbox, recording
from bot.store.engine import Store

GREET_FOR = timedelta(days=2)
"""A private line later than this would only puzzle the member it thanks."""


def record_replies(store: Store, several: Iterable[Heard], now: datetime) -> bool:
    """Keep replies, or their newer words, whose thread is a prompt's. True when any is new.

    Not flushed to the disk plate (see Store.write): Slack still has the messages, and the sweep
    at the next start asks for them again.
    """
    with store.write(flush=False) as tx:
        return recording.record(tx, several, now)


def withdraw_reply(
    store: Store, channel_id: str, ts: str, thread_ts: str, said_at: datetime, now: datetime
) -> bool:
    """Erase the words of a reply that was deleted in Slack. True when there was one."""
    with store.write() as tx:
        return recording.withdraw(tx, channel_id, ts, thread_ts, said_at, now)


def greet_new(store: Store, now: datetime) -> None:
    """Look at every new reply."""
    while greet_some(store, now):
        pass


def greet_some(store: Store, now: datetime) -> bool:
    """Look at the first new replies, each once: it takes over its author's last choice in the
    cycle, and a member's first reply in a cycle is answered with one private line. Somebody who
    has taken everything back and speaks again is answered again: the old line has no buttons any
    more. False when there was none."""
    with store.write() as tx:
        new = greetings.not_greeted(tx)
        firsts = {each.speaker: each for each in reversed(new)}
        speaking = firsts.keys() - greetings.have_spoken(tx, firsts)
        withdrawn = greetings.times_withdrawn(tx, speaking)
        for speaker in speaking:
            outbox.add(tx, _private_line(firsts[speaker], withdrawn[speaker], now))
        thanked = {firsts[speaker].place for speaker in speaking}
        for each in new:
            if each.is_late and each.place not in thanked:
                outbox.add(tx, _late_line(each, now))
        choices = greetings.choices_of(tx, firsts)
        greetings.mark_greeted(tx, {each.place: choices.get(each.speaker) for each in new}, now)
    return bool(new)


def _private_line(first: greetings.NewReply, times_withdrawn: int, now: datetime) -> OutboxMessage:
    cycle_id, user_id = first.speaker
    return OutboxMessage(
        id=outbox.new_id(),
        key=f"private:{cycle_id}:{user_id}:{times_withdrawn}",
        kind=Kind.PRIVATE,
        partnership_id=first.partnership_id,
        subject=first.occurrence_id,
        target=user_id,
        cycle_id=cycle_id,
        due_at=now,
        cut_off_at=now + GREET_FOR,
    )


def _late_line(late: greetings.NewReply, now: datetime) -> OutboxMessage:
    """Thanks, once a question, to somebody who has had the private line before."""
    (cycle_id, user_id), (channel_id, ts) = late.speaker, late.place
    return OutboxMessage(
        id=outbox.new_id(),
        key=f"late:{late.occurrence_id}:{user_id}",
        kind=Kind.LATE,
        partnership_id=late.partnership_id,
        subject=f"{channel_id}/{ts}",
        target=user_id,
        cycle_id=cycle_id,
        due_at=now,
        cut_off_at=now + GREET_FOR,
    )
