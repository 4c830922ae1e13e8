"""Says days, times, amounts and lists in plain British words. Knows no product and no locale."""

from collections.abc import Sequence
from datetime import date, datetime, time

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip


def day_in_words(day: date) -> str:
    """A local day, as "Tuesday 5 January 2027"; never figures alone, never abbreviated."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def time_in_words(at: time) -> str:
    """A local wall time on the 24-hour clock, as "09:30"."""
    return f"{at.hour:02}:{at.minute:02}"


def moment_in_words(at: datetime) -> str:
    """A local day and time, as "Tuesday 5 January 2027 at 09:30". Convert to the zone first."""
    return f"{day_in_words(at.date())} at {time_in_words(at.time())}"


def listed(items: Sequence[str], last: str = "and") -> str:
    """ "a", "a and b", "a, b and c"; an empty string for nothing."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def counted(number: int, one: str, many: str) -> str:
    """ "no replies", "one reply", "4 replies": a number with the noun that goes with it."""
    if number == 1:
        return f"one {one}"
    return f"{number or 'no'} {many}"


def sentence(text: str) -> str:
    """The text with a capital first letter, whatever the rest is."""
    return text[:1].upper() + text[1:]
