"""A wording to notice, and how its pattern is written. Looks at no text itself."""

import re
from functools import lru_cache
from typing import Literal

from pydantic import Field

from bot.core.values import Value

Tier = Literal["A", "B", "C", "D"]
"""A blames, or implies consent or choice. B labels. C is jargon. D is contested."""

SAID_BY_DOTS: frozenset[Tier] = frozenset({"A", "B"})
"""What the bot's own words, and its prompts, may not use."""
NUDGED: frozenset[Tier] = frozenset({"A"})
"""What a member is told of by default: only what blames (domain.md, section 3)."""

_LISTS = {
    "{child}": r"(?:child|children|young (?:people|persons?|men|man|women|woman|girls?|boys?|lads?"
    r"|ones?)|youngsters?|teens?|teenagers?|teenage (?:girls?|boys?)|adolescents?|girls?|boys?"
    r"|lads?|lass(?:es)?|kids?|pupils?|students?|youths?|under-?\s?(?:18|16)s|minors?|son|daughter"
    r"|year (?:sevens?|eights?|nines?|tens?|elevens?|\d+s?)|\w{1,9}[- ]year[- ]olds?)",
    "{family}": r"(?:famil(?:y|ies)|parents?|mothers?|mums?|fathers?|dads?|carers?|households?)",
    "{adult}": r"(?:adults?|men|man|women|perpetrators?|exploiters?|abusers?|groomers?)",
    "{exploit}": r"(?:exploit\w*|groom\w*|traffick\w*|county lines?|gangs?)",
}
"""What a pattern may name in curly brackets, so that a list of words is kept once."""


class Term(Value):
    """One wording: where it is found, where it is not meant, why it matters, what to say instead.

    `needs` and `unless` are searched in the same sentence. `only_of` says that nothing is meant
    when the sentence says it of adults, services or us; where it says `families`, a parent is none
    of those. `note` is for whoever edits the list.
    """

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]{1,59}$")
    tier: Tier
    pattern: str
    needs: str | None = None
    unless: str | None = None
    only_of: Literal["children", "families"] | None = None
    why: str
    instead: str
    source: str
    note: str = ""


@lru_cache(maxsize=1024)
def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, case aside, with its lists of words written out."""
    return re.compile(_written_out(pattern), re.IGNORECASE)


@lru_cache(maxsize=1024)
def whole_words(pattern: str) -> re.Pattern[str]:
    """The same, ending with a whole word. That it begins with one is for the caller to see: an
    assertion before the words would cost three times as much."""
    return re.compile(f"(?:{_written_out(pattern)})(?!\\w)", re.IGNORECASE)


_BOUNDED = {r"\w+": r"\w{1,30}", r"\w*": r"\w{0,30}", r"\d+": r"\d{1,30}"}
"""What may be of any length, and what it may be instead: the longest words in a
large English dictionary have 29 letters, without names of chemicals."""


def _written_out(pattern: str) -> str:
    for name, words in _LISTS.items():
        pattern = pattern.replace(name, words)
    # A word of any length would be tried from each of its letters: time by the square of a reply
    # that is one long word.
    for unbounded, bounded in _BOUNDED.items():
        pattern = pattern.replace(unbounded, bounded)
    return pattern
