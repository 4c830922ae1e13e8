"""A prompt and the bank of all prompts, as values. Does not choose and does not read files."""

from datetime import date
from enum import StrEnum
from hashlib import sha256
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from bot.core.framework import PRACTICES, Principle
from bot.core.values import Value
from bot.core.words import listed


class Kind(StrEnum):
    """What a question asks people to do; a cycle should not ask for the same thing twice running.

    In the order of the values: notice what is there and works, say whose view is missing, look
    at our words, wonder about figures, slow down, try something small, be surprised.
    """

    NOTICING = "noticing"
    MISSING = "missing"
    WORDS = "words"
    DATA = "data"
    SLOWING = "slowing"
    TRYING = "trying"
    SURPRISE = "surprise"


class Depth(StrEnum):
    """How well people should know one another before they are asked."""

    FIRST = "first"
    LATER = "later"


class Season(StrEnum):
    """The part of the year a question belongs to, where it belongs to one."""

    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"


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


Why = Annotated[
    str,
    Field(
        pattern=r"^to [^.?!]+$",
        max_length=120,
        description="why we ask, as the end of a sentence: `to see what makes room for others`",
    ),
]
Provenance = Annotated[
    str, Field(min_length=1, max_length=200, description="who wrote it, when, and from what")
]
Credit = Annotated[
    str,
    Field(
        min_length=1,
        max_length=80,
        description="who suggested it, as they wish to be named beside it",
    ),
]
Language = Annotated[
    Literal["en"],
    Field(description="the language of `text`, always en; Welsh stands beside it under `cy`"),
]
OfKind = Annotated[Kind | None, Field(description="what the question asks people to do")]
OfDepth = Annotated[
    Depth | None, Field(description="first or later, where it does not suit every cycle")
]
OfSeason = Annotated[
    Season | None, Field(description="the part of the year it belongs to, if it belongs to one")
]


class Wording(Value):
    """A prompt in one more language."""

    text: Question
    follow_up: FollowUp | None = None


class Prompt(Value):
    """An open question tied to one practice, or (a joining prompt) to two of different principles.

    `id` never changes once a prompt has been asked: history and rotation hang on it. Its words
    may be edited: what was asked keeps the words it was asked in (`Occurrence.question`).
    """

    id: StableId
    practices: Practices
    text: Question
    follow_up: FollowUp | None = None
    kind: OfKind = None
    depth: OfDepth = None
    season: OfSeason = None
    why: Why | None = None
    language: Language = "en"
    cy: Wording | None = Field(default=None, description="the same in Welsh, by a translator")
    provenance: Provenance | None = None
    credit: Credit | None = None

    @property
    def why_we_ask(self) -> str:
        """One sentence with the practice's label, for whoever wonders what this is about."""
        labels = listed([PRACTICES[practice].label for practice in self.practices])
        return f"We ask about {labels}{f', {self.why}' if self.why else ''}."

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


class Pin(Value):
    """The prompt that is asked on one day of asking, whatever would have been chosen."""

    on: date = Field(description="the date of asking")
    prompt: StableId


class PromptBank(Value):
    """Every prompt that may be asked, in a stable order; ids are unique.

    `own`: the ids of those that the partnership wrote itself.
    """

    prompts: tuple[Prompt, ...]
    closing: tuple[ClosingQuestion, ...] = ()
    own: tuple[str, ...] = ()

    @property
    def version(self) -> str:
        """Eight characters that change whenever anything in the bank does."""
        return sha256(self.model_dump_json().encode()).hexdigest()[:8]

    def get(self, prompt_id: str) -> Prompt | None:
        """The prompt with this id, or None when the bank no longer holds it."""
        return next((prompt for prompt in self.prompts if prompt.id == prompt_id), None)

    def with_own(self, own: "PromptBank") -> "PromptBank":
        """This bank and a partnership's own questions; of two with one id, the one here stays."""
        taken = {*(each.id for each in self.prompts), *(each.id for each in self.closing)}
        prompts = tuple(each for each in own.prompts if each.id not in taken)
        closing = tuple(each for each in own.closing if each.id not in taken)
        return PromptBank(
            prompts=(*self.prompts, *prompts),
            closing=(*self.closing, *closing),
            own=(*self.own, *(each.id for each in prompts)),
        )
