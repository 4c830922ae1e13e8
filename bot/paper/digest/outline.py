"""A digest's parts as every paper sets them: the cover's facts, what opens it, then its sections.

Neighbouring items of a list become one list. Decides no looks.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from bot.core.digest.digest import Digest
from bot.core.digest.reading.opening import title
from bot.core.digest.reading.parts import Fact, Heading, ListItem, Part
from bot.core.digest.reading.whole import parts


class Items(NamedTuple):
    """A list without order."""

    texts: tuple[str, ...]


Piece = Part | Items
"""What stands in a section: a part by itself, or a list."""


class Section(NamedTuple):
    """What stands under one heading of level 2."""

    heading: Heading
    pieces: tuple[Piece, ...]


class Outline(NamedTuple):
    """A whole digest."""

    title: str
    facts: tuple[Fact, ...]
    opening: tuple[Piece, ...]
    sections: tuple[Section, ...]


def outline(digest: Digest) -> Outline:
    """The digest's parts, each once and in order."""
    return outlined(title(digest), parts(digest))


def outlined(title: str, flow: Iterable[Part]) -> Outline:
    """Any paper's parts, each once and in order."""
    before: list[Part] = []
    sections: list[tuple[Heading, list[Part]]] = []
    for part in flow:
        if isinstance(part, Heading) and part.level == 2:
            sections.append((part, []))
        else:
            (sections[-1][1] if sections else before).append(part)
    return Outline(
        title=title,
        facts=tuple(part for part in before if isinstance(part, Fact)),
        opening=tuple(_pieces(part for part in before if not isinstance(part, Fact))),
        sections=tuple(Section(heading, tuple(_pieces(flow))) for heading, flow in sections),
    )


def _pieces(flow: Iterable[Part]) -> Iterator[Piece]:
    for is_item, run in groupby(flow, key=lambda part: isinstance(part, ListItem)):
        if is_item:
            yield Items(tuple(part.text for part in run if isinstance(part, ListItem)))
        else:
            yield from run
