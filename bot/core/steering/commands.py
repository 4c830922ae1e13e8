"""Understands what was typed after /dots, also when it is misspelt. Does nothing with it."""

from difflib import get_close_matches
from typing import NamedTuple

WORDS: dict[str, tuple[str, ...]] = {
    "next": ("next", "when", "upcoming", "soon"),
    "plan": ("plan", "calendar", "dates", "desk", "change"),
    "pause": ("pause", "stop", "wait"),
    "resume": ("resume", "continue", "unpause"),
    "privacy": ("privacy", "private", "who sees", "who sees this"),
    "propose": ("propose", "suggest", "question"),
    "setup": ("setup", "set up", "set-up", "start", "new"),
    "help": ("help", "?", "hello", "hi"),
}
"""Each thing that can be asked for, and the words that mean it."""

LIKE_ENOUGH = 0.7
"""How alike a misspelt word must be to be suggested, 0 to 1 (difflib's ratio): "pasue" is, "pub" is
not. A judgement."""


class Understood(NamedTuple):
    """What was asked for ("" when nothing was typed, None when it was not understood), the rest
    of what was typed, and what may have been meant."""

    asked: str | None
    rest: str = ""
    meant: str = ""


def understood(text: str) -> Understood:
    """What a person asked for; a wrong word is answered with a suggestion, never acted upon."""
    words = " ".join(text.lower().split())
    if not words:
        return Understood("")
    for asked, spellings in WORDS.items():
        for spelling in spellings:
            if words == spelling or words.startswith(f"{spelling} "):
                return Understood(asked, words[len(spelling) :].strip())
    return Understood(None, meant=_meant(words))


def _meant(words: str) -> str:
    names = {spelling: asked for asked, spellings in WORDS.items() for spelling in spellings}
    close = get_close_matches(words.split()[0][:30], names, n=1, cutoff=LIKE_ENOUGH)
    return names[close[0]] if close else ""
