"""One round of everything that has come due, in the order in which one thing leads to another."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from bot.core.book import Book
from bot.core.guard.consequences import DetectorsFor
from bot.store import digests, greetings, holds, outbox, plans
from bot.store.answering import looking
from bot.store.engine import Store
from bot.usecases.answering import consent
from bot.usecases.asking import ask, record, sweep
from bot.usecases.board import changed, draft, release, signoff
from bot.usecases.guarding import examine
from bot.usecases.ports import Clock, Group, LiveBook, Messenger
from bot.usecases.sending.deliver import Courier

log = logging.getLogger(__name__)

AGAIN = timedelta(seconds=1)
"""When to look again while something due must still rest (a channel's second, a rate limit)."""


class Tick:
    """Deals with what is due, and says when it next wants to be called."""

    def __init__(
        self,
        store: Store,
        book: LiveBook,
        messenger: Messenger,
        courier: Courier,
        clock: Clock,
        group: Group,
        detectors_for: DetectorsFor,
    ) -> None:
        self._store = store
        self._live_book = book
        self._messenger = messenger
        self._courier = courier
        self._clock = clock
        self._group = group
        self._detectors_for = detectors_for
        self._looked_over: dict[str, int] = {}
        self._asked_about: dict[str, int] = {}

    @property
    def _book(self) -> Book:
        return self._live_book()

    def __call__(self) -> datetime | None:
        """Repeatable: whatever a crash leaves undone is due again. A failure of one step, or of
        one cycle, is noted and keeps nothing else waiting."""
        self._try("asking", self._ask)
        self._try("examining", self._examine)
        for cycle_id in self._due_to_draft():
            self._try("drafting", partial(self._draft, cycle_id))
        for cycle_id in self._undecided():
            self._try("remaking", partial(self._remake, cycle_id))
        self._deliver()
        return self.next_due_at()

    def _try(self, step: str, do: Callable[[], None]) -> None:
        try:
            do()
        except Exception as error:  # noqa: BLE001  # one broken cycle must not silence the others
            # No traceback: it may hold words.
            log.error("%s failed: %s", step, type(error).__name__)

    def _ask(self) -> None:
        ask.ask_due(self._store, self._book, self._clock())
        record.greet_some(self._store, self._clock())

    def _examine(self) -> None:
        examine.clear_gone(self._store, self._book, self._clock())
        examine.examine_some(self._store, self._book, self._detectors_for, self._clock())

    def _due_to_draft(self) -> list[str]:
        with self._store.read() as tx:
            due = plans.due_to_draft(tx, self._clock())
        found = ((cycle, self._book.partnership(cycle.partnership_id)) for cycle in due)
        return [cycle.id for cycle, whose in found if whose is not None and whose.live]

    def _undecided(self) -> list[str]:
        with self._store.read() as tx:
            return [held.cycle_id for held in digests.unpublished(tx)]

    def _draft(self, cycle_id: str) -> None:
        sweep.sweep_cycle(self._store, self._messenger, cycle_id, self._clock)
        record.greet_new(self._store, self._clock())  # what the sweep found, too
        examine.examine_new(self._store, self._book, self._detectors_for, self._clock())
        draft.draft_due(self._store, self._book, self._group, cycle_id, self._clock())

    def _remake(self, cycle_id: str) -> None:
        draft.remake_changed(self._store, self._book, self._group, cycle_id, self._clock())
        self._looked_over[cycle_id] = release.look_over_draft(
            self._store,
            self._book,
            self._detectors_for,
            cycle_id,
            self._looked_over.get(cycle_id, 0),
            self._clock(),
        )
        self._asked_about[cycle_id] = consent.ask_consent(
            self._store, self._book, cycle_id, self._asked_about.get(cycle_id, 0), self._clock()
        )
        signoff.chase_due(
            self._store, self._book, cycle_id, self._looked_over[cycle_id], self._clock()
        )

    def _deliver(self) -> None:
        with self._store.write() as tx:
            outbox.cancel_orphans(tx)
        while self._courier.settle_next_doubt():
            pass
        # One post at a time: when Slack asks us to wait, none of ours is on its way into the wait.
        while self._courier.deliver_next():
            pass

    def next_due_at(self) -> datetime | None:
        """When something will next be due; None when nothing is planned."""
        now = self._clock()
        with self._store.read() as tx:
            planned = plans.next_due_at(tx, now)
            waiting = outbox.next_due_at(tx)
            held = holds.held_until(tx, now).values()
            new = greetings.are_waiting(tx) or bool(looking.not_examined(tx))
        deciding = signoff.next_due_at(self._store, self._book, now)
        remaking = changed.next_remake_at(self._store, self._book, now)
        waiting = max(waiting, min([now + AGAIN, *held])) if waiting else None
        times = (planned, waiting, now if new else None, deciding, remaking)
        return min((at for at in times if at is not None), default=None)
