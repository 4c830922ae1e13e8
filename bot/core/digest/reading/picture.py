"""What the picture of where the dots join shows, as values: lanes, rows, marks. Draws nothing."""

from collections.abc import Iterator

from bot.core.digest.digest import Digest
from bot.core.digest.heard import AskedQuestion, Thread
from bot.core.framework import PRACTICES, Principle
from bot.core.values import Value
from bot.core.words import listed

UNNAMED = "said in other words on each side"
"""What a join is called that has no words of its own."""


class Mark(Value):
    """A dot in one principle's lane, and the theme it stands for there, if it has a name."""

    principle: Principle
    label: str = ""


class Row(Value):
    """One join: dots in two or three lanes and the line between them.

    `at_least`: how many sectors are known to be behind it, which is the weight of the line; 0
    where that may not be said.
    """

    label: str
    marks: tuple[Mark, ...]
    at_least: int = 0


class Lane(Value):
    """One principle, and how many of its themes join nothing."""

    principle: Principle
    apart: int = 0


class Picture(Value):
    """Three lanes, one for each principle, and a row for everything that crosses them."""

    lanes: tuple[Lane, ...]
    rows: tuple[Row, ...]


def picture(digest: Digest) -> Picture | None:
    """The picture of one digest; None when nothing crosses the principles."""
    rows = (
        *(row_of(digest, thread) for thread in digest.threads),
        *_of_joining_questions(digest),
    )
    if not rows:
        return None
    joined = {one for thread in digest.threads for side in thread.sides for one in side.theme_ids}
    lanes = tuple(
        Lane(
            principle=section.principle,
            apart=sum(
                theme.id not in joined for asked in section.questions for theme in asked.themes
            ),
        )
        for section in digest.sections
    )
    return Picture(lanes=lanes, rows=rows)


def row_of(digest: Digest, thread: Thread) -> Row:
    """The row that shows one thread."""
    labels = {theme.id: theme.label for asked in digest.questions for theme in asked.themes}
    marks = tuple(
        Mark(
            principle=side.principle,
            label=next((labels[one] for one in side.theme_ids if labels.get(one)), ""),
        )
        for side in thread.sides
    )
    return Row(label=thread.label or UNNAMED, marks=marks, at_least=thread.voices.at_least)


def in_words(drawn: Picture) -> tuple[str, ...]:
    """All that a picture shows, one sentence for each of its rows and one for what is apart."""
    rows = (
        f"“{row.label}” joins {ends_in_words(row)}; from {weight_in_words(row.at_least)}."
        for row in drawn.rows
    )
    return (*rows, *apart_in_words(drawn))


def ends_in_words(row: Row) -> str:
    """What a row joins: each principle, with the theme it stands for there."""
    return listed(
        [
            f"{mark.principle.title} (“{mark.label}”)" if mark.label else mark.principle.title
            for mark in row.marks
        ]
    )


def weight_in_words(at_least: int) -> str:
    """How many sectors are behind a join, as it reads after "from"."""
    return f"at least {at_least} sectors" if at_least > 1 else "partners"


def apart_in_words(drawn: Picture) -> Iterator[str]:
    """How many themes join nothing, in one sentence; none when all do."""
    apart = [f"{lane.apart} under {lane.principle.title}" for lane in drawn.lanes if lane.apart]
    if apart:
        yield f"Themes that join nothing here: {listed(apart)}."


def _of_joining_questions(digest: Digest) -> Iterator[Row]:
    """A row for each named theme of a joining question, and one for all that have no name."""
    for asked in digest.joins:
        marks = tuple(Mark(principle=one) for one in _principles(asked))
        named = [theme for theme in asked.themes if theme.label]
        for theme in named:
            yield Row(label=theme.label, marks=marks, at_least=theme.voices.at_least)
        if len(named) < len(asked.themes):
            widest = max(one.voices.at_least for one in asked.themes if not one.label)
            yield Row(label=asked.text, marks=marks, at_least=widest)


def _principles(asked: AskedQuestion) -> tuple[Principle, ...]:
    return tuple(PRACTICES[practice].principle for practice in asked.practices)
