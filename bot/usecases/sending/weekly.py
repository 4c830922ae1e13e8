"""Composes the line at the beginning of a week: whatever came up meanwhile was told on its own, and
then no line goes."""

from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.core.messages import NoteMessage
from bot.core.partnership import Partnership
from bot.core.sentences import coordinators as say
from bot.store import notes
from bot.usecases.ahead import upcoming_of
from bot.usecases.asking.weekly import arrange_weekly

QUIET_FOR = timedelta(days=7)
"""After a week in which coordinators were told anything else they need no line."""


def about_week(tx: Connection, partnership: Partnership, now: datetime) -> NoteMessage | None:
    """The line; None where nobody wants it any more, or somebody was told of anything else. Its
    turn has come: the next week's is put into the outbox, whatever becomes of this one."""
    arrange_weekly(tx, partnership, now)
    wanted = partnership.live and partnership.coordinators.weekly_line
    if not wanted or notes.told_between(tx, partnership.id, now - QUIET_FOR, now):
        return None
    ahead = upcoming_of(tx, partnership, now)
    if ahead.needs:
        return None
    return NoteMessage(text=say.weekly(ahead.prompt_at, ahead.draft_at, ahead.meeting_at))
