"""The identifiers detector: takes every look, keeps the surest where two overlap."""

from collections.abc import Iterable

from bot.core.guard.examine import Detect
from bot.core.guard.finding import Certainty, Detector, Finding
from bot.core.guard.identifiers.allowed import Allowed
from bot.core.guard.identifiers.nhs import nhs_numbers
from bot.core.guard.identifiers.reading import read
from bot.core.guard.identifiers.sighting import Look, Sighting

_RANK = {Certainty.CERTAIN: 0, Certainty.LIKELY: 1, Certainty.POSSIBLE: 2}


def identifiers(allowed: Allowed) -> Detect:
    """A detector that lets pass what `allowed` holds. Pure: the same text, the same findings."""
    looks: tuple[Look, ...] = (nhs_numbers,)

    def detect(text: str) -> Iterable[Finding]:
        reading = read(text)
        seen = [sighting for look in looks for sighting in look(reading.words)]
        for sighting in _surest(seen):
            if allowed.is_known_name(reading.words[sighting.start : sighting.end]):
                continue
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


def _surest(seen: list[Sighting]) -> list[Sighting]:
    """Without those that overlap a surer one, or a longer one as sure; in the text's order."""
    kept: list[Sighting] = []
    for each in sorted(seen, key=lambda s: (_RANK[s.certainty], s.start - s.end, s.start)):
        if all(each.end <= other.start or other.end <= each.start for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda sighting: sighting.start)
