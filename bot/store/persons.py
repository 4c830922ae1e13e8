"""All that is held on one person, table by table, and its erasure. What somebody decided in office
stays on record: it is read, and not erased."""

from typing import Any

from sqlalchemy import Column, Connection, Table, delete, select, update

from bot.store import tables as t

OWN: dict[Table, Column[Any]] = {
    t.members: t.members.c.user_id,
    t.replies: t.replies.c.user_id,
    t.outbox: t.outbox.c.target,
    t.setups: t.setups.c.user_id,
    t.proposals: t.proposals.c.user_id,
    t.group_members: t.group_members.c.user_id,
    t.snoozes: t.snoozes.c.user_id,
    t.mutes: t.mutes.c.user_id,
}
"""What is theirs: the tables in which somebody's id stands as their own."""

IN_OFFICE: dict[Table, Column[Any]] = {
    t.audit: t.audit.c.who,
    t.board_answers: t.board_answers.c.given_by,
    t.digest_edits: t.digest_edits.c.by,
    t.digests: t.digests.c.decided_by,
    t.held: t.held.c.decided_by,
    t.partnership_versions: t.partnership_versions.c.changed_by,
    t.questions: t.questions.c.asked_by,
    t.sorting_decisions: t.sorting_decisions.c.by,
}
"""What they decided as a coordinator or for the board: a partnership's record."""

BEHIND_A_KEY = frozenset({t.private_replies, t.cycle_keys, t.aside_wishes})
"""Private replies, and wishes to set a question aside: whose they are is found with the cycle's
key only, while there is one."""

NOBODYS = frozenset({t.asides, t.channel_moves, t.cycles, t.digest_sources, t.holds, t.occurrences})
"""No person's id stands in these."""

_NOT_SHOWN = {"content", "greeted", "claimed_by", "form_id"}
"""Columns that say nothing about the person: a whole digest, our own bookkeeping."""


def held_on(tx: Connection, user_id: str) -> dict[str, list[dict[str, Any]]]:
    """Every row that is theirs or that they wrote in office, by the table's name."""
    found = {}
    for table, column in (OWN | IN_OFFICE).items():
        shown = [each for each in table.columns if each.name not in _NOT_SHOWN]
        rows = tx.execute(select(*shown).where(column == user_id).order_by(*table.primary_key))
        if values := [dict(row._mapping) for row in rows]:
            found[table.name] = values
    return found


def erase(tx: Connection, user_id: str) -> None:
    """Erase what is theirs and not part of a round: their sector, a set-up they began, what they
    proposed and nobody has decided yet, their wish to be left in peace, what was sent to them
    alone. Their id goes from replies that were taken back."""
    for table in (t.members, t.setups, t.proposals, t.group_members, t.snoozes, t.mutes):
        tx.execute(delete(table).where(OWN[table] == user_id))
    tx.execute(delete(t.outbox).where(t.outbox.c.target == user_id, t.outbox.c.state != "sending"))
    gone = (t.replies.c.user_id == user_id, t.replies.c.state == "withdrawn")
    tx.execute(update(t.replies).where(*gone).values(user_id=""))
