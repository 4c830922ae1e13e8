"""What a detector found in a text, and where. Never the words themselves: a finding may be kept."""

from enum import StrEnum

from pydantic import Field, model_validator

from bot.core.values import Value


class Detector(StrEnum):
    """Which of the three found something."""

    IDENTIFIER = "identifier"
    CONCERN = "concern"
    LANGUAGE = "language"


class Certainty(StrEnum):
    """How sure a detector is: `certain` where a checksum or an unmistakable form says so."""

    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"


class Finding(Value):
    """One thing noticed. `start` and `end` count characters of the text as it was given, `end`
    excluded; `kind` is a stable short name; `reason` is a plain sentence that repeats nothing of
    the text."""

    detector: Detector
    kind: str
    start: int = Field(ge=0)
    end: int
    certainty: Certainty
    reason: str

    @model_validator(mode="after")
    def _somewhere(self) -> "Finding":
        if self.end <= self.start:
            raise ValueError("expected a finding to cover at least one character")
        return self
