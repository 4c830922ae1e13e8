"""Keeps a private reply, changes it, or takes it back, at its author's wish. Sent twice, it is
kept once; what was noticed in it is shown to its author before anything is stored."""

import secrets
from datetime import date, datetime, timedelta
from typing import NamedTuple

from sqlalchemy import Connection

from bot.core.answering.authors import author_key, form_key
from bot.core.answering.form import Became, Thanks
from bot.core.answering.post import post_after, today
from bot.core.answering.private import Answer, PrivateReply, Visibility
from bot.core.answering.window import Window
from bot.core.book import Book
from bot.core.guard.consequences import DetectorsFor, is_held, look
from bot.core.guard.examine import Examined
from bot.core.outbox import Kind, OutboxMessage
from bot.core.partnership import Partnership
from bot.store import digests, outbox, plans
from bot.store.answering import keys, private
from bot.store.engine import Store
from bot.usecases.answering.asked import Asked, asked, own_reply
from bot.usecases.guarding.hold import About, alert, hold_or_clear

KEY_BYTES = 32

POST_FOR = timedelta(days=14)
"""How long word of private replies is worth sending when Slack cannot be reached."""


class Outcome(NamedTuple):
    """What became of a form. `noticed` when the guard noticed something, `thanks` when kept."""

    became: Became
    noticed: Examined | None = None
    thanks: Thanks | None = None


def keep_answer(
    store: Store,
    book: Book,
    detectors_for: DetectorsFor,
    user_id: str,
    answer: Answer,
    now: datetime,
) -> Outcome:
    """Keep what a member sent in the form. Repeatable: a form is kept once."""
    with store.read() as tx:
        found = asked(tx, book, answer.occurrence_id, now)
    if found is None:
        return Outcome(Became.GONE)
    # Outside of any transaction: looking takes a few milliseconds, and nobody should wait for it.
    noticed = look(answer.text, detectors_for, found.partnership, found.occurrence.practices)
    if not answer.insists and (noticed.findings or noticed.failed):
        return Outcome(Became.NOTICED, noticed)
    with store.write() as tx:
        found = asked(tx, book, answer.occurrence_id, now)
        return _keep(tx, found, user_id, answer, noticed, now) if found else Outcome(Became.GONE)


def _keep(
    tx: Connection, found: Asked, user_id: str, answer: Answer, noticed: Examined, now: datetime
) -> Outcome:
    earlier = own_reply(tx, found.occurrence, user_id)
    if found.window is Window.ISSUED:
        return Outcome(Became.ISSUED)
    if not found.window.takes_new and (earlier is None or not earlier.is_live):
        return Outcome(Became.DRAFTED)
    key = keys.keep_key(tx, found.cycle.id, secrets.token_bytes(KEY_BYTES))
    form = form_key(key, answer.form_id)
    if earlier is not None and private.came_in(tx, earlier.id, form):
        return Outcome(Became.KEPT, noticed, _thanks(found, earlier, noticed))
    answer = _with_sector(tx, found, user_id, answer, earlier)
    kept = _write(tx, found, author_key(key, user_id), answer, earlier, form, now)
    if kept is None:
        return Outcome(Became.ELSEWHERE)
    _follow(tx, found, kept, noticed, now)
    return Outcome(Became.KEPT, noticed, _thanks(found, kept, noticed))


def _follow(
    tx: Connection, found: Asked, kept: PrivateReply, noticed: Examined, now: datetime
) -> None:
    """What was noticed holds it back as it would a reply in a thread. The coordinators hear of it
    with the next morning's post; of a concern the safeguarding contacts hear at once."""
    whose, cycle_id, on = found.partnership, found.cycle.id, today(found.partnership, now)
    about = About(
        kept.reply_id, cycle_id, kept.occurrence_id, len(kept.text), on, post_after(whose, on)
    )
    hold_or_clear(tx, whose, about, noticed)
    outbox.add(tx, _post(tx, whose, cycle_id, on))
    alert(tx, whose, noticed, cycle_id, cycle_id, f"private:{outbox.new_id()}", now)


def _post(tx: Connection, whose: Partnership, cycle_id: str, on: date) -> OutboxMessage:
    """Once a day, with the morning's post: there are private replies to read."""
    due_at = post_after(whose, on)
    return OutboxMessage(
        id=outbox.new_id(),
        key=f"post:{cycle_id}:{on.isoformat()}",
        kind=Kind.POST,
        partnership_id=whose.id,
        subject=cycle_id,
        target=plans.current_channel(tx, whose.coordinators.channel.id),
        due_at=due_at,
        cut_off_at=due_at + POST_FOR,
    )


def _with_sector(
    tx: Connection, found: Asked, user_id: str, answer: Answer, earlier: PrivateReply | None
) -> Answer:
    """The sector as it is known, else as it is said now; after the draft it stays as it was, for
    what was read there may be approved already."""
    before = earlier.sector if earlier and earlier.is_live else None
    known = digests.sector_of(tx, user_id) or answer.sector or before
    sector = before if found.window is Window.DRAFTED else known
    return answer.model_copy(update={"sector": sector})


def _write(
    tx: Connection,
    found: Asked,
    author: str,
    answer: Answer,
    earlier: PrivateReply | None,
    form: str,
    now: datetime,
) -> PrivateReply | None:
    """The reply as it is kept now; None when it was changed in another window."""
    on, late = today(found.partnership, now), found.window is Window.LATE
    if earlier is None:
        added = private.add(tx, found.cycle.id, author, answer, form, on, late=late)
        return private.by_id(tx, added) if added else None
    if earlier.version != answer.seen_version:
        return None
    if not private.change(tx, earlier, answer, form, on):
        return None
    return private.by_id(tx, earlier.id)


def _thanks(found: Asked, kept: PrivateReply, noticed: Examined) -> Thanks:
    cycle, partnership = found.cycle, found.partnership
    return Thanks(
        board=partnership.board.name,
        meeting_on=cycle.meeting_on,
        change_until=cycle.issue_at.astimezone(partnership.tz).date(),
        late=kept.late,
        for_coordinators_only=kept.visibility is Visibility.COORDINATORS,
        held=is_held(noticed),
    )


def take_back_answer(
    store: Store, book: Book, occurrence_id: str, user_id: str, seen_version: int, now: datetime
) -> Became:
    """Erase a private reply at its author's wish: `kept` means that the wish was. Repeatable."""
    with store.write() as tx:
        found = asked(tx, book, occurrence_id, now)
        if found is None:
            return Became.GONE
        if found.window is Window.ISSUED:
            return Became.ISSUED
        earlier = own_reply(tx, found.occurrence, user_id)
        if earlier is None:
            return Became.GONE
        if not earlier.is_live:
            return Became.KEPT
        if earlier.version != seen_version:
            return Became.ELSEWHERE
        private.withdraw(tx, earlier, today(found.partnership, now))
        return Became.KEPT
