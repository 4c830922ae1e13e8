"""Fits the weights of the live-concern detector: python -m benchmarks.guard.fitting

Two logistic regressions with a ridge, over the same signs, pairs and words: does a reply speak of
harm, and does it speak of somebody, now. A reply to find does both. Of any other it is only known
that it does not do both, so the two are fitted in turns: each learns of such a reply how likely its
own answer is no, as far as the other one explains it already. A guess is given along with that: a
near miss speaks of harm in general, but those of `HARMLESS` files speak of somebody whom nothing
is the matter with; a clean reply speaks of no harm. Words count by their rows in the static token
table too, so that a word that no reply uses counts like those that mean the same; that part is then
written out word by word. Looks at nothing that is kept aside.
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

from benchmarks.guard.regression import Columns, Marks, Numbers, in_turns
from benchmarks.guard.sets import samples
from bot import encoder, rehearsal
from bot.content.concern import WEIGHTS_FILE
from bot.core.guard.concern.shape import said_in
from bot.core.guard.concern.signs import signs_of
from bot.core.guard.concern.text import words_of
from bot.core.guard.concern.weights import pieces_of
from bot.core.guard.finding import Detector
from bot.core.guard.reading import read

SCALES = (0.5, 0.8, 5.0)
"""How far signs, pairs and words are trusted: the larger, the freer their weights. Chosen by
leaving out one voice after another (`benchmarks.guard.voices`)."""
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


class Parts(NamedTuple):
    """One question's weights: where its sum begins, and those of signs, pairs and words."""

    base: float
    signs: Numbers
    pairs: Numbers
    words: Numbers


@dataclass(frozen=True)
class Reply:
    """One reply as the detector reads it, and what is known of it: whether it is to be found, and a
    guess at either answer, None where there is none."""

    file: str
    signs: frozenset[str]
    pairs: frozenset[str]
    words: tuple[str, ...]
    find: bool
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
    pairs = said_in(words, 0, len(words.plain), asked)
    find = listed == "to_find"
    return Reply(file, signs, pairs, tuple(words.plain), find, not harmless, someone)


class Fit:
    """Both questions' weights, from these replies."""

    def __init__(self, learned: Sequence[Reply], table: Table) -> None:
        self._table = table
        self.signs = sorted({sign for reply in learned for sign in reply.signs})
        seen = Counter(pair for reply in learned for pair in reply.pairs)
        self.pairs = sorted(pair for pair, count in seen.items() if count >= LEAST_SEEN)
        words = np.array([table.mean(each.words) for each in learned])
        self._centre = words.mean(axis=0)
        columns = Columns(
            [
                Marks.of(self.signs, [each.signs for each in learned], SCALES[0]),
                Marks.of(self.pairs, [each.pairs for each in learned], SCALES[1]),
            ],
            np.hstack([(words - self._centre) * SCALES[2], np.ones((len(learned), 1))]),
        )
        find = np.array([reply.find for reply in learned])
        guesses = ([reply.harm for reply in learned], [reply.someone for reply in learned])
        harm, someone = in_turns(columns, find, guesses)
        self._harm, self._someone = self._parts(harm), self._parts(someone)

    def _parts(self, fitted: Numbers) -> Parts:
        signs, pairs, words, base = np.split(
            fitted, [len(self.signs), len(self.signs) + len(self.pairs), -1]
        )
        of_words = words * SCALES[2]
        return Parts(
            float(base[0] - self._centre @ of_words),
            signs * SCALES[0],
            pairs * SCALES[1],
            self._table.rows @ of_words,
        )

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


if __name__ == "__main__":
    fit = Fit(replies(), Table())
    WEIGHTS_FILE.write_text(HEADING + "\n".join(fit.lines) + "\n", encoding="utf-8")
