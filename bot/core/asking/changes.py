"""Says in words what a new plan changes in an old one, once a day of asking and not per channel.

Decides nothing and knows no clock: what was asked in the meantime is in neither plan.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple
from zoneinfo import ZoneInfo

from bot.core.asking.local_time import local_date
from bot.core.asking.plan import Cycle, Occurrence, OccurrenceState, Plan
from bot.core.words import day_in_words

WhyNotAsked = Callable[[date], str | None]


class _Day(NamedTuple):
    """One day of asking: what is asked, and in which channels."""

    asks: Occurrence
    channels: frozenset[str]


_Days = dict[date, _Day]


def changes(
    before: Plan, after: Plan, zone: ZoneInfo, why_not: WhyNotAsked | None = None
) -> tuple[str, ...]:
    """One sentence for each change, in the order of the meetings; empty when nothing changes.

    `before` is the plan as it stood, less what has been asked, missed or skipped since: those
    are history, not a change. `why_not` (`SendingDays.why_not_asked` of the partnership as it
    is now) lets a sentence say why nobody is asked on a day any more.
    """
    were = {cycle.id: cycle for cycle in before.cycles}
    said: list[str] = []
    for cycle in after.cycles:
        old, new = _days(before, cycle.id), _days(after, cycle.id)
        if cycle.id in were:
            said += _of_cycle(were[cycle.id], cycle, zone)
            said += _of_days(old, new, zone, why_not or _unknown)
        else:
            said.append(f"{_count(new)} planned before the new meeting on {_meeting(cycle)}.")
    kept = {cycle.id for cycle in after.cycles}
    for cycle in before.cycles:
        if cycle.id not in kept and (dropped := _days(before, cycle.id)):
            said.append(f"{_count(dropped)} dropped with the meeting on {_meeting(cycle)}.")
    return tuple(said)


def _unknown(_day: date) -> None:
    return None


def _meeting(cycle: Cycle) -> str:
    return day_in_words(cycle.meeting_on)


def _count(days: _Days) -> str:
    if not days:
        return "No prompt is"
    return "1 prompt is" if len(days) == 1 else f"{len(days)} prompts are"


def _days(plan: Plan, cycle_id: str) -> _Days:
    planned = [
        occurrence
        for occurrence in plan.occurrences
        if occurrence.cycle_id == cycle_id and occurrence.state is OccurrenceState.PLANNED
    ]
    channels: dict[date, set[str]] = {}
    for occurrence in planned:
        channels.setdefault(occurrence.on, set()).add(occurrence.channel_id)
    asks = {occurrence.on: occurrence for occurrence in planned}
    return {on: _Day(asks[on], frozenset(channels[on])) for on in sorted(asks)}


def _of_cycle(was: Cycle, now: Cycle, zone: ZoneInfo) -> Iterator[str]:
    if was.meeting_on != now.meeting_on:
        yield f"The meeting on {_meeting(was)} moves to {_meeting(now)}."
    elif was.meeting_at != now.meeting_at:
        at = now.meeting_at.astimezone(zone)
        yield f"The meeting on {_meeting(now)} now begins at {at:%H:%M}."
    for paper, old, new in (
        ("draft", was.draft_at, now.draft_at),
        ("digest", was.issue_at, now.issue_at),
    ):
        if old != new:
            yield (
                f"The {paper} for the meeting on {_meeting(now)} moves from "
                f"{day_in_words(local_date(old, zone))} to {day_in_words(local_date(new, zone))}."
            )


def _of_days(old: _Days, new: _Days, zone: ZoneInfo, why_not: WhyNotAsked) -> Iterator[str]:
    gone, added = [on for on in old if on not in new], [on for on in new if on not in old]
    # Days are counted back from the draft, so the last of both lists belong together.
    both = min(len(gone), len(added))
    moved = dict(zip(gone[len(gone) - both :], added[len(added) - both :], strict=True))
    for on in gone[: len(gone) - both]:
        yield f"Nothing is asked on {day_in_words(on)} any more{_because(why_not(on))}."
    for on, to in moved.items():
        because = _because(why_not(on))
        yield f"The prompt planned for {day_in_words(on)} moves to {day_in_words(to)}{because}."
    for on in added[: len(added) - both]:
        yield f"A prompt is added on {day_in_words(on)}: “{new[on].asks.question}”"
    came_from = {to: on for on, to in moved.items()}
    for on in new:
        if (was := old.get(came_from.get(on, on))) is not None:
            yield from _of_prompt(was, new[on], zone)


def _because(why: str | None) -> str:
    return f", because that day is {why}" if why else ""


def _of_prompt(was: _Day, now: _Day, zone: ZoneInfo) -> Iterator[str]:
    on = day_in_words(now.asks.on)
    if was.asks.prompt_id != now.asks.prompt_id:
        yield f"On {on} the question is “{now.asks.question}”, not “{was.asks.question}”"
    elif was.asks.question != now.asks.question:
        yield f"The question of {on} is worded anew: “{now.asks.question}”"
    if more := len(now.channels - was.channels):
        yield f"The prompt of {on} now also goes to {_channels(more)}."
    if fewer := len(was.channels - now.channels):
        yield f"The prompt of {on} no longer goes to {_channels(fewer)}."
    if was.asks.on == now.asks.on:
        yield from _of_times(was.asks, now.asks, zone)


def _of_times(was: Occurrence, now: Occurrence, zone: ZoneInfo) -> Iterator[str]:
    on = day_in_words(now.on)
    for what, old, new in (
        (f"The prompt of {on} is asked", was.due_at, now.due_at),
        (f"The reminder for the prompt of {on} comes", was.remind_at, now.remind_at),
        (f"The window for the prompt of {on} closes", was.closes_at, now.closes_at),
    ):
        if old != new:
            local = new.astimezone(zone)
            yield f"{what} at {local:%H:%M} on {day_in_words(local.date())}."


def _channels(count: int) -> str:
    return "one of the channels" if count == 1 else f"{count} of the channels"
