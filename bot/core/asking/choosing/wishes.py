"""What coordinators wish to be asked, on a day they name, or not to be asked at all.

The wishes are kept; the prompts around them are chosen so that the cycle stays balanced.
"""

from collections.abc import Collection, Sequence

from bot.core.asking.choosing.choice import Asked, Choice, choose
from bot.core.prompts import Prompt, PromptBank, Season

_PINNED = "A coordinator chose it for this day."


def without(bank: PromptBank, left_out: Collection[str]) -> PromptBank:
    """The bank without the prompts that a partnership does not wish to be asked."""
    if not left_out:
        return bank
    kept = tuple(prompt for prompt in bank.prompts if prompt.id not in left_out)
    return bank.model_copy(update={"prompts": kept})


def choose_around(
    bank: PromptBank,
    history: Sequence[Asked],
    cycle_id: str,
    pinned: Sequence[Prompt | None],
    seasons: Sequence[Season],
) -> tuple[Choice, ...]:
    """One choice for each day of `pinned`: the prompt named there, or the one that fits best.

    Pinned prompts count as if they had been asked before everything else in this cycle, so that
    planning again once some were asked gives the same rest.
    """
    wished = {prompt.id: prompt for prompt in pinned if prompt}
    before = [asked for asked in history if asked.cycle_id != cycle_id]
    here = [asked for asked in history if asked.cycle_id == cycle_id]
    pins = [Asked(cycle_id, prompt.id, prompt.practices) for prompt in wished.values()]
    free = [season for prompt, season in zip(pinned, seasons, strict=True) if not prompt]
    rest = iter(choose(bank, [*before, *pins, *here], cycle_id, len(free), free))
    return tuple(Choice(prompt, _PINNED) if prompt else next(rest) for prompt in pinned)
