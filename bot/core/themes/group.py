"""Groups replies: themes, single views, and what is left. The same values give the same bytes.

Pure: vectors come from an encoder that was asked elsewhere. Sorts nothing by volume or rank.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from bot.core.themes.crowd import CROWD, crowd_places
from bot.core.themes.decisions import Decision
from bot.core.themes.grouping import Grouping, Marked, Method, Theme
from bot.core.themes.placing import Places, more_than_chance, places
from bot.core.themes.reach import Reach, reaches_of
from bot.core.themes.said import Said
from bot.core.themes.sheet import Sheet
from bot.core.themes.telling.theme import named, themes_of
from bot.core.themes.ties import names_given
from bot.core.themes.vectors import Vectors

VERSION = "3"
"""Of the method: another whenever the same replies would be grouped otherwise."""


def group(
    said: Sequence[Said],
    vectors: Vectors | None,
    decisions: Sequence[Decision] = (),
    *,
    table: str = "",
    to_be_sorted: bool = False,
) -> Grouping:
    """Where every reply is; the order of `said` changes nothing. Groups are grouped by themselves;
    together they only say whether this is a quarter that somebody will sort (reach.py).

    `vectors` has a row for each of `said`, or is None where there is no encoder: then nothing is
    a theme that was not decided or said twice in the same words. `table` is the encoder's id.
    `to_be_sorted`: somebody is there to sort the replies to a small question, however short.
    Raises ValueError for an id given twice.
    """
    if len({each.id for each in said}) != len(said):
        raise ValueError("two replies have the same id")
    sheets = sheets_of(said, vectors)
    named_table = "" if vectors is None else table
    return grouped(sheets, decisions, table=named_table, to_be_sorted=to_be_sorted)


def sheets_of(said: Sequence[Said], vectors: Vectors | None) -> Mapping[str, Sheet]:
    """A sheet for each question, to be used for as many decisions as are made."""
    rows: dict[str, list[int]] = defaultdict(list)
    for row, each in enumerate(said):
        rows[each.group].append(row)
    return {
        name: Sheet(
            [said[row] for row in rows[name]],
            None if vectors is None else vectors[np.asarray(rows[name], dtype=np.intp)],
        )
        for name in sorted(rows)
    }


def grouped(
    sheets: Mapping[str, Sheet],
    decisions: Sequence[Decision],
    *,
    table: str = "",
    to_be_sorted: bool = False,
) -> Grouping:
    """The same from sheets that were made before."""
    themes: list[Theme] = []
    alone: dict[str, list[str]] = defaultdict(list)
    lengths = {name: sheet.lengths for name, sheet in sheets.items()}
    reaches = reaches_of(lengths, to_be_sorted)
    proposing = more_than_chance(
        [sheets[name] for name, own in reaches.items() if own is Reach.SURE]
    )
    for name, sheet in sheets.items():
        own, placed = _of_one(sheet, decisions, reaches[name], proposing)
        themes += own
        for where in ("alone", "unreadable", "off_topic"):
            alone[where] += [sheet.ids[place] for place in getattr(placed, where)]
    return Grouping(
        themes=tuple(sorted(named(themes, names_given(decisions)), key=lambda theme: theme.id)),
        singles=tuple(sorted(alone["alone"])),
        not_easily_grouped=tuple(sorted(alone["unreadable"])),
        off_topic=tuple(sorted(alone["off_topic"])),
        marked=_marked(sheets),
        decisions=len(decisions),
        method=Method(name=_method(reaches), version=VERSION, table=table),
    )


def _of_one(
    sheet: Sheet, decisions: Sequence[Decision], reach: Reach, proposing: bool
) -> tuple[list[Theme], Places]:
    if len(sheet) > CROWD:
        placed = crowd_places(sheet, decisions)
    else:
        placed = places(sheet, decisions, reach, proposing=proposing)
    return themes_of(sheet, placed), placed


def _method(reaches: Mapping[str, Reach]) -> str:
    return " and ".join(sorted(set(reaches.values()))) or Reach.SURE


def _marked(sheets: Mapping[str, Sheet]) -> tuple[Marked, ...]:
    marked = [
        Marked(reply=reply, language=language)
        for sheet in sheets.values()
        for reply, language in zip(sheet.ids, sheet.languages, strict=True)
        if language is not None
    ]
    return tuple(sorted(marked, key=lambda each: each.reply))
