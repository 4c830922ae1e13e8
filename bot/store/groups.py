"""Who is in the user groups that partnerships name, as Slack last said."""

from collections.abc import Collection

from sqlalchemy import Connection, delete, insert, select

from bot.store.tables import group_members


def members(tx: Connection) -> dict[str, tuple[str, ...]]:
    """The members of every known group."""
    found: dict[str, list[str]] = {}
    rows = tx.execute(select(group_members).order_by(group_members.c.user_id))
    for row in rows:
        found.setdefault(row.group_id, []).append(row.user_id)
    return {group_id: tuple(people) for group_id, people in found.items()}


def change(tx: Connection, group_id: str, added: Collection[str], removed: Collection[str]) -> None:
    """Somebody joined or left a group that we know. Repeatable."""
    known = members(tx).get(group_id)
    if known is not None:
        left = [each for each in known if each not in removed]
        replace(tx, group_id, [*left, *added])


def replace(tx: Connection, group_id: str, people: Collection[str]) -> None:
    """From now on these are the members. Repeatable."""
    tx.execute(delete(group_members).where(group_members.c.group_id == group_id))
    if people:
        rows = [{"group_id": group_id, "user_id": each} for each in dict.fromkeys(people)]
        tx.execute(insert(group_members), rows)
