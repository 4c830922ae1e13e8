"""Guesses whether a reply is in English, from function words and scripts. Never sure, so careful.

Only what is plainly not English is called so: a wrong guess would keep a reply out of a theme.
"""

import unicodedata

from bot.core.themes.grouping import Language
from bot.core.themes.reading.words import FUNCTION_WORDS, words_of

# The commonest Welsh function words that are nothing in English, as "a", "am", "eu" and "ni" are.
# Chosen from lists of frequent words in Welsh; forms of "bod", prepositions, pronouns, particles.
_WELSH = """
yn y yr mae ac gan nid oes yw ydy ydi sydd oedd roedd bydd wedi hefyd ond neu pam sut beth
pwy ble bob mwy ddim nhw ein eich fy ei hyn hynny hwn mewn gyda efo heb dros drwy rhwng rydym
rydw rwy dw dydy dydw maen mor iawn rhai pobl i'r o'r a'r
"""
WELSH = frozenset(_WELSH.split())

FEW_WELSH = 2
"""So many Welsh function words make a reply at least mixed: one may be a name or a place."""

MOSTLY = 2
"""Welsh that outweighs the English function words so many times is Welsh; less is mixed."""

FEW_LETTERS = 4
"""Letters of another script below which it is decoration."""


def language_of(text: str) -> Language | None:
    """The language a reply is marked with; None for English, and for too little to tell."""
    if _other_script(text):
        return Language.OTHER
    words = words_of(text)
    welsh = sum(word in WELSH or word.partition("'")[0] in WELSH for word in words)
    english = sum(word in FUNCTION_WORDS for word in words)
    if welsh < FEW_WELSH:
        return None
    return Language.WELSH if welsh >= MOSTLY * english else Language.MIXED


def _other_script(text: str) -> bool:
    if text.isascii():
        return False
    letters = [character for character in text if character.isalpha()]
    foreign = sum(not unicodedata.name(letter, "").startswith("LATIN") for letter in letters)
    return foreign >= FEW_LETTERS and foreign * 2 > len(letters)
