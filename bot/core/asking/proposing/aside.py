"""Questions that members set aside before they were asked: for how long planning leaves them out.

Two members decide it together; who they are is nobody's business. Stores nothing.
"""

from collections.abc import Collection, Sequence

from bot.core.asking.choosing.choice import CYCLES_APART
from bot.core.values import Value

MEMBERS_NEEDED = 2
"""Different members who ask for it: one alone may dislike a question, two are a reason to wait."""


class Aside(Value):
    """One question that was set aside in a cycle, in the words in which it was planned."""

    cycle_id: str
    prompt_id: str
    question: str


def aside_in(cycle_id: str, cycles: Sequence[str], asides: Collection[Aside]) -> frozenset[str]:
    """The ids of the prompts that a cycle leaves out: those set aside in it or in the three before
    it, as a question that was asked is. `cycles`: every known cycle by date."""
    before = list(cycles)[: list(cycles).index(cycle_id) + 1][-CYCLES_APART:]
    return frozenset(each.prompt_id for each in asides if each.cycle_id in before)
