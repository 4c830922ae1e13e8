"""Names what the page asks of whoever moves the rehearsal on. Knows nothing of the app."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True)
class Upcoming:
    """Something the app will do: when (aware), and a sentence that says what."""

    at: datetime
    what: str


@dataclass(frozen=True)
class Moment:
    """A time that was kept, to start again from; `what` says in words what comes after it."""

    id: str
    at: datetime
    what: str


class Director(Protocol):
    """Given to the server by the wiring; called in a thread of its own, so it may block.

    `cast_answers`: whether the invented people act by themselves; the page may change it."""

    cast_answers: bool

    def upcoming(self) -> list[Upcoming]:
        """What happens next, soonest first."""
        ...

    def next_at(self) -> datetime | None:
        """When anybody acts next: the app or, if they answer by themselves, the cast."""
        ...

    def go_to(self, at: datetime) -> None:
        """Move the clock, wake the app, and return when it has settled. ValueError backwards."""
        ...

    def moments(self) -> list[Moment]:
        """What can be started again from, in the order of time."""
        ...

    def keep_moment(self) -> None:
        """Keep how everything stands before what comes next."""
        ...

    def go_back(self, moment_id: str) -> None:
        """Start again from a kept moment, and return when all is as it was. ValueError for an id
        that is not among them."""
        ...
