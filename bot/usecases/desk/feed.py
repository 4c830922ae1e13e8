"""Gives a partnership's calendar to whoever knows its address; nothing that was said is in it."""

import hmac
from hashlib import sha256

from bot.core.asking.plan import Plan
from bot.core.book import Book
from bot.paper.calendar_ics import UNCHANGED, calendar_ics
from bot.store import plans
from bot.store.engine import Store

PLACE = "/calendar/"
"""Where calendars are, under the address of the installation."""


class Feed:
    """The addresses of the calendars. Each holds a key made of the app's signing secret and the
    partnership's id: every process knows it, no table keeps it, and a new secret closes them all.
    Without a public address or a secret there are none."""

    def __init__(self, url: str = "", secret: str = "") -> None:
        self._url = url.rstrip("/")
        self._secret = secret.encode()

    def address(self, partnership_id: str) -> str | None:
        """Where a calendar can subscribe; for those who may look at the desk only."""
        if not self._url or not self._secret:
            return None
        return f"{self._url}{PLACE}{partnership_id}/{self._key(partnership_id)}.ics"

    def partnership_at(self, path: str) -> str | None:
        """Whose calendar is at this path; None for every other path, after the same time."""
        partnership_id, _, name = path.removeprefix(PLACE).partition("/")
        expected = f"{self._key(partnership_id)}.ics"
        fits = hmac.compare_digest(name.encode(errors="replace"), expected.encode())
        return partnership_id if self._secret and path.startswith(PLACE) and fits else None

    def _key(self, partnership_id: str) -> str:
        about = f"calendar of {partnership_id}".encode(errors="replace")
        return hmac.new(self._secret, about, sha256).hexdigest()


def calendar_at(store: Store, book: Book, feed: Feed, path: str) -> bytes | None:
    """The calendar at a path, in the same bytes as long as the plan stays the same."""
    partnership = book.partnership(feed.partnership_at(path) or "")
    if partnership is None:
        return None
    with store.read() as tx:
        plan = Plan(
            cycles=plans.cycles_on(tx, partnership.id),
            occurrences=plans.occurrences_of(tx, partnership.id),
        )
        changed_at = plans.changed_at(tx, partnership.id)
    return calendar_ics(partnership, plan, changed_at or UNCHANGED)
