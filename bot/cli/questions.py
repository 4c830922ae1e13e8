"""Every question that may be asked somewhere: the shipped bank, and what partnerships add to it."""

from typing import NamedTuple

from bot.content import read_own_prompts, read_prompts
from bot.core.prompts import Prompt, PromptBank
from bot.settings import Settings


class Listed(NamedTuple):
    """A prompt, and the id of the one partnership that asks it; "" for all of them."""

    whose: str
    prompt: Prompt

    def as_json(self) -> dict[str, object]:
        """The prompt with a key that says whose it is; null for everybody's."""
        return self.prompt.model_dump(mode="json") | {"partnership": self.whose or None}


class Questions(NamedTuple):
    """The shipped bank, and every prompt there is."""

    shipped: PromptBank
    every: tuple[Listed, ...]


def read_questions(settings: Settings) -> Questions:
    """The bank and everything beside it. Raises ContentError, with every mistake."""
    shipped = read_prompts(settings.dots_prompts)
    own = read_own_prompts(settings.dots_schedules, settings.dots_prompts)
    theirs = (Listed(whose, prompt) for whose in sorted(own) for prompt in own[whose].prompts)
    return Questions(shipped, (*(Listed("", each) for each in shipped.prompts), *theirs))
