"""Cycles and occurrences in SQL. What has been asked stays; only the planned future is replaced."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, exists, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.core.asking.plan import Cycle, Occurrence, OccurrenceState, Plan
from bot.core.outbox import Kind
from bot.store.tables import (
    channel_moves,
    cycles,
    digests,
    held,
    occurrences,
    outbox,
    partnership_versions,
    questions,
    replies,
)

S = OccurrenceState


def _cycle(row: Row[Any]) -> Cycle:
    return Cycle(**row._mapping)


def _occurrence(row: Row[Any]) -> Occurrence:
    values = dict(row._mapping)
    del values["reminded"]
    return Occurrence(**values | {"practices": tuple(values["practices"].split(","))})


def _row(occurrence: Occurrence) -> dict[str, Any]:
    values = occurrence.model_dump()
    return values | {"practices": ",".join(occurrence.practices), "reminded": False}


def take_turns(tx: Connection, partnership_id: str) -> None:
    """Until this transaction ends, no other process plans this partnership. SQLite has one writer
    at a time anyway."""
    if tx.dialect.name == "postgresql":
        tx.execute(select(func.pg_advisory_xact_lock(func.hashtext(f"plan {partnership_id}"))))


def cycles_of(tx: Connection, partnership_id: str) -> tuple[Cycle, ...]:
    """Every cycle of a partnership, past and future, by meeting."""
    rows = tx.execute(
        select(cycles)
        .where(cycles.c.partnership_id == partnership_id)
        .order_by(cycles.c.meeting_at, cycles.c.id)
    )
    return tuple(_cycle(row) for row in rows)


def cycles_on(tx: Connection, partnership_id: str) -> tuple[Cycle, ...]:
    """The same without those whose meeting was cancelled."""
    return tuple(each for each in cycles_of(tx, partnership_id) if not each.is_off)


def cycle(tx: Connection, cycle_id: str) -> Cycle | None:
    """One cycle by its id."""
    row = tx.execute(select(cycles).where(cycles.c.id == cycle_id)).one_or_none()
    return _cycle(row) if row else None


def occurrences_of(
    tx: Connection, partnership_id: str, *, planned: bool | None = None
) -> tuple[Occurrence, ...]:
    """A partnership's occurrences; `planned` True for only the future plan, False for the rest."""
    query = select(occurrences).where(occurrences.c.partnership_id == partnership_id)
    if planned is not None:
        is_planned = occurrences.c.state == S.PLANNED
        query = query.where(is_planned if planned else ~is_planned)
    rows = tx.execute(query.order_by(occurrences.c.due_at, occurrences.c.id))
    return tuple(_occurrence(row) for row in rows)


def changed_at(tx: Connection, partnership_id: str) -> datetime | None:
    """When the plan last changed, as far as that is on record: at the desk, or by whatever else
    its coordinators were told of. None while it is as it was first made."""
    versions, told = partnership_versions, f"note:plan:{partnership_id}:"
    moments = (
        select(func.max(versions.c.changed_at)).where(versions.c.partnership_id == partnership_id),
        select(func.max(outbox.c.due_at)).where(
            outbox.c.kind == Kind.NOTE,
            outbox.c.subject == partnership_id,
            outbox.c.key.startswith(told, autoescape=True),
        ),
    )
    found = [tx.execute(query).scalar_one() for query in moments]
    return max((each for each in found if each is not None), default=None)


def occurrences_in(tx: Connection, cycle_id: str) -> tuple[Occurrence, ...]:
    """Every occurrence of one cycle, in the order of asking."""
    rows = tx.execute(
        select(occurrences)
        .where(occurrences.c.cycle_id == cycle_id)
        .order_by(occurrences.c.due_at, occurrences.c.id)
    )
    return tuple(_occurrence(row) for row in rows)


def occurrence(tx: Connection, occurrence_id: str) -> Occurrence | None:
    """One occurrence by its id."""
    row = tx.execute(select(occurrences).where(occurrences.c.id == occurrence_id)).one_or_none()
    return _occurrence(row) if row else None


def replace_future(tx: Connection, partnership_id: str, plan: Plan, now: datetime) -> None:
    """Make the stored future equal to the plan. What is due already, or asked, is not touched."""
    _write_cycles(tx, plan.cycles)
    kept = [item for item in plan.occurrences if item.due_at > now]
    future = (
        occurrences.c.partnership_id == partnership_id,
        occurrences.c.state == S.PLANNED,
        occurrences.c.due_at > now,
    )
    stored = {
        item.id: item
        for item in (_occurrence(row) for row in tx.execute(select(occurrences).where(*future)))
    }
    wanted = {item.id: item for item in kept}
    changed = [item for item in kept if stored.get(item.id) != item]
    gone = [item_id for item_id in stored if item_id not in wanted] + [
        item.id for item in changed if item.id in stored
    ]
    for start in range(0, len(gone), 500):
        tx.execute(delete(occurrences).where(occurrences.c.id.in_(gone[start : start + 500])))
    if changed:
        insert = postgresql.insert if tx.dialect.name == "postgresql" else sqlite.insert
        tx.execute(insert(occurrences).on_conflict_do_nothing(), [_row(item) for item in changed])
    _let_go(tx, partnership_id, {item.id for item in plan.cycles}, now)


def drop_unknown(tx: Connection, known: Collection[str], now: datetime) -> None:
    """Partnerships whose file is gone are not asked any more; what was asked is kept."""
    tx.execute(
        delete(occurrences).where(
            occurrences.c.partnership_id.not_in(list(known)),
            occurrences.c.state == S.PLANNED,
            occurrences.c.due_at > now,
        )
    )


def _write_cycles(tx: Connection, wanted: Sequence[Cycle]) -> None:
    if not wanted:
        return
    insert = postgresql.insert if tx.dialect.name == "postgresql" else sqlite.insert
    statement = insert(cycles)
    moving = {name: statement.excluded[name] for name in Cycle.model_fields if name != "id"}
    tx.execute(
        statement.on_conflict_do_update(index_elements=["id"], set_=moving),
        [item.model_dump() for item in wanted],
    )


def _let_go(tx: Connection, partnership_id: str, wanted: set[str], now: datetime) -> None:
    """Future cycles whose meeting is no longer in the plan: gone, or off if anything was asked."""
    unwanted = (
        cycles.c.partnership_id == partnership_id,
        cycles.c.id.not_in(list(wanted)),
        cycles.c.meeting_at > now,
    )
    asked = exists().where(occurrences.c.cycle_id == cycles.c.id)
    drafted = exists().where(digests.c.cycle_id == cycles.c.id)
    tx.execute(delete(cycles).where(*unwanted, ~asked, ~drafted))
    tx.execute(update(cycles).where(*unwanted).values(is_off=True))


def due_to_ask(tx: Connection, now: datetime) -> list[Occurrence]:
    """Occurrences whose time has come and which are not in the outbox yet."""
    rows = tx.execute(
        select(occurrences)
        .where(
            occurrences.c.state == S.PLANNED,
            occurrences.c.due_at <= now,
            ~exists().where(outbox.c.kind == "prompt", outbox.c.subject == occurrences.c.id),
        )
        .order_by(occurrences.c.due_at, occurrences.c.id)
    )
    return [_occurrence(row) for row in rows]


def due_to_remind(tx: Connection, now: datetime) -> list[Occurrence]:
    """Asked occurrences that are half way through their window and had no reminder yet."""
    rows = tx.execute(
        select(occurrences)
        .where(
            occurrences.c.state == S.ASKED,
            occurrences.c.reminded.is_(False),
            occurrences.c.remind_at <= now,
        )
        .order_by(occurrences.c.remind_at, occurrences.c.id)
    )
    return [_occurrence(row) for row in rows]


def mark_reminded(tx: Connection, occurrence_ids: Iterable[str]) -> None:
    """These have had their one reminder, or their window closed without it."""
    rows = [{"which": occurrence_id} for occurrence_id in occurrence_ids]
    if rows:
        tx.execute(
            update(occurrences).where(occurrences.c.id == bindparam("which")).values(reminded=True),
            rows,
        )


def set_state(tx: Connection, occurrence_id: str, state: OccurrenceState) -> None:
    """Say what became of one occurrence."""
    tx.execute(update(occurrences).where(occurrences.c.id == occurrence_id).values(state=state))


def due_to_draft(tx: Connection, now: datetime) -> list[Cycle]:
    """Cycles whose draft is due, in which something was asked, and which have no digest yet."""
    asked = exists().where(occurrences.c.cycle_id == cycles.c.id, occurrences.c.state == S.ASKED)
    rows = tx.execute(
        select(cycles)
        .where(
            cycles.c.draft_at <= now,
            cycles.c.is_off.is_(False),
            asked,
            ~exists().where(digests.c.cycle_id == cycles.c.id),
        )
        .order_by(cycles.c.draft_at)
    )
    return [_cycle(row) for row in rows]


def next_due_at(tx: Connection, now: datetime) -> datetime | None:
    """The next moment after now at which a prompt, a reminder or a draft is due."""
    ask = select(occurrences.c.due_at).where(occurrences.c.state == S.PLANNED)
    remind = select(occurrences.c.remind_at).where(
        occurrences.c.state == S.ASKED, occurrences.c.reminded.is_(False)
    )
    draft = select(cycles.c.draft_at)
    times = []
    for query in (ask, remind, draft):
        at = query.selected_columns[0]
        times.append(tx.execute(query.where(at > now).order_by(at).limit(1)).scalar())
    return min((at for at in times if at is not None), default=None)


def move_channel(tx: Connection, old_id: str, new_id: str) -> None:
    """Slack gave a channel a new id: everything that points at the old one follows."""
    insert = postgresql.insert if tx.dialect.name == "postgresql" else sqlite.insert
    tx.execute(insert(channel_moves).values(old_id=old_id, new_id=new_id).on_conflict_do_nothing())
    for table, column in (
        (occurrences, occurrences.c.channel_id),
        (outbox, outbox.c.channel_id),
        (outbox, outbox.c.target),
        (replies, replies.c.channel_id),
    ):
        tx.execute(update(table).where(column == old_id).values({column: new_id}))
    for column in (held.c.subject, questions.c.reply_id, outbox.c.subject):
        begins = column.startswith(f"{old_id}/")
        renamed = func.replace(column, f"{old_id}/", f"{new_id}/")
        tx.execute(update(column.table).where(begins).values({column: renamed}))
    # Quoted lines name the reply behind them by its place.
    moved = func.replace(digests.c.content, f'"{old_id}/', f'"{new_id}/')
    tx.execute(update(digests).values(content=moved))


def current_channel(tx: Connection, channel_id: str) -> str:
    """The id a channel has now, after any moves that Slack told us of."""
    seen = {channel_id}
    while True:
        new_id = tx.execute(
            select(channel_moves.c.new_id).where(channel_moves.c.old_id == channel_id)
        ).scalar()
        if new_id is None or new_id in seen:
            return channel_id
        seen.add(new_id)
        channel_id = new_id
