"""Changes of what the dates hang on: meetings, pauses, quiet days."""

from collections.abc import Iterable, Sequence
from datetime import date, time, timedelta

from bot.core.partnership import Meeting, Partnership, Pause
from bot.core.places import Span
from bot.core.steering.edit import CannotSteerError, Edit, Steered, changed, must_come, none_such
from bot.core.words import day_in_words, listed, time_in_words

_DAY = timedelta(days=1)


def add_meetings(meetings: Sequence[Meeting]) -> Edit:
    """One board meeting more, or several, each on a day of its own."""

    def edit(partnership: Partnership, today: date) -> Steered:
        for each in meetings:
            must_come(each.on, today)
            _is_free(partnership, each.on)
        days = [f"{day_in_words(each.on)} at {time_in_words(each.at)}" for each in meetings]
        what = f"The board also meets on {listed(days)}."
        return _meeting_on(partnership, what, *partnership.board.meetings, *meetings)

    return edit


def move_meeting(on: date, to: date, at: time) -> Edit:
    """A board meeting on another day, or at another time; everything counted from it follows."""

    def edit(partnership: Partnership, today: date) -> Steered:
        was = _meeting(partnership, on, today)
        must_come(to, today)
        if to != on:
            _is_free(partnership, to)
        others = [each for each in partnership.board.meetings if each.on != on]
        moved = was.model_copy(update={"on": to, "at": at})
        when = f"{day_in_words(to)} at {time_in_words(at)}"
        what = f"The board meeting of {day_in_words(on)} is on {when}."
        return _meeting_on(partnership, what, *others, moved)

    return edit


def cancel_meeting(on: date) -> Edit:
    """A board meeting that does not take place; what was said is carried to the next one."""

    def edit(partnership: Partnership, today: date) -> Steered:
        _meeting(partnership, on, today)
        others = [each for each in partnership.board.meetings if each.on != on]
        if not others:
            raise CannotSteerError(
                "It is the only meeting there is. Add the next one first, or pause everything."
            )
        what = f"The board meeting of {day_in_words(on)} is cancelled."
        return _meeting_on(partnership, what, *others)

    return edit


def go_on(on: date) -> Edit:
    """Ask before this meeting even when fewer than three prompts fit."""

    def edit(partnership: Partnership, today: date) -> Steered:
        was = _meeting(partnership, on, today)
        others = [each for each in partnership.board.meetings if each.on != on]
        what = f"Fewer than three prompts are fine before the meeting on {day_in_words(on)}."
        going = was.model_copy(update={"go_on": True})
        return _meeting_on(partnership, what, *others, going)

    return edit


def pause(start: date, until: date | None, reason: str) -> Edit:
    """Everything waits from one day to another, or until somebody resumes it."""

    def edit(partnership: Partnership, today: date) -> Steered:
        if start < today:
            raise CannotSteerError(f"A pause can begin today, {day_in_words(today)}, or later.")
        end = f"until {day_in_words(until)}" if until else "until somebody resumes"
        written = {"from": start, "until": until, "reason": reason}
        pauses = [*_written(partnership.pauses), written]
        what = f"Everything waits from {day_in_words(start)} {end}."
        return changed(partnership, what, pauses=pauses)

    return edit


def resume(on: date) -> Edit:
    """The pauses that hold on that day end before it."""

    def edit(partnership: Partnership, today: date) -> Steered:
        if on < today:
            raise CannotSteerError(f"Resume today, {day_in_words(today)}, or later.")
        if not any(on in each for each in partnership.pauses):
            raise CannotSteerError(f"Nothing is paused on {day_in_words(on)}.")
        kept = [each for each in partnership.pauses if on not in each]
        cut = [
            each.model_copy(update={"until": on - _DAY})
            for each in partnership.pauses
            if on in each and each.start < on
        ]
        what = f"The pause ends: from {day_in_words(on)} everything goes on."
        return changed(partnership, what, pauses=_written([*kept, *cut]))

    return edit


def quiet(start: date, until: date | None, reason: str) -> Edit:
    """Days on which nobody is asked and nothing is issued."""

    def edit(partnership: Partnership, today: date) -> Steered:
        must_come(until or start, today)
        span = f" to {day_in_words(until)}" if until and until != start else ""
        written = {"from": start, "until": until, "reason": reason}
        what = f"{day_in_words(start)}{span} is quiet."
        return changed(partnership, what, quiet=[*_written(partnership.quiet), written])

    return edit


def not_quiet(start: date) -> Edit:
    """The quiet days that begin on that day are quiet no more."""

    def edit(partnership: Partnership, _today: date) -> Steered:
        kept = [each for each in partnership.quiet if each.start != start]
        if len(kept) == len(partnership.quiet):
            raise none_such("quiet date", start, [each.start for each in partnership.quiet])
        what = f"{day_in_words(start)} is not quiet any more."
        return changed(partnership, what, quiet=_written(kept))

    return edit


def _written(spans: Iterable[Pause | Span]) -> list[dict[str, object]]:
    return [each.model_dump(by_alias=True) for each in spans]


def _meeting(partnership: Partnership, on: date, today: date) -> Meeting:
    must_come(on, today)
    found = next((each for each in partnership.board.meetings if each.on == on), None)
    if found is None:
        known = [each.on for each in partnership.board.meetings if each.on > today]
        raise none_such("board meeting", on, known)
    return found


def _is_free(partnership: Partnership, on: date) -> None:
    if taken := next((each for each in partnership.board.meetings if each.on == on), None):
        when = f"{day_in_words(on)} at {time_in_words(taken.at)}"
        raise CannotSteerError(f"The board already meets on {when}. Choose another day.")


def _meeting_on(partnership: Partnership, what: str, *meetings: Meeting) -> Steered:
    in_order = sorted(meetings, key=lambda each: (each.on, each.at))
    written = partnership.board.model_dump(by_alias=True)
    written["meetings"] = [each.model_dump(by_alias=True) for each in in_order]
    return changed(partnership, what, board=written)
