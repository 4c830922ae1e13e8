"""Weighs the passages of a text: runs of up to three sentences, since a worry is seldom told in
fewer and the next subject begins soon after. Decides nothing.
"""

from collections.abc import Iterator
from math import exp, log
from typing import NamedTuple

from bot.core.guard.concern.shape import said_in
from bot.core.guard.concern.signs import signs_of
from bot.core.guard.concern.text import Words
from bot.core.guard.concern.weights import NOTHING, Weight, Weights, added, pieces_of

SENTENCES = 3
"""In a passage, at most. Longer ones let a worry drown in what stands around it."""

TORN_OUT = 2.0
"""What is taken from the score of a passage that could be longer: read alone, it isn't heard that
it ended well (`We had a boy go missing. He's 21 now`). Any from one to four did as well when one
voice after another was left out; a strong worry amid other things is still found."""

FEWEST = 4
"""Words in a passage, at least. Fewer tell of nobody: `her`, `a girl`, `thanks both`."""

_SURE = 30.0
"""Log-odds beyond which nothing gets surer, so that no exponential overflows."""

_LONGEST_WORD = 40
"""Characters of a word that are looked up. Longer ones are no words."""


class Passage(NamedTuple):
    """Sentences `first` to `last` (excluded), whether it could be longer, the signs in it, and
    both sums."""

    first: int
    last: int
    torn_out: bool
    signs: frozenset[str]
    weight: Weight

    @property
    def score(self) -> float:
        """The log-odds that both questions are to be answered with yes."""
        harm, someone = (min(max(each, -_SURE), _SURE) for each in self.weight)
        both = -log(exp(-harm) + exp(-someone) + exp(-harm - someone))
        return both - TORN_OUT if self.torn_out else both


def passages_of(words: Words, weights: Weights) -> Iterator[Passage]:
    """Every run of sentences, weighed."""
    sums = _running(words, weights)
    for first in range(len(words.sentences)):
        for last in range(first + 1, min(first + SENTENCES, len(words.sentences)) + 1):
            if words.sentences[last - 1][1] - words.sentences[first][0] >= FEWEST:
                yield _weighed(words, first, last, weights, sums)


def _weighed(
    words: Words, first: int, last: int, weights: Weights, sums: list[tuple[Weight, int]]
) -> Passage:
    begin, end = words.sentences[first][0], words.sentences[last - 1][1]
    asked = words.asked[last - 1]
    signs = signs_of(words, begin, end, asked)
    pairs = said_in(words, begin, end, asked)
    weight = added(
        (
            weights.base,
            _mean(sums[begin], sums[end]),
            *(weights.signs.get(each, NOTHING) for each in signs),
            *(weights.pairs.get(each, NOTHING) for each in pairs),
        )
    )
    longest = min(SENTENCES, len(words.sentences))
    return Passage(first, last, last - first < longest, signs, weight)


def _running(words: Words, weights: Weights) -> list[tuple[Weight, int]]:
    """The sums of the words' weights, and the count of their pieces, up to each word."""
    harm = someone = 0.0
    count = 0
    sums = [(NOTHING, 0)]
    for word in words.plain:
        for piece in pieces_of(word[:_LONGEST_WORD], weights.words):
            weight = weights.words[piece]
            harm, someone, count = harm + weight.harm, someone + weight.someone, count + 1
        sums.append((Weight(harm, someone), count))
    return sums


def _mean(begin: tuple[Weight, int], end: tuple[Weight, int]) -> Weight:
    count = max(1, end[1] - begin[1])
    before, after = begin[0], end[0]
    return Weight((after.harm - before.harm) / count, (after.someone - before.someone) / count)
