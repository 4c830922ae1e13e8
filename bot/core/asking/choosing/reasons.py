"""Says in one sentence why a prompt was chosen. Chooses nothing."""

from bot.core.asking.choosing.fitness import Circumstances
from bot.core.asking.choosing.pairs import Turn
from bot.core.framework import PRACTICES
from bot.core.prompts import Depth, Prompt
from bot.core.words import listed


def why_single(prompt: Prompt, at: Circumstances, waited: int) -> str:
    """`waited`: 0 when the practice was never asked about."""
    practice = PRACTICES[prompt.practices[0]]
    turn = "has not been asked about yet" if not waited else "has waited longest"
    return _sentence(
        f"It keeps the three principles in balance, and of {practice.principle.title} it is "
        f"{practice.id} ({practice.label}) that {turn}",
        prompt,
        at,
    )


def why_joining(prompt: Prompt, at: Circumstances, turn: Turn) -> str:
    """`turn`: why it is this pair's."""
    one, other = (principle.title for principle in prompt.principles)
    return _sentence(
        f"It closes the cycle by joining two principles: {one} with {other} {turn.value}",
        prompt,
        at,
    )


def _sentence(turn: str, prompt: Prompt, at: Circumstances) -> str:
    besides = []
    if prompt.id in at.own:
        besides.append("it is one of your own questions")
    if prompt.depth is Depth.FIRST and at.is_first:
        besides.append("it suits a first cycle")
    if prompt.depth is Depth.LATER and not at.is_first:
        besides.append("it suits people who have answered before")
    if prompt.season and prompt.season is at.season:
        besides.append(f"it belongs to {prompt.season.value}")
    if prompt.kind and prompt.kind not in at.kinds:
        besides.append(f"no other prompt of this cycle is of its kind ({prompt.kind.value})")
    return f"{turn}{f'; {listed(besides)}' if besides else ''}."
