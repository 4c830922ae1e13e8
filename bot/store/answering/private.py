"""Private replies in SQL: one row for each question and author, who is known by a keyed hash only.
What was changed in one window is never overwritten by another."""

from datetime import date
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Row, delete, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.core.answering.private import Answer, PrivateReply, Visibility
from bot.core.replies import Choice
from bot.core.sectors import Sector
from bot.store.tables import private_replies

LIVE, WITHDRAWN = "live", "withdrawn"

_t = private_replies.c


def _value(row: Row[Any]) -> PrivateReply:
    return PrivateReply(
        id=row.id,
        occurrence_id=row.occurrence_id,
        cycle_id=row.cycle_id,
        author=row.author,
        text=row.text,
        visibility=Visibility(row.visibility),
        choice=Choice(row.choice) if row.choice else None,
        sector=Sector(row.sector) if row.sector else None,
        said_on=row.said_on,
        touched_on=row.touched_on,
        late=row.late,
        is_live=row.state == LIVE,
        version=row.version,
    )


def by_id(tx: Connection, id_: str) -> PrivateReply | None:
    """One private reply, also one that was taken back."""
    row = tx.execute(select(private_replies).where(_t.id == id_)).one_or_none()
    return _value(row) if row else None


def by_author(tx: Connection, occurrence_id: str, author: str) -> PrivateReply | None:
    """What this author answered to a question, also if they took it back."""
    row = tx.execute(
        select(private_replies).where(_t.occurrence_id == occurrence_id, _t.author == author)
    ).one_or_none()
    return _value(row) if row else None


def live_in(tx: Connection, cycle_id: str) -> list[PrivateReply]:
    """The live private replies of a cycle, in no order that says when they came."""
    rows = tx.execute(
        select(private_replies).where(_t.cycle_id == cycle_id, _t.state == LIVE).order_by(_t.id)
    )
    return [_value(row) for row in rows]


def came_in(tx: Connection, id_: str, form: str) -> bool:
    """True when this reply's last change came in this form: it was sent twice."""
    return tx.execute(select(_t.form).where(_t.id == id_)).scalar() == form


def add(
    tx: Connection, cycle_id: str, author: str, answer: Answer, form: str, on: date, *, late: bool
) -> str | None:
    """Keep an author's first reply to a question. Returns its id, or None when they have one."""
    insert = postgresql.insert if tx.dialect.name == "postgresql" else sqlite.insert
    statement = insert(private_replies).values(
        id=uuid4().hex,
        occurrence_id=answer.occurrence_id,
        cycle_id=cycle_id,
        author=author,
        state=LIVE,
        said_on=on,
        late=late,
        version=1,
        **_words(answer, form, on),
    )
    added = tx.execute(statement.on_conflict_do_nothing().returning(_t.id)).scalar()
    return str(added) if added is not None else None


def change(tx: Connection, earlier: PrivateReply, answer: Answer, form: str, on: date) -> bool:
    """Newer words for a reply; one that was taken back is said anew. False when somebody changed
    it meanwhile."""
    anew = {} if earlier.is_live else {"state": LIVE, "said_on": on}
    return _write(tx, earlier, **_words(answer, form, on), **anew)


def withdraw(tx: Connection, earlier: PrivateReply, on: date) -> bool:
    """Erase a reply's words for good. False when somebody changed it meanwhile."""
    empty = {"text": "", "choice": None, "sector": None, "form": None}
    return _write(tx, earlier, state=WITHDRAWN, touched_on=on, **empty)


def choose(tx: Connection, earlier: PrivateReply, choice: Choice, on: date) -> bool:
    """Its author says what may happen to a reply."""
    return _write(tx, earlier, choice=choice, touched_on=on)


def _words(answer: Answer, form: str, on: date) -> dict[str, Any]:
    return {
        "text": answer.text,
        "visibility": answer.visibility,
        "choice": answer.choice,
        "sector": answer.sector,
        "touched_on": on,
        "form": form,
    }


def _write(tx: Connection, earlier: PrivateReply, **values: Any) -> bool:
    done = tx.execute(
        update(private_replies)
        .where(_t.id == earlier.id, _t.version == earlier.version)
        .values(version=earlier.version + 1, **values)
    )
    return done.rowcount == 1


def touched_days(tx: Connection, cycle_id: str, since: date) -> list[date]:
    """The local days from `since` on of the last changes of a cycle's private replies."""
    days = select(_t.touched_on).where(_t.cycle_id == cycle_id, _t.touched_on >= since).distinct()
    return list(tx.execute(days.order_by(_t.touched_on)).scalars())


def number_in(tx: Connection, cycle_id: str) -> int:
    """How many private replies of a cycle are held, withdrawn ones too."""
    mine = private_replies.c.cycle_id == cycle_id
    found = select(func.count()).select_from(private_replies).where(mine)
    return int(tx.execute(found).scalar_one())


def forget_cycle(tx: Connection, cycle_id: str) -> int:
    """Erase every private reply of a cycle whose keeping time is over."""
    return tx.execute(delete(private_replies).where(_t.cycle_id == cycle_id)).rowcount
