"""What a partnership's file says that is unwise on a given day: its meetings, its numbers.

Looks at each part that can be understood, even when another part of the file cannot.
"""

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple, TypeVar

from pydantic import TypeAdapter, ValidationError

from bot.content.findings import Finding
from bot.content.partnerships import MEETINGS, Reading
from bot.content.source import Source, Where
from bot.core.asking.workdays import Workdays
from bot.core.partnership import Board, Cadence, Meeting, Nation, Span
from bot.core.places import CASE_WORK

NUMBERS_GROW_OLD = timedelta(days=365)
"""A year: duty numbers and opening hours change; nobody should meet a dead line on a bad day."""
FAR_AHEAD = timedelta(days=3 * 365)
"""Three years: boards set dates a year or two ahead, so a later one is probably a slip."""
FEWEST_PROMPTS = 3
"""Prompts: with fewer, a cycle cannot ask about all three principles."""

# Numbers that Ofcom keeps free for drama, which the shipped example uses:
# https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbers-for-drama
_INVENTED_NUMBER = re.compile(r"01632960\d{3}|07700900\d{3}|02079460\d{3}|08081570\d{3}")
_NUMBERS = ("front_door", "out_of_hours", "lado")

_Part = TypeVar("_Part")


class Dated(NamedTuple):
    """A meeting and the place in the file that it came from."""

    where: Where
    meeting: Meeting


def readiness(reading: Reading, today: date) -> Iterator[Finding]:
    """Every finding about one file that depends on the date or on the holidays."""
    meetings = _meetings(reading)
    yield from _over(reading, meetings, today)
    yield from _days(reading, [one for one in meetings if one.meeting.on >= today], today)
    yield from _numbers(reading, today)
    yield from _case_channels(reading.source)


def _meetings(reading: Reading) -> list[Dated]:
    written = _at(reading, *MEETINGS)
    in_list = isinstance(reading.source.at(MEETINGS), list)
    parts = ((index, _part(Meeting, one)) for index, one in enumerate(_listed(written)))
    dated = [Dated((*MEETINGS, index) if in_list else MEETINGS, one) for index, one in parts if one]
    return sorted(dated, key=lambda one: (one.meeting.on, one.meeting.at))


def _over(reading: Reading, meetings: list[Dated], today: date) -> Iterator[Finding]:
    source = reading.source
    past = [one for one in meetings if one.meeting.on < today]
    expected = f"a meeting on or after {_long(today)}"
    if past and len(past) == len(meetings):
        found = f"no meeting after {_long(past[-1].meeting.on)}"
        tell = source.finding if _live(reading) else source.warning
        yield tell(MEETINGS, found, expected, "Add the dates of the next meetings.")
        return
    for one in past:
        if one.where != MEETINGS:
            found = f"{_long(one.meeting.on)}, which has passed"
            advice = "Take it out when you like; nothing is planned for it."
            yield source.warning(one.where, found, expected, advice)


def _days(reading: Reading, meetings: list[Dated], today: date) -> Iterator[Finding]:
    source, workdays = reading.source, _workdays(reading)
    for one in meetings:
        day = one.meeting.on
        if workdays and (reason := workdays.why_not(day)):
            found = f"{_long(day)}, {reason}"
            advice = "Check the date, or the closures that you listed."
            yield source.finding(one.where, found, "a working day", advice)
        if day > today + FAR_AHEAD:
            advice = "Check the year."
            yield source.warning(one.where, _long(day), "a date in the next three years", advice)
    for earlier, later in pairwise(meetings):
        yield from _too_close(reading, earlier, later, workdays)


def _too_close(
    reading: Reading, earlier: Dated, later: Dated, workdays: Workdays | None
) -> Iterator[Finding]:
    first, second = earlier.meeting.on, later.meeting.on
    if first == second:
        found, advice = f"{_long(second)} twice", "Take one of the two out."
        yield reading.source.finding(later.where, found, "each meeting once", advice)
    elif workdays and second - first < timedelta(days=2 * _days_needed(reading)):
        count = _working_days(workdays, first, second)
        if count < (needed := _days_needed(reading)):
            found = f"{count} working days after {_long(first)}"
            advice = "Fewer than three prompts fit; ask more often, or move a meeting."
            yield reading.source.warning(later.where, found, f"at least {needed}", advice)


def _days_needed(reading: Reading) -> int:
    """Working days from one meeting to the next that leave room for the fewest prompts.

    At the least: the last window closes the day before the draft, and the first prompt goes out
    the day after the meeting before. Quiet dates may take more.
    """
    cadence = _part(Cadence, _at(reading, "cadence")) or Cadence()
    draft_days = _part(int, _at(reading, "board", "draft_days"))
    before = draft_days or int(Board.model_fields["draft_days"].default)
    return (FEWEST_PROMPTS - 1) * cadence.every + cadence.open_for + before + 2


def _working_days(workdays: Workdays, after: date, until: date) -> int:
    days = (after + timedelta(days=step) for step in range(1, (until - after).days + 1))
    return sum(workdays.is_working(day) for day in days)


def _workdays(reading: Reading) -> Workdays | None:
    nation = _part(Nation, _at(reading, "nation"))
    closures = (_part(Span, one) for one in _listed(_at(reading, "closures")))
    return Workdays(nation, tuple(span for span in closures if span)) if nation else None


def _numbers(reading: Reading, today: date) -> Iterator[Finding]:
    where: Where = ("safeguarding", "checked_on")
    checked_on = _part(date, _at(reading, *where))
    advice = "Ring or look up all three numbers, then write the date on which you did."
    if checked_on and checked_on > today:
        found = f"{_long(checked_on)}, which is still to come"
        yield reading.source.finding(where, found, "a date that has passed", advice)
    elif checked_on and today - checked_on > NUMBERS_GROW_OLD:
        found = f"{_long(checked_on)}, more than a year ago"
        yield reading.source.warning(where, found, "a check in the past twelve months", advice)
    if _live(reading):
        yield from _invented(reading.source)


def _invented(source: Source) -> Iterator[Finding]:
    for key in _NUMBERS:
        digits = re.sub(r"\D", "", str(source.at(("safeguarding", key))).replace("+44", "0"))
        if _INVENTED_NUMBER.fullmatch(digits):
            expected = "a number that somebody answers, because live is true"
            advice = "Write the real number, or `live: false` until you have it."
            where: Where = ("safeguarding", key)
            yield source.warning(where, "a number invented for examples", expected, advice)


def _case_channels(source: Source) -> Iterator[Finding]:
    listed = source.at(("channels",))
    for index in range(len(listed) if isinstance(listed, list) else 0):
        where: Where = ("channels", index, "name")
        name = str(source.at(where))
        if words := CASE_WORK.intersection(re.split(r"[^a-z]+", name.lower())):
            found = f'"{name}", whose name says "{min(words)}"'
            advice = "If children are discussed there by name, choose another channel."
            yield source.warning(where, found, "a channel for strategic work", advice)


def _live(reading: Reading) -> bool:
    return _at(reading, "live") in (None, True)


def _part(kind: type[_Part], value: object) -> _Part | None:
    """`value` as `kind`, or None where it cannot be understood: that is reported elsewhere."""
    try:
        return TypeAdapter(kind).validate_json(json.dumps(value), strict=True)
    except ValidationError:
        return None


def _at(reading: Reading, *steps: str | int) -> object:
    value: object = reading.values
    for step in steps:
        value = value.get(step) if isinstance(value, dict) else None
    return value


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _long(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B %Y}"
