"""Deletes what is over about questions: declined proposals, those nobody came back to, and wishes
about questions that went out. Runs inside the transaction of whoever tidies."""

from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.core.asking.local_time import local_date
from bot.core.partnership import Partnership
from bot.store import asides, proposals

A_MONTH = timedelta(days=31)
"""No proposal has a meeting to count months from: the longest month counts for each."""


def forget_about_questions(tx: Connection, partnership: Partnership, now: datetime) -> None:
    """As the partnership's privacy settings say. Repeatable."""
    kept = partnership.privacy
    proposals.forget(
        tx,
        partnership.id,
        settled_before=now - timedelta(days=kept.keep_logs_days),
        waiting_before=now - kept.keep_replies_months * A_MONTH,
    )
    asides.forget_wishes(tx, partnership.id, local_date(now, partnership.tz))
