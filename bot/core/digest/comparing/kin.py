"""Follows sets of replies from one version of a draft to the next: which go on, which became one,
which came apart. Knows ids only, no words."""

from collections.abc import Mapping
from typing import NamedTuple

Sets = Mapping[str, frozenset[str]]
"""The replies of themes, or of threads, by its id."""

REPLIES_OF_A_PART = 2
"""So many replies that go over together are a part of a theme, as it takes two to make one; a
single one is a line that moved."""


class Kin(NamedTuple):
    """Which set goes on in which: pairs of an id before and an id after."""

    pairs: tuple[tuple[str, str], ...]

    def before(self, after: str) -> tuple[str, ...]:
        """Those that go on in this one; several became one, and with none it is new."""
        return tuple(old for old, new in self.pairs if new == after)

    def after(self, before: str) -> tuple[str, ...]:
        """Those in which this one goes on; into several it came apart, and with none it is gone."""
        return tuple(new for old, new in self.pairs if old == before)


def kin(before: Sets, after: Sets) -> Kin:
    """One goes on in another where that took over most of what is left of it, or is mostly made of
    it. Where that leaves one on each side, sharing a reply or the id is enough."""
    known = frozenset[str]().union(*before.values())
    left = frozenset[str]().union(*after.values())
    pairs = [
        (old, new)
        for old in before
        for new in after
        if _is_a_part(before[old] & after[new], before[old] & left, after[new] & known)
    ]
    for old in before:
        if all(old != one for one, _ in pairs):
            taken = {new for _, new in pairs}
            free = [
                (new == old, len(before[old] & after[new]), new) for new in after.keys() - taken
            ]
            is_same, shared, new = max(free, default=(False, 0, ""))
            if is_same or shared:
                pairs.append((old, new))
    return Kin(tuple(pairs))


def _is_a_part(shared: frozenset[str], old: frozenset[str], new: frozenset[str]) -> bool:
    most = 2 * len(shared)
    return len(shared) >= REPLIES_OF_A_PART and (most > len(old) or most > len(new))
