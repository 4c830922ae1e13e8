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


def _apart(practice_ids: tuple[str, ...]) -> tuple[str, ...]:
    principles = {PRACTICES[practice_id].principle for practice_id in practice_ids}
    if len(principles) < len(practice_ids):
        raise ValueError("expected two practices of two different principles, such as BB3 and LC4")
    return practice_ids


PracticeId = Annotated[
    str,
    AfterValidator(_known),
    Field(
        description="one of the twelve practices: BB1 to BB4, LC1 to LC4, CU1 to CU4",
        json_schema_extra={"enum": list(PRACTICES)},
    ),
]
StableId = Annotated[
    str,
    Field(
        pattern=r"^[a-z0-9][a-z0-9-]{1,59}$",
        description="a short name that never changes: small letters, digits and hyphens",
    ),
]
Question = Annotated[
    str, Field(min_length=1, max_length=300, description="one open question, 25 words at most")
]
FollowUp = Annotated[
    str,
    Field(min_length=1, max_length=300, description="a second question, to take a reply further"),
]


_Several = tuple[PracticeId, ...]
Practices = Annotated[_Several, Field(min_length=1, max_length=2), AfterValidator(_apart)]
"""One practice, or two of different principles."""
PairOfPractices = Annotated[_Several, Field(min_length=2, max_length=2), AfterValidator(_apart)]


class Wording(Value):
    """A prompt in one more language."""

    text: Question
    follow_up: FollowUp | None = None


class Prompt(Value):
    """An open question tied to one practice, or (a joining prompt) to two of different principles.

    `id` never changes once a prompt has been asked: history and rotation hang on it.
    """

    id: StableId
    practices: Practices
    text: Question
    follow_up: FollowUp | None = None
    cy: Wording | None = Field(default=None, description="the same in Welsh, by a translator")

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

    id: StableId
    practice: PracticeId
    text: Question
    cy: Question | None = Field(default=None, description="the same in Welsh, by a translator")


class PromptBank(Value):
    """Every prompt that may be asked, in a stable order; ids are unique."""

    prompts: tuple[Prompt, ...]
    closing: tuple[ClosingQuestion, ...] = ()

    def get(self, prompt_id: str) -> Prompt | None:
        """The prompt with this id, or None when the bank no longer holds it."""
        return next((prompt for prompt in self.prompts if prompt.id == prompt_id), None)
