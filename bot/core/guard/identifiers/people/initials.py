"""Looks for initials that stand for a child: with an age, after a word for a child, as a heading
of a list says. Acronyms are let pass.
"""

import re
from collections.abc import Iterator

from bot.core.guard.identifiers.acronyms import ACRONYMS
from bot.core.guard.identifiers.around import sentence
from bot.core.guard.identifiers.lexicon import folded
from bot.core.guard.identifiers.people.ages import age_follows, age_precedes
from bot.core.guard.identifiers.people.childhood import of_one_child
from bot.core.guard.identifiers.sighting import LIKELY, POSSIBLE, Sighting

_INITIALS = re.compile(
    r"(?<![\w.@/&-])(?:[A-Z]\.[ ]?[A-Z]\.?(?:[ -]?[A-Z]\.?)?|[A-Z]{2,3})(?![\w@/&-])(?!\.\w)"
)
_CHILD_BEFORE = re.compile(
    r"\b(?:child|young person|yp|boy|girl|lad|lass|pupil|student|baby|son|daughter|sibling"
    r"|brother|sister|mum|mother|dad|father"
    r"|client|youth|teenager|male|female|person|initials?(?: are| is)?|subject|patient|kid)(?: is"
    r"|:| -|,| called| known as)? ?[(\"']?$",
    re.I,
)
_OF_ONE = re.compile(
    r"(?:'s? | )(?:mum|mam|mother|dad|father|nan|brother|sister|family|carers?|foster|placement"
    r"|social worker|school|parents|siblings?|girlfriend|boyfriend)\b"
    r"|,? (?:was|has been|is|got|had been|went) (?:\w+ )?(?:moved|missing|excluded|arrested"
    r"|stabbed|placed|groomed|found|exploited|remanded|in care|trafficked|hurt|pregnant)\b",
    re.I,
)
_IS_ONE = re.compile(
    r",? ?\(?(?:(?:who )?(?:is|was|aged) \w+|an? [\w-]{1,9}[ -]years?[ -]old\b"
    r"|(?:yr|year|y) ?\d+|\d{1,2} ?(?:yo|yrs|years old))"
    r"|,? ?\(?\d{1,2}\)?,? (?:was|is|has|had|who|and (?:his|her)|he|she)\b",
    re.I,
)
"""What must follow letters that are an acronym as well: words about one person."""
_FULL_NAMED = re.compile(r"(?:\.\w|[A-Z]\.)")
_SET_APART = re.compile(r"[(,-] ?(?:[A-Z]\.? ?){2,3}(?: ?[-,)]|$)")
_CHILD_BY_YEAR = re.compile(
    r"\b(?:our|the|a|one|this|that)(?: [\w'-]{1,20}){0,4} (?:boy|girl|lad|child|pupil|student|kid"
    r"|young person)\b[^.!?\n]{0,60}$",
    re.I,
)
_SOMEBODY = re.compile(r"\b(?:he|she|his|her|he's|she's|mum|aged|missing|placement)\b", re.I)
_REVIEWED = re.compile(
    r"'?s?,? \(?(?:\w+ ){0,2}(?:reviews?|lcsprs?|scrs?|csprs?|report|inquiry)\b", re.I
)
"""After letters that a published review gave to a child."""
_ABOUT = re.compile(r"\bre:? $", re.I)
_DOTTED_WORDS = frozenset(
    {"DOB", "UK", "US", "USA", "NB", "PS", "RIP", "EU", "UN", "IT", "ID", "NHS", "QC", "KC"}
)
_NO_INITIALS_BESIDE = re.compile(r" [A-Z]|\d")
"""After or before letters that begin an author's name, or tell the time."""
_FIGURE = re.compile(r"\d")
_AS_A_NAME = re.compile(
    r"(?:(?:^|[.!?\n] ?)(?:[A-Z][a-z]+ )?"
    r"|\b(?!(?:the|an?|our|their|your|this|that|of|in|at)\b)[a-z']+ )$"
)
_ON = re.compile(r" [a-z]|['.,?!]|$")
_WORD = re.compile(r"[\w'-]+")
_CASELOAD = re.compile(
    r",? (?:in|on|from) (?:my|our|his|her) (?:caseload|books|class|group|team's caseload)\b", re.I
)
_TWICE = re.compile(r"\b[A-Z]{2,5} ?\(\d{1,3}\)[,;.]? (?:and )?[A-Z]{2,5} ?\(\d{1,3}\)")


def initials(words: str) -> Iterator[Sighting]:
    """Two or three capital letters that somebody's age, or a word for a child, stands beside."""
    for match in _INITIALS.finditer(words):
        letters = match.group().replace(".", "").replace(" ", "")
        dotted = "." in match.group()
        if _is_a_child(words, match, letters in ACRONYMS and not dotted):
            end = match.end() - (
                match.group().endswith(".") and not _FULL_NAMED.search(match.group())
            )
            reason = "they are initials, beside an age or a word for a child"
            certainty = LIKELY if letters not in ACRONYMS else POSSIBLE
            yield Sighting("initials", match.start(), end, certainty, reason)


def _is_a_child(words: str, match: re.Match[str], acronym: bool) -> bool:
    start, end = match.span()
    if _TWICE.search(words, max(0, start - 16), end + 20):
        return False
    if _REVIEWED.match(words, end, end + 40):
        return False
    named = _CHILD_BEFORE.search(words, max(0, start - 32), start)
    has_age = age_precedes(words, start) or age_follows(words, end)
    if acronym:
        is_listed = named is not None and named.group().lower().startswith("initial")
        return is_listed or (has_age and bool(_IS_ONE.match(words, end, end + 40)))
    letters = match.group().replace(".", "").replace(" ", "")
    return bool(
        named
        or has_age
        or _OF_ONE.match(words, end, end + 50)
        or (
            _SET_APART.match(words, start - 2, end + 2)
            and _CHILD_BY_YEAR.search(words, max(0, start - 90), start)
        )
        or _CASELOAD.match(words, end, end + 40)
        or _is_one_of_two_letters(words, match)
        or (letters not in _DOTTED_WORDS and _stands_alone(words, match))
        or ("." in match.group() and _SOMEBODY.search(words, end, end + 40))
        or ("." in match.group() and _ABOUT.search(words, max(0, start - 5), start))
    )


def _is_one_of_two_letters(words: str, match: re.Match[str]) -> bool:
    """True for two letters that no list of acronyms knows, used as a name is, in words about one
    person's life."""
    start, end = match.span()
    is_used = _AS_A_NAME.search(words, max(0, start - 16), start) and _ON.match(words, end, end + 3)
    if len(match.group()) != 2 or not is_used:
        return False
    told = sentence(words, start, end)
    return of_one_child((folded(word) for word in _WORD.findall(told)), told) > 0


def _stands_alone(words: str, match: re.Match[str]) -> bool:
    """True for letters with a full stop after each, and neither a name nor a figure beside them."""
    start, end = match.span()
    is_dotted = len(match.group()) - match.group().count(" ") >= 4 and match.group().count(".") > 1
    begins = words[max(0, start - 2) : start]
    is_beside = _NO_INITIALS_BESIDE.match(words, end, end + 2) or _FIGURE.search(begins)
    return is_dotted and not is_beside
