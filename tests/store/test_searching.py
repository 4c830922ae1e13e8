"""Searches that are made at every turn begin at the few rows that are meant. SQLite keeps no
figures about its tables: left to itself, it has begun at every prompt that was ever sent."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Connection, event

from bot.store import greetings, notes, replies
from bot.store.answering import looking
from bot.store.engine import Store
from bot.store.migrate import migrate
from tests.store.messages import NOW, message

MEMBER = ("anytown:2027-01-20", "U0MEMBER")
THEIRS = "ix_replies_user_id"
THE_CYCLES = "ix_occurrences_cycle_id"
THE_NOTES = "ix_outbox_subject_kind (subject=? AND kind=?)"


@pytest.mark.parametrize(
    ("look", "begins"),
    [
        (greetings.not_greeted, "ix_replies_not_greeted"),
        (looking.not_examined, "ix_replies_not_examined"),
        (lambda tx: greetings.choices_of(tx, [MEMBER]), THEIRS),
        (lambda tx: greetings.have_spoken(tx, [MEMBER]), THEIRS),
        (lambda tx: greetings.times_withdrawn(tx, [MEMBER]), THEIRS),
        (lambda tx: replies.first_question(tx, *MEMBER), THEIRS),
        (lambda tx: replies.answered_by(tx, *MEMBER), THEIRS),
        (lambda tx: replies.material(tx, MEMBER[0]), THE_CYCLES),
        (lambda tx: replies.touched_since(tx, MEMBER[0], NOW), THE_CYCLES),
        (lambda tx: notes.told_together(tx, message(1)), THE_NOTES),
        (lambda tx: notes.notes_under(tx, "anytown", "note:lost:"), THE_NOTES),
        (lambda tx: notes.open_matters(tx, "anytown", ["note:lost:"]), THE_NOTES),
    ],
)
def test_a_search_begins_at_the_few_rows_that_are_meant(
    sqlite_url: str, look: Callable[[Connection], Any], begins: str
) -> None:
    store = Store(sqlite_url)
    migrate(store)
    asked: list[tuple[str, Any]] = []

    @event.listens_for(store.engine, "before_cursor_execute")
    def _on_execute(
        _connection: Any, _cursor: Any, statement: str, given: Any, _context: Any, _several: bool
    ) -> None:
        asked.append((statement, given))

    with store.read() as tx:
        look(tx)
        ((statement, given),) = asked
        plan = tx.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", given).all()
    store.close()
    assert f"USING INDEX {begins}" in plan[0].detail
