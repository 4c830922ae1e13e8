"""Which prompts to ask next, from what was asked before. Knows no dates.

Within a principle it is always the practice that waited longest, and within a practice the
prompt that fits best (fitness.py); rotation.py decides how the principles follow one another.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bot.core.asking.choosing.fitness import Circumstances, misfit
from bot.core.asking.choosing.pairs import Pairs, pair_of, pairs_of
from bot.core.asking.choosing.reasons import why_joining, why_single
from bot.core.asking.choosing.rotation import PRINCIPLES, Pair, Position, course
from bot.core.asking.choosing.safety import Counts
from bot.core.framework import PRACTICES, Principle
from bot.core.prompts import Kind, Prompt, PromptBank, Season

# Cycles in a row within which nobody should meet the same question twice: about a year of
# quarterly boards, long enough for the answer to have changed.
CYCLES_APART = 4


class Asked(NamedTuple):
    """One prompt that was asked (or will be), once however many channels heard it.

    `said`: how many people answered it, as far as it is known.
    """

    cycle_id: str
    prompt_id: str
    practices: tuple[str, ...]
    said: int = 0


def missing(bank: PromptBank) -> tuple[str, ...]:
    """What the bank lacks before a balanced cycle can be chosen, as parts of a sentence."""
    single = {prompt.principles[0] for prompt in bank.prompts if not prompt.joins}
    lacks = [f"a prompt for {p.title}" for p in PRINCIPLES if p not in single]
    if not any(prompt.joins for prompt in bank.prompts):
        lacks.append("a prompt that joins two principles")
    return tuple(lacks)


class Choice(NamedTuple):
    """A prompt, and one sentence that says why it was chosen."""

    prompt: Prompt
    why: str


def choose(
    bank: PromptBank,
    history: Sequence[Asked],
    cycle_id: str,
    count: int,
    seasons: Sequence[Season] = (),
) -> tuple[Choice, ...]:
    """The next `count` prompts of a cycle, the last one a joining prompt.

    `history` is oldest first and may hold prompts of this cycle: they count. The bank must not
    lack anything (`missing`). `seasons`: of the days of asking, if they are known. The same
    history always gives the same prompts, and asking the first of them then choosing again gives
    the rest.
    """
    if not count:
        return ()
    pairs = pairs_of(bank, [(a.practices, a.said) for a in history if len(a.practices) == 2])
    position = _position(bank, history, cycle_id, pairs)
    order, pair = course(position, count - 1)
    turns = _Turns(bank, history, cycle_id)
    days: list[Season | None] = [*seasons, *[None] * (count - len(seasons))]
    singles = [turns.single(principle, day) for principle, day in zip(order, days, strict=False)]
    return (*singles, turns.joining(pair, pairs, days[count - 1]))


def is_repeat(prompt: Prompt, history: Iterable[Asked], cycle_id: str) -> bool:
    """True when the prompt was asked in this cycle or one of the three before it."""
    return prompt.id in _recent(tuple(history), cycle_id)


def _recent(asked: Sequence[Asked], cycle_id: str) -> frozenset[str]:
    cycles = list(dict.fromkeys([*(a.cycle_id for a in asked if a.cycle_id != cycle_id), cycle_id]))
    recent = cycles[-CYCLES_APART:]
    return frozenset(a.prompt_id for a in asked if a.cycle_id in recent)


class _Turns:
    """When each practice and prompt had its turn (a smaller number has waited longer), and what
    this cycle has asked so far."""

    def __init__(self, bank: PromptBank, history: Sequence[Asked], cycle_id: str) -> None:
        self._bank = bank
        self._turns = 0
        self._practices: dict[str, int] = {}
        self._prompts: dict[str, int] = {}
        self._kinds: list[Kind] = []
        self._recent = _recent(history, cycle_id)
        self._is_first = all(asked.cycle_id == cycle_id for asked in history)
        for asked in history:
            self._ask(asked.prompt_id, asked.practices, here=asked.cycle_id == cycle_id)

    def _ask(self, prompt_id: str, practices: tuple[str, ...], *, here: bool) -> None:
        self._turns += 1
        self._prompts[prompt_id] = self._turns
        if len(practices) == 1:
            self._practices[practices[0]] = self._turns
        prompt = self._bank.get(prompt_id) if here else None
        if prompt and prompt.kind:
            self._kinds.append(prompt.kind)

    def _at(self, season: Season | None) -> Circumstances:
        kinds = tuple(self._kinds)
        return Circumstances(self._is_first, season, kinds, self._recent, self._bank.own)

    def _misfit(self, prompt: Prompt, at: Circumstances) -> tuple[int, ...]:
        return misfit(prompt, at, self._prompts.get(prompt.id, 0))

    def single(self, principle: Principle, season: Season | None) -> Choice:
        """The prompt of a principle whose turn it is; from now on it has had its turn."""
        at = self._at(season)
        chosen = min(
            (p for p in self._bank.prompts if p.principles == (principle,)),
            key=lambda p: (
                self._practices.get(p.practices[0], 0),
                p.practices,
                self._misfit(p, at),
            ),
        )
        why = why_single(chosen, at, self._practices.get(chosen.practices[0], 0))
        self._ask(chosen.id, chosen.practices, here=True)
        return Choice(chosen, why)

    def joining(self, pair: Pair, pairs: Pairs, season: Season | None) -> Choice:
        """The prompt that joins a pair of principles."""
        at = self._at(season)
        joining = [p for p in self._bank.prompts if p.joins and pair_of(p.practices) == pair]
        chosen = min(joining, key=lambda p: self._misfit(p, at))
        return Choice(chosen, why_joining(chosen, at, pairs.turn(pair)))


def _position(bank: PromptBank, history: Sequence[Asked], cycle_id: str, pairs: Pairs) -> Position:
    practices = {p.practices[0] for p in bank.prompts if not p.joins}
    here = [asked for asked in history if asked.cycle_id == cycle_id]
    singles = [asked for asked in here if len(asked.practices) == 1]
    return Position(
        asked=_per_principle(practice for asked in here for practice in asked.practices),
        fresh=_per_principle(_fresh(practices, history)),
        practices=_per_principle(practices),
        pairs=pairs.order,
        previous=PRACTICES[singles[-1].practices[0]].principle if singles else None,
    )


def _fresh(practices: set[str], history: Sequence[Asked]) -> set[str]:
    """The practices that the present round has not reached; never empty."""
    fresh = set(practices)
    for asked in history:
        if len(asked.practices) == 1:
            fresh -= set(asked.practices)
            fresh = fresh or set(practices)
    return fresh


def _per_principle(practices: Iterable[str]) -> Counts:
    principles = [PRACTICES[practice].principle for practice in practices]
    bridging, caring, curious = (principles.count(principle) for principle in PRINCIPLES)
    return bridging, caring, curious
