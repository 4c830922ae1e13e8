"""A grouping with what it was made from, so that it is known whether it still holds."""

from collections.abc import Iterable, Mapping, Sequence

from bot.core.digest.compiling.pruning import Spoken, pruned_grouping
from bot.core.digest.edits import fingerprint
from bot.core.digest.since import Lately
from bot.core.themes.decisions import Decision
from bot.core.themes.grouping import Grouping
from bot.core.themes.said import Said
from bot.core.values import Value


class Grouped(Value):
    """`wordings`: of each reply that was looked at the fingerprint of its words, no words.

    `grouping` is None where grouping failed: then everything stands alone until something changes.
    `lately`: how its themes stand to those of the digest before.
    """

    grouping: Grouping | None
    wordings: Mapping[str, str]
    decisions: tuple[Decision, ...] = ()
    lately: Lately | None = None

    def is_of(self, said: Sequence[Said], decisions: Sequence[Decision]) -> bool:
        """Whether these replies in these words, and these decisions, are what it was made from."""
        return self.wordings == wordings(said) and self.decisions == tuple(decisions)

    def left(self, live: Iterable[Spoken]) -> "Grouped":
        """The same, with nothing of replies that are gone or say something else now: neither their
        fingerprints nor names of themes that were made of their words."""
        known = self._known(live)
        if len(known) == len(self.wordings):
            return self
        kept = {one: print_ for one, print_ in self.wordings.items() if one in known}
        return self.model_copy(
            update={"grouping": self.holding(known.values()), "wordings": kept},
        )

    def _known(self, said: Iterable[Spoken]) -> dict[str, Spoken]:
        """Those that were looked at in these words."""
        return {one.id: one for one in said if self.wordings.get(one.id) == fingerprint(one.text)}

    def holding(self, said: Iterable[Spoken]) -> Grouping | None:
        """The grouping without what was not looked at in these words: that stands alone."""
        if self.grouping is None:
            return None
        return pruned_grouping(self.grouping, self._known(said))


def wordings(said: Iterable[Said]) -> dict[str, str]:
    """The fingerprint of each reply's words."""
    return {one.id: fingerprint(one.text) for one in said}
