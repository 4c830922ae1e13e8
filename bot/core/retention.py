"""Until when things are kept. The privacy sentence says it; `usecases.forget` does it."""

from calendar import monthrange
from datetime import datetime, timedelta

from bot.core.asking.plan import Cycle
from bot.core.partnership import Partnership


def replies_kept_until(cycle: Cycle, partnership: Partnership) -> datetime:
    """The moment from which a cycle's replies are erased: whole months after its meeting."""
    return _months_after(cycle, partnership, partnership.privacy.keep_replies_months)


def digest_kept_until(cycle: Cycle, partnership: Partnership) -> datetime:
    """The moment from which a cycle's digest is erased: whole years after its meeting."""
    return _months_after(cycle, partnership, 12 * partnership.privacy.keep_digests_years)


def lines_kept_until(cycle: Cycle, partnership: Partnership) -> datetime:
    """The moment from which our record of private lines, with the people they went to, is erased:
    it is a log, kept as many days after the meeting as logs are."""
    return cycle.meeting_at + timedelta(days=partnership.privacy.keep_logs_days)


def _months_after(cycle: Cycle, partnership: Partnership, count: int) -> datetime:
    meeting = cycle.meeting_at.astimezone(partnership.tz)
    months = meeting.month - 1 + count
    year, month = meeting.year + months // 12, months % 12 + 1
    day = min(meeting.day, monthrange(year, month)[1])
    return meeting.replace(year=year, month=month, day=day)
