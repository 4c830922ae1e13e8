"""What is left of a theme when some of its replies are gone or say something else now."""

from collections.abc import Mapping
from typing import Protocol

from bot.core.digest.compiling.quoting import cleaned
from bot.core.themes.grouping import Theme


class Spoken(Protocol):
    """A reply, as far as it matters here."""

    @property
    def author(self) -> str: ...

    @property
    def text(self) -> str: ...


def pruned(theme: Theme, here: Mapping[str, Spoken]) -> Theme:
    """The theme with those of its members who are still there, and of its name only what at least
    two of them used, word for word."""
    members = tuple(one for one in theme.members if one in here)
    if len(members) == len(theme.members):
        return theme
    sides = [_kept(side, here) for side in theme.readings or ()]
    folds = (_kept(fold, here) for fold in theme.folded)
    parts = (_kept(part, here) for part in theme.subthemes)
    left = [here[one] for one in members]
    return theme.model_copy(
        update={
            "members": members,
            "label": tuple(one for one in theme.label if _is_shared(one, left)),
            "subthemes": tuple(part for part in parts if len(part) > 1),
            "readings": (sides[0], sides[1]) if sides and all(sides) else None,
            "folded": tuple(fold for fold in folds if len(fold) > 1),
        }
    )


def _kept(ids: tuple[str, ...], here: Mapping[str, Spoken]) -> tuple[str, ...]:
    return tuple(one for one in ids if one in here)


def _is_shared(phrase: str, members: list[Spoken]) -> bool:
    wanted = f" {_words(phrase)} "
    return len({one.author for one in members if wanted in f" {_words(one.text)} "}) > 1


def _words(text: str) -> str:
    letters = (one if one.isalnum() else " " for one in cleaned(text).casefold())
    return " ".join("".join(letters).split())
