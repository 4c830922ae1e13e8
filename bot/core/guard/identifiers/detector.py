"""The identifiers detector: takes every look, keeps the surest where two overlap."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from bot.core.guard.examine import Detect
from bot.core.guard.finding import Certainty, Detector, Finding
from bot.core.guard.identifiers.allowed import Allowed
from bot.core.guard.identifiers.lexicon import Lexicon
from bot.core.guard.identifiers.numbers.health import health_numbers
from bot.core.guard.identifiers.numbers.insurance import insurance_numbers
from bot.core.guard.identifiers.numbers.pupils import pupil_numbers
from bot.core.guard.identifiers.people.births import births
from bot.core.guard.identifiers.people.called import called
from bot.core.guard.identifiers.people.families import families, plural_families
from bot.core.guard.identifiers.people.initials import initials
from bot.core.guard.identifiers.people.kin import names_after_kin
from bot.core.guard.identifiers.people.lists import listed_people
from bot.core.guard.identifiers.people.names import names
from bot.core.guard.identifiers.people.passage import Passage
from bot.core.guard.identifiers.people.weighing import NameWeights
from bot.core.guard.identifiers.reach.addresses import addresses
from bot.core.guard.identifiers.reach.mail import mail_addresses
from bot.core.guard.identifiers.reach.phones import phones
from bot.core.guard.identifiers.reach.postcodes import postcodes
from bot.core.guard.identifiers.reach.profiles import profiles
from bot.core.guard.identifiers.records.exact import exact_forms
from bot.core.guard.identifiers.records.references import references
from bot.core.guard.identifiers.records.vehicles import vehicles
from bot.core.guard.identifiers.sighting import Sighting
from bot.core.guard.identifiers.together.singling import combinations
from bot.core.guard.reading import read

_LINK = re.compile(r"(?:https?://|www\.)[^\s;<>\"]{3,}")
"""An address on the web: what looks like a number or a name in it leads to a public page. Links to
profiles and files are seen before this."""

_RANK = {Certainty.CERTAIN: 0, Certainty.LIKELY: 1, Certainty.POSSIBLE: 2}

_IN_WORDS = (
    health_numbers,
    insurance_numbers,
    pupil_numbers,
    mail_addresses,
    postcodes,
    addresses,
    references,
    exact_forms,
    vehicles,
    initials,
)
_IN_PASSAGES = (
    births,
    called,
    listed_people,
    names_after_kin,
    families,
    plural_families,
)


def identifiers(allowed: Allowed, lexicon: Lexicon, weights: NameWeights) -> Detect:
    """A detector that lets pass what `allowed` holds. Pure: the same text, the same findings."""

    def detect(text: str) -> Iterable[Finding]:
        reading = read(text)
        words = reading.words
        seen = [
            each
            for each in _seen(allowed, lexicon, weights, words)
            if not allowed.is_known_name(words[each.start : each.end])
        ]
        for sighting in _surest(seen):
            start, end = reading.span(sighting.start, sighting.end)
            yield Finding(
                detector=Detector.IDENTIFIER,
                kind=sighting.kind,
                start=start,
                end=end,
                certainty=sighting.certainty,
                reason=sighting.reason,
            )

    return detect


def _seen(
    allowed: Allowed, lexicon: Lexicon, weights: NameWeights, written: str
) -> Iterator[Sighting]:
    yield from profiles(lexicon, written)
    words = _LINK.sub(lambda link: " " * len(link.group()), written)
    for look in _IN_WORDS:
        yield from look(words)
    yield from phones(allowed, words)
    passage = Passage(words, lexicon)
    for look_at in _IN_PASSAGES:
        yield from look_at(passage)
    yield from names(passage, weights)
    yield from combinations(passage)


def _surest(seen: list[Sighting]) -> list[Sighting]:
    """Without those that overlap a surer one, or a longer one as sure; in the text's order."""
    kept: list[Sighting] = []  # in the text's order, so that only neighbours can overlap
    for each in sorted(seen, key=_precedence):
        index = bisect_left(kept, each.start, key=_start)
        begins_free = index == 0 or kept[index - 1].end <= each.start
        ends_free = index == len(kept) or each.end <= kept[index].start
        if begins_free and ends_free:
            kept.insert(index, each)
    return kept


def _start(sighting: Sighting) -> int:
    return sighting.start


def _precedence(sighting: Sighting) -> tuple[bool, int, int, int]:
    """A combination comes last: where a part of it is an identifier by itself, that says more."""
    is_last = sighting.kind == "combination"
    return is_last, _RANK[sighting.certainty], sighting.start - sighting.end, sighting.start
