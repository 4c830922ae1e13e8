"""Sends what is due, once. Claims before the network hears of a message, looks up what is in
doubt, and records the outcome; what a message says is composed elsewhere."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import uuid4

from sqlalchemy import Connection

from bot.core.book import Book
from bot.core.messages import AboutMessage, FileMessage, Outgoing
from bot.core.outbox import (
    LONGEST_HOLD,
    REMEDY_EVERY,
    UNASKED,
    UPDATES,
    Kind,
    OutboxMessage,
    OutboxState,
    backoff,
    is_too_late,
    may_send_again,
)
from bot.store import holds, outbox
from bot.store.engine import Store
from bot.usecases.answering.quiet import is_unwelcome
from bot.usecases.asking.sweep import sweep_thread
from bot.usecases.ports import (
    Clock,
    InDoubtError,
    LiveBook,
    Messenger,
    NotSentError,
    Posted,
    RefusedError,
)
from bot.usecases.sending import aftermath
from bot.usecases.sending.compose import WRITES, compose, whispered
from bot.usecases.sending.paper import Files
from bot.usecases.sending.reach import Reach

log = logging.getLogger(__name__)

LOOK_BACK = timedelta(days=1)
"""How far before the first attempt a look-up starts. Slack dates a message by its own clock; ours
may run ahead by hours (a guest resumed, a time zone set wrong), and what is not found is sent
again. A day of a channel about strategy is one page."""

CHANNEL_REST = timedelta(seconds=1)
"""Slack takes about one message a second in one channel (docs: apis/web-api/rate-limits)."""

LOOK_UP = "look-up"
"""The scope of a hold on reading back what may have been posted."""

_METHODS = dict.fromkeys(UPDATES, "chat.update") | {
    Kind.WHISPER: "chat.postEphemeral",
    Kind.PAPER: "files.completeUploadExternal",
    Kind.FILE: "files.completeUploadExternal",
}


def _method(kind: Kind) -> str:
    """The Web API method behind a kind: Slack limits each method on its own."""
    return _METHODS.get(kind, "chat.postMessage")


class _Parcel(NamedTuple):
    """`target` is the message's own, or for a whisper that of the message it stands for."""

    message: OutboxMessage
    content: Outgoing
    earlier: OutboxMessage | None
    target: str

    @property
    def thread_ts(self) -> str | None:
        return self.earlier.ts if self.earlier else None


class Courier:
    """One process's deliverer: knows what it has in hand and which channels are resting."""

    def __init__(self, store: Store, book: LiveBook, messenger: Messenger, clock: Clock) -> None:
        self._store = store
        self._live_book = book
        self._messenger = messenger
        self._reach = Reach(store, book, messenger, clock)
        self._clock = clock
        self._worker = uuid4().hex
        self._files = Files(store, messenger, self._worker)
        self._lock = threading.Lock()
        self._in_hand: set[str] = set()
        self._rest_until: dict[str, datetime] = {}
        self.stopping = False

    @property
    def _book(self) -> Book:
        return self._live_book()

    def deliver_next(self) -> bool:
        """Deal with one due message. False when nothing may go out now."""
        with self._lock:
            now = self._clock()
            message = None if self.stopping else self._claim(now)
            if message is None:
                return False
            self._in_hand.add(message.id)
        with self._putting_down(message):
            parcel = self._pack(message, now)
            if parcel is not None:
                with self._lock:
                    self._rest_until[message.target] = now + CHANNEL_REST
                self._send(parcel)
        return True

    def _claim(self, now: datetime) -> OutboxMessage | None:
        with self._store.read() as tx:
            held = holds.held_until(tx, now)
        kinds = [kind for kind in Kind if _method(kind) in held]
        with self._store.write() as tx:
            return outbox.claim(tx, now, self._worker, resting=self._resting(now), held=kinds)

    def _pack(self, message: OutboxMessage, now: datetime) -> _Parcel | None:
        """What is about to leave; None when the message was dealt with without sending it. Only
        where composing writes does it keep other writers waiting, replies among them."""
        try:
            if is_too_late(message, now):
                with self._store.write() as tx:
                    aftermath.missed(tx, self._book, message, self._worker, now)
                return None
            with self._store.write() if message.kind in WRITES else self._store.read() as tx:
                parcel = self._composed(tx, message, now)
        except Exception as error:  # noqa: BLE001  # one broken message must not stop the rest
            log.error("a %s could not be composed: %s", message.kind, type(error).__name__)
            retry_at = now + backoff(message.attempts)
            with self._store.write() as tx:
                outbox.mark_retry(tx, message.id, self._worker, retry_at, "not composed")
            return None
        if parcel is None:
            self._over(message)
        return parcel

    def _composed(self, tx: Connection, message: OutboxMessage, now: datetime) -> _Parcel | None:
        content = compose(tx, self._book, message, now)
        if content is None:
            return None
        earlier = outbox.by_key(tx, message.after_key) if message.after_key else None
        stands_for = whispered(tx, message) or message
        return _Parcel(message, content, earlier, stands_for.target)

    def _over(self, message: OutboxMessage) -> None:
        state, why = OutboxState.CANCELLED, "nothing left to say"
        with self._store.write() as tx:
            outbox.mark_over(tx, message.id, self._worker, state, why)

    def settle_next_doubt(self) -> bool:
        """Look up one message that was left half sent. False when there is none."""
        with self._lock, self._store.write() as tx:
            now = self._clock()
            if self.stopping or LOOK_UP in holds.held_until(tx, now):
                return False
            message = outbox.claim_doubtful(tx, now, self._worker, self._in_hand)
            if message is None:
                return False
            earlier = outbox.by_key(tx, message.after_key) if message.after_key else None
            self._in_hand.add(message.id)
        with self._putting_down(message):
            self._look_up(message, earlier)
        return True

    def _resting(self, now: datetime) -> list[str]:
        # A clock that was set back must not make a channel rest for longer than its second.
        return [
            target
            for target, until in self._rest_until.items()
            if timedelta(0) < until - now <= CHANNEL_REST
        ]

    @contextmanager
    def _putting_down(self, message: OutboxMessage) -> Iterator[None]:
        try:
            yield
        finally:
            with self._lock:
                self._in_hand.discard(message.id)

    def _send(self, parcel: _Parcel) -> None:
        message = parcel.message
        try:
            to = self._found(message, parcel.target)
            if to and self._is_unwelcome(message, to):
                self._over(message)
                return
            posted = self._hand_over(parcel, to) if to else None
        except NotSentError as error:
            self._not_sent(message, error)
        except RefusedError as error:
            log.error("a %s was refused: %s", message.kind, error.reason)
            with self._store.write() as tx:
                aftermath.refused(
                    tx, self._book, message, self._worker, error.reason, self._clock()
                )
        except InDoubtError as error:
            self._in_doubt(message, error)
        else:
            self._sent(message, posted) if posted else self._unreachable(message)

    def _found(self, message: OutboxMessage, target: str) -> str | None:
        return self._reach.found(target, message.partnership_id, message.cycle_id)

    def _is_unwelcome(self, message: OutboxMessage, to: str) -> bool:
        """True when its reader wants none like it, or not now."""
        whose = self._book.partnership(message.partnership_id)
        if message.kind not in UNASKED or whose is None:
            return False
        with self._store.read() as tx:
            return is_unwelcome(tx, whose, message.kind, to, self._clock())

    def _unreachable(self, message: OutboxMessage) -> None:
        with self._store.write() as tx:
            aftermath.unreachable(tx, self._book, message, self._worker, self._clock())

    def _hand_over(self, parcel: _Parcel, to: str) -> Posted:
        message, content = parcel.message, self._linked(parcel.content)
        if message.kind in UPDATES and parcel.earlier and parcel.earlier.ts:
            place = Posted(parcel.earlier.channel_id or message.target, parcel.earlier.ts)
            self._messenger.update(content, channel_id=place.channel_id, ts=place.ts)
            return Posted(place.channel_id, "")
        if message.kind is Kind.WHISPER:
            channel_id = message.target
            self._messenger.whisper(
                content, channel_id=channel_id, user_id=to, thread_ts=parcel.thread_ts
            )
            return Posted(channel_id, "")
        if isinstance(content, FileMessage):
            return self._files.hand_over(message, content, parcel.earlier)
        return self._messenger.post(
            content, outbox_id=message.id, target=to, thread_ts=parcel.thread_ts
        )

    def _linked(self, content: Outgoing) -> Outgoing:
        """With the link to the message it is about; without one if that is gone."""
        if not isinstance(content, AboutMessage) or content.place is None:
            return content
        link = self._messenger.permalink(*content.place)
        return content.model_copy(update={"link": link})

    def _sent(self, message: OutboxMessage, posted: Posted) -> None:
        with self._store.write() as tx:
            aftermath.sent(tx, self._book, message, self._worker, posted, self._clock())
        if message.kind is Kind.DIGEST:
            self._store.scrub()  # the round's key was erased

    def _not_sent(self, message: OutboxMessage, error: NotSentError) -> None:
        log.warning("a %s was not sent yet: %s", message.kind, error.reason)
        now = self._clock()
        with self._store.write() as tx:
            if error.retry_after is not None:
                wait = min(timedelta(seconds=error.retry_after), LONGEST_HOLD)
                holds.hold(tx, _method(message.kind), now + wait)
            elif error.needs_person:
                wait = REMEDY_EVERY
                aftermath.needs_person(tx, self._book, message, self._worker, error.reason, now)
            else:
                wait = backoff(message.attempts)
            outbox.mark_retry(tx, message.id, self._worker, now + wait, error.reason)

    def _in_doubt(self, message: OutboxMessage, error: InDoubtError) -> None:
        """A post stays `sending` until it is looked up. An update may simply be repeated; a
        whisper cannot be looked up, and is not repeated."""
        log.warning("a %s may or may not have arrived: %s", message.kind, error.reason)
        now = self._clock()
        if message.kind in UPDATES:
            with self._store.write() as tx:
                wait = backoff(message.attempts)
                outbox.mark_retry(tx, message.id, self._worker, now + wait, error.reason)
        elif message.kind is Kind.WHISPER:
            self._sent(message, Posted(message.target, ""))

    def _look_up(self, message: OutboxMessage, earlier: OutboxMessage | None) -> None:
        if message.kind in (*UPDATES, Kind.WHISPER):
            self._in_doubt(message, InDoubtError("left half sent"))
            return
        since = (message.sending_at or self._clock()) - LOOK_BACK
        try:
            to = self._found(message, message.target)
            if to is None:
                self._unreachable(message)
                return
            found = self._standing(message, to, earlier, since)
            for double in found[1:]:
                self._messenger.delete(channel_id=double.channel_id, ts=double.ts)
        except NotSentError as error:
            self._rest_looking(error)
            return  # still in doubt: its lease was renewed, and it is looked up again after it
        except (RefusedError, InDoubtError):
            return
        if found:
            self._adopt(message, found[0])
        else:
            self._not_found(message)

    def _standing(
        self, message: OutboxMessage, to: str, earlier: OutboxMessage | None, since: datetime
    ) -> list[Posted]:
        if message.kind in (Kind.PAPER, Kind.FILE):
            return self._files.find(message, earlier, since)
        thread_ts = earlier.ts if earlier else None
        return self._messenger.find(message.id, target=to, thread_ts=thread_ts, since=since)

    def _adopt(self, message: OutboxMessage, posted: Posted) -> None:
        """It had arrived. When everything was read after the last connection, a prompt's place was
        not known yet: what was said in its thread while we were away is asked for now. If Slack
        holds that back, the sweep before the draft asks again."""
        self._sent(message, posted)
        if message.kind is Kind.PROMPT:
            place = {"channel_id": posted.channel_id, "ts": posted.ts}
            sweep_thread(
                self._store, self._messenger, message.model_copy(update=place), self._clock
            )

    def _rest_looking(self, error: NotSentError) -> None:
        if error.retry_after is not None:
            wait = min(timedelta(seconds=error.retry_after), LONGEST_HOLD)
            with self._store.write() as tx:
                holds.hold(tx, LOOK_UP, self._clock() + wait)

    def _not_found(self, message: OutboxMessage) -> None:
        now = self._clock()
        with self._store.write() as tx:
            if may_send_again(message, now):
                outbox.mark_retry(tx, message.id, self._worker, now, "looked up, not there")
            else:
                outbox.mark_not_found(tx, message.id, self._worker, now)
