"""Tells a reply that answers nothing: thanks, a greeting, a test. Any doubt counts as an answer."""

from bot.core.themes.reading.words import words_of

# What is said in a thread without answering its question: one of the first, and any of both. A
# text of other words, even one, is an answer: leaving out a view is the worst mistake here.
_TELLING = """
thanks thank thx ta cheers diolch hello hi hey morning afternoon ok okay noted received seen test
testing ignore sorry
"""
_BESIDE = """
you very much so many all everyone team good this please wrong channel thread for sharing will
reply later
"""
TELLING = frozenset(_TELLING.split())
BESIDE = frozenset(_BESIDE.split())

LONGEST = 8
"""Words. A longer text of nothing but courtesies has not been seen; it would be an answer."""


def answers_nothing(text: str) -> bool:
    """Whether a reply consists of courtesies alone. A text without any word is not one of them."""
    words = set(words_of(text))
    return len(words) <= LONGEST and bool(words & TELLING) and words <= TELLING | BESIDE
