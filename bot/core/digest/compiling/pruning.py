"""What is left of a theme when some of its replies are gone or say something else now."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from bot.core.digest.compiling.quoting import cleaned
from bot.core.themes.grouping import Grouping, Side, Theme, Thread


class Spoken(Protocol):
    """A reply, as far as it matters here."""

    @property
    def id(self) -> str: ...

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


def pruned_grouping(grouping: Grouping, here: Mapping[str, Spoken]) -> Grouping:
    """The grouping with those of its replies that are still there."""
    themes = (pruned(theme, here) for theme in grouping.themes)
    threads = (pruned_thread(one, here) for one in grouping.threads)
    kept = {
        name: _kept(getattr(grouping, name), here)
        for name in ("singles", "not_easily_grouped", "off_topic")
    }
    left = {
        "themes": tuple(one for one in themes if one.members),
        "threads": tuple(one for one in threads if one is not None),
    }
    return grouping.model_copy(update=kept | left)


def pruned_thread(thread: Thread, here: Mapping[str, Spoken]) -> Thread | None:
    """The thread with those of its replies that are still there, and of its name only what people
    on two sides used; None once it joins nothing any more."""
    sides = [
        side.model_copy(update={"replies": _kept(side.replies, here)}) for side in thread.sides
    ]
    left = tuple(side for side in sides if side.replies)
    shared = tuple(one for one in thread.label if _is_on_two_sides(one, left, here))
    if len(left) < 2 or not shared:
        return None
    return thread.model_copy(update={"sides": left, "label": shared})


def _is_on_two_sides(phrase: str, sides: Sequence[Side], here: Mapping[str, Spoken]) -> bool:
    wanted = f" {_words(phrase)} "
    users = [
        {here[one].author for one in side.replies if wanted in f" {_words(here[one].text)} "}
        for side in sides
    ]
    return sum(bool(each) for each in users) > 1 and len(set().union(*users)) > 1


def _kept(ids: tuple[str, ...], here: Mapping[str, Spoken]) -> tuple[str, ...]:
    return tuple(one for one in ids if one in here)


def _is_shared(phrase: str, members: list[Spoken]) -> bool:
    wanted = f" {_words(phrase)} "
    return len({one.author for one in members if wanted in f" {_words(one.text)} "}) > 1


def _words(text: str) -> str:
    letters = (one if one.isalnum() else " " for one in cleaned(text).casefold())
    return " ".join("".join(letters).split())
