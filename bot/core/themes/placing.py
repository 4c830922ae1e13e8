"""Puts each reply to one question into a cluster, or leaves it alone. Tells nothing about them."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bot.core.themes.clustering.likeness import Square, above_diagonal
from bot.core.themes.clustering.linkage import joined
from bot.core.themes.decisions import Decision
from bot.core.themes.reach import Reach
from bot.core.themes.sheet import Sheet
from bot.core.themes.sureness import NOTHING_KNOWN, PAIRS_TO_COMPARE, TINY
from bot.core.themes.ties import Ties, called_off_topic, ties_of

SURE_ENOUGH = 0.62
"""Log-odds (two in three) of an average pair below which nothing is joined unsorted. The pairs
above it were right four times in five and more in benchmarks/quarters/plain.jsonl, also with a
tenth of its words left out."""

STANDS_OUT = 3.25
"""Standard deviations above the mean likeness of its question from which a pair may be joined
unsorted. Chosen on forty-eight quarters of short arguments: 92 pairs in a hundred are right, and
97 single views in a hundred stand alone; from 3 on, 84 and 95. In 32 quarters drawn after, 83 pairs
in a hundred are right. Of the pairs of long replies it lets most through."""

MORE_THAN_CHANCE = 0.002
"""The share of a quarter's pairs that must stand out before any is joined unsorted. In arguments
and in invented quarters alike, 6 pairs in ten thousand stand out and are wrong; where hardly more
stand out than that, as where people speak in images, those that do are such."""

ZOOM_PER_SKEW = 0.7
"""Standard deviations above the mean likeness at which a whole grouping is cut, for each unit of
the skewness of likeness. Where people speak of many clearly different things, most pairs are
unlike and some are very alike: the skewness is large, and a cut at one height for all would put
several of these things together. Measured: 1.2 for questions to a bank, which want a cut at 1.0;
0.7 for arguments about one motion, which want 0.5."""

LOWEST_ZOOM, HIGHEST_ZOOM = 0.3, 1.5
"""Where skewness says no more. Everything is one theme below, and hardly anything above."""

FINER_BY = 0.75
"""How much higher the parts of a theme are cut."""


LARGE = 8
"""Replies from which a theme is shown in parts. A judgement: fewer are read in one go."""


class Places(NamedTuple):
    """Where each reply is, as places in the sheet. `clusters` hold at least two each;
    `parts` has for each of them the parts of it, if it is large, that hold two or more."""

    clusters: tuple[tuple[int, ...], ...]
    parts: tuple[tuple[tuple[int, ...], ...], ...]
    alone: tuple[int, ...]
    unreadable: tuple[int, ...]
    off_topic: tuple[int, ...]
    ties: Ties


def places(
    sheet: Sheet, decisions: Sequence[Decision], reach: Reach, *, proposing: bool = True
) -> Places:
    """Every reply of the sheet in exactly one place; the order of clusters is that of ids.

    `proposing`: what stands out is joined before anybody sorted it; see more_than_chance.
    """
    off = sheet.courtesies | called_off_topic(decisions)
    there = [place for place, reply in enumerate(sheet.ids) if reply not in off]
    ties = ties_of([sheet.ids[place] for place in there], decisions)
    for first, *others in sheet.twins:
        for other in others:
            ties.tie(first, other)
    clusters = _clusters(sheet, there, ties, reach, proposing)
    lone = [cluster[0] for cluster in clusters if len(cluster) == 1]
    shared = tuple(cluster for cluster in clusters if len(cluster) > 1)
    return Places(
        clusters=shared,
        parts=tuple(parts_of(sheet, each) if reach is Reach.WHOLE else () for each in shared),
        alone=tuple(place for place in lone if sheet.readable[place]),
        unreadable=tuple(place for place in lone if not sheet.readable[place]),
        off_topic=tuple(place for place, reply in enumerate(sheet.ids) if reply in off),
        ties=ties,
    )


def _clusters(
    sheet: Sheet, there: Sequence[int], ties: Ties, reach: Reach, proposing: bool
) -> list[tuple[int, ...]]:
    if not there:
        return []
    alike, floor = standing_out(sheet) if reach is Reach.SURE else whole(sheet)
    if reach is Reach.SURE and not proposing:
        floor = np.inf
    picked = np.asarray(there, dtype=np.intp)
    names = joined(
        alike[np.ix_(picked, picked)],
        floor,
        together(sheet, there, ties),
        apart(sheet, there, ties),
    )
    return _by_name(there, names)


def parts_of(sheet: Sheet, cluster: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """The parts of a large cluster, cut from the same tree; none for a small or an even one."""
    if len(cluster) < LARGE:
        return ()
    alike, floor = whole(sheet, FINER_BY)
    picked = np.asarray(cluster, dtype=np.intp)
    names = joined(alike[np.ix_(picked, picked)], floor, range(len(cluster)))
    parts = _by_name(cluster, names)
    return tuple(part for part in parts if len(part) > 1) if len(parts) > 1 else ()


def _by_name(there: Sequence[int], names: Sequence[int]) -> list[tuple[int, ...]]:
    found: dict[int, list[int]] = defaultdict(list)
    for place, name in zip(there, names, strict=True):
        found[name].append(place)
    return [tuple(each) for each in found.values()]


def readable_odds(sheet: Sheet) -> Square:
    """The log-odds of every pair."""
    return _without_unreadable(sheet, sheet.odds, NOTHING_KNOWN)


def standing_out(sheet: Sheet) -> tuple[Square, float]:
    """The same, lowered for pairs that do not stand out, and from where a pair is joined."""
    odds, usual = readable_odds(sheet), sheet.usual
    if usual.deviation < TINY:
        return odds, SURE_ENOUGH
    meaning = sheet.meaning_among(np.arange(len(sheet)))
    beyond = (meaning - usual.mean) / usual.deviation - STANDS_OUT
    return np.asarray(np.minimum(odds, SURE_ENOUGH + beyond), dtype=np.float32), SURE_ENOUGH


def more_than_chance(sheets: Collection[Sheet]) -> bool:
    """Whether more of their pairs stand out than would if likeness told nothing of them."""
    stand = every = 0
    for sheet in sheets:
        alike, floor = standing_out(sheet)
        pairs = above_diagonal(alike)
        stand, every = stand + int((pairs > floor).sum()), every + len(pairs)
    return stand > every * MORE_THAN_CHANCE


def whole(sheet: Sheet, finer_by: float = 0.0) -> tuple[Square, float]:
    """How alike every pair is, and from where a pair is joined: higher for finer groups."""
    alike, usual = _without_unreadable(sheet, sheet.alike, -1.0), sheet.usually_alike
    if usual.pairs < PAIRS_TO_COMPARE or sheet.vectors is None:
        return alike, 1.0
    return alike, usual.mean + (zoom(sheet.skewness) + finer_by) * usual.deviation


def zoom(skewness: float) -> float:
    """Standard deviations above the mean at which likeness of that skewness is cut."""
    return min(max(ZOOM_PER_SKEW * skewness, LOWEST_ZOOM), HIGHEST_ZOOM)


def _without_unreadable(sheet: Sheet, alike: Square, nothing: float) -> Square:
    if all(sheet.readable):
        return alike
    unreadable = ~np.asarray(sheet.readable)
    alike = alike.copy()
    alike[unreadable, :] = nothing
    alike[:, unreadable] = nothing
    return alike


def together(sheet: Sheet, there: Sequence[int], ties: Ties) -> list[int]:
    """For each place the place of the reply that stands for all it is tied to."""
    return [sheet.place[ties.root(sheet.ids[place])] for place in there]


def apart(sheet: Sheet, there: Sequence[int], ties: Ties) -> NDArray[np.bool_]:
    """Which pairs of places decisions keep apart: only of replies that stand for the others."""
    marked = np.zeros((len(there), len(there)), dtype=np.bool_)
    row = {sheet.ids[place]: at for at, place in enumerate(there)}
    for reply, at in row.items():
        if ties.root(reply) == reply:
            for other in ties.parted(reply):
                marked[at, row[other]] = marked[row[other], at] = True
    return marked
