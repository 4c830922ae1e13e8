"""What boards answered, in SQL: one answer for each question or theme of a digest, the newest."""

from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select

from bot.core.digest.since import Answer, BoardAnswer
from bot.store.tables import board_answers

GO_ON = "go-on"
"""Kept in the place of an answer when a coordinator goes on without the board's."""


def keep(
    tx: Connection, cycle_id: str, target: str, answer: BoardAnswer, by: str, now: datetime
) -> None:
    """The board's answer to one question or theme, in the place of the one before. Repeatable."""
    _put(tx, cycle_id, target, answer.answer, by, now, answer)


def go_on(tx: Connection, cycle_id: str, by: str, now: datetime) -> None:
    """A coordinator goes on without the board's answer. Repeatable."""
    _put(tx, cycle_id, GO_ON, GO_ON, by, now, None)


def of_cycle(tx: Connection, cycle_id: str) -> dict[str, BoardAnswer]:
    """The answers to one digest, by what they are about."""
    rows = tx.execute(
        select(board_answers)
        .where(board_answers.c.cycle_id == cycle_id, board_answers.c.target != GO_ON)
        .order_by(board_answers.c.target)
    )
    return {
        row.target: BoardAnswer(
            about=row.about,
            answer=Answer(row.answer),
            words=row.words,
            owner=row.owner,
            by=row.by_day,
        )
        for row in rows
    }


def newest_at(tx: Connection, cycle_id: str) -> datetime | None:
    """When an answer to this digest was last given or changed."""
    newest = select(func.max(board_answers.c.at)).where(
        board_answers.c.cycle_id == cycle_id, board_answers.c.target != GO_ON
    )
    at: datetime | None = tx.execute(newest).scalar_one()
    return at


def is_settled(tx: Connection, cycle_id: str) -> bool:
    """True once the board has answered anything, or a coordinator has gone on without."""
    found = select(board_answers.c.target).where(board_answers.c.cycle_id == cycle_id).limit(1)
    return tx.execute(found).first() is not None


def _put(
    tx: Connection,
    cycle_id: str,
    target: str,
    kind: str,
    by: str,
    now: datetime,
    answer: BoardAnswer | None,
) -> None:
    tx.execute(
        delete(board_answers).where(
            board_answers.c.cycle_id == cycle_id, board_answers.c.target == target
        )
    )
    tx.execute(
        insert(board_answers).values(
            cycle_id=cycle_id,
            target=target,
            about=answer.about if answer else "",
            answer=kind,
            words=answer.words if answer else "",
            owner=answer.owner if answer else "",
            by_day=answer.by if answer else None,
            given_by=by,
            at=now,
        )
    )
