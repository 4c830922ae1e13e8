"""Which planned questions members wish to see set aside, in SQL: who asked is kept as a keyed hash,
and only until it is decided or the question went out."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, delete, func, select
from sqlalchemy.dialects import postgresql, sqlite

from bot.core.asking.proposing.aside import Aside
from bot.store.tables import aside_wishes, asides

_w = aside_wishes.c


def wish(tx: Connection, partnership_id: str, on: date, prompt_id: str, member: str) -> int:
    """Keep one member's wish; returns how many different members wish the same by now."""
    _insert_once(
        tx,
        aside_wishes,
        {"partnership_id": partnership_id, "on": on, "prompt_id": prompt_id, "member": member},
    )
    wishes = select(func.count()).select_from(aside_wishes).where(*_same(partnership_id, prompt_id))
    return tx.execute(wishes.where(_w.on == on)).scalar_one()


def has_wished(tx: Connection, partnership_id: str, on: date, prompt_id: str, member: str) -> bool:
    """Has this member asked for it already?"""
    same = (*_same(partnership_id, prompt_id), _w.on == on, _w.member == member)
    return tx.execute(select(_w.on).where(*same)).first() is not None


def set_aside(tx: Connection, partnership_id: str, aside: Aside, now: datetime) -> None:
    """It is decided, and who asked is forgotten. Repeatable."""
    _insert_once(
        tx, asides, {"partnership_id": partnership_id, "decided_at": now, **aside.model_dump()}
    )
    tx.execute(delete(aside_wishes).where(*_same(partnership_id, aside.prompt_id)))


def asides_of(tx: Connection, partnership_id: str) -> tuple[Aside, ...]:
    """Every question that members of a partnership have set aside, the earliest first."""
    rows = tx.execute(
        select(asides.c.cycle_id, asides.c.prompt_id, asides.c.question)
        .where(asides.c.partnership_id == partnership_id)
        .order_by(asides.c.decided_at, asides.c.prompt_id)
    )
    return tuple(Aside(**row._mapping) for row in rows)


def forget_wishes(tx: Connection, partnership_id: str, until: date) -> None:
    """The questions of these days have gone out: nobody's wish matters any more."""
    tx.execute(delete(aside_wishes).where(_w.partnership_id == partnership_id, _w.on <= until))


def _same(partnership_id: str, prompt_id: str) -> tuple[Any, ...]:
    return _w.partnership_id == partnership_id, _w.prompt_id == prompt_id


def _insert_once(tx: Connection, table: Any, values: dict[str, Any]) -> None:
    insert = postgresql.insert if tx.dialect.name == "postgresql" else sqlite.insert
    tx.execute(insert(table).values(**values).on_conflict_do_nothing())
