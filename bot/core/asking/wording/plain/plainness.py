"""Whether anybody at the table can read a question once: its length, words and short forms."""

from collections.abc import Iterator

from bot.core.asking.wording.plain.reading_age import reading_age
from bot.core.asking.wording.rules import Check, Remark

MOST_WORDS = 25
"""Words. Longer sentences lose readers: GOV.UK and plain-English guidance both stop at 25."""
MOST_WORDS_WITH_FOLLOW_UP = 60
"""Words in a question and its follow-up: about twenty seconds of reading, of the two minutes."""
READING_AGE = 11
"""Years. What official plain-English guidance in the UK aims at for everybody: 9 to 11."""
SWING = 5
"""Years. A question has a dozen words, and one long one among them moves its measure by so much."""


def _length(text: str) -> Iterator[Remark]:
    count = word_count(text)
    if count > MOST_WORDS:
        advice = f"Use at most {MOST_WORDS} words, so that it can be read once and answered."
        yield Remark(rule="too-long", found=f"{count} words", advice=advice)


def word_count(text: str) -> int:
    """Words with a letter or a figure in them."""
    return sum(any(letter.isalnum() for letter in word) for word in text.split())


def _reading_age(text: str) -> Iterator[Remark]:
    age = reading_age(text)
    if age > READING_AGE + SWING:
        advice = f"Use shorter, more everyday words: aim at a reading age of {READING_AGE}."
        yield Remark(rule="reading-age", found=f"a reading age of about {age:.0f}", advice=advice)


CHECKS: tuple[Check, ...] = (_length, _reading_age)
