"""Tells a reply that answers nothing: thanks, a greeting, a test. Any doubt counts as an answer."""

from bot.core.themes.reading.words import words_of

# What is said in a thread without answering its question. A text of other words, even one, is
# an answer: leaving out a view is the worst mistake here.
_COURTESIES = """
thanks thank thx ta cheers diolch you very much so many all everyone team hello hi hey morning
good afternoon evening ok okay noted received seen test testing ignore this please sorry wrong
channel thread for sharing will reply later
"""
COURTESIES = frozenset(_COURTESIES.split())

LONGEST = 8
"""Words. A longer text of nothing but courtesies has not been seen; it would be an answer."""


def answers_nothing(text: str) -> bool:
    """Whether a reply consists of courtesies alone. A text without any word is not one of them."""
    words = words_of(text)
    return 0 < len(words) <= LONGEST and all(word in COURTESIES for word in words)
