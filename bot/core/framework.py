"""The shape of the Joining the Dots framework: three principles, twelve practices, stable ids.

The labels are our own short words, not the framework's sentences. Source and credit:
Tackling Child Exploitation Support Programme, https://tce.researchinpractice.org.uk/
"""

from enum import StrEnum
from itertools import combinations
from typing import NamedTuple


class Principle(StrEnum):
    """One of the three interdependent principles; the value is the prefix of its practices' ids."""

    BB = "BB"
    LC = "LC"
    CU = "CU"

    @property
    def title(self) -> str:  # type: ignore[override]  # str.title is never wanted on an id
        """The principle's name, as people read it."""
        return _PRINCIPLE_NAMES[self]


_PRINCIPLE_NAMES = {
    Principle.BB: "Bridging boundaries",
    Principle.LC: "Leading with care",
    Principle.CU: "Complexity, curiosity and uncertainty",
}


class Practice(NamedTuple):
    """One practice of the framework: stable id, principle, and our own short label."""

    id: str
    principle: Principle
    label: str


def _practice(practice_id: str, label: str) -> Practice:
    return Practice(practice_id, Principle(practice_id[:2]), label)


PRACTICES: dict[str, Practice] = {
    practice.id: practice
    for practice in (
        _practice("BB1", "sharing power with newer partners"),
        _practice("BB2", "inventive ways of meeting and working"),
        _practice("BB3", "information that travels for a reason"),
        _practice("BB4", "hearing minoritised voices"),
        _practice("LC1", "young people and families at the centre"),
        _practice("LC2", "valuing every partner, parents and carers too"),
        _practice("LC3", "seeing young people without labels"),
        _practice("LC4", "words that are plain, shared and kind"),
        _practice("CU1", "pace that serves the purpose"),
        _practice("CU2", "answers that fit this place"),
        _practice("CU3", "data that opens conversations"),
        _practice("CU4", "responses that make people safer"),
    )
}

PRINCIPLE_PAIRS: tuple[tuple[Principle, Principle], ...] = tuple(combinations(Principle, 2))
"""The three pairs that a joining prompt may tie, in a stable order."""
