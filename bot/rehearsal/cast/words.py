"""Reads what the invented people say, and which practice a message asks about.

Chooses nobody and says nothing itself.
"""

import re
from importlib.resources import files

import yaml

_PRINCIPLES = ("BB", "LC", "CU")
_IDS = re.compile(r"\(((?:BB|LC|CU)[1-4])(?:, ?((?:BB|LC|CU)[1-4]))?\)")

Words = dict[str, dict[str, str]]


def shipped_words() -> Words:
    """For each key (a practice's id, or two principles as in "BB+LC"), words by sector."""
    text = (files("bot.rehearsal.cast") / "words.yaml").read_text(encoding="utf-8")
    words: Words = yaml.safe_load(text)
    return words


def key_of(text: str) -> str | None:
    """The key under which words answer this text: the ids it shows in brackets, or None.

    One id is its own key; two ids of different principles make the key of that pair.
    """
    found = _IDS.search(text)
    if found is None:
        return None
    first, second = found.groups()
    if second is None:
        return str(first)
    pair = sorted({first[:2], second[:2]}, key=_PRINCIPLES.index)
    return "+".join(pair) if len(pair) > 1 else str(first)
