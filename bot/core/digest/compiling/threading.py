"""Turns threads that were found across questions into threads across principles, with the words
of each side. Shows nothing of replies that may not be used."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from bot.core.digest.compiling.breadth import breadth
from bot.core.digest.compiling.gather import Asking, authors
from bot.core.digest.compiling.lines import Lines
from bot.core.digest.compiling.material import Material
from bot.core.digest.compiling.naming import voices
from bot.core.digest.compiling.placing import Place
from bot.core.digest.compiling.pruning import pruned_thread
from bot.core.digest.edits import thread as thread_target
from bot.core.digest.heard import LineKind, Side, Thread, Voices
from bot.core.framework import PRACTICES, Principle
from bot.core.replies import Reply
from bot.core.sectors import Sector
from bot.core.themes import grouping
from bot.core.themes.plainest import across_principles


class _Cycle(NamedTuple):
    """What every thread of one digest needs to know."""

    material: Material
    lines: Lines
    here: Mapping[str, Reply]
    theme_of: Mapping[str, str]
    about: Mapping[str, tuple[Principle, ...]]
    named: Collection[Sector]
    standing: Collection[str]
    everyone: int


def threads(
    material: Material,
    lines: Lines,
    askings: Sequence[Asking],
    places: Sequence[Place],
    named: Collection[Sector],
    standing: Collection[str],
) -> tuple[Thread, ...]:
    """The plainest threads across at least two principles, in the order of their ids. `standing`:
    replies that are quoted for their themes, perhaps with their sector."""
    if material.grouping is None:
        return ()
    here = {reply.id: reply for asking in askings for reply in asking.replies}
    cycle = _Cycle(
        material=material,
        lines=lines,
        here=here,
        theme_of={
            one.id: theme.id
            for place in places
            for theme, members in place.themes
            for one in members
        },
        about={asking.first.id: _principles(asking) for asking in askings},
        named=named,
        standing=standing,
        everyone=len(authors(here.values())),
    )
    left = [pruned_thread(one, here) for one in material.grouping.threads]
    plain = across_principles([one for one in left if one is not None], cycle.about)
    return tuple(_thread(cycle, one) for one in plain)


def _principles(asking: Asking) -> tuple[Principle, ...]:
    return tuple(dict.fromkeys(PRACTICES[one].principle for one in asking.first.practices))


def _thread(cycle: _Cycle, found: grouping.Thread) -> Thread:
    members = [cycle.here[one] for side in found.sides for one in side.replies]
    edits, target, own_name = cycle.material.edits, thread_target(found.id), ", ".join(found.label)
    label = edits.reworded(target, own_name)
    return Thread(
        id=found.id,
        label=label,
        named=label != own_name,
        sides=tuple(_side(cycle, *each) for each in _sides(cycle, found)),
        breadth=breadth(len(authors(members)), cycle.everyone),
        voices=_voices(cycle, members),
    )


def _voices(cycle: _Cycle, members: Sequence[Reply]) -> Voices:
    """The sectors shown beside quotes of these replies elsewhere count as seen here, too."""
    seen = {one.sector for one in members if one.id in cycle.standing and one.sector is not None}
    whole = cycle.material
    return voices(
        members, cycle.named, seen & set(cycle.named), whole.partnership.privacy, whole.cycle.id
    )


def _sides(cycle: _Cycle, found: grouping.Thread) -> list[tuple[Principle, tuple[str, ...]]]:
    """The replies under each principle. What answers a question that ties two stands under the
    one that nothing else in the thread was heard under."""
    replies: dict[Principle, list[str]] = {}
    for side in sorted(found.sides, key=lambda one: len(cycle.about[one.group])):
        about = cycle.about[side.group]
        principle = next((one for one in about if one not in replies), about[0])
        replies.setdefault(principle, []).extend(side.replies)
    return [(one, tuple(replies[one])) for one in Principle if one in replies]


def _side(cycle: _Cycle, principle: Principle, replies: tuple[str, ...]) -> Side:
    """Its line is the first that may be printed; it shows no sector."""
    line = next(
        (
            cycle.lines.line(cycle.here[one])
            for one in replies
            if cycle.lines.kind(cycle.here[one]) in (LineKind.QUOTED, LineKind.PUT)
        ),
        None,
    )
    themes = dict.fromkeys(cycle.theme_of[one] for one in replies if one in cycle.theme_of)
    return Side(principle=principle, theme_ids=tuple(themes), reply_ids=replies, line=line)
