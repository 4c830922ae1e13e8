"""Which days Dots may write to people on, and why not on the others. Counts nothing.

Quiet dates, pauses and Christmas still count as working days: they only keep Dots silent.
"""

from dataclasses import dataclass
from datetime import date

from bot.core.asking.workdays import Workdays
from bot.core.partnership import Partnership, Pause, Span

# Both ends included, month and day. Offices thin out and leave is common: a product decision.
_CHRISTMAS_FROM, _CHRISTMAS_UNTIL = (12, 24), (1, 2)


@dataclass(frozen=True, slots=True)
class SendingDays:
    """The days on which a partnership may hear from Dots."""

    work: Workdays
    weekdays: frozenset[int]
    quiet: tuple[Span, ...]
    pauses: tuple[Pause, ...]
    skipped: frozenset[date]

    @classmethod
    def of(cls, partnership: Partnership) -> "SendingDays":
        """The sending days that a partnership's file describes."""
        return cls(
            Workdays.of(partnership),
            frozenset(weekday.number for weekday in partnership.cadence.weekdays),
            partnership.quiet,
            partnership.pauses,
            frozenset(skip.on for skip in partnership.skip),
        )

    def may_ask(self, day: date) -> bool:
        """True on the weekdays chosen for asking, unless the day is quiet or not worked."""
        return day.weekday() in self.weekdays and not self.is_silent(day)

    def is_silent(self, day: date) -> bool:
        """True when nothing is sent on this day for a reason that is known ahead: no pause."""
        return (
            _at_christmas(day)
            or not self.work.is_working(day)
            or any(day in span for span in self.quiet)
        )

    def is_paused(self, day: date) -> bool:
        """True while everything waits."""
        return any(day in pause for pause in self.pauses)

    def why_silent(self, day: date) -> str | None:
        """Why nothing is sent on this day, to follow the word "is"; None when it may be."""
        if why := self.work.why_not(day):
            return why
        if _at_christmas(day):
            return "in the Christmas break (24 December to 2 January)"
        if span := next((span for span in self.quiet if day in span), None):
            return _with_reason("a quiet date", span.reason)
        if pause := next((pause for pause in self.pauses if day in pause), None):
            return _with_reason("in a pause", pause.reason)
        return None

    def why_not_asked(self, day: date) -> str | None:
        """Why nobody is asked on this day, to follow the word "is"; None when they may be."""
        if day in self.skipped:
            return "skipped"
        if why := self.why_silent(day):
            return why
        return None if day.weekday() in self.weekdays else f"a {day:%A}"


def _at_christmas(day: date) -> bool:
    month_and_day = (day.month, day.day)
    return month_and_day >= _CHRISTMAS_FROM or month_and_day <= _CHRISTMAS_UNTIL


def _with_reason(what: str, reason: str) -> str:
    return f"{what} ({reason})" if reason else what
