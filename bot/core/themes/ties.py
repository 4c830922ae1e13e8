"""What decisions say of pairs of replies: which are tied together, and which are kept apart."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from bot.core.themes.decisions import Apart, Decision, Move, OffTopic, Rename, Together


class Ties:
    """Ties of some replies. The first that is said of a pair holds; a later one is ignored."""

    def __init__(self, replies: Iterable[str]) -> None:
        self._into = {reply: reply for reply in replies}
        self._apart: dict[str, set[str]] = defaultdict(set)

    def __contains__(self, reply: str) -> bool:
        return reply in self._into

    def root(self, reply: str) -> str:
        """The reply that stands for all that are tied to this one."""
        while self._into[reply] != reply:
            reply = self._into[reply]
        return reply

    def tie(self, one: str, other: str) -> None:
        """Tie two together, and with them all that each is tied to, unless they are apart."""
        if one not in self._into or other not in self._into:
            return
        kept, gone = sorted((self.root(one), self.root(other)))
        if kept == gone or gone in self._apart[kept]:
            return
        self._into[gone] = kept
        for third in self._apart.pop(gone, set()):
            self._apart[third].discard(gone)
            self._apart[third].add(kept)
            self._apart[kept].add(third)

    def part(self, one: str, other: str) -> None:
        """Keep two apart, and with them all that each is tied to, unless they are together."""
        if one not in self._into or other not in self._into:
            return
        roots = self.root(one), self.root(other)
        if roots[0] != roots[1]:
            self._apart[roots[0]].add(roots[1])
            self._apart[roots[1]].add(roots[0])

    def parted(self, one: str) -> frozenset[str]:
        """The roots of all that are kept apart from this one."""
        return frozenset(self._apart[self.root(one)])


def ties_of(replies: Iterable[str], decisions: Sequence[Decision]) -> Ties:
    """The ties that decisions make among some replies. Of two that differ the later one holds.

    Replies that decisions name and that are not there any more are passed over.
    """
    ties = Ties(replies)
    for decision in reversed(decisions):
        match decision:
            case Together(replies=(first, *rest), but_not=but_not):
                for other in rest:
                    ties.tie(first, other)
                for other in but_not:
                    ties.part(first, other)
            case Apart(reply=reply, others=others):
                for other in others:
                    ties.part(reply, other)
            case Move(reply=reply, to=to, away_from=away_from):
                for other in to:
                    ties.tie(reply, other)
                for other in away_from:
                    ties.part(reply, other)
            case _:
                pass
    return ties


def called_off_topic(decisions: Sequence[Decision]) -> frozenset[str]:
    """The replies last said to be off topic, and not put with others since."""
    off: set[str] = set()
    for decision in decisions:
        match decision:
            case OffTopic(reply=reply):
                off.add(reply)
            case Together(replies=replies):
                off.difference_update(replies)
            case Move(reply=reply):
                off.discard(reply)
            case _:
                pass
    return frozenset(off)


def names_given(decisions: Sequence[Decision]) -> tuple[Rename, ...]:
    """The names that coordinators gave, in the order in which they gave them."""
    return tuple(decision for decision in decisions if isinstance(decision, Rename))
