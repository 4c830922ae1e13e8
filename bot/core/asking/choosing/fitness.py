"""How well each prompt of a practice fits a moment; smaller fits better. Knows no dates."""

from collections.abc import Collection
from typing import NamedTuple

from bot.core.prompts import Depth, Kind, Prompt, Season

_BEFORE_OTHERS, _AS_OTHERS, _AFTER_OTHERS = 0, 1, 2


class Circumstances(NamedTuple):
    """What a prompt is chosen for.

    `is_first`: the partnership has not been asked in any other cycle. `season`: of the day of
    asking, if it is known. `kinds`: of the prompts before it in this cycle. `recent`: the ids of
    those that were asked too lately to be asked again. `own`: of those that the partnership
    wrote itself.
    """

    is_first: bool
    season: Season | None
    kinds: Collection[Kind]
    recent: Collection[str]
    own: Collection[str] = ()


def misfit(prompt: Prompt, at: Circumstances, last_asked: int) -> tuple[int, ...]:
    """How badly a prompt fits, gravest first: asked lately, out of season, asked before, not the
    partnership's own, depth that does not suit, of no season in particular, of a kind this cycle
    had. `last_asked`: its turn, or 0 for never."""
    in_season = prompt.season is not None and prompt.season is at.season
    return (
        prompt.id in at.recent,
        None not in (prompt.season, at.season) and not in_season,
        bool(last_asked),
        prompt.id not in at.own,
        _depth(prompt, at),
        not in_season,
        sum(kind is prompt.kind for kind in at.kinds),
        last_asked,
    )


def _depth(prompt: Prompt, at: Circumstances) -> int:
    suits = Depth.FIRST if at.is_first else Depth.LATER
    if prompt.depth is None:
        return _AS_OTHERS
    return _BEFORE_OTHERS if prompt.depth is suits else _AFTER_OTHERS
