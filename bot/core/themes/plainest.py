"""Chooses the threads that a board is shown. Compares nothing, so it loads no arithmetic."""

from collections.abc import Collection, Hashable, Mapping, Sequence

from bot.core.themes.grouping import Thread

MOST = 6
"""Threads at most, the likest: a picture of more joins everything to everything."""


def across_principles(
    found: Sequence[Thread], principles: Mapping[str, Collection[Hashable]]
) -> tuple[Thread, ...]:
    """Those threads that a board is shown: across at least two principles, and the plainest few.

    `principles`: those that each question is about, by group. In the order of ids.
    """
    wide = [
        each
        for each in found
        if len({about for side in each.sides for about in principles.get(side.group, ())}) > 1
    ]
    plain = sorted(wide, key=lambda each: (-each.likeness, each.id))[:MOST]
    return tuple(sorted(plain, key=lambda each: each.id))
