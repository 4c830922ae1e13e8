"""What is compared across questions: themes as wholes, and single views."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from bot.core.themes.clustering.likeness import Square, centred, cosines
from bot.core.themes.grouping import Grouping
from bot.core.themes.sheet import Sheet
from bot.core.themes.vectors import Vectors


class Unit(NamedTuple):
    """A theme or a single view: its replies, best first, their places, and what they mean."""

    group: str
    replies: tuple[str, ...]
    places: tuple[int, ...]
    meaning: Vectors


def units_of(sheets: Mapping[str, Sheet], grouping: Grouping) -> tuple[Unit, ...]:
    """Every theme and every single view, question by question; none where nothing was encoded."""
    found = []
    for name, sheet in sheets.items():
        if sheet.vectors is None:
            continue
        sets = [theme.members for theme in grouping.themes if theme.group == name]
        sets += [(reply,) for reply in grouping.singles if reply in sheet.place]
        for replies in sets:
            places = tuple(sheet.place[reply] for reply in replies)
            found.append(Unit(name, replies, places, sheet.meanings[list(places)].mean(axis=0)))
    return tuple(found)


def likenesses(units: tuple[Unit, ...]) -> Square:
    """How alike each two units are in meaning, what all of them share taken away."""
    return cosines(centred(np.stack([unit.meaning for unit in units])))
