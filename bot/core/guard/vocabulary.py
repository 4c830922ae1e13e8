"""Makes sets of words, and alternatives for a pattern, from a text, so that long lists can be read.
Knows no word itself.
"""

import re

_BREAK = re.compile(r"\s*\n\s*")


def vocabulary(words: str) -> frozenset[str]:
    """The words between white space, each once."""
    return frozenset(words.split())


def any_of(alternatives: str) -> str:
    """A group for a regular expression: alternatives with | between them, over several lines."""
    return f"(?:{_BREAK.sub('', alternatives.strip())})"
