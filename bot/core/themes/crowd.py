"""Places thousands of replies to one question: a sample is grouped as usual, and each of the rest
goes to the theme and the part that it is most like in meaning, or stays alone."""

import hashlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from bot.core.themes.decisions import Decision
from bot.core.themes.placing import Places, places
from bot.core.themes.reach import Reach
from bot.core.themes.sheet import Sheet
from bot.core.themes.ties import Ties, called_off_topic, ties_of

CROWD = 3000
"""Replies to one question that are still compared with each other: 9 million pairs, 36 MB."""

NEAR = 0.5
"""Standard deviations above the mean likeness from which a reply is put into a theme that was
found among others: more than two in three pairs are. A judgement."""

NOWHERE = -1


def crowd_places(sheet: Sheet, decisions: Sequence[Decision], most: int = CROWD) -> Places:
    """Every reply of the sheet in exactly one place. Themes are those of `most` of the replies."""
    sample = _sample(sheet, most)
    vectors = None if sheet.vectors is None else sheet.vectors[np.asarray(sample)]
    small = Sheet([sheet.said[place] for place in sample], vectors)
    first = places(small, decisions, Reach.WHOLE)
    off = sheet.courtesies | called_off_topic(decisions)
    ties = ties_of([reply for reply in sheet.ids if reply not in off], decisions)
    for one, *others in sheet.twins:
        for other in others:
            ties.tie(one, other)
    clusters = [[sample[place] for place in cluster] for cluster in first.clusters]
    parts = [[[sample[p] for p in part] for part in parts] for parts in first.parts]
    going = _nearest(sheet, clusters)
    for number, cluster in enumerate(clusters):
        going[cluster] = number
    alone = [sample[place] for place in first.alone]
    going[alone] = NOWHERE
    going[~np.asarray(sheet.readable)] = NOWHERE
    _hold(sheet, ties, going)
    going[[place for place, reply in enumerate(sheet.ids) if reply in off]] = NOWHERE
    return _gathered(sheet, going, parts, ties, off)


def _sample(sheet: Sheet, most: int) -> list[int]:
    """Drawn by lot, so that neither ids nor time decide who is in it."""
    lots = [hashlib.sha256(f"{each.id}\n{each.text}".encode()).digest() for each in sheet.said]
    return sorted(sorted(range(len(sheet)), key=lots.__getitem__)[:most])


def _nearest(sheet: Sheet, clusters: Sequence[Sequence[int]]) -> NDArray[np.intp]:
    """For each reply the cluster that it is most like, if that is more than most pairs are."""
    if not clusters or sheet.vectors is None:
        return np.full(len(sheet), NOWHERE, dtype=np.intp)
    middles = np.stack([sheet.meanings[list(cluster)].mean(axis=0) for cluster in clusters])
    alike = sheet.meanings @ middles.T
    best = alike.argmax(axis=1)
    near = alike.max(axis=1) > sheet.usual.mean + NEAR * sheet.usual.deviation
    return np.where(near, best, NOWHERE)


def _hold(sheet: Sheet, ties: Ties, going: NDArray[np.intp]) -> None:
    """What is tied together goes where the first of it goes."""
    for place, reply in enumerate(sheet.ids):
        if reply in ties:
            going[place] = going[sheet.place[ties.root(reply)]]


def _gathered(
    sheet: Sheet,
    going: NDArray[np.intp],
    parts: Sequence[Sequence[Sequence[int]]],
    ties: Ties,
    off: frozenset[str],
) -> Places:
    clusters = [np.flatnonzero(going == number) for number in range(len(parts))]
    kept = [number for number, cluster in enumerate(clusters) if len(cluster) > 1]
    lone = np.flatnonzero(~np.isin(going, kept))
    left = [int(place) for place in lone if sheet.ids[place] not in off]
    return Places(
        clusters=tuple(tuple(int(place) for place in clusters[number]) for number in kept),
        parts=tuple(_grown(sheet, clusters[number], parts[number]) for number in kept),
        alone=tuple(place for place in left if sheet.readable[place]),
        unreadable=tuple(place for place in left if not sheet.readable[place]),
        off_topic=tuple(place for place, reply in enumerate(sheet.ids) if reply in off),
        ties=ties,
    )


def _grown(
    sheet: Sheet, cluster: NDArray[np.intp], parts: Sequence[Sequence[int]]
) -> tuple[tuple[int, ...], ...]:
    """The parts, with the rest of their theme in the part that each is most like."""
    if not parts:
        return ()
    middles = np.stack([sheet.meanings[list(part)].mean(axis=0) for part in parts])
    best = (sheet.meanings[cluster] @ middles.T).argmax(axis=1)
    grown = [cluster[best == number] for number in range(len(parts))]
    return tuple(tuple(int(place) for place in part) for part in grown if len(part) > 1)
