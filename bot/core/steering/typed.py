"""Reads the days and times that people type: British order, months as words or figures, one
meeting a line. Says what it could not read, and what it could."""

import re
from collections.abc import Iterator
from datetime import date, time

from bot.core.partnership import Meeting
from bot.core.steering.edit import CannotSteerError
from bot.core.words import day_in_words

EXAMPLE = "3 February 2027 at 10:00"

USUAL_TIME = time(10, 0)
"""When a board begins if nobody says so; as in schedule files."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAY = r"(?:(?P<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]?\s+)?"
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_WORDS = re.compile(
    _WEEKDAY
    + r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<name>[a-z]{3,9})\.?,?\s+(?P<year>\d{4})"
)
_FIGURES = re.compile(r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>\d{4})")
_TIME = re.compile(
    r"(?:,|at|@|from|\s)*\s*(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s*(?P<half>am|pm)?"
)


def day_typed(text: str) -> date:
    """One day. Raises CannotSteerError with what was found and what would work."""
    day, rest = _day(text)
    if rest.strip(" .,"):
        raise _unreadable(text)
    return day


def meetings_typed(text: str, today: date) -> tuple[Meeting, ...]:
    """One meeting for each line that says something, in order. Raises CannotSteerError with
    every mistake at once."""
    found: list[Meeting] = []
    wrong: list[str] = []
    for line in filter(str.strip, text.splitlines()):
        try:
            found.append(_meeting(line, today))
        except CannotSteerError as error:
            wrong.append(str(error))
    wrong += _twice(found)
    if not found and not wrong:
        wrong.append(f"Type at least one board meeting, such as {EXAMPLE}.")
    if wrong:
        raise CannotSteerError("\n".join(wrong))
    return tuple(sorted(found, key=lambda each: (each.on, each.at)))


def _meeting(line: str, today: date) -> Meeting:
    day, rest = _day(line)
    rest = rest.strip(" .,")
    at = USUAL_TIME if not rest else _time(rest, line)
    if day <= today:
        raise CannotSteerError(
            f"{day_in_words(day)} is not still to come: type a meeting after {day_in_words(today)}."
        )
    return Meeting(on=day, at=at)


def _twice(found: list[Meeting]) -> Iterator[str]:
    days = [each.on for each in found]
    for day in sorted({each for each in days if days.count(each) > 1}):
        yield f"{day_in_words(day)} stands there twice: take one of the two out."


def _day(text: str) -> tuple[date, str]:
    """The day at the beginning of a text, and what follows it."""
    words = " ".join(text.lower().split())
    for form in (_ISO, _WORDS, _FIGURES):
        if match := form.match(words):
            return _checked(match, text), words[match.end() :]
    raise _unreadable(text)


def _checked(match: "re.Match[str]", text: str) -> date:
    given = match.groupdict()
    name = given.get("name")
    if name and name[:3] not in _MONTHS:
        raise _unreadable(text)
    month = _MONTHS.index(name[:3]) + 1 if name else int(given["month"])
    try:
        day = date(int(given["year"]), month, int(given["day"]))
    except ValueError:
        raise CannotSteerError(
            f"“{_shown(text)}” is no day in the calendar. Type a day such as {EXAMPLE}."
        ) from None
    weekday = given.get("weekday")
    if weekday and f"{day:%a}".lower() != weekday:
        raise CannotSteerError(
            f"“{_shown(text)}”: that date is a {day:%A}. Type the day or the date that is meant."
        )
    return day


def _time(rest: str, line: str) -> time:
    match = _TIME.fullmatch(rest)
    if match is None:
        raise _unreadable(line)
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    bare = match["minute"] is None and match["half"] is None
    if match["half"]:
        hour = hour % 12 + (12 if match["half"] == "pm" else 0)
    if bare or hour > 23 or minute > 59:
        raise CannotSteerError(
            f"“{_shown(line)}”: the time could not be read. Type it such as 10:00 or 2pm."
        )
    return time(hour, minute)


def _unreadable(text: str) -> CannotSteerError:
    return CannotSteerError(f"“{_shown(text)}” could not be read. Type a day such as {EXAMPLE}.")


def _shown(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 60 else f"{words[:59]}…"
