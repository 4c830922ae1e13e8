"""The neutral parts a digest is read in: no Slack, no HTML. They are plain text throughout."""

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field

from bot.core.values import Value


class Heading(Value):
    """A heading. Level 2: a part of the digest; 3: a question; 4: a kind of answer."""

    kind: Literal["heading"] = "heading"
    level: Literal[2, 3, 4]
    text: str


class Paragraph(Value):
    """A paragraph of our own words."""

    kind: Literal["paragraph"] = "paragraph"
    text: str


class Quote(Value):
    """A member's own words, perhaps of several lines, and how they are attributed."""

    kind: Literal["quote"] = "quote"
    words: str
    attribution: str


class ListItem(Value):
    """One item of a list without order; neighbours belong to the same list."""

    kind: Literal["item"] = "item"
    text: str


Part = Annotated[Heading | Paragraph | Quote | ListItem, Field(discriminator="kind")]


def plain(part: Heading | Paragraph | Quote | ListItem) -> str:
    """One part as plain text."""
    match part:
        case Quote():
            return f"{_in_quotation_marks(part.words)}\n— {part.attribution}"
        case ListItem():
            return f"• {part.text}"
        case _:
            return part.text


def plain_flow(flow: Iterable[Part]) -> str:
    """Parts as plain text, a blank line between them; the items of one list stay together."""
    text, previous = "", None
    for part in flow:
        together = isinstance(part, ListItem) and isinstance(previous, ListItem)
        text += ("\n" if together else "\n\n" if text else "") + plain(part)
        previous = part
    return text


def _in_quotation_marks(words: str) -> str:
    """Double marks, or single ones around words that have double marks of their own."""
    if any(mark in words for mark in '“”"'):
        return f"\u2018{words}\u2019"
    return f"“{words}”"
