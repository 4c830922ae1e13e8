"""How much each sign, each small pair of words and each word counts. Handed in, and never changed.

Two questions are asked of a passage, and each has weights of its own: does it speak of harm, and
does it speak of somebody, now, rather than of anybody. A positive sum means yes.
"""

from collections.abc import Iterable, Iterator, Mapping
from math import fsum
from typing import NamedTuple


class Weight(NamedTuple):
    """What something adds to the answers to the two questions."""

    harm: float
    someone: float


NOTHING = Weight(0.0, 0.0)


class Weights(NamedTuple):
    """`base` is where both sums begin; signs and pairs are added; of words the mean is added.

    Among `pairs` are single words too, those that were seen often enough to learn from. `words`
    holds whole words, and with `##` before them the pieces that continue a word.
    """

    base: Weight
    signs: Mapping[str, Weight]
    pairs: Mapping[str, Weight]
    words: Mapping[str, Weight]


def added(weights: Iterable[Weight]) -> Weight:
    """The sums for both questions."""
    listed = tuple(weights)
    # fsum, because sets come in any order and the same text must always weigh the same.
    return Weight(fsum(each.harm for each in listed), fsum(each.someone for each in listed))


def pieces_of(word: str, known: Mapping[str, object]) -> Iterator[str]:
    """The longest known pieces that make up the word, in order; nothing of what no piece knows."""
    begin = 0
    while begin < len(word):
        lead = "##" if begin else ""
        ends = range(len(word), begin, -1)
        end = next((end for end in ends if lead + word[begin:end] in known), begin)
        if end == begin:
            return
        yield lead + word[begin:end]
        begin = end
