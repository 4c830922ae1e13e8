"""What one look at a text brings back: a place in the text as it reads, its kind and why."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from bot.core.guard.finding import Certainty

CERTAIN, LIKELY, POSSIBLE = Certainty.CERTAIN, Certainty.LIKELY, Certainty.POSSIBLE


class Sighting(NamedTuple):
    """Something noticed in a Reading's words, not yet in the text as it was given."""

    kind: str
    start: int
    end: int
    certainty: Certainty
    reason: str


Look = Callable[[str], Iterable[Sighting]]
"""One look at the words of a reading, for one kind of identifier or a few akin."""
