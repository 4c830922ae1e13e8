"""Names a theme with phrases that at least two of its people used, word for word, or not at all."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from bot.core.themes.reading.phrases import Phrase, Spoken, most_written
from bot.core.themes.reading.words import FUNCTION_WORDS, stem

PEOPLE = 2
"""People who must have used a phrase, word for word: a name then points at nobody."""

SHARE = 0.15
"""Of a theme's people, who must have used it: in a large theme two are not enough. A judgement."""

TOO_COMMON = 0.4
"""Of all people asked: a phrase of more of them names the question and not a theme."""

STANDS_OUT = 1.5
"""How many times as likely a phrase is in the theme as elsewhere, at least. A judgement."""

LONGER = 1.0
"""What each further word adds to a phrase's weight: two words say more than one. A judgement."""

PHRASES = 2
"""Phrases in a name. Measured: two read best, a third adds little."""


def labels(spoken: Spoken, authors: Sequence[str], theme: Sequence[int]) -> tuple[str, ...]:
    """Up to two phrases for the replies at the places in `theme`, the most telling first.

    `spoken` and `authors` are of all replies to the question. Empty if no phrase is shared.
    """
    ranked, written = ranked_phrases(spoken, authors, theme)
    return tuple(most_written(written[phrase]) for phrase in unlike(ranked))


def ranked_phrases(
    spoken: Spoken, authors: Sequence[str], theme: Sequence[int]
) -> tuple[list[Phrase], Mapping[Phrase, Counter[str]]]:
    """All phrases that may name a theme, the most telling first, and how each was written."""
    users: dict[Phrase, set[str]] = defaultdict(set)
    written: dict[Phrase, Counter[str]] = defaultdict(Counter)
    for place in theme:
        for phrase, shown in spoken.of[place].items():
            users[phrase].add(authors[place])
            written[phrase][shown] += 1
    inside, everyone = len({authors[place] for place in theme}), len(set(authors))
    scored = {
        phrase: _score(phrase, len(by), inside, spoken.users[phrase], everyone)
        for phrase, by in users.items()
    }
    ranked = sorted((p for p, score in scored.items() if score > 0), key=lambda p: (-scored[p], p))
    return ranked, written


def _score(phrase: Phrase, used: int, inside: int, used_by_all: int, everyone: int) -> float:
    """Coverage times log-odds; 0 for a phrase that may not name the theme."""
    if used < max(PEOPLE, SHARE * inside):
        return 0.0
    outside, elsewhere = everyone - inside, used_by_all - used
    if outside > inside and used_by_all > TOO_COMMON * everyone:
        return 0.0
    odds = ((used + 0.5) / (inside + 1)) / ((elsewhere + 0.5) / (outside + 1))
    if outside > 0 and odds < STANDS_OUT:
        return 0.0
    further = sum(word not in FUNCTION_WORDS for word in phrase) - 1
    return used / inside * (math.log(max(odds, 1)) + 1) * (1 + LONGER * further)


def unlike(ranked: Sequence[Phrase]) -> list[Phrase]:
    """The first few that share no stem with one before them."""
    chosen: list[Phrase] = []
    taken: set[str] = set()
    for phrase in ranked:
        stems = {stem(word) for word in phrase if word not in FUNCTION_WORDS}
        if not stems & taken and len(chosen) < PHRASES:
            chosen.append(phrase)
            taken |= stems
    return chosen
