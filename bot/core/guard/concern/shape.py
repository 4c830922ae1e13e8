"""Sees how a passage is built: its small words, two by two, with everything else left blank.

`a girl who is` and `a boy who is` are built alike. Weighs nothing.
"""

from itertools import pairwise

from bot.core.guard.concern.lists import small
from bot.core.guard.concern.text import Words

_IN_PLACE_OF = {
    **dict.fromkeys(("he", "she", "hes", "shes"), "HE"),
    **dict.fromkeys(("he's", "she's", "he'd", "she'd"), "HE'S"),
    **dict.fromkeys(("him", "her", "himself", "herself"), "HIM"),
    "his": "HIS",
    **dict.fromkeys(
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"), "DAY"
    ),
}
_BY_LIST = {
    "child": "CHILD", "children": "CHILDREN", "parent": "PARENT", "staff": "STAFF",
    "stranger": "MAN",
}  # fmt: skip
_BLANK = frozenset({"_", "^", "$"})


def pairs_of(words: Words, first: int, last: int, asked: bool) -> frozenset[str]:
    """The small words of `words[first:last]`, one by one and two by two. Nothing else of it."""
    built = ["^", *(_built(words, at) for at in range(first, last)), *("?" * asked), "$"]
    ones = set(built) - _BLANK
    twos = {f"{one} {two}" for one, two in pairwise(built)}
    return frozenset(ones | {two for two in twos if not _BLANK.issuperset(two.split())})


def said_in(words: Words, first: int, last: int, asked: bool) -> frozenset[str]:
    """How `words[first:last]` is built, and its words themselves: what is weighed besides signs."""
    return pairs_of(words, first, last, asked).union(words.plain[first:last])


def _built(words: Words, at: int) -> str:
    word = words.plain[at]
    if word in _IN_PLACE_OF:
        return _IN_PLACE_OF[word]
    for name in words.lists[at]:
        if name in _BY_LIST:
            return _BY_LIST[name]
    if word in small.KEPT_AS_THEY_ARE or "'" in word:
        return word
    return _ending(word)


def _ending(word: str) -> str:
    if word.isdigit() or word in small.AGES:
        return "NUMBER"
    if word.endswith("ing"):
        return "_ing"
    return "_ed" if word.endswith("ed") else "_"
