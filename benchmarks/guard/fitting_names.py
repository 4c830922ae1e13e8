"""Fits the weights that tell a child's name from others: python -m benchmarks.guard.fitting_names

One logistic regression with a ridge, over every word of the tuned replies that looks like a name:
is it marked as one to find. Words before and after it count by their rows in the static token
table, so that words that no reply uses count like those that mean the same; the fit is then
written out word by word. Clean replies of the other detectors' tuned sets and of the invented
quarters are learned from as well. Prints how well names are told in files that the weights had not
seen. Looks at nothing that is kept aside.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from benchmarks.guard.fitting import Table
from benchmarks.guard.regression import Columns, Numbers, logistic
from benchmarks.guard.sets import Sample, samples
from bot.content.lexicon import lexicon
from bot.content.names import WEIGHTS_FILE
from bot.core.guard.finding import Detector
from bot.core.guard.identifiers import Beside, NameWeights
from bot.core.guard.identifiers.people.names import could_be_names, is_to_be_weighed
from bot.core.guard.identifiers.people.passage import Passage
from bot.core.guard.identifiers.people.signs import Signs, signs_of
from bot.core.guard.identifiers.people.weighing import weighed
from bot.core.guard.reading import read

FAR, NEAR, SIGNS, WORK, WORDS = 0.4, 0.9, 0.8, 2.0, 0.9
"""How far the second word from a name, the word beside it, other signs, signs of work and what
words mean are trusted: the larger, the freer their weights. Chosen by leaving out tuned files."""
LEAST_SEEN = 3
"""Names round which a sign must stand before it may count."""
FOLDS = 8
"""Parts into which the files are dealt, each told by weights that had seen the others only."""

QUARTERS = Path(__file__).parents[1] / "quarters"
HEADING = """\
# How much each sign round a name, and each word before and after it, counts for its being a
# child's: see bot/content/names.py. Fitted on invented replies
# (benchmarks/guard/sets/identifier/tuned) by benchmarks/guard/fitting_names.py.
# Words by way of bot/encoder's table, whose sources and terms are in bot/encoder/PROVENANCE.md.
"""


class Name(NamedTuple):
    """Something that looks like a name, whether it is one to find, and its reply's file."""

    signs: Signs
    is_childs: bool
    file: str


def learned_from() -> list[Name]:
    """The tuned replies; and as clean ones those that the other detectors are tuned on and those
    of the invented quarters, which name no child."""
    ours = list(names_in(samples(Detector.IDENTIFIER, "tuned")))
    others = [
        Sample(text, "clean", (), f"{detector}")
        for detector in (Detector.CONCERN, Detector.LANGUAGE)
        for text in (each.text for each in samples(detector, "tuned"))
    ]
    for path in sorted(QUARTERS.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            others.append(Sample(json.loads(line)["text"], "clean", (), path.stem))
    return ours + list(names_in(others))


def names_in(listed: Iterable[Sample]) -> Iterator[Name]:
    """What may be learned from: of replies to find only what is marked, for who else is named
    there may be a child or not."""
    known = lexicon()
    for sample in listed:
        reading = read(sample.text)
        marks = [mark for mark in sample.marks if mark.kind == "name"]
        for name in could_be_names(Passage(reading.words, known)):
            start, end = reading.span(name.first.start, name.last.end)
            is_childs = any(start < mark.end and mark.start < end for mark in marks)
            is_taught = is_childs or sample.list != "to_find"
            if is_taught and is_to_be_weighed(name):
                yield Name(signs_of(name), is_childs, sample.file)


class Fit:
    """The weights from these names."""

    def __init__(self, learned: Sequence[Name], table: Table) -> None:
        self._table = table
        seen = Counter(sign for name in learned for sign in name.signs.seen)
        self._signs = sorted(sign for sign, count in seen.items() if count >= LEAST_SEEN)
        self._scales = np.array([_trust(sign) for sign in self._signs])
        columns = Columns([], self._numbers(learned))
        yes = np.array([name.is_childs for name in learned], float)
        self._fitted = logistic(columns, yes, np.ones(len(yes)), np.zeros(columns.wide))

    def _numbers(self, listed: Sequence[Name]) -> Numbers:
        signs = [[sign in name.signs.seen for sign in self._signs] for name in listed]
        before = [self._mean(name.signs.before) for name in listed]
        after = [self._mean(name.signs.after) for name in listed]
        base = np.ones((len(listed), 1))
        scaled = np.array(signs, float) * self._scales
        return np.hstack([scaled, np.array(before) * WORDS, np.array(after) * WORDS, base])

    def _mean(self, words: Sequence[str]) -> Numbers:
        rows = self._table.rows
        if not words:
            return np.zeros(rows.shape[1])
        known = [self._table.place[word] for word in words if word in self._table.place]
        total: Numbers = rows[known].sum(axis=0) / len(words)
        return total

    def weights(self) -> NameWeights:
        """As the detector reads them, rounded as they are written."""
        count, width = len(self._signs), self._table.rows.shape[1]
        signs = self._fitted[:count] * self._scales
        of_words = self._fitted[count:-1].reshape(2, width) * WORDS
        before, after = (np.round(self._table.rows @ side, 1) for side in of_words)
        words = {
            word: Beside(float(before[row]), float(after[row]))
            for word, row in sorted(self._table.place.items())
            if word.isalpha() and (before[row] or after[row])
        }
        base = round(float(self._fitted[-1]), 2)
        rounded = {
            sign: round(float(weight), 2) for sign, weight in zip(self._signs, signs, strict=True)
        }
        return NameWeights(base, rounded, words)


def _trust(sign: str) -> float:
    if sign[0] not in "-+":
        return WORK if sign.startswith("work:") else SIGNS
    return NEAR if sign[1] == "1" else FAR


def told_unseen(listed: Sequence[Name], table: Table) -> list[tuple[float, bool]]:
    """Each name's score by weights from other files, and whether it is one to find."""
    files = sorted({name.file for name in listed})
    told = []
    for fold in range(FOLDS):
        left_out = set(files[fold::FOLDS])
        weights = Fit([name for name in listed if name.file not in left_out], table).weights()
        of_these = (name for name in listed if name.file in left_out)
        told += [(weighed(name.signs, weights).score, name.is_childs) for name in of_these]
    return told


def lines(weights: NameWeights) -> Iterator[str]:
    """The weights as written."""
    yield f"base\t{weights.base:.2f}"
    for sign, weight in weights.signs.items():
        yield f"sign\t{sign}\t{weight:.2f}"
    for word, beside in weights.words.items():
        yield f"word\t{word}\t{beside.before:.1f}\t{beside.after:.1f}"


def main() -> None:
    """Writes the weights, and prints what each cut-off would do to names in unseen files."""
    table, learned = Table(), learned_from()
    told = told_unseen(learned, table)
    for least in (-2.0, -1.5, -1.0, -0.5, 0.0, 0.5):
        found = np.mean([score >= least for score, is_childs in told if is_childs])
        flagged = np.mean([score >= least for score, is_childs in told if not is_childs])
        sys.stdout.write(f"from {least:+.1f}: {found:.1%} found, {flagged:.1%} of others\n")
    written = "\n".join(lines(Fit(learned, table).weights()))
    WEIGHTS_FILE.write_text(HEADING + written + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
