"""Finds replies that say the same in nearly the same words. Does not decide what is shown."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from bot.core.themes.reading.words import words_of
from bot.core.themes.vectors import Vectors

NEARLY_THE_SAME = 0.85
"""Cosine of letter groups from which two replies are one said twice: a word or two differ.
A judgement; two people who make the same point in their own words stay far below."""

WORDS_TO_COMPARE = 4
"""Words. Shorter replies are only the same if every word is: "more time" is not "more people"."""


AT_ONCE = 1000
"""Rows compared with all others in one go, which bounds the memory this takes."""

COMPARED = 3000
"""Replies up to which spelling is compared pair by pair; among more only equal words count."""


def twin_sets(texts: Sequence[str], letters: Vectors) -> tuple[tuple[int, ...], ...]:
    """Sets of places in `texts` that hold nearly the same words, in the order of the places."""
    words = [words_of(text) for text in texts]
    first: dict[tuple[str, ...], int] = {}
    into = list(range(len(texts)))
    for place, spoken in enumerate(words):
        if spoken:
            into[place] = first.setdefault(tuple(spoken), place)
    for one, other in _near(letters) if len(texts) <= COMPARED else ():
        if min(len(words[one]), len(words[other])) >= WORDS_TO_COMPARE:
            kept, gone = sorted((into[one], into[other]))
            into = [kept if to == gone else to for to in into]
    sets: dict[int, list[int]] = defaultdict(list)
    for place, to in enumerate(into):
        sets[to].append(place)
    return tuple(tuple(each) for each in sets.values() if len(each) > 1)


def _near(letters: Vectors) -> Iterator[tuple[int, int]]:
    norms = np.linalg.norm(letters, axis=1, keepdims=True)
    rows = np.divide(letters, norms, out=np.zeros_like(letters), where=norms > 0)
    for start in range(0, len(rows), AT_ONCE):
        close = rows[start : start + AT_ONCE] @ rows.T >= NEARLY_THE_SAME
        for one, other in np.argwhere(close):
            if start + one < other:
                yield int(start + one), int(other)
