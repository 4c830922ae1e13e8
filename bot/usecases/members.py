"""Members with their sectors as a list, out and in: what members said themselves is changed only
by a list that names them."""

import csv
import re
from collections.abc import Iterator
from datetime import datetime
from io import StringIO

from bot.core.sectors import Sector
from bot.store import digests, replies
from bot.store.engine import Store

_ID = re.compile(r"[UW][A-Z0-9]{2,30}")


class MembersError(Exception):
    """A list that cannot be taken; the text says everything that is wrong, line by line."""


def member_list(store: Store) -> list[tuple[str, str]]:
    """Every member who has a sector: user id and sector id."""
    with store.read() as tx:
        return digests.all_sectors(tx)


def read_members(store: Store, text: str, now: datetime) -> int:
    """Take a list with the columns user_id and sector (its id, or as people read it); returns how
    many it names. Raises MembersError, and takes nothing, when anything in it is wrong."""
    rows = csv.DictReader(StringIO(text))
    names = {name.strip().lower(): name for name in rows.fieldnames or ()}
    if not {"user_id", "sector"} <= names.keys():
        raise MembersError(
            f"found the columns {', '.join(names) or 'none'}; expected user_id and sector in the "
            "first line. Nothing was taken."
        )
    taken: dict[str, Sector] = {}
    wrong: list[str] = []
    for line, row in enumerate(rows, 2):
        user_id = (row[names["user_id"]] or "").strip()
        sector = _sector((row[names["sector"]] or "").strip())
        wrong += _mistakes(line, user_id, sector, taken)
        if sector is not None:
            taken[user_id] = sector
    if wrong:
        raise MembersError("\n".join([*wrong, "Nothing was taken."]))
    with store.write() as tx:
        for user_id, sector in taken.items():
            digests.say_sector(tx, user_id, sector, now)
            replies.touch_all(tx, user_id, now)
    return len(taken)


def _mistakes(
    line: int, user_id: str, sector: Sector | None, taken: dict[str, Sector]
) -> Iterator[str]:
    if not _ID.fullmatch(user_id):
        yield f"line {line}: expected a member id such as U0123456789 under user_id"
    elif user_id in taken:
        yield f"line {line}: the same member again; expected each once"
    if sector is None:
        known = ", ".join(each.value for each in Sector)
        yield f"line {line}: expected one of these under sector: {known}"


def _sector(words: str) -> Sector | None:
    wanted = words.casefold()
    return next((s for s in Sector if wanted in (s.value, s.label.casefold())), None)
