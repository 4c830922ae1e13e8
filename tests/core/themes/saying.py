"""Replies to group, and vectors for them that are made of their words: no table is read."""

from collections.abc import Sequence

import numpy as np

from bot.core.themes.reading.words import words_of
from bot.core.themes.said import Said
from bot.core.themes.vectors import Vectors

BUS = (
    "The last bus leaves the village at six, so nobody without a car can come to an evening.",
    "There is no bus after six and the village is an hour away on foot.",
    "Buses. The village has two a day, and the evening one was cut in spring.",
    "An evening at the club needs a bus home to the village, and there is none.",
)
FORMS = (
    "The referral form has forty boxes and none of them is about a place.",
    "Filling in the referral form takes an hour, and half the boxes ask for what we do not know.",
    "That form again. Forty boxes, and the one you need is missing from the referral.",
)
ALONE = "Nobody has asked the people who sweep the market what they notice."


def said(*texts: str, group: str = "q") -> tuple[Said, ...]:
    """Each text by an author of its own, under ids in their order."""
    return tuple(
        Said(id=f"{group}{at:03}", text=text, author=f"person {at}", group=group)
        for at, text in enumerate(texts)
    )


TELLING = ("bus", "buses", "village", "evening", "form", "referral", "boxes", "market")


def vectors(several: Sequence[Said]) -> Vectors:
    """Rows of which telling words a reply holds: alike where they are."""
    rows = np.zeros((len(several), len(TELLING) + 1), np.float32)
    for row, each in enumerate(several):
        words = set(words_of(each.text))
        rows[row] = [word in words for word in TELLING] + [not words & set(TELLING)]
    return rows
