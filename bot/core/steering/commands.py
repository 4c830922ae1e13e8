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


LONG_ENOUGH = 5
"""Letters of a word that is looked for in misspelt ones."""


class Understood(NamedTuple):
    """What was asked for ("" when nothing was typed, None when it was not understood), and what
    may have been meant."""

    asked: str | None
    meant: str = ""


def understood(text: str) -> Understood:
    """What a person asked for; a wrong word is answered with a suggestion, never acted upon."""
    words = " ".join(text.lower().split()).rstrip(".!")
    if not words:
        return Understood("")
    for asked, spellings in WORDS.items():
        for spelling in spellings:
            if words == spelling or words.startswith(f"{spelling} "):
                return Understood(asked)
    return Understood(None, meant=_meant(words))


def _meant(words: str) -> str:
    """The first word that is one of ours, else the first that is like one: of five letters or
    more, or a command itself ("what" is like "wait", and means something else)."""
    names = {spelling: asked for asked, spellings in WORDS.items() for spelling in spellings}
    typed = [word.strip(".,!?")[:30] for word in words.split()[:10]]
    close = [word for word in typed if word in names]
    misspelt = [each for each in names if len(each) >= LONG_ENOUGH or each in WORDS]
    for word in typed:
        close += get_close_matches(word, misspelt, n=1, cutoff=LIKE_ENOUGH)
    return names[close[0]] if close else ""
