"""How well live concerns are told in replies whose voice the weights have not heard.

    python -m benchmarks.guard.voices              every file of the tuned part: some ten minutes
    python -m benchmarks.guard.voices FILE ...     some of them, each by its name without `.txt`

One file after another is left out, the weights are fitted on all the others, and the file is judged
with these. From which score a passage counts, and how freely signs, pairs and words may count, are
chosen by what this prints: never by the part kept aside, and never by how well the weights tell
what they were fitted on. Where a file was mended on before, in the lists of words, it flatters.
"""

import sys
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from benchmarks.guard.fitting import Fit, Table, replies
from benchmarks.guard.sets import Sample, samples
from benchmarks.guard.telling import NAMES
from bot.content.concern import weights_in
from bot.core.guard.concern.detector import ENOUGH
from bot.core.guard.concern.text import words_of
from bot.core.guard.concern.weighing import passages_of
from bot.core.guard.concern.weights import Weights
from bot.core.guard.finding import Detector
from bot.core.guard.reading import read

CUTS = (ENOUGH, 0.0, -0.25, -0.5, -0.75, -1.0, -1.25, -1.5)
"""The scores from which a passage might count; for single files, the one from which it does."""


class Scored(NamedTuple):
    """A reply, and its highest score by weights that have not seen its file."""

    sample: Sample
    score: float


def left_out(files: Iterable[str]) -> Iterator[list[Scored]]:
    """Every file, judged by weights that were fitted without it."""
    table, learned = Table(), replies()
    told = samples(Detector.CONCERN, "tuned")
    for file in files:
        fit = Fit([each for each in learned if each.file != file], table)
        weights = weights_in(fit.lines)
        yield [Scored(each, _score(each.text, weights)) for each in told if each.file == file]


def _score(text: str, weights: Weights) -> float:
    words = words_of(read(text).words)
    return max((each.score for each in passages_of(words, weights)), default=float("-inf"))


def shares(scored: Iterable[Scored], cut: float) -> str:
    """How many of each list score so much."""
    listed = list(scored)
    parts = []
    for name, words in NAMES.items():
        scores = [each.score for each in listed if each.sample.list == name]
        if scores:
            flagged = sum(score >= cut for score in scores)
            parts.append(f"{words} {flagged} of {len(scores)} ({flagged / len(scores):.0%})")
    return ", ".join(parts)


if __name__ == "__main__":
    every = sorted({each.file for each in samples(Detector.CONCERN, "tuned")})
    together: list[Scored] = []
    for scored in left_out(sys.argv[1:] or every):
        print(f"{scored[0].sample.file:16} {shares(scored, ENOUGH)}", flush=True)
        together += scored
    for cut in CUTS:
        print(f"all from {cut:5.2f}   {shares(together, cut)}")
