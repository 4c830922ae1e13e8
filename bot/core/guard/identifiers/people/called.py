"""Looks for what stands in no list of names, and is somebody's all the same: a nickname that others
use, and a word in small letters that is a name because an age is told of it.
"""

import re
from collections.abc import Iterator

from bot.core.guard.identifiers.people.passage import Passage
from bot.core.guard.identifiers.sighting import LIKELY, POSSIBLE, Sighting

_NICKNAME = re.compile(
    r"[\"'](?P<name>[^\"'\n]{2,30})[\"'],? (?:as|is what|which is what) (?:\w+ ){1,2}?"
    r"(?:all )?(?:calls?|know|knows) (?:him|her|them)\b",
    re.I,
)
_OF_AGE = re.compile(
    r"\b(?P<name>[a-z]{3,12}) (?:is|was|who is|who's)(?: only| just| now| about)?"
    r" (?:1[0-7]|[7-9])(?=,| (?:and|now|but|yo|yrs?|years)\b|[.!?]|$)"
)


def called(passage: Passage) -> Iterator[Sighting]:
    """ "...", as they all call him; "destiny is 14 and"."""
    for match in _NICKNAME.finditer(passage.words):
        yield Sighting("name", *match.span("name"), LIKELY, "it is what somebody is called")
    for match in _OF_AGE.finditer(passage.words):
        if passage.lexicon.is_name(match["name"]):
            yield Sighting("name", *match.span("name"), POSSIBLE, "it could be a name, with an age")
