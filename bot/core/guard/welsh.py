"""Sees whether a sentence is Welsh. Translates nothing."""

import re

from bot.core.guard.vocabulary import vocabulary

_WORD = re.compile(r"[a-zâêîôûŵŷ']+", re.IGNORECASE)

_WELSH = vocabulary(
    """
    yn yr mae ac wedi gyda sydd ddim bod rydym ein nid hefyd plant pobl ifanc oedd bydd
    gan hyn fel roedd dyn sy'n i'r o'r a'r nhw ni chi beth sut pam hwn eich fy mewn ym
    dros hwnnw rhai rhieni teulu teuluoedd ysgol gwaith gyfer fydd gallwn cael wnaeth
    gwneud dweud angen cymorth diolch iawn ni'n maen ydyn ydym yw yw'r mae'n mae'r rydyn
    rwy'n dw ond bawb pawb neb weithiau iaith geiriau
    """
)
"""Small words that are common in Welsh. Those that are English words too are not here."""

_SHARE = 0.25
"""Of a sentence's words. Running Welsh has well over a third of these; English next to none."""


def is_welsh(sentence: str) -> bool:
    """Whether so many of the words are Welsh that the sentence is."""
    words = [word.lower() for word in _WORD.findall(sentence)]
    known = sum(word in _WELSH for word in words)
    return known >= 2 and known >= _SHARE * len(words)  # one alone may be a name
