"""How far grouping goes by itself: to the sure part only, or until everything is somewhere."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from statistics import mean

SORTABLE = 40
"""Replies to one question that a person can sort in a minute or two; so nothing is guessed.
A partnership's question gets 15 to 30."""

SAYING_SEVERAL_THINGS = 22
"""Words of an ordinary reply from which it holds more than one idea, so that no grouping of whole
replies is right often enough to stand unsorted. A partnership's have 20 to 60; short statements,
as in consultations or reflections after a lecture, have about 17."""

A_QUARTER = 25
"""Replies to each of several questions, on average, up to which they are a partnership's quarter:
short or long, somebody will sort them, and a guess is wrong too often. Measured on arguments of 17
words, 21 to a question: a whole grouping is right in .38 to .47 of its pairs and swallows nine in
ten single views; the sure part is right in .78, and leaves 95 in a hundred alone."""


class Reach(StrEnum):
    """`sure`: a theme is what is right four times in five, all else stands alone until somebody
    sorts it. `whole`: every reply is put where it fits best, for more than anybody will sort."""

    SURE = "sure"
    WHOLE = "whole"


def reaches_of(lengths: Mapping[str, Sequence[int]], to_be_sorted: bool) -> dict[str, Reach]:
    """What suits each question, from the lengths of its replies in words: few and long ones are
    for a person to sort, and few of any length where somebody is there to do it, or in a quarter.
    How long replies are, and how many, is taken from all questions together."""
    every = [length for group in lengths.values() for length in group]
    long = bool(every) and mean(every) >= SAYING_SEVERAL_THINGS
    quarter = len(lengths) > 1 and len(every) <= A_QUARTER * len(lengths)
    for_a_person = long or quarter or to_be_sorted
    return {
        name: Reach.SURE if for_a_person and len(group) <= SORTABLE else Reach.WHOLE
        for name, group in lengths.items()
    }
