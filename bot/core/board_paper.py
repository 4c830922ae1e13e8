"""The cover of a board paper, as a partnership's file describes it; the digest adds the rest."""

from typing import Annotated, Literal

from pydantic import Field

from bot.core.values import Value

ASKED_TO = (
    "talk about the questions in this paper",
    "say of each what it did, what it will do and by when, what it cannot do and why, or that it "
    "is still thinking",
)
"""What a board is asked to do where its partnership has not said otherwise: to answer, not to
note. The four answers are those that are carried back to the people who were asked."""

AskedTo = Annotated[str, Field(min_length=1, max_length=200)]


class BoardPaper(Value):
    """What stands on the cover beside the board's name and the date of the meeting."""

    agenda_item: str = Field(
        default="", max_length=40, description="the number of the agenda item, in quotes, if known"
    )
    author: str = Field(
        default="the partnership's coordinators",
        min_length=1,
        max_length=120,
        description="whose paper it is, as it reads after “Author:”",
    )
    purpose: Literal["discussion", "decision", "assurance", "information"] = Field(
        default="discussion",
        description="why it is on the agenda: discussion, decision, assurance or information",
    )
    asked_to: tuple[AskedTo, ...] = Field(
        default=ASKED_TO,
        min_length=1,
        max_length=6,
        description="what the board is asked to do, one line each, as it reads after “to”",
    )
