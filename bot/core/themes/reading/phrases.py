"""Finds the phrases in texts that could name a theme, and who used each. Chooses none."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from bot.core.themes.reading.words import FUNCTION_WORDS, VAGUE, folded

Phrase = tuple[str, ...]
"""Its words, folded."""

LONGEST = 4
"""Words of a phrase; longer ones are hardly ever said twice."""

INNER = frozenset({"of", "in", "for", "to", "and", "with", "on", "at", "not", "no"})
"""Function words that a phrase may hold inside it, one at most: "point of contact"."""

SHORTEST_WORD = 4
"""Letters of a word that may stand alone, unless it is in capitals."""

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
"""A word as it is written, with the hyphens in it: a phrase is shown as people wrote it."""

BREAK = re.compile(r"[^\w\s'’-]+|_+|\s['’-]+|['’-]+\s")
"""What no phrase goes across: every sign but spaces, and hyphens and apostrophes inside words."""


class Spoken:
    """The phrases that at least two authors of some texts used, and how they wrote them."""

    def __init__(self, texts: Sequence[str], authors: Sequence[str]) -> None:
        found = [_phrases(text) for text in texts]
        users: dict[Phrase, set[str]] = defaultdict(set)
        for phrases, author in zip(found, authors, strict=True):
            for phrase in phrases:
                users[phrase].add(author)
        self.users = {phrase: len(by) for phrase, by in users.items() if len(by) > 1}
        self.of = [
            {phrase: shown for phrase, shown in phrases.items() if phrase in self.users}
            for phrases in found
        ]


def _phrases(text: str) -> dict[Phrase, str]:
    """Each phrase once, as it was first written."""
    found: dict[Phrase, str] = {}
    for part in BREAK.split(text):
        written = [match.group() for match in WORD.finditer(part)]
        words = [folded(each) for each in written]
        for start in range(len(words)):
            if words[start] in FUNCTION_WORDS:
                continue
            for end in range(start + 1, min(start + LONGEST, len(words)) + 1):
                if _may_name(words[start:end], written[start:end]):
                    found.setdefault(tuple(words[start:end]), _shown(written[start:end], start))
    return found


def _may_name(words: Sequence[str], written: Sequence[str]) -> bool:
    inner = [word for word in words if word in FUNCTION_WORDS]
    if words[-1] in FUNCTION_WORDS or words[-1].endswith("ly"):
        return False
    if len(inner) > 1 or any(word not in INNER for word in inner):
        return False
    if any(word.isdigit() or "'" in word for word in words):
        return False
    if all(word in VAGUE or word in FUNCTION_WORDS for word in words):
        return False
    return len(words) > 1 or len(words[0]) >= SHORTEST_WORD or written[0].isupper()


def _shown(written: Sequence[str], start: int) -> str:
    """As it was written, but a capital that only begins a sentence goes."""
    first = written[0]
    is_name = (first.isupper() and len(first) > 1) or any(each[0].isupper() for each in written[1:])
    if start == 0 and not is_name:
        first = first.lower()
    return " ".join([first, *written[1:]])


def most_written(forms: Counter[str]) -> str:
    """The commonest of several ways to write a phrase."""
    return min(forms, key=lambda form: (-forms[form], form))
