"""Tells one cluster of replies as a Theme: who stands for it, its name, its parts, its sides."""

from collections.abc import Sequence

import numpy as np

from bot.core.themes.clustering.likeness import above_diagonal
from bot.core.themes.decisions import Rename
from bot.core.themes.grouping import Theme
from bot.core.themes.placing import Places
from bot.core.themes.sheet import Sheet
from bot.core.themes.sureness import likelihood
from bot.core.themes.telling.dissent import dissenting
from bot.core.themes.telling.labels import labels
from bot.core.themes.telling.standing import by_standing


def themes_of(sheet: Sheet, placed: Places) -> list[Theme]:
    """The themes that the clusters make, without coordinators' names for them."""
    pairs = zip(placed.clusters, placed.parts, strict=True)
    return [_theme(sheet, placed, cluster, parts) for cluster, parts in pairs]


def _theme(
    sheet: Sheet, placed: Places, cluster: Sequence[int], parts: Sequence[Sequence[int]]
) -> Theme:
    members = _standing(sheet, cluster)
    roots = [placed.ties.root(sheet.ids[place]) for place in cluster]
    decided = len(set(roots)) == 1
    return Theme(
        id=min(sheet.ids[place] for place in cluster),
        group=sheet.said[cluster[0]].group,
        members=tuple(sheet.ids[place] for place in members),
        label=labels(sheet.spoken, sheet.authors, cluster),
        sureness=1.0 if decided else _sureness(sheet, cluster, roots),
        decided=decided,
        subthemes=tuple(tuple(sheet.ids[p] for p in _standing(sheet, part)) for part in parts),
        readings=_readings(sheet, members),
        folded=_folded(sheet, members),
    )


def named(themes: Sequence[Theme], given: Sequence[Rename]) -> tuple[Theme, ...]:
    """The themes under the names that coordinators gave to most of their replies, the last wins."""
    names: dict[str, str] = {}
    for rename in given:
        held = {theme.id: len(set(theme.members) & set(rename.replies)) for theme in themes}
        best = min(held, key=lambda one: (-held[one], one), default=None)
        if best is not None and held[best] * 2 > len(set(rename.replies)):
            names[best] = rename.words.strip()
    return tuple(
        theme.model_copy(update={"given_label": names[theme.id]}) if theme.id in names else theme
        for theme in themes
    )


def _standing(sheet: Sheet, cluster: Sequence[int]) -> list[int]:
    picked = np.asarray(cluster, dtype=np.intp)
    order = by_standing(sheet.meaning_among(picked), [sheet.texts[place] for place in cluster])
    return [cluster[place] for place in order]


def _sureness(sheet: Sheet, cluster: Sequence[int], roots: Sequence[str]) -> float:
    """The share of its pairs that are expected to be right; those that are tied are."""
    sure = likelihood(sheet.odds_among(np.asarray(cluster, dtype=np.intp)))
    names = np.asarray(roots)
    sure[names[:, None] == names[None, :]] = 1
    return round(float(above_diagonal(sure).mean()), 2)


def _readings(
    sheet: Sheet, members: Sequence[int]
) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Those who say in plain words that they see it differently, and the others; None for one
    side only."""
    differ = dissenting([sheet.texts[place] for place in members])
    sides = {
        side: tuple(
            sheet.ids[place] for place, is_so in zip(members, differ, strict=True) if is_so is side
        )
        for side in (False, True)
    }
    return (sides[False], sides[True]) if all(sides.values()) else None


def _folded(sheet: Sheet, members: Sequence[int]) -> tuple[tuple[str, ...], ...]:
    """Sets of replies in nearly the same words, each in the order of standing."""
    ids = [sheet.ids[place] for place in members]
    here = set(ids)
    own = [set(twins) & here for twins in sheet.twins if here.intersection(twins)]
    return tuple(tuple(each for each in ids if each in twins) for twins in own if len(twins) > 1)
