"""Says what became of themes under a question, or of threads across them: new, gone, one of
several, several of one, or called otherwise. An old name is never said: somebody may have taken
back the words that it was made of."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.core.digest.comparing import sentences as say
from bot.core.digest.comparing.kin import Kin, kin
from bot.core.digest.heard import ThemeHeard, Thread


class Sets(NamedTuple):
    """Themes or threads of two versions, by id, and which goes on in which."""

    kind: str
    before: dict[str, ThemeHeard] | dict[str, Thread]
    after: dict[str, ThemeHeard] | dict[str, Thread]
    kin: Kin

    def name(self, after: str) -> str:
        """What one is called now."""
        return self.after[after].label


def themes(before: Sequence[ThemeHeard], after: Sequence[ThemeHeard]) -> Sets:
    """The themes under one question."""
    was, now = ({one.id: one for one in each} for each in (before, after))
    return Sets(say.THEME, was, now, kin(_of_themes(before), _of_themes(after)))


def threads(before: Sequence[Thread], after: Sequence[Thread]) -> Sets:
    """What runs across the questions."""
    was, now = ({one.id: one for one in each} for each in (before, after))
    return Sets(say.THREAD, was, now, kin(_of_threads(before), _of_threads(after)))


def _of_themes(those: Sequence[ThemeHeard]) -> dict[str, frozenset[str]]:
    return {one.id: frozenset(one.reply_ids) for one in those}


def _of_threads(those: Sequence[Thread]) -> dict[str, frozenset[str]]:
    return {
        one.id: frozenset(reply for side in one.sides for reply in side.reply_ids) for one in those
    }


def became(sets: Sets) -> Iterator[str]:
    """What became of each."""
    for new in sets.after:
        olds = sets.kin.before(new)
        if not olds:
            yield say.is_new(sets.kind, sets.name(new))
        elif len(olds) > 1:
            yield say.became_one(sets.kind, len(olds), sets.name(new))
        else:
            yield from _went_on(sets, olds[0], new)
    for old in sets.before:
        news = sets.kin.after(old)
        if len(news) > 1:
            yield say.came_apart(sets.kind, [sets.name(new) for new in news])
    gone = sum(not sets.kin.after(old) for old in sets.before)
    if gone:
        yield say.are_gone(sets.kind, gone)


def _went_on(sets: Sets, old: str, new: str) -> Iterator[str]:
    if len(sets.kin.after(old)) > 1:
        return
    was, now = sets.before[old], sets.after[new]
    if was.label != now.label:
        yield say.renamed(sets.kind, now.label)
    if (was.breadth, was.voices) != (now.breadth, now.voices):
        yield say.breadth_of(sets.kind, now.label)
    if _sides(was, now) != _sides(now, was):
        yield say.sides_of(sets.kind, now.label)


def _sides(of: ThemeHeard | Thread, beside: ThemeHeard | Thread) -> list[frozenset[str]]:
    """The sides or parts of one, as far as their replies stand in the other as well."""
    both = _replies(of) & _replies(beside)
    return [each & both for each in _parts(of)]


def _replies(of: ThemeHeard | Thread) -> frozenset[str]:
    if isinstance(of, ThemeHeard):
        return frozenset(of.reply_ids)
    return frozenset[str]().union(*_parts(of))


def _parts(of: ThemeHeard | Thread) -> list[frozenset[str]]:
    if isinstance(of, Thread):
        return [frozenset(side.reply_ids) for side in of.sides]
    sides = [frozenset(side.reply_ids) for side in of.readings]
    return [*sides, *(frozenset(part.reply_ids) for part in of.strands)]
