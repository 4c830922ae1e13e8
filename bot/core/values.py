"""The base of every value in core: frozen, closed to unknown keys, compared by content."""

from datetime import UTC, datetime
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict


class Value(BaseModel):
    """A frozen value. Unknown keys are an error, so that a misspelt key is never ignored."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def _utc(at: datetime) -> datetime:
    return at.astimezone(UTC)


Utc = Annotated[AwareDatetime, AfterValidator(_utc)]
"""An aware datetime, normalized to UTC."""
