"""Coordinators' questions to authors in SQL. Asked once, answered once."""

from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.core.answering.question import Question
from bot.store.tables import questions

_t = questions.c


def _value(row: Row[Any]) -> Question:
    return Question(**row._mapping)


def add(tx: Connection, question: Question) -> bool:
    """Keep a question once. False when it is there already."""
    insert = postgresql.insert if tx.dialect.name == "postgresql" else sqlite.insert
    statement = insert(questions).values(question.model_dump()).on_conflict_do_nothing()
    return tx.execute(statement.returning(_t.id)).first() is not None


def by_id(tx: Connection, id_: str) -> Question | None:
    """One question."""
    row = tx.execute(select(questions).where(_t.id == id_)).one_or_none()
    return _value(row) if row else None


def in_cycle(tx: Connection, cycle_id: str) -> list[Question]:
    """Every question about replies of a round."""
    rows = tx.execute(select(questions).where(_t.cycle_id == cycle_id).order_by(_t.id))
    return [_value(row) for row in rows]


def answer(tx: Connection, id_: str, words: str, on: date) -> bool:
    """The author's answer. False when there is one already."""
    done = tx.execute(
        update(questions)
        .where(_t.id == id_, _t.answer.is_(None))
        .values(answer=words, answered_on=on)
    )
    return done.rowcount == 1


def forget_cycle(tx: Connection, cycle_id: str) -> None:
    """Erase the questions about a round's replies, with the answers."""
    tx.execute(delete(questions).where(_t.cycle_id == cycle_id))
