"""Decides about a digest on a coordinator's word, chases until somebody does, and hands what is
approved to the outbox on its issue date."""

from collections.abc import Callable
from datetime import date, datetime

from sqlalchemy import Connection

from bot.core.asking.plan import Cycle
from bot.core.book import Book
from bot.core.digest.earlier import read_digest
from bot.core.digest.signoff import DigestState, Held, chase_days, next_chase_at
from bot.core.guard.consequences import DetectorsFor
from bot.core.outbox import Kind
from bot.core.partnership import Partnership
from bot.core.roles import Role
from bot.core.sentences import coordinators as say
from bot.core.words import listed
from bot.store import audit, digests, outbox, plans
from bot.store.audit import Entry
from bot.store.engine import Store
from bot.usecases.board.draft import remade
from bot.usecases.board.show import arrange_issue, show
from bot.usecases.guarding.look_over import look_over
from bot.usecases.roles import may
from bot.usecases.tell import solve, tell

S = DigestState


def decide(
    store: Store,
    book: Book,
    cycle_id: str,
    user_id: str,
    verdict: DigestState,
    seen_version: int,
    detectors_for: DetectorsFor,
    now: datetime,
) -> tuple[str, str | None]:
    """Approve or hold the version of a digest that a coordinator has read.

    Returns the outcome's name (see sentences.coordinators.decided) and who had decided before,
    if the outcome is about them; for "noticed", where something stands in it that somebody must
    decide about first. Doing it twice changes nothing.
    """
    with store.write() as tx:
        held = remade(tx, book, cycle_id, now, whole=True)
        cycle = plans.cycle(tx, cycle_id)
        partnership = book.partnership(held.partnership_id) if held else None
        if held is None or cycle is None or partnership is None:
            return "gone", None
        if not may(tx, partnership, user_id, Role.DEPUTY):
            return "not-yours", None
        if held.state is S.PUBLISHED or _is_leaving(tx, cycle_id):
            return S.PUBLISHED.value, None
        if held.state is S.EXPIRED:
            return S.EXPIRED.value, None
        if held.state is verdict:
            return f"already-{verdict.value}", held.decided_by
        if held.version != seen_version:
            return "changed", None
        where = _undecided_in(tx, partnership, held, detectors_for, now)
        if verdict is S.APPROVED and where:
            remade(tx, book, cycle_id, now, touched=True)
            return "noticed", listed(where)
        two = verdict is S.APPROVED and partnership.coordinators.second_eyes
        if two and held.first_eyes == user_id:
            return "first-already", None
        # The first of two approvals leaves it a draft, which shows whose eyes have been on it.
        is_first = two and held.first_eyes is None
        becomes, outcome = (S.DRAFT, "first") if is_first else (verdict, verdict.value)
        if not digests.decide(tx, cycle_id, held.version, becomes, user_id, now):
            return _overtaken(tx, cycle_id, verdict)
        audit.append(tx, Entry(now, partnership.id, user_id, f"digest-{outcome}", cycle_id))
        _put_forward(tx, partnership, cycle, now)
        return outcome, None


def _undecided_in(
    tx: Connection,
    partnership: Partnership,
    held: Held,
    detectors_for: DetectorsFor,
    now: datetime,
) -> tuple[str, ...]:
    """Where the guard notices something that nobody has decided about, each place once."""
    where = look_over(tx, detectors_for, partnership, read_digest(held.content), now)
    return tuple(dict.fromkeys(where))


def _overtaken(tx: Connection, cycle_id: str, verdict: DigestState) -> tuple[str, str | None]:
    """Another coordinator decided in the same moment: say what they decided."""
    held = digests.of_cycle(tx, cycle_id)
    if held is not None and held.state is verdict:
        return f"already-{verdict.value}", held.decided_by
    return "changed", None


def _put_forward(tx: Connection, partnership: Partnership, cycle: Cycle, now: datetime) -> None:
    """After a decision: the draft shows it, and the issue is arranged or called off. Once nobody
    has to decide any more, what chased them says so."""
    held = digests.of_cycle(tx, cycle.id)
    if held is not None:
        show(tx, partnership, cycle, held, now)
        arrange_issue(tx, partnership, cycle, held, now)
        if held.state not in (S.DRAFT, S.HELD):
            solve(tx, partnership.id, f"chase:{cycle.id}:", now)


def chase_due(store: Store, book: Book, cycle_id: str, looked_over: int, now: datetime) -> None:
    """Remind coordinators of a draft nobody decided about; publish or expire it at the end. It is
    published without a word of theirs only in the version that the guard has looked over: then
    what it noticed is out of it."""
    with store.write() as tx:
        held = digests.of_cycle(tx, cycle_id)
        cycle = plans.cycle(tx, cycle_id)
        partnership = book.partnership(held.partnership_id) if held else None
        if held is None or cycle is None or partnership is None:
            return
        if held.state in (S.PUBLISHED, S.EXPIRED):
            return
        if now >= cycle.meeting_at or cycle.is_off:
            _expire(tx, book, partnership, cycle, held, now)
        elif held.state is not S.APPROVED:
            _chase(tx, book, partnership, cycle, held, looked_over, now)


def _chase(
    tx: Connection,
    book: Book,
    partnership: Partnership,
    cycle: Cycle,
    held: Held,
    looked_over: int,
    now: datetime,
) -> None:
    publishes = partnership.board.if_unapproved == "publish" and held.state is S.DRAFT
    if publishes and now >= cycle.issue_at:
        is_seen = held.version == looked_over
        if is_seen and digests.decide(tx, cycle.id, held.version, S.APPROVED, None, now):
            _put_forward(tx, partnership, cycle, now)
        return
    today = now.astimezone(partnership.tz).date()
    due = [at for at in chase_days(partnership, cycle) if held.cut_at < at <= now]
    if due and due[-1].astimezone(partnership.tz).date() == today:
        issue_on = cycle.issue_at.astimezone(partnership.tz).date()
        text = say.chase(
            partnership.board.name,
            cycle.meeting_on,
            issue_on,
            today,
            publishes=publishes,
            approved_once=held.first_eyes is not None,
        )
        tell(tx, book, partnership.id, f"chase:{cycle.id}:{today.isoformat()}", text, now)


def _expire(
    tx: Connection, book: Book, partnership: Partnership, cycle: Cycle, held: Held, now: datetime
) -> None:
    if held.state is S.APPROVED and _is_leaving(tx, cycle.id):
        return
    if digests.decide(tx, cycle.id, held.version, S.EXPIRED, held.decided_by, now):
        _put_forward(tx, partnership, cycle, now)
        text = _why_expired(cycle, held)(partnership.board.name, cycle.meeting_on)
        tell(tx, book, partnership.id, f"expired:{cycle.id}", text, now)


def _why_expired(cycle: Cycle, held: Held) -> Callable[[str, date], str]:
    if cycle.is_off:
        return say.called_off
    return say.not_posted_in_time if held.state is S.APPROVED else say.expired


def _is_leaving(tx: Connection, cycle_id: str) -> bool:
    """True while a page is still on its way, perhaps in doubt: its outcome decides."""
    return any(
        message.state in ("sending", "sent") for message in outbox.about(tx, Kind.DIGEST, cycle_id)
    )


def next_due_at(store: Store, book: Book, now: datetime) -> datetime | None:
    """The next moment at which a coordinator is chased or a digest expires."""
    with store.read() as tx:
        times = []
        for held in digests.undecided(tx):
            cycle = plans.cycle(tx, held.cycle_id)
            partnership = book.partnership(held.partnership_id)
            if cycle is not None and partnership is not None:
                times.append(next_chase_at(partnership, cycle, held, now))
    return min((at for at in times if at is not None), default=None)
