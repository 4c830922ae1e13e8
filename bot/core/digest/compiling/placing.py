"""Says where every reply to a question stands: in a theme, alone, not easily grouped, off topic.

Each is in exactly one place, whatever became of replies since they were grouped.
"""

from typing import NamedTuple

from bot.core.digest.compiling.gather import Asking, authors
from bot.core.digest.compiling.pruning import pruned
from bot.core.replies import Reply
from bot.core.themes.grouping import Grouping, Theme

# People who must have said something before it is a theme: what one person said, however often,
# is a single view. It follows from what a theme is.
PEOPLE_IN_A_THEME = 2


class Place(NamedTuple):
    """What was said to one question, sorted. `themes` keep their members' order: best first."""

    themes: tuple[tuple[Theme, tuple[Reply, ...]], ...]
    alone: tuple[Reply, ...]
    loose: tuple[Reply, ...]


def placed(asking: Asking, grouping: Grouping | None) -> Place:
    """Every reply to a question in its place. One that grouping does not know stands alone, and
    so do the members of a theme of which only one person is left."""
    by_id = {reply.id: reply for reply in asking.replies}
    themes: list[tuple[Theme, tuple[Reply, ...]]] = []
    in_themes: set[str] = set()
    for theme in grouping.themes if grouping else ():
        members = tuple(by_id[one] for one in theme.members if one in by_id)
        if len(authors(members)) >= PEOPLE_IN_A_THEME:
            themes.append((pruned(theme, by_id), members))
            in_themes.update(one.id for one in members)
    loose = set(grouping.not_easily_grouped if grouping else ()) & by_id.keys()
    return Place(
        tuple(themes),
        tuple(one for one in asking.replies if one.id not in in_themes | loose),
        tuple(one for one in asking.replies if one.id in loose),
    )


def off_topic(grouping: Grouping | None) -> frozenset[str]:
    """The replies that a coordinator found to be about something else."""
    return frozenset(grouping.off_topic if grouping else ())
