"""What waits for a person, in SQL. Two people who decide at once: the first one does."""

import json
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from bot.core.guard.finding import Detector, Finding
from bot.core.guard.held import HeldState, HeldThing
from bot.store.tables import held

_t = held.c


def _value(row: Row[Any]) -> HeldThing:
    written = dict(row._mapping)
    findings = tuple(Finding.model_validate(each) for each in json.loads(written["findings"]))
    failed = tuple(Detector(each) for each in written["failed"].split(",") if each)
    return HeldThing.model_validate(written | {"findings": findings, "failed": failed})


def _row(thing: HeldThing) -> dict[str, Any]:
    values = thing.model_dump()
    findings = json.dumps([each.model_dump() for each in thing.findings])
    return values | {"findings": findings, "failed": ",".join(thing.failed)}


def by_subject(tx: Connection, subject: str) -> HeldThing | None:
    """What is known of one reply or line; None when nothing was ever noticed in it."""
    row = tx.execute(select(held).where(_t.subject == subject)).one_or_none()
    return _value(row) if row else None


def waiting(tx: Connection, partnership_id: str | None = None) -> list[HeldThing]:
    """What waits for a decision, the longest first; of one partnership, or of all."""
    query = select(held).where(_t.state == HeldState.HELD)
    if partnership_id is not None:
        query = query.where(_t.partnership_id == partnership_id)
    return [_value(row) for row in tx.execute(query.order_by(_t.held_on, _t.subject))]


def held_in(tx: Connection, cycle_id: str) -> frozenset[str]:
    """The subjects that wait in one round."""
    rows = select(_t.subject).where(_t.cycle_id == cycle_id, _t.state == HeldState.HELD)
    return frozenset(tx.execute(rows).scalars())


def put(tx: Connection, thing: HeldThing) -> None:
    """Keep what was noticed last in a reply or line."""
    tx.execute(delete(held).where(_t.subject == thing.subject))
    tx.execute(insert(held).values(_row(thing)))


def settle(
    tx: Connection,
    thing: HeldThing,
    state: HeldState,
    decided_by: str | None = None,
    reason: str | None = None,
) -> bool:
    """Give it a new state. False when somebody else was quicker."""
    done = tx.execute(
        update(held)
        .where(_t.subject == thing.subject, _t.version == thing.version)
        .values(state=state, decided_by=decided_by, reason=reason, version=thing.version + 1)
    )
    return done.rowcount == 1


def forget_cycle(tx: Connection, cycle_id: str) -> None:
    """Erase what was noticed in a round's replies."""
    tx.execute(delete(held).where(_t.cycle_id == cycle_id))
