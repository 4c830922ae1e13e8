"""Finds replies that say the same in nearly the same words. Does not decide what is shown."""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import zip_longest

import numpy as np

from bot.core.themes.reading.words import words_of
from bot.core.themes.vectors import Vectors

NEARLY_THE_SAME = 0.85
"""Cosine of letter groups from which two replies are one said twice: a word or two differ.
A judgement; two people who make the same point in their own words stay far below."""

WORDS_TO_COMPARE = 4
"""Words. Shorter replies are only the same if every word is: "more time" is not "more people"."""


_DENYING = "not no never nobody nothing none without cannot less fewer"
DENYING = frozenset(_DENYING.split())
"""One such word turns a sentence into its opposite, and hardly changes its spelling; and so it
does in another place: "funded and not lacking", "not funded and lacking"."""

OPPOSITES = re.compile(r"(un|in|im|il|ir|dis|non|mis)\w{4,}|\w{3,}less")
"""Words that may be the opposite of one nearly as long: "unaffordable". Many are not ("under"):
replies that differ in one of these are only not said to be one said twice."""

AT_ONCE = 1000
"""Rows compared with all others in one go, which bounds the memory this takes."""

COMPARED = 3000
"""Replies up to which spelling is compared pair by pair; among more only equal words count."""


def twin_sets(texts: Sequence[str], letters: Callable[[], Vectors]) -> tuple[tuple[int, ...], ...]:
    """Sets of places in `texts` that hold nearly the same words, in the order of the places.

    `letters` gives the rows of their spelling, and is not asked where there are too many.
    """
    words = [words_of(text) for text in texts]
    first: dict[tuple[str, ...], int] = {}
    into = [first.setdefault(each, at) if each else at for at, each in enumerate(words)]
    if len(texts) <= COMPARED:
        for place, earlier in enumerate(_earliest_near(letters(), words)):
            into[place] = into[min(into[place], earlier)]
    sets: dict[int, list[int]] = defaultdict(list)
    for place, to in enumerate(into):
        sets[to].append(place)
    return tuple(tuple(each) for each in sets.values() if len(each) > 1)


def _earliest_near(letters: Vectors, words: Sequence[Sequence[str]]) -> list[int]:
    """For each place the first place that holds nearly the same; itself, if no other does."""
    norms = np.linalg.norm(letters, axis=1, keepdims=True)
    rows = letters / np.where(norms > 0, norms, 1)
    kinds: dict[tuple[str, ...], int] = {}
    kind = np.array([kinds.setdefault(_telling(each), len(kinds)) for each in words], dtype=np.intp)
    long = np.array([len(each) >= WORDS_TO_COMPARE for each in words], dtype=np.bool_)
    found: list[int] = []
    for start in range(0, len(rows), AT_ONCE):
        here = slice(start, start + AT_ONCE)
        close = rows[here] @ rows.T >= NEARLY_THE_SAME
        close &= (kind[here, None] == kind) & long[here, None] & long
        places = np.arange(start, start + len(close))
        close[np.arange(len(close)), places] = True
        found += [int(earliest) for earliest in close.argmax(axis=1)]
    return found


def _telling(words: Sequence[str]) -> tuple[str, ...]:
    """The numbers in it and what it denies: replies that differ in these say different things."""
    return tuple(
        sorted(
            f"{word} {after}" if _denies(word) else word
            for word, after in zip_longest(words, words[1:], fillvalue="")
            if _denies(word) or OPPOSITES.fullmatch(word) or any(map(str.isdigit, word))
        )
    )


def _denies(word: str) -> bool:
    return word in DENYING or word.endswith("n't")
