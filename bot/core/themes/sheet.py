"""One question's replies with everything measured about them, before anybody decides anything."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from bot.core.themes.clustering.likeness import (
    Spread,
    Square,
    above_diagonal,
    centred,
    cosines,
    skewness,
    smoothed,
    spread,
)
from bot.core.themes.grouping import Language
from bot.core.themes.reading.courtesies import answers_nothing
from bot.core.themes.reading.language import language_of
from bot.core.themes.reading.letters import letter_counts
from bot.core.themes.reading.phrases import Spoken
from bot.core.themes.reading.twins import twin_sets
from bot.core.themes.reading.words import words_of
from bot.core.themes.said import Said
from bot.core.themes.sureness import log_odds
from bot.core.themes.vectors import Vectors

LETTERS_WEIGH = 0.3
"""The share of spelling in how alike two replies are, the rest being meaning. Measured."""

NEIGHBOURS = 5
"""Over so many nearest replies likeness is averaged. Measured on ArgKP-2021's training part."""

UNREADABLE = frozenset({Language.WELSH, Language.OTHER})
"""Languages of which the encoder has no words."""


class Sheet:
    """What is known of the replies to one question, in the order of their ids.

    `vectors` has their rows, or is None where there is no encoder: then nothing is alike. What
    grows with the square of their number is only made when it is asked for.
    """

    def __init__(self, said: Sequence[Said], vectors: Vectors | None) -> None:
        order = sorted(range(len(said)), key=lambda place: said[place].id)
        self.said = [said[place] for place in order]
        self.vectors = None if vectors is None else vectors[order]
        self.texts = [each.text for each in self.said]
        self.ids = [each.id for each in self.said]
        self.authors = [each.author for each in self.said]
        self.place = {reply: place for place, reply in enumerate(self.ids)}
        self.languages = [language_of(text) for text in self.texts]
        self.lengths = [len(words_of(text)) for text in self.texts]
        self.readable = [
            language not in UNREADABLE and length > 0
            for language, length in zip(self.languages, self.lengths, strict=True)
        ]

    def __len__(self) -> int:
        return len(self.said)

    @cached_property
    def courtesies(self) -> frozenset[str]:
        """Replies that answer nothing."""
        return frozenset(each.id for each in self.said if answers_nothing(each.text))

    @cached_property
    def twins(self) -> tuple[tuple[str, ...], ...]:
        """Sets of replies in nearly the same words."""
        sets = twin_sets(self.texts, lambda: self.letters)
        return tuple(tuple(self.ids[place] for place in each) for each in sets)

    @cached_property
    def spoken(self) -> Spoken:
        """Who used which phrases."""
        return Spoken(self.texts, self.authors)

    @cached_property
    def letters(self) -> Vectors:
        """Their spelling, as rows."""
        return letter_counts(self.texts)

    @cached_property
    def meanings(self) -> Vectors:
        """Their meaning as rows of length one, less what all share; zeros without an encoder."""
        if self.vectors is None:
            return np.zeros((len(self), 1), np.float32)
        return centred(self.vectors)

    @cached_property
    def rows(self) -> Vectors:
        """Meaning and spelling side by side, in their weights."""
        if self.vectors is None:
            return self.meanings
        return np.hstack(
            [
                np.float32((1 - LETTERS_WEIGH) ** 0.5) * self.meanings,
                np.float32(LETTERS_WEIGH**0.5) * centred(self.letters),
            ]
        )

    @cached_property
    def alike(self) -> Square:
        """How alike they are in meaning and spelling, evened out over their nearest."""
        return smoothed(self._plain, NEIGHBOURS)

    @cached_property
    def usually_alike(self) -> Spread:
        """How alike any two of them are in that sense."""
        pairs = above_diagonal(self.alike)
        if not pairs.size:
            return Spread(0.0, 0.0, 0)
        return Spread(float(pairs.mean()), float(pairs.std()), pairs.size)

    @cached_property
    def skewness(self) -> float:
        """Of how alike they are: large where most are unlike, and some very alike."""
        return skewness(above_diagonal(self._plain))

    @cached_property
    def _plain(self) -> Square:
        return cosines(self.rows)

    @cached_property
    def usual(self) -> Spread:
        """How alike in meaning any two of them are."""
        return spread(self.meanings)

    @cached_property
    def odds(self) -> Square:
        """The log-odds that each two say about the same thing; see sureness.py."""
        return self.odds_among(np.arange(len(self)))

    def odds_among(self, picked: NDArray[np.intp]) -> Square:
        """The same for the replies at some places only."""
        lengths = [self.lengths[place] for place in picked]
        return log_odds(self.meaning_among(picked), lengths, self.usual)

    def meaning_among(self, picked: NDArray[np.intp]) -> Square:
        """How alike in meaning the replies at some places are."""
        return cosines(self.meanings[picked])
