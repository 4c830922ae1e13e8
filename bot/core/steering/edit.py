"""One change of a partnership and the words for it. Refuses in a sentence; stores nothing."""

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from pydantic import ValidationError

from bot.core.partnership import Partnership
from bot.core.words import day_in_words, listed


class CannotSteerError(Exception):
    """The change cannot be made; the message says what was found and what would work."""


class Steered(NamedTuple):
    """The partnership after a change, and a sentence that says what was changed."""

    partnership: Partnership
    what: str


Edit = Callable[[Partnership, date], Steered]
"""A change, given the partnership as it stands and the local day. Raises CannotSteerError."""


def changed(partnership: Partnership, what: str, /, **keys: Any) -> Steered:
    """The partnership with these keys (as a schedule file names them) and everything checked."""
    written = partnership.model_dump(by_alias=True) | keys
    try:
        return Steered(Partnership.model_validate(written), what)
    except ValidationError as error:
        found = [each["msg"].removeprefix("Value error, ") for each in error.errors()]
        raise CannotSteerError(f"That cannot be: {'; '.join(dict.fromkeys(found))}.") from None


def must_come(day: date, today: date) -> None:
    """Only what is still to come can be changed."""
    if day <= today:
        raise CannotSteerError(
            f"{day_in_words(day)} is not still to come: choose a day after {day_in_words(today)}."
        )


def none_such(what: str, day: date, known: list[date]) -> CannotSteerError:
    """There is nothing of this kind on that day; says on which days there is."""
    there = listed([day_in_words(each) for each in sorted(known)], "or")
    instead = f" Choose {there}." if there else ""
    return CannotSteerError(f"There is no {what} on {day_in_words(day)}.{instead}")
