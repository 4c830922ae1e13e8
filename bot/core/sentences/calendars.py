"""What Dots says about a board's calendar that somebody hands it: why it gives no meeting, or what
was read from it and what had to be assumed."""

from collections.abc import Collection, Sequence
from datetime import date, time

from bot.core.partnership import Meeting
from bot.core.words import counted, day_in_words, listed, time_in_words

MOST_OF_A_NAME = 60
"""Characters of a zone's name, which somebody else's program wrote."""


def not_fetched() -> str:
    """A chosen file that could not be had, or is far too large."""
    return (
        "This file could not be read from Slack, or is larger than a calendar is. Try once more, "
        "or fill in the meetings instead."
    )


def unread_file(found: str) -> str:
    """A chosen file that gives no meeting; `found` finishes "found ..."."""
    return (
        f"This file could not be used: found {found}. Nothing was read from it. Choose the board's "
        "calendar as an .ics file, or take this file out and fill in the meetings instead."
    )


def unread_text(found: str) -> str:
    """A pasted calendar that gives no meeting; `found` finishes "found ..."."""
    return (
        f"The calendar could not be used: found {found}. Paste the whole text of the board's "
        "iCalendar file, or type the meetings, one a line, such as 3 February 2027 at 10:00."
    )


def all_over() -> str:
    """Finishes "found ...": nothing lies ahead."""
    return "only meetings that are over"


def twice(on: date, times: Sequence[str]) -> str:
    """Finishes "found ...": a board meets once a day."""
    return f"two meetings on {day_in_words(on)}, {listed(times)}, of which one must go"


def at(meeting: Meeting, *, timed: bool) -> str:
    """When one of two meetings on a day begins."""
    return f"one at {time_in_words(meeting.at)}" if timed else "one without a time"


def file_or_text() -> str:
    """A calendar was pasted, and another chosen as a file."""
    return (
        "A calendar is pasted above, and this is another. Choose either: take one of the two out."
    )


def file_or_day() -> str:
    """Both a file and a day were given where either stands for itself."""
    return "Choose either a day or a file: take one of the two out."


def were_read(meetings: Sequence[Meeting]) -> str:
    """What a calendar gave."""
    ends = [_moment(each) for each in (meetings[0], meetings[-1])]
    if len(meetings) == 1:
        return f"One meeting was read from the calendar: {ends[0]}."
    number = counted(len(meetings), "meeting", "meetings")
    return f"{number} were read from the calendar, the first on {ends[0]}, the last on {ends[1]}."


def untimed(meetings: Sequence[Meeting]) -> str:
    """Meetings for which the calendar gives a day and no time."""
    days = listed([day_in_words(each.on) for each in meetings])
    return f"It gives no time for {days}: {time_in_words(meetings[0].at)} is taken."


def unknown_zones(names: Collection[str]) -> str:
    """Zones in the calendar that nobody knows."""
    said = listed([f"“{name[:MOST_OF_A_NAME]}”" for name in sorted(names)])
    return f"It names a time zone that Dots does not know, {said}: its times are taken as local."


def stood_before(lines: Sequence[str]) -> str:
    """Lines that were typed and are not among what was read."""
    return (
        "The calendar stands in the place of what was typed. Not in it, and so left out: "
        f"{'; '.join(' '.join(each.split()) for each in lines)}."
    )


def change_it_there() -> str:
    """Where what was read can be changed, in the set-up."""
    return "If something is wrong or missing, change it in step 2, the board."


def nothing_new() -> str:
    """A calendar without a meeting that the plan does not have."""
    return "There is nothing to add: the board meets already on every day in this calendar."


def beside_the_plan(
    same: Sequence[date], other_time: Sequence[tuple[date, time, time]], missing: Sequence[date]
) -> tuple[str, ...]:
    """How a calendar and the plan differ, where nothing is changed: meetings in both; on the same
    day, with the plan's time and the calendar's; and in the plan only."""
    said = []
    if same:
        said.append(f"In the plan already, and left as it is: {_days(same)}.")
    for on, ours, theirs in other_time:
        said.append(
            f"On {day_in_words(on)} the plan has {time_in_words(ours)} and the calendar "
            f"{time_in_words(theirs)}. Nothing changes there: move the meeting if the calendar is "
            "right."
        )
    if missing:
        said.append(
            f"In the plan and not in the calendar: {_days(missing)}. Nothing changes there: move "
            "or cancel what does not take place."
        )
    return tuple(said)


def _days(days: Sequence[date]) -> str:
    return listed([day_in_words(each) for each in sorted(days)])


def _moment(meeting: Meeting) -> str:
    return f"{day_in_words(meeting.on)} at {time_in_words(meeting.at)}"
