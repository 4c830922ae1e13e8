"""Makes lines of replies: quoted by consent, put into words by a coordinator, or without words.

Chooses which replies stand for a theme. Decides no sector.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bot.core.digest.compiling.material import Material
from bot.core.digest.compiling.naming import may_be_quoted
from bot.core.digest.compiling.quoting import quotable
from bot.core.digest.edits import fingerprint
from bot.core.digest.edits import line as line_of
from bot.core.digest.heard import Line, LineKind
from bot.core.replies import Reply
from bot.core.sectors import Sector
from bot.core.themes.grouping import Theme

# People in a theme before two quotes stand for it. Below it one does: the board has two pages,
# and every theme, small or large, is to have its place on them. A judgement.
PEOPLE_FOR_TWO_QUOTES = 6


class Standing(NamedTuple):
    """Which replies stand for a theme, for each of its readings and each of its strands."""

    quotes: tuple[Reply, ...]
    readings: tuple[Reply | None, ...]
    strands: tuple[Reply | None, ...]

    def all(self) -> Iterator[Reply]:
        """Every reply that is quoted for the theme."""
        yield from self.quotes
        yield from (one for one in (*self.readings, *self.strands) if one is not None)


class Lines:
    """The lines of one digest."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._languages = {
            one.reply: one.language
            for one in (material.grouping.marked if material.grouping else ())
        }

    def kind(self, reply: Reply) -> LineKind:
        """Whose words stand for a reply, or why none do."""
        edits, privacy = self._material.edits, self._material.partnership.privacy
        if edits.hides(line_of(reply.id)) is not None:
            return LineKind.HIDDEN
        if may_be_quoted(reply, privacy) and self._is_approved(reply):
            return LineKind.QUOTED
        if edits.put_for(reply.id, reply.text):
            return LineKind.PUT
        if privacy.quotes == "never":
            return LineKind.NEVER
        return LineKind.NOT_APPROVED if may_be_quoted(reply, privacy) else LineKind.WAITING

    def _is_approved(self, reply: Reply) -> bool:
        approved = self._material.approved
        words = quotable(reply.text).words
        return approved is None or approved.get(reply.id) == fingerprint(words)

    def line(self, reply: Reply, alike: Sequence[str] = (), sector: Sector | None = None) -> Line:
        """The line of one reply; `alike` are those in nearly the same words."""
        kind = self.kind(reply)
        words, shortened = quotable(reply.text) if kind is LineKind.QUOTED else ("", False)
        edits = self._material.edits
        return Line(
            kind=kind,
            reply_ids=(reply.id, *(one for one in alike if one != reply.id)),
            words=edits.put_for(reply.id, reply.text) if kind is LineKind.PUT else words,
            sector=sector if kind is LineKind.QUOTED else None,
            shortened=shortened,
            language=self._languages.get(reply.id),
            reason=(edits.hides(line_of(reply.id)) or "") if kind is LineKind.HIDDEN else "",
        )

    def standing(self, theme: Theme, members: Sequence[Reply]) -> Standing:
        """Who is quoted for a theme: the first of those who may be, in the theme's own order.

        With two readings each side speaks for itself, and nobody for the whole.
        """
        by_id = {one.id: one for one in members}
        spoken: list[Reply] = []
        people = len({one.author for one in members})
        if theme.readings:
            sides = tuple(self._first(theme, by_id, side, spoken) for side in theme.readings)
        else:
            sides = ()
            for _ in range(2 if people >= PEOPLE_FOR_TWO_QUOTES else 1):
                self._first(theme, by_id, theme.members, spoken)
        quotes = () if theme.readings else tuple(spoken)
        strands = tuple(self._first(theme, by_id, part, spoken) for part in theme.subthemes)
        return Standing(quotes, sides, strands)

    def _first(
        self, theme: Theme, by_id: dict[str, Reply], ids: Iterable[str], spoken: list[Reply]
    ) -> Reply | None:
        """The first that may be quoted, by somebody who does not speak for this theme yet, and in
        other words than those who do."""
        heard = {one.author for one in spoken}
        folds = [set(fold) for fold in theme.folded]
        said = set[str]().union(*(fold for fold in folds if not fold.isdisjoint(_ids(spoken))))
        for id_ in ids:
            reply = by_id.get(id_)
            if (
                reply is not None
                and id_ not in said
                and reply.author not in heard
                and self.kind(reply) is LineKind.QUOTED
            ):
                spoken.append(reply)
                return reply
        return None


def _ids(replies: Sequence[Reply]) -> set[str]:
    return {one.id for one in replies}
