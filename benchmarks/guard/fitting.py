"""Fits the weights of the live-concern detector: python -m benchmarks.guard.fitting

Two logistic regressions with a ridge, over the same signs, pairs and words: does a reply speak of
harm, and does it speak of somebody, now. Every reply to find does both; a near miss speaks of harm
in general, but those of `HARMLESS` files speak of somebody whom nothing is the matter with; a clean
reply speaks of no harm. Words count by their rows in the static token table, so that a word that
no reply uses counts like those that mean the same; the fit is then written out word by word.
Looks at nothing that is kept aside.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import yaml
from numpy.typing import NDArray

from benchmarks.guard.sets import samples
from bot import encoder, rehearsal
from bot.content.concern import WEIGHTS_FILE
from bot.core.guard.concern.shape import pairs_of
from bot.core.guard.concern.signs import signs_of
from bot.core.guard.concern.text import words_of
from bot.core.guard.concern.weights import pieces_of
from bot.core.guard.finding import Detector
from bot.core.guard.reading import read

RIDGE = 1.0
"""How strongly the weights are held near nothing."""
SCALES = {"harm": (1.0, 0.3, 9.0), "someone": (0.5, 0.6, 5.0)}
"""How far signs, pairs and words are trusted in each question: the larger, the freer their
weights. Chosen by leaving out one file of the tuned sets after another."""
LEAST_SEEN = 3
"""Replies in which a pair of words must stand before it may count."""
HARMLESS = {"harmless", "harmless_twins"}
"""Files whose replies are about somebody whom nothing is the matter with."""
NOT_ANYBODY = {"someone", "these-children", "staff", "parent"}
"""A clean reply with one of these signs may well be about somebody; it teaches only about harm."""

HEADING = """\
# How much each sign, pair and word counts for a live concern: see bot/content/concern.py.
# Fitted on invented replies (benchmarks/guard/sets/concern/tuned) by benchmarks/guard/fitting.py.
# Words by way of bot/encoder's table, whose sources and terms are in bot/encoder/PROVENANCE.md.
"""
Numbers = NDArray[np.float64]


class Parts(NamedTuple):
    """One question's weights: where its sum begins, and those of signs, pairs and words."""

    base: float
    signs: Numbers
    pairs: Numbers
    words: Numbers


@dataclass(frozen=True)
class Reply:
    """One reply as the detector reads it, and what it teaches: None where it teaches nothing."""

    signs: frozenset[str]
    pairs: frozenset[str]
    words: tuple[str, ...]
    harm: bool
    someone: bool | None


class Table:
    """The rows of the static token table, by piece of a word."""

    def __init__(self) -> None:
        folder = Path(encoder.__file__).parent
        with np.load(folder / "table256_int8.npz", allow_pickle=False) as stored:
            self.rows = stored["q"].astype(np.float64) * stored["s"].astype(np.float64)[:, None]
        vocabulary = (folder / "vocab.txt").read_text(encoding="utf-8").split("\n")
        plain = re.compile(r"(?:##)?[a-z0-9]+")
        self.place = {word: row for row, word in enumerate(vocabulary) if plain.fullmatch(word)}

    def mean(self, words: Iterable[str]) -> Numbers:
        """The mean row of the words' pieces, or nothing."""
        places = [self.place[piece] for word in words for piece in pieces_of(word, self.place)]
        return self.rows[places].mean(axis=0) if places else np.zeros(self.rows.shape[1])


def replies() -> list[Reply]:
    """Everything that may be learned from: the tuned sets, what the rehearsal's cast says, and the
    clean replies that the identifiers detector was tuned on."""
    told = [_reply(each.text, each.list, each.file) for each in samples(Detector.CONCERN, "tuned")]
    others = [each.text for each in samples(Detector.IDENTIFIER, "tuned") if each.list == "clean"]
    return told + [_reply(text, "clean", "others") for text in (*_cast(), *others)]


def _cast() -> Iterable[str]:
    path = Path(rehearsal.__file__).parent / "cast/words.yaml"
    written: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    for several in written.values():
        if isinstance(several, dict):
            yield from (text for text in several.values() if isinstance(text, str))


def _reply(text: str, listed: str, file: str) -> Reply:
    words = words_of(read(text).words)
    asked = bool(words.asked) and words.asked[-1]
    signs = signs_of(words, 0, len(words.plain), asked)
    of_somebody = file in HARMLESS
    harmless = listed == "clean" or of_somebody
    someone: bool | None = listed == "to_find" or of_somebody
    if listed == "clean" and signs & NOT_ANYBODY:
        someone = None
    pairs = pairs_of(words, 0, len(words.plain), asked)
    return Reply(signs, pairs, tuple(words.plain), not harmless, someone)


class Fit:
    """Both questions' weights, from these replies."""

    def __init__(self, learned: Sequence[Reply], table: Table) -> None:
        self._table = table
        self.signs = sorted({sign for reply in learned for sign in reply.signs})
        seen = Counter(pair for reply in learned for pair in reply.pairs)
        self.pairs = sorted(pair for pair, count in seen.items() if count >= LEAST_SEEN)
        columns = self._columns(learned)
        self._centre = columns[2].mean(axis=0)
        harm = np.array([reply.harm for reply in learned], float)
        self._harm = self._fitted("harm", columns, harm, np.ones(len(learned), bool))
        taught = np.array([reply.someone is not None for reply in learned])
        someone = np.array([bool(reply.someone) for reply in learned], float)
        self._someone = self._fitted("someone", columns, someone, taught)

    def _columns(self, listed: Sequence[Reply]) -> tuple[Numbers, Numbers, Numbers]:
        signs = np.array([[name in each.signs for name in self.signs] for each in listed], float)
        pairs = np.array([[name in each.pairs for name in self.pairs] for each in listed], float)
        return signs, pairs, np.array([self._table.mean(each.words) for each in listed])

    def _fitted(
        self,
        question: str,
        columns: tuple[Numbers, Numbers, Numbers],
        yes: Numbers,
        taught: NDArray[np.bool_],
    ) -> Parts:
        signs, pairs, words = columns
        scales = SCALES[question]
        centred = words - self._centre
        together = np.hstack([signs * scales[0], pairs * scales[1], centred * scales[2]])
        fitted = _logistic(together[taught], yes[taught])
        first, second = signs.shape[1], signs.shape[1] + pairs.shape[1]
        of_words = self._table.rows @ (fitted[second:-1] * scales[2])
        base = float(fitted[-1] - self._centre @ (fitted[second:-1] * scales[2]))
        return Parts(base, fitted[:first] * scales[0], fitted[first:second] * scales[1], of_words)

    @cached_property
    def lines(self) -> list[str]:
        """The weights as written: kind, name, and what is added to either sum."""
        harm, someone = self._harm, self._someone
        listed = [("base", "both", harm.base, someone.base)]
        for kind, names, ours, theirs in (
            ("sign", self.signs, harm.signs, someone.signs),
            ("pair", self.pairs, harm.pairs, someone.pairs),
        ):
            both = zip(names, ours, theirs, strict=True)
            listed += [(kind, name, float(one), float(two)) for name, one, two in both]
        for word, row in sorted(self._table.place.items()):
            listed.append(("word", word, float(harm.words[row]), float(someone.words[row])))
        return [f"{kind}\t{name}\t{one:.2f}\t{two:.2f}" for kind, name, one, two in listed]


def _logistic(columns: Numbers, yes: Numbers) -> Numbers:
    """Weights and, last, the base, by Newton's method. The base alone is not held near nothing."""
    wide = np.hstack([columns, np.ones((len(columns), 1))])
    ridge = np.eye(wide.shape[1]) * RIDGE
    ridge[-1, -1] = 1e-6
    weights = np.zeros(wide.shape[1])
    for _ in range(50):
        sure = 1 / (1 + np.exp(-np.clip(wide @ weights, -30, 30)))
        slope = wide.T @ (sure - yes) + ridge @ weights
        bend = (wide * (sure * (1 - sure))[:, None]).T @ wide + ridge
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < 1e-8:
            break
    return weights


if __name__ == "__main__":
    fit = Fit(replies(), Table())
    WEIGHTS_FILE.write_text(HEADING + "\n".join(fit.lines) + "\n", encoding="utf-8")
