"""What stands around a place in a text: the words before, after, and in the same sentence."""

import re

NEAR = 48
"""Characters within which a cue word speaks of a number: about eight words."""

_SENTENCE_END = re.compile(
    r"[!?]+\s|(?<![A-Z\s.]\b)(?<!\bno)(?<!\bref)(?<!\bnos)\.\s(?=\s*\W*[A-Z0-9])|\n\s*\n"
    r"|\n(?=\s*[-*•\d])"
)


def before(words: str, at: int, reach: int = NEAR) -> str:
    """The characters before `at`, not further back than its paragraph."""
    return words[max(0, at - reach) : at].rpartition("\n\n")[2]


def after(words: str, at: int, reach: int = NEAR) -> str:
    """The characters from `at` on, not beyond its paragraph."""
    return words[at : at + reach].partition("\n\n")[0]


def sentence(words: str, start: int, end: int, reach: int = 240) -> str:
    """The sentence round a place, at most `reach` characters to each side."""
    left = words[max(0, start - reach) : start]
    ends = [match.end() for match in _SENTENCE_END.finditer(left)]
    right = words[end : end + reach]
    stop = _SENTENCE_END.search(right)
    return (
        left[ends[-1] if ends else 0 :] + words[start:end] + right[: stop.start() if stop else None]
    )
