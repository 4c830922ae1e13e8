"""Looks at replies in threads, each time their words are new: holds what must not go into a digest,
tells its author privately and at once, and its coordinators where it waits."""

from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.core import sentences
from bot.core.answering.post import post_after, today
from bot.core.answering.private import PREFIX
from bot.core.asking.plan import Occurrence
from bot.core.book import Book
from bot.core.guard.consequences import DetectorsFor, look
from bot.core.guard.examine import Examined
from bot.core.guard.finding import Detector
from bot.core.guard.held import HeldThing, is_line
from bot.core.outbox import Kind, OutboxMessage
from bot.core.partnership import Partnership
from bot.store import outbox, plans
from bot.store.answering import held, looking
from bot.store.answering.looking import Unexamined
from bot.store.engine import Store
from bot.usecases.guarding.behind import behind
from bot.usecases.guarding.hold import About, alert, clear, hold_or_clear

WARN_FOR = timedelta(days=7)
"""How long an author is still told what was noticed when Slack cannot be reached."""

NUDGE_FOR = timedelta(days=2)
"""A word about wording later than this would only puzzle."""


def examine_new(store: Store, book: Book, detectors_for: DetectorsFor, now: datetime) -> None:
    """Look at every reply whose words are new."""
    while examine_some(store, book, detectors_for, now):
        pass


def examine_some(store: Store, book: Book, detectors_for: DetectorsFor, now: datetime) -> bool:
    """Look at the first of them, outside of any transaction. False when there was none."""
    with store.read() as tx:
        new = [
            (each, plans.occurrence(tx, each.occurrence_id)) for each in looking.not_examined(tx)
        ]
    looked = [
        (each, asked, whose, look(each.text, detectors_for, whose, asked.practices))
        for each, asked in new
        if asked is not None and (whose := book.partnership(asked.partnership_id)) is not None
    ]
    strangers = [each for each, asked in new if asked is None or not _is_known(book, asked)]
    if not new:
        return False
    with store.write() as tx:
        for each in strangers:  # their partnership's file is gone: there is nobody to tell
            looking.mark_examined(tx, each, now)
        for one, asked, whose, examined in looked:
            if looking.mark_examined(tx, one, now):
                _follow(tx, whose, asked, one, examined, now)
    return True


def _is_known(book: Book, asked: Occurrence) -> bool:
    return book.partnership(asked.partnership_id) is not None


def _follow(
    tx: Connection,
    partnership: Partnership,
    asked: Occurrence,
    one: Unexamined,
    examined: Examined,
    now: datetime,
) -> None:
    about = About(
        one.subject, asked.cycle_id, asked.id, len(one.text), today(partnership, now), now
    )
    had_concern = _had_concern(tx, one.subject)
    if hold_or_clear(tx, partnership, about, examined) is not None:
        outbox.add(tx, _line(Kind.WARNING, asked, one, now, now + WARN_FOR))
        if not had_concern:
            key = f"{one.subject}:{one.edited_ts}"
            alert(tx, partnership, examined, asked.cycle_id, one.subject, key, now)
    suggestions = sentences.safety.wording(examined, len(one.text))
    if suggestions:
        nudge = _line(Kind.WORDING, asked, one, now, now + NUDGE_FOR)
        outbox.add(tx, nudge.model_copy(update={"note": "\n".join(suggestions)}))


def _had_concern(tx: Connection, subject: str) -> bool:
    earlier = held.by_subject(tx, subject)
    found = earlier.findings if earlier else ()
    return any(each.detector is Detector.CONCERN for each in found)


def _line(
    kind: Kind, asked: Occurrence, one: Unexamined, now: datetime, cut_off_at: datetime
) -> OutboxMessage:
    """To the author. Of their wording they hear once a reply, however often they change it."""
    which = one.edited_ts if kind is Kind.WARNING else ""
    return OutboxMessage(
        id=outbox.new_id(),
        key=f"{kind}:{one.subject}:{which}",
        kind=kind,
        partnership_id=asked.partnership_id,
        subject=one.subject,
        target=one.user_id,
        cycle_id=asked.cycle_id,
        due_at=now,
        cut_off_at=cut_off_at,
    )


def clear_gone(store: Store, book: Book, now: datetime) -> None:
    """What waits for a reply that its author took back waits no more. Repeatable."""
    with store.read() as tx:
        gone = [each.subject for each in held.waiting(tx) if _is_gone(tx, each.subject)]
    if not gone:
        return
    with store.write() as tx:
        for subject in gone:
            thing = held.by_subject(tx, subject)
            if thing is not None and _is_gone(tx, subject):
                clear(tx, thing, _out_at(book, thing, now))


def _out_at(book: Book, thing: HeldThing, now: datetime) -> datetime:
    whose = book.partnership(thing.partnership_id)
    if whose is None or not thing.subject.startswith(PREFIX):
        return now
    return post_after(whose, today(whose, now))


def _is_gone(tx: Connection, subject: str) -> bool:
    return not is_line(subject) and behind(tx, subject) is None
