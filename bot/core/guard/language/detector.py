"""Notices words that blame or label, where they are used and not talked about. Rewrites nothing."""

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from bot.core.guard.examine import Detect
from bot.core.guard.finding import Certainty, Detector, Finding
from bot.core.guard.language.silence import not_speech, quoted, talks_about_words
from bot.core.guard.language.subject import is_said_of_others
from bot.core.guard.language.terms import NUDGED, Term, Tier, compiled, whole_words
from bot.core.guard.reading import read
from bot.core.guard.welsh import is_welsh

Spans = Sequence[tuple[int, int]]

_SEEN_AROUND = 240
"""Characters on either side in which a sentence is looked for: the longest of plain English. A
bound, because a text without any full stop must not take time by its square."""

_END = re.compile(r"[.!?]+(?=[\s\"')]|$)|[;\n]")
"""Where a sentence ends: not at the point in `s.31`."""


def language(
    terms: Iterable[Term], tiers: AbstractSet[Tier] = NUDGED, muted: bool = False
) -> Detect:
    """A detector for the terms of these tiers. `muted`, for answers to a question about words,
    notices nothing: the question asked for them. Welsh is not read.

    A finding's kind is the term's id.
    """
    noticed = () if muted else tuple(term for term in terms if term.tier in tiers)

    def detect(text: str) -> Iterable[Finding]:
        reading = read(text)
        words = reading.words
        set_apart, in_quotes = not_speech(text), quoted(words)
        for term in noticed:
            for start, end in _uses(term, words, in_quotes):
                first, last = reading.span(start, end)
                if not _within(first, set_apart):
                    yield _finding(term, first, last)

    return detect


def _uses(term: Term, words: str, in_quotes: Spans) -> Iterator[tuple[int, int]]:
    for start, end in _whole(term, words):
        if _within(start, in_quotes):
            continue
        before, after = _sentence(words, start, end)
        if _is_meant(term, before, words[start:end], after):
            yield start, end


def _whole(term: Term, words: str) -> Iterator[tuple[int, int]]:
    """Where the pattern is found as whole words."""
    pattern, at = whole_words(term.pattern), 0
    while match := pattern.search(words, at):
        start, end = match.span()
        begins = not start or not (words[start - 1].isalnum() or words[start - 1] == "_")
        if begins and start < end:
            yield start, end
        # What began inside a word may hide another that begins later: look again one further.
        at = end if begins and start < end else start + 1


def _sentence(words: str, start: int, end: int) -> tuple[str, str]:
    """The sentence's words before and after the place."""
    before = words[max(0, start - _SEEN_AROUND) : start]
    after = words[end : end + _SEEN_AROUND]
    begin = max((match.end() for match in _END.finditer(before)), default=0)
    ends = _END.search(after)
    return before[begin:], after[: ends.start() if ends else len(after)]


def _is_meant(term: Term, before: str, used: str, after: str) -> bool:
    whole = before + used + after
    if term.needs and not compiled(term.needs).search(whole):
        return False
    if term.unless and compiled(term.unless).search(whole):
        return False
    if term.only_of and is_said_of_others(before, used, after, term.only_of == "families"):
        return False
    return not (talks_about_words(before, used, after) or is_welsh(whole))


def _within(place: int, spans: Spans) -> bool:
    return any(start <= place < end for start, end in spans)


def _finding(term: Term, start: int, end: int) -> Finding:
    return Finding(
        detector=Detector.LANGUAGE,
        kind=term.id,
        start=start,
        end=end,
        certainty=Certainty.LIKELY if term.tier == "A" else Certainty.POSSIBLE,
        reason=f"{term.why} Another way to say it: {term.instead}. Source: {term.source}.",
    )
