"""Reads a text as words with the lists that each stands in, and as sentences. Weighs nothing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.core.guard.concern.lexicon import Lexicon, lexicon
from bot.core.guard.concern.lists import small
from bot.core.guard.concern.lists.general import GENERAL
from bot.core.guard.concern.lists.harm import HARM
from bot.core.guard.concern.lists.people import PEOPLE
from bot.core.guard.concern.lists.telling import TELLING

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_SENTENCE_END = re.compile(r"[.!?]+(?=[\s\"')]|$)|\n+|[;\u2022]\s")

LONGEST = 60
"""Words that are read as one sentence at most. Nobody speaks longer ones; some people write a
page without a full stop, and a page is not about one thing."""

_LEXICON: Lexicon = lexicon(PEOPLE, HARM, TELLING, GENERAL)


@dataclass(frozen=True)
class Words:
    """The words of a text in small letters; where each stands; the lists that a phrase beginning
    there stands in; and the sentences, as ranges of words."""

    plain: list[str]
    places: list[tuple[int, int]]
    lists: list[tuple[str, ...]]
    sentences: list[tuple[int, int]]
    asked: list[bool]
    """For each sentence, whether it ends with a question mark."""


def words_of(text: str) -> Words:
    """Every word, in the order of the text (with straight apostrophes, as the guard reads it)."""
    found = list(_WORD.finditer(text))
    plain = [_plain(match.group()) for match in found]
    places = [match.span() for match in found]
    sentences, asked = _sentences(text, places)
    lists = [tuple(_lists_at(plain, place)) for place in range(len(plain))]
    return Words(plain, places, lists, sentences, asked)


def _plain(word: str) -> str:
    word = word.lower()
    word = small.WRITTEN_SHORT.get(word, word)
    return word[:-2] if word.endswith("'s") and word[:-2] not in small.IS_AFTER else word


def _lists_at(plain: list[str], place: int) -> Iterator[str]:
    for rest, name in _LEXICON.get(plain[place], ()):
        if not rest or tuple(plain[place + 1 : place + 1 + len(rest)]) == rest:
            yield name


def _sentences(
    text: str, places: list[tuple[int, int]]
) -> tuple[list[tuple[int, int]], list[bool]]:
    ends = [(match.start(), "?" in match.group()) for match in _SENTENCE_END.finditer(text)]
    sentences: list[tuple[int, int]] = []
    asked: list[bool] = []
    begin = 0
    for at, question in [*ends, (len(text), False)]:
        end = begin
        while end < len(places) and places[end][0] < at:
            end += 1
        for first in range(begin, end, LONGEST):
            sentences.append((first, min(first + LONGEST, end)))
            asked.append(question)
        begin = end
    return sentences, asked
