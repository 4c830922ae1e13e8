"""A grouping with what it was made from, so that it is known whether it still holds."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from bot.core.digest.compiling.pruning import pruned, pruned_thread
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

    def without(self, live: Collection[str]) -> "Grouped":
        """The same, with nothing of replies that are gone."""
        kept = {one: print_ for one, print_ in self.wordings.items() if one in live}
        return (
            self if len(kept) == len(self.wordings) else self.model_copy(update={"wordings": kept})
        )

    def holding(self, said: Iterable[Said]) -> Grouping | None:
        """The grouping without what was not looked at in these words: that stands alone."""
        if self.grouping is None:
            return None
        known = {one.id: one for one in said if self.wordings.get(one.id) == fingerprint(one.text)}
        themes = (pruned(theme, known) for theme in self.grouping.themes)
        kept = {
            name: tuple(one for one in getattr(self.grouping, name) if one in known)
            for name in ("singles", "not_easily_grouped", "off_topic")
        }
        left = tuple(one for one in themes if one.members)
        found = (pruned_thread(one, known) for one in self.grouping.threads)
        threads = tuple(one for one in found if one is not None)
        return self.grouping.model_copy(update=kept | {"themes": left, "threads": threads})


def wordings(said: Iterable[Said]) -> dict[str, str]:
    """The fingerprint of each reply's words."""
    return {one.id: fingerprint(one.text) for one in said}
