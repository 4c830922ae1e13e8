"""Two invented ways of grouping, that a test can foresee."""

from collections.abc import Sequence

from bot.core.themes.decisions import Decision
from bot.core.themes.grouping import Grouping, Method, Theme
from bot.core.themes.said import Said

METHOD = Method(name="by hand", version="1", table="none")


def alone(said: Sequence[Said], _: Sequence[Decision]) -> Grouping:
    """Every reply stands alone."""
    return Grouping(singles=tuple(sorted(one.id for one in said)), method=METHOD)


def alike(said: Sequence[Said], _: Sequence[Decision]) -> Grouping:
    """Replies to one question whose first word is the same, as "Words" is in "Words of person 1.",
    are one theme of that name."""
    found: dict[tuple[str, str], list[str]] = {}
    for one in sorted(said, key=lambda one: one.id):
        first = (one.text.split() or [""])[0].casefold()
        found.setdefault((one.group, first), []).append(one.id)
    return Grouping(
        themes=tuple(
            Theme(id=ids[0], group=group, members=tuple(ids), label=(first,), sureness=0.9)
            for (group, first), ids in found.items()
            if len(ids) > 1
        ),
        singles=tuple(ids[0] for ids in found.values() if len(ids) == 1),
        method=METHOD,
    )
