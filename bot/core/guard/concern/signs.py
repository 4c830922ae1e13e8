"""Sees in a passage the signs by which a live concern is told from talk about concerns. Weighs
nothing: how much each sign counts was fitted on invented replies.
"""

from collections.abc import Iterator

from bot.core.guard.concern.lists import small
from bot.core.guard.concern.text import Words

HARM = (
    "missing", "late", "goods", "unexplained", "secret", "fear", "hurt", "sexual", "exploited",
    "neglect", "self", "threat", "control", "online", "conduct", "change",
)  # fmt: skip
"""The lists of words for what may be happening to a child."""
GENERAL = (
    "supposed", "each", "rules", "teaching", "figures", "past", "review", "meeting", "asking",
)  # fmt: skip
"""The lists of words of general talk."""
_LISTS = frozenset(
    (*HARM, *GENERAL, "parent", "stranger", "staff", "told", "saw", "story", "recent", "habit",
     "now", "worry", "hedge", "unheard", "good")
)  # fmt: skip
_TROUBLE = {"worry", "hedge", "unheard"}
_WHEN = {"recent", "habit", "now"}
_CONDUCT = {"conduct", "hurt", "sexual", "online"}


def signs_of(words: Words, first: int, last: int, asked: bool) -> frozenset[str]:
    """The names of the signs in `words[first:last]`. `asked`: the passage ends with a question."""
    lists = {name for at in range(first, last) for name in words.lists[at]}
    seen = set(_LISTS & lists)
    seen.update(_children(words, first, last))
    seen.update(_counted(words, first, last, lists))
    one = bool(seen & {"this-child", "a-child", "he-or-she", "age"})
    harms = len(seen.intersection(HARM))
    general = len(seen.intersection(GENERAL))
    together = {
        "someone": one,
        "someone-harmed": one and harms >= 1,
        "someone-much-harmed": one and harms >= 2,
        "child-then-pronoun": bool(seen & {"this-child", "a-child"}) and "he-or-she" in seen,
        "someone-troubles": one and bool(seen & _TROUBLE),
        "someone-told": one and "told" in seen,
        "someone-told-of-harm": one and "told" in seen and harms >= 1,
        "someone-not": one and "not" in seen,
        "someone-lately": one and bool(seen & _WHEN),
        "someone-supposed": one and "if" in seen,
        "stranger-and-someone": one and "stranger" in seen,
        "staff-and-conduct": "staff" in seen
        and bool(seen & _CONDUCT)
        and (one or "these-children" in seen),
        "question": asked,
        "question-of-nobody": asked and not one,
        "general-of-nobody": general >= 1 and not seen & {"this-child", "he-or-she"},
        "harm-1": harms >= 1,
        "harm-2": harms >= 2,
        "harm-3": harms >= 3,
        "general-1": general >= 1,
        "general-2": general >= 2,
        "general-3": general >= 3,
    }
    return frozenset(seen | {name for name, is_there in together.items() if is_there})


def _children(words: Words, first: int, last: int) -> Iterator[str]:
    """Whether one child is meant, some, any, or children at large."""
    for at in range(first, last):
        if "child" in words.lists[at]:
            yield _which(words.plain[max(first, at - 3) : at])
        elif "children" in words.lists[at]:
            yield _whichever(words.plain[max(first, at - 4) : at])


def _which(before: list[str]) -> str:
    if not small.NO.isdisjoint(before[-2:]) or not small.ANY.isdisjoint(before):
        return "any-child"
    if not small.THIS.isdisjoint(before):
        return "this-child"
    return "a-child" if not before or not small.A.isdisjoint(before) else "child"


def _whichever(before: list[str]) -> str:
    if "of" in before[-3:] and not (small.A | small.SOME).isdisjoint(before):
        return "this-child"
    near = before[-3:]
    is_some = not small.THIS.isdisjoint(near) or not small.SOME.isdisjoint(near)
    return "these-children" if is_some else "children"


def _counted(words: Words, first: int, last: int, lists: set[str]) -> Iterator[str]:
    plain = words.plain[first:last]
    pronouns = sum("they_one" in words.lists[at] for at in range(first, last))
    for least, name in ((1, "he-or-she"), (2, "he-or-she-2"), (4, "he-or-she-4")):
        if pronouns >= least:
            yield name
    nots = sum(word in small.NOT for word in plain)
    if nots >= 1:
        yield "not"
    if nots >= 2:
        yield "not-2"
    if not small.WE.isdisjoint(plain):
        yield "we"
    if any(_is_a_year(word) for word in plain):
        yield "year"
    if any(_is_age(plain, at) for at in range(len(plain))):
        yield "age"
    if any(_is_kin(plain, at, words.lists[first + at + 1]) for at in range(len(plain) - 1)):
        yield "kin"
    if any(_is_supposed(plain, at) for at in range(len(plain))) or "supposed" in lists:
        yield "if"


def _is_age(plain: list[str], at: int) -> bool:
    if plain[at] not in small.AGES:
        return False
    following = plain[at + 1 : at + 3]
    if following[:1] and following[0] in {"year", "years", "yr", "yrs", "yo"}:
        return len(following) < 2 or following[1].startswith("old")
    if following[:1] and following[0] in small.AFTER_AGE:
        return True
    before = plain[at - 1] if at else ""
    return before in small.BEFORE_AGE and not small.NOT_AN_AGE.intersection(following[:1])


def _is_a_year(word: str) -> bool:
    """`2016`: of what happens now nobody writes the year."""
    return len(word) == 4 and word.isdigit() and word[:2] in {"19", "20"}


def _is_kin(plain: list[str], at: int, lists_after: tuple[str, ...]) -> bool:
    """`her mum`: whoever has a mother in the story is a child in it."""
    return plain[at] in {"her", "his", "their"} and "parent" in lists_after


def _is_supposed(plain: list[str], at: int) -> bool:
    before = plain[at - 1] if at else ""
    if plain[at] == "if":
        return before not in small.NOT_SUPPOSED
    return plain[at] in small.WOULD and before not in small.SOFTENS and before != ""
