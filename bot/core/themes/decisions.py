"""What a coordinator decides while sorting, kept and applied again whenever the draft is made.

All name replies, never themes, which may be gone by then. They stand in the order in which they
were made; the later of two that contradict each other wins. To undo is to drop the last one.
"""

from typing import Annotated, Literal, TypeAlias

from pydantic import Field, TypeAdapter

from bot.core.values import Value


class Together(Value):
    """These replies say about the same thing; those in `but_not` were looked at, and do not."""

    kind: Literal["together"] = "together"
    replies: tuple[str, ...]
    but_not: tuple[str, ...] = ()


class Apart(Value):
    """`reply` does not say the same as any of `others`. Says nothing of `others` among them."""

    kind: Literal["apart"] = "apart"
    reply: str
    others: tuple[str, ...]


class Move(Value):
    """`reply` leaves those in `away_from` and joins `to`: the members of a theme, then."""

    kind: Literal["move"] = "move"
    reply: str
    to: tuple[str, ...]
    away_from: tuple[str, ...] = ()


class Rename(Value):
    """The theme that holds most of `replies` has this name. Empty words take a name back."""

    kind: Literal["rename"] = "rename"
    replies: tuple[str, ...]
    words: str


class OffTopic(Value):
    """`reply` is about something else than the question. It is left out, and counted."""

    kind: Literal["off-topic"] = "off-topic"
    reply: str


Decision: TypeAlias = Annotated[
    Together | Apart | Move | Rename | OffTopic, Field(discriminator="kind")
]

DECISIONS: TypeAdapter[tuple[Decision, ...]] = TypeAdapter(tuple[Decision, ...])
"""Decisions to and from JSON, for whoever keeps them."""
