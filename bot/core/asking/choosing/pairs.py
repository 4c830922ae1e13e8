"""Which pairs of principles can be joined, and which has had least said about it so far.

What was said is how many people answered a question that joined the pair, as far as it is known:
it is counted when a question's window closes. Chooses no prompt.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from bot.core.asking.choosing.rotation import PRINCIPLES, Pair
from bot.core.framework import PRACTICES, PRINCIPLE_PAIRS
from bot.core.prompts import PromptBank


class Turn(StrEnum):
    """Why it is a pair's turn to be joined, as the end of a sentence."""

    NEW = "has not been joined yet"
    LEAST_SAID = "has had least said about it so far"
    LONGEST_AGO = "was joined longest ago"
    WHOLE_ROUND = "has had least said of those that leave every practice its turn"


class Pairs(NamedTuple):
    """The pairs that a bank can join, those with least said first: never joined before joined,
    then by how many people answered, then by how long ago. `said` holds the joined ones."""

    order: tuple[Pair, ...]
    said: Counter[Pair]

    def turn(self, pair: Pair) -> Turn:
        """Why this pair is joined now."""
        if pair not in self.said:
            return Turn.NEW
        if pair != self.order[0]:
            return Turn.WHOLE_ROUND
        is_least = all(self.said[pair] < self.said[other] for other in self.order[1:])
        return Turn.LEAST_SAID if is_least else Turn.LONGEST_AGO


def pair_of(practices: Iterable[str]) -> Pair:
    """The two principles that a joining prompt ties, in their stable order."""
    one, other = sorted((PRACTICES[p].principle for p in practices), key=PRINCIPLES.index)
    return one, other


def pairs_of(bank: PromptBank, joined: Sequence[tuple[tuple[str, ...], int]]) -> Pairs:
    """`joined`: the practices of each joining prompt that was asked, oldest first, and how many
    people answered it."""
    said: Counter[Pair] = Counter()
    last: dict[Pair, int] = {}
    for turn, (practices, people) in enumerate(joined):
        pair = pair_of(practices)
        said[pair] += people
        last[pair] = turn
    held = {pair_of(prompt.practices) for prompt in bank.prompts if prompt.joins}
    order = sorted(
        held, key=lambda p: (p in last, said[p], last.get(p, 0), PRINCIPLE_PAIRS.index(p))
    )
    return Pairs(tuple(order), said)
