"""Notices a reply that may be about somebody at risk now. Decides no case, and tells nobody."""

from collections.abc import Iterable, Iterator

from bot.core.guard.concern.telling import kind_of, reason_for
from bot.core.guard.concern.text import Words, words_of
from bot.core.guard.concern.weighing import Passage, passages_of
from bot.core.guard.concern.weights import Weights
from bot.core.guard.examine import Detect
from bot.core.guard.finding import Certainty, Detector, Finding
from bot.core.guard.reading import read

ENOUGH = -1.0
"""The score from which a passage is a finding. A little below where both questions are answered
with yes, because to miss one costs more than to ask once too often. Chosen by leaving out one
voice of the replies after another (`benchmarks.guard.voices`)."""

LIKELY = 2.5
"""The score from which a finding is likely: odds of twelve to one."""


def concern(weights: Weights) -> Detect:
    """A detector with these weights. Pure: the same text, the same findings.

    It reads English. What it misses is why the telephone numbers stand on every prompt.
    """

    def detect(text: str) -> Iterable[Finding]:
        reading = read(text)
        words = words_of(reading.words)
        for passage in _apart(passages_of(words, weights)):
            first, last = _place(words, passage)
            start, end = reading.span(first, last)
            yield _finding(passage, start, end)

    return detect


def _apart(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Those that score enough, the highest first, without any that overlap a higher one."""
    taken: set[int] = set()
    enough = [each for each in passages if each.score >= ENOUGH]
    for passage in sorted(enough, key=lambda each: (-each.score, each.first, each.last)):
        sentences = range(passage.first, passage.last)
        if taken.isdisjoint(sentences):
            taken.update(sentences)
            yield passage


def _place(words: Words, passage: Passage) -> tuple[int, int]:
    begin = words.sentences[passage.first][0]
    end = words.sentences[passage.last - 1][1] - 1
    return words.places[begin][0], words.places[end][1]


def _finding(passage: Passage, start: int, end: int) -> Finding:
    return Finding(
        detector=Detector.CONCERN,
        kind=kind_of(passage.signs),
        start=start,
        end=end,
        certainty=Certainty.LIKELY if passage.score >= LIKELY else Certainty.POSSIBLE,
        reason=reason_for(passage.signs),
    )
