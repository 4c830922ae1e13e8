"""Deletes what may no longer be kept, as the privacy sentence promises."""

from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.core.asking.plan import Cycle
from bot.core.book import Book
from bot.core.partnership import Partnership
from bot.core.retention import digest_kept_until, lines_kept_until, replies_kept_until
from bot.core.words import counted, day_in_words, listed
from bot.store import digests, edits, plans, replies, setups, sorting, sources
from bot.store.answering import held, keys, lines, private, questions, quiet
from bot.store.engine import Store
from bot.usecases.board.draft import remade
from bot.usecases.board.taken_back import forget_taken_back
from bot.usecases.desk.set_up import GIVEN_UP_AFTER
from bot.usecases.proposing.forget import forget_about_questions

QUIET_WISHES_FOR = timedelta(days=7)
"""How long a wish to be left in peace is kept once it is over: its reminder is sent by then."""

STRANGERS_FOR = timedelta(days=1)
"""How long a message is kept that might answer a prompt whose place was not known yet."""


def forget_due(store: Store, book: Book, now: datetime) -> None:
    """Erase what has been kept for long enough: replies, also from a draft that was never sent;
    the record of private lines; digests. Nothing of a partnership under a legal hold.
    Repeatable."""
    with store.write() as tx:
        setups.forget(tx, now - GIVEN_UP_AFTER)
        replies.forget_strangers(tx, now - STRANGERS_FOR)
        lines.forget_authors(tx)
        quiet.forget_over(tx, (now - QUIET_WISHES_FOR).date())
        for partnership in book.partnerships:
            if partnership.privacy.legal_hold:
                continue
            forget_about_questions(tx, partnership, now)
            for cycle in plans.cycles_of(tx, partnership.id):
                _forget(tx, book, partnership, cycle, now)


def would_forget(store: Store, book: Book, now: datetime) -> list[str]:
    """What would be deleted now, a line for each partnership's round; changes nothing."""
    said = []
    with store.read() as tx:
        for partnership in book.partnerships:
            if partnership.privacy.legal_hold:
                said.append(f"{partnership.name}: nothing, because of a legal hold.")
                continue
            for cycle in plans.cycles_of(tx, partnership.id):
                if parts := _due(tx, partnership, cycle, now):
                    met = day_in_words(cycle.meeting_on)
                    said.append(f"{partnership.name}, meeting of {met}: {listed(parts)}.")
    return said


def _due(tx: Connection, partnership: Partnership, cycle: Cycle, now: datetime) -> list[str]:
    parts = []
    number = replies.number_in(tx, cycle.id) + private.number_in(tx, cycle.id)
    if number and now >= replies_kept_until(cycle, partnership):
        parts.append(counted(number, "reply", "replies"))
    if digests.of_cycle(tx, cycle.id) and now >= digest_kept_until(cycle, partnership):
        parts.append("its digest")
    return parts


def _forget(
    tx: Connection, book: Book, partnership: Partnership, cycle: Cycle, now: datetime
) -> None:
    forget_taken_back(tx, partnership, cycle)
    if now >= replies_kept_until(cycle, partnership):
        replies.forget_cycle(tx, cycle.id)
        private.forget_cycle(tx, cycle.id)
        questions.forget_cycle(tx, cycle.id)
        held.forget_cycle(tx, cycle.id)
        keys.erase_keys(tx, [cycle.id])
        remade(tx, book, cycle.id, now, touched=True)
        sources.forget(tx, cycle.id)
        sorting.forget(tx, cycle.id)
    if now >= lines_kept_until(cycle, partnership):
        lines.forget_lines(tx, cycle.id)
    if now >= digest_kept_until(cycle, partnership):
        digests.forget(tx, cycle.id)
        edits.forget(tx, cycle.id)
