"""A prompt and the bank of all prompts, as values. Does not choose and does not read files."""

from typing import Annotated

from pydantic import AfterValidator, Field

from bot.core.framework import PRACTICES, Principle
from bot.core.values import Value


def _known(practice_id: str) -> str:
    if practice_id not in PRACTICES:
        known = ", ".join(PRACTICES)
        raise ValueError(f"expected one of the twelve practices ({known})")
    return practice_id


PracticeId = Annotated[str, AfterValidator(_known)]


class Wording(Value):
    """A prompt in one more language."""

    text: str = Field(min_length=1, max_length=300)
    follow_up: str | None = Field(default=None, min_length=1, max_length=300)


class Prompt(Value):
    """An open question tied to one practice, or (a joining prompt) to two of different principles.

    `id` never changes once a prompt has been asked: history and rotation hang on it.
    """

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]{1,59}$")
    practices: tuple[PracticeId, ...] = Field(min_length=1, max_length=2)
    text: str = Field(min_length=1, max_length=300)
    follow_up: str | None = Field(default=None, min_length=1, max_length=300)
    cy: Wording | None = None

    @property
    def principles(self) -> tuple[Principle, ...]:
        """The principles this prompt counts for: one, or two for a joining prompt."""
        return tuple(PRACTICES[practice].principle for practice in self.practices)

    @property
    def joins(self) -> bool:
        """True for a prompt that ties two principles together."""
        return len(self.practices) == 2


class ClosingQuestion(Value):
    """A question for the board to take into the room, tied to one practice."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]{1,59}$")
    practice: PracticeId
    text: str = Field(min_length=1, max_length=300)
    cy: str | None = Field(default=None, min_length=1, max_length=300)


class PromptBank(Value):
    """Every prompt that may be asked, in a stable order; ids are unique."""

    prompts: tuple[Prompt, ...]
    closing: tuple[ClosingQuestion, ...] = ()

    def get(self, prompt_id: str) -> Prompt | None:
        """The prompt with this id, or None when the bank no longer holds it."""
        return next((prompt for prompt in self.prompts if prompt.id == prompt_id), None)
