"""Until when replies are kept. The privacy sentence says it; `usecases.forget` does it."""

from calendar import monthrange
from datetime import datetime

from bot.core.asking.plan import Cycle
from bot.core.partnership import Partnership


def replies_kept_until(cycle: Cycle, partnership: Partnership) -> datetime:
    """The moment from which a cycle's replies are erased: whole months after its meeting."""
    meeting = cycle.meeting_at.astimezone(partnership.tz)
    months = meeting.month - 1 + partnership.privacy.keep_replies_months
    year, month = meeting.year + months // 12, months % 12 + 1
    day = min(meeting.day, monthrange(year, month)[1])
    return meeting.replace(year=year, month=month, day=day)
