"""Finds the reply behind an id, of either kind: whose question it answers, what it says, and how
its author is written to. Changes nothing."""

from typing import NamedTuple

from sqlalchemy import Connection

from bot.core.answering.authors import author_key
from bot.core.answering.private import PREFIX
from bot.core.asking.plan import Occurrence
from bot.core.outbox import author_of, author_target
from bot.store import plans, replies
from bot.store.answering import keys, private


class Behind(NamedTuple):
    """A live reply. `target` is where a message to its author goes: a person, or nobody known."""

    reply_id: str
    occurrence: Occurrence
    text: str
    target: str

    @property
    def is_private(self) -> bool:
        """True when its author is not known."""
        return author_of(self.target) is not None

    @property
    def place(self) -> tuple[str, str] | None:
        """Where it stands in Slack, (channel_id, ts); a private one stands nowhere."""
        if self.is_private:
            return None
        channel_id, _, ts = self.reply_id.partition("/")
        return channel_id, ts


def behind(tx: Connection, reply_id: str) -> Behind | None:
    """The reply with this id; None when it was taken back, or is not known."""
    if reply_id.startswith(PREFIX):
        kept = private.by_id(tx, reply_id.removeprefix(PREFIX))
        occurrence = plans.occurrence(tx, kept.occurrence_id) if kept and kept.is_live else None
        if kept is None or occurrence is None:
            return None
        return Behind(reply_id, occurrence, kept.text, author_target(kept.author))
    channel_id, _, ts = reply_id.partition("/")
    found = replies.at(tx, channel_id, ts)
    occurrence = plans.occurrence(tx, found.occurrence_id) if found else None
    if found is None or occurrence is None:
        return None
    return Behind(reply_id, occurrence, found.text, found.user_id)


def is_author(tx: Connection, of: Behind, user_id: str) -> bool:
    """True when this member wrote the reply."""
    author = author_of(of.target)
    if author is None:
        return of.target == user_id
    key = keys.key_of(tx, of.occurrence.cycle_id)
    return key is not None and author_key(key, user_id) == author
