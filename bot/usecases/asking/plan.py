"""Plans every partnership's future into the store. Doing it again changes nothing; after an edit
it changes only what has not been sent. Sends nothing."""

from datetime import datetime
from hashlib import sha256

from sqlalchemy import Connection

from bot.core import sentences
from bot.core.asking.board_clock import call_at
from bot.core.asking.changes import changes
from bot.core.asking.plan import Occurrence, Plan
from bot.core.asking.planning import plan
from bot.core.asking.sending_days import SendingDays
from bot.core.book import Book
from bot.core.outbox import Kind
from bot.core.partnership import Channel, Partnership
from bot.store import hearing, notes, outbox, plans
from bot.store.asides import asides_of
from bot.store.engine import Store
from bot.usecases.asking.weekly import arrange_weekly
from bot.usecases.board.respond import CALL_FOR
from bot.usecases.tell import solve, tell


def plan_all(store: Store, book: Book, now: datetime) -> dict[str, tuple[str, ...]]:
    """Plan each partnership in its own transaction. Returns what changed, in words, by id."""
    with store.write() as tx:
        plans.drop_unknown(tx, [partnership.id for partnership in book.partnerships], now)
    return {one.id: plan_one(store, book, one, now) for one in book.partnerships}


def plan_one(store: Store, book: Book, partnership: Partnership, now: datetime) -> tuple[str, ...]:
    """Plan one partnership and tell its coordinators what changed in a plan they know."""
    with store.write() as tx:
        return replan(tx, book, partnership, now)


def replan(tx: Connection, book: Book, partnership: Partnership, now: datetime) -> tuple[str, ...]:
    """The same inside a transaction, beside whatever made planning anew necessary."""
    plans.take_turns(tx, partnership.id)
    hearing.keep_heard(tx, hearing.heard_since(tx, partnership.id, now))
    before = _as_stored(tx, partnership)
    after = plan_of(tx, book, partnership, now)
    plans.replace_future(tx, partnership.id, after, now)
    for cycle in after.cycles:
        outbox.move(tx, Kind.DIGEST, cycle.id, max(cycle.issue_at, now), cycle.meeting_at)
        called_at = call_at(partnership, cycle)
        outbox.move(tx, Kind.CALL, cycle.id, called_at, called_at + CALL_FOR)
    changed = _in_words(partnership, before, after)
    if partnership.live:
        arrange_weekly(tx, partnership, now)
        _tell_of(tx, book, partnership, changed, after.remarks, now)
        _tell_of_no_meeting(tx, book, partnership, now)
    return changed


def foreseen(
    tx: Connection, book: Book, partnership: Partnership, now: datetime
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What planning this partnership as it would be changes, and the planner's remarks, in
    words. Stores nothing."""
    after = plan_of(tx, book, partnership, now)
    return _in_words(partnership, _as_stored(tx, partnership), after), after.remarks


def _in_words(partnership: Partnership, before: Plan, after: Plan) -> tuple[str, ...]:
    if not before.cycles:
        return ()
    why_not = SendingDays.of(partnership).why_not_asked
    return changes(before, after, partnership.tz, why_not)


def preview(store: Store, book: Book, partnership: Partnership, now: datetime) -> Plan:
    """The plan as it would be now, live or not, without storing it."""
    with store.read() as tx:
        return plan_of(tx, book, partnership.model_copy(update={"live": True}), now)


def plan_of(tx: Connection, book: Book, partnership: Partnership, now: datetime) -> Plan:
    """The plan from the stored past. While a partnership is not live its meetings stay on, and
    nothing is asked."""
    if not partnership.live:
        return Plan(cycles=plans.cycles_on(tx, partnership.id), occurrences=())
    return plan(
        _as_in_slack(tx, partnership),
        book.bank_of(partnership.id),
        now,
        plans.cycles_of(tx, partnership.id),
        _with_what_was_heard(tx, partnership.id, now),
        go_on={meeting.on for meeting in partnership.board.meetings if meeting.go_on},
        asides=asides_of(tx, partnership.id),
    )


def _with_what_was_heard(tx: Connection, partnership_id: str, now: datetime) -> list[Occurrence]:
    """Every occurrence; those whose window has closed say how many people answered."""
    heard = hearing.heard_since(tx, partnership_id, now)
    return [
        each.model_copy(update={"heard": heard[each.id]}) if each.id in heard else each
        for each in plans.occurrences_of(tx, partnership_id)
    ]


def _tell_of(
    tx: Connection,
    book: Book,
    partnership: Partnership,
    changed: tuple[str, ...],
    remarks: tuple[str, ...],
    now: datetime,
) -> None:
    """What changed in a plan that coordinators know, and what it needs them to decide; each
    set of remarks once."""
    if changed:
        key = f"plan:{partnership.id}:{now.isoformat()}"
        tell(tx, book, partnership.id, key, sentences.coordinators.plan_changed(changed), now)
    if remarks:
        mark = sha256("\n".join(remarks).encode()).hexdigest()[:16]
        text = sentences.coordinators.plan_remarks(remarks)
        tell(tx, book, partnership.id, f"remarks:{partnership.id}:{mark}", text, now)


def _tell_of_no_meeting(
    tx: Connection, book: Book, partnership: Partnership, now: datetime
) -> None:
    """Without a meeting ahead Dots would fall silent for good, and nobody would notice. Told once,
    and over when there is one."""
    about = f"no-meeting:{partnership.id}:"
    if any(cycle.meeting_at > now for cycle in plans.cycles_on(tx, partnership.id)):
        solve(tx, partnership.id, about, now)
    elif not notes.open_matters(tx, partnership.id, [f"note:{about}"]):
        text = sentences.coordinators.no_meeting_ahead(partnership.board.name)
        tell(tx, book, partnership.id, f"{about}{now.isoformat()}", text, now)


def _as_stored(tx: Connection, partnership: Partnership) -> Plan:
    return Plan(
        cycles=plans.cycles_of(tx, partnership.id),
        occurrences=plans.occurrences_of(tx, partnership.id, planned=True),
    )


def _as_in_slack(tx: Connection, partnership: Partnership) -> Partnership:
    """The partnership with its channels' ids as Slack has them now."""
    channels = tuple(
        Channel(id=plans.current_channel(tx, each.id), name=each.name)
        for each in partnership.channels
    )
    return partnership.model_copy(update={"channels": channels})
