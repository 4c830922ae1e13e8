"""Looks for families by their surname, and for people by Mr, Mrs, Ms or Miss."""

import re
from collections.abc import Iterator

from bot.core.guard.identifiers.people.childhood import touches_a_child
from bot.core.guard.identifiers.people.passage import PARTICLES, Passage, Strength
from bot.core.guard.identifiers.people.work import at_work, has_a_title
from bot.core.guard.identifiers.sighting import LIKELY, POSSIBLE, Sighting
from bot.core.guard.vocabulary import vocabulary

_GROUPS = vocabulary(
    """
    family household siblings brothers sisters twins children kids boys girls lads triplets
    lad girl boy kid child twin lass baby
    """
)
_NOT_A_FAMILY = vocabulary(
    """
    hub hubs worker workers support help centre centres court courts time service services
    team group groups forum life lives act approach justice safeguarding nurse practice
    intervention first act's home homes plan club
    """
)
_ONE = vocabulary("lad girl boy kid child twin lass baby")
_COLOURS = vocabulary("black white brown local early")
_TITLES = vocabulary("mr mrs ms miss mx master")
_PUBLIC = vocabulary(
    """
    justice speaker president chair chairman chairwoman motivator men whippy
    benn bean saigon world marvel
    """
)


def families(passage: Passage) -> Iterator[Sighting]:
    """ "the ... family", "the ... children", "the ...s", "family: ..."."""
    tokens = passage.tokens
    for index, token in enumerate(tokens):
        if token.key in _GROUPS and not token.is_possessive:
            yield from _before_group(passage, index)
            yield from _after_group(passage, index)
        elif token.key in _TITLES and token.text[0].isalpha():
            yield from _titled(passage, index)


def _before_group(passage: Passage, group: int) -> Iterator[Sighting]:
    """The surname before "family"; with "the" it may also be a word ("the Jones kids")."""
    tokens = passage.tokens
    following = tokens[group + 1].key if group + 1 < len(tokens) else ""
    if group == 0 or following in _NOT_A_FAMILY:
        return
    surname = tokens[group - 1]
    if (
        surname.key in _COLOURS
        or surname.is_possessive
        or "\n" in passage.words[surname.end : tokens[group].start]
    ):
        return
    start = _surname_starts(passage, group - 1)
    has_the = start > 0 and tokens[start - 1].key in {"the", "that", "those", "y", "teulu"}
    is_named = surname.strength in (Strength.UNKNOWN, Strength.SURE) or (
        has_the and surname.strength in (Strength.SURNAME, Strength.WORDY)
    )
    if tokens[group].key in _ONE and not has_the:
        return
    if is_named and not (
        surname.strength is Strength.SURE and not has_the and tokens[group].key in {"boys", "girls"}
    ):
        yield _family(passage, start, group)


def _surname_starts(passage: Passage, index: int) -> int:
    """The first token of a surname with particles: van der Meer, Al-Hassan, Ó Briain."""
    while index > 0 and passage.tokens[index - 1].text.lower() in PARTICLES - {"y", "e"}:
        index -= 1
    return index


def _after_group(passage: Passage, group: int) -> Iterator[Sighting]:
    tokens = passage.tokens
    at = group + 1
    if tokens[group].key not in {"family", "household"} or at >= len(tokens):
        return
    while at < len(tokens) and tokens[at].key in {":", "name", "surname", "is", "called"}:
        at += 1
    if (
        at > group + 1
        and at < len(tokens)
        and tokens[at].strength in (Strength.UNKNOWN, Strength.SURE)
    ):
        yield _family(passage, at, passage.name_from(at))


def _family(passage: Passage, start: int, end: int) -> Sighting:
    place = passage.tokens[start].start, passage.tokens[end - 1].end
    return Sighting("name", *place, LIKELY, "it is the name of a family")


def _titled(passage: Passage, index: int) -> Iterator[Sighting]:
    """Whoever is called Mr or Mrs, unless a colleague; all of them in a sentence about a child."""
    tokens = passage.tokens
    at = index + 1
    if at < len(tokens) and tokens[at].text == ".":
        at += 1
    if at >= len(tokens) or tokens[at].key in _PUBLIC or tokens[at].key in {"and", "or", "&"}:
        return
    token = tokens[at]
    both_capital = tokens[index].is_capital and token.is_capital and token.text[0].isalpha()
    is_title = both_capital or token.strength >= Strength.STRANGE
    if not is_title or passage.words[tokens[index].end : token.start] not in (" ", ". ", "."):
        return
    if tokens[index].key == "miss" and not (token.is_capital and tokens[index].is_capital):
        return
    if tokens[index].key == "master" and token.strength < Strength.LOW:
        return
    start, end = tokens[index].start, tokens[max(passage.name_from(at), at + 1) - 1].end
    keys = passage.sentence_keys(start)
    is_family = touches_a_child(keys) and not has_a_title(passage.words, start)
    if not is_family and at_work(passage.words, start, end, keys) > 1:
        return
    certainty = LIKELY if is_family else POSSIBLE
    yield Sighting("name", start, end, certainty, "it is somebody's name, with Mr, Mrs, Ms or Miss")


_PLURAL = re.compile(
    r"\bthe (?P<name>[A-Z][A-Za-z']{3,20}s)\b(?= (?:are|were|have|had|live|moved|need|asked|never"
    r"|got"
    r"|both|at number))"
)


def plural_families(passage: Passage) -> Iterator[Sighting]:
    """ "the Kowalczyks were": a surname in the plural that is no word."""
    for match in _PLURAL.finditer(passage.words):
        name = match["name"][:-1]
        lexicon = passage.lexicon
        if (
            not lexicon.is_word(match["name"])
            and not lexicon.is_word(name)
            and not lexicon.is_place(name)
        ):
            yield Sighting(
                "name", *match.span("name"), POSSIBLE, "it could be the name of a family"
            )
