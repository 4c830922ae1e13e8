"""The neutral parts a digest is read in: no Slack, no HTML. They are plain text throughout."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from bot.core.digest.reading.picture import Picture
from bot.core.framework import Principle
from bot.core.themes.grouping import Language
from bot.core.values import Value


class Role(StrEnum):
    """What a part of the digest under a level 2 heading is for, so that a printer may set it."""

    COVER = "cover"
    LAST_TIME = "last-time"
    HEARD = "heard"
    JOINS = "joins"
    CHANGED = "changed"
    INVITATION = "invitation"
    QUESTIONS = "questions"
    MADE = "made"


class Heading(Value):
    """A heading. Level 2: a part of the digest; 3: a question; 4: a theme, or a kind of answer.

    Level 2 has a role, and a principle where the part is about one.
    """

    kind: Literal["heading"] = "heading"
    level: Literal[2, 3, 4]
    text: str
    role: Role | None = None
    principle: Principle | None = None


class Paragraph(Value):
    """A paragraph of our own words. `small`: about what stands around it, not for reading out."""

    kind: Literal["paragraph"] = "paragraph"
    text: str
    small: bool = False


class Quote(Value):
    """What a member said, perhaps in several lines, and how it is attributed, if at all.

    `own`: in the member's own words; else in a coordinator's.
    """

    kind: Literal["quote"] = "quote"
    words: str
    attribution: str = ""
    own: bool = True
    language: Language | None = None


class ListItem(Value):
    """One item of a list without order; neighbours belong to the same list."""

    kind: Literal["item"] = "item"
    text: str


class Fact(Value):
    """One row of a table of two columns, the first of which heads it; neighbours are one table."""

    kind: Literal["fact"] = "fact"
    label: str
    values: tuple[str, ...]


class Drawing(Value):
    """The picture of where the dots join. `alt` says what it shows; what follows it says all."""

    kind: Literal["drawing"] = "drawing"
    picture: Picture
    alt: str


Part = Annotated[
    Heading | Paragraph | Quote | ListItem | Fact | Drawing, Field(discriminator="kind")
]


def plain(part: Part) -> str:
    """One part as plain text."""
    match part:
        case Quote():
            words = in_quotation_marks(part.words) if part.own else part.words
            return f"{words}\n— {part.attribution}" if part.attribution else words
        case ListItem():
            return f"• {part.text}"
        case Fact():
            return f"{part.label}: {'; '.join(part.values)}"
        case Drawing():
            return f"[Picture: {part.alt}]"
        case _:
            return part.text


def plain_flow(flow: Iterable[Part]) -> str:
    """Parts as plain text, a blank line between them; the items of one list stay together."""
    text, before = "", ""
    for part in flow:
        together = part.kind in ("item", "fact") and part.kind == before
        text += ("\n" if together else "\n\n" if text else "") + plain(part)
        before = part.kind
    return text


def in_quotation_marks(words: str) -> str:
    """Double marks, or single ones around words that have double marks of their own."""
    if any(mark in words for mark in '“”"'):
        return f"\u2018{words}\u2019"
    return f"“{words}”"
