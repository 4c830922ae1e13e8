"""Hands out the guard's detectors, each with the data that it needs. Examines no text itself."""

from collections.abc import Collection, Iterable
from collections.abc import Set as AbstractSet

from bot.content.concern import concern_weights
from bot.content.language import language_terms
from bot.content.lexicon import lexicon
from bot.content.names import name_weights
from bot.core.guard.concern import concern
from bot.core.guard.examine import Detect
from bot.core.guard.finding import Detector
from bot.core.guard.identifiers import identifiers
from bot.core.guard.identifiers.allowed import allowed_for
from bot.core.guard.language import NUDGED, SAID_BY_DOTS, Tier, language
from bot.core.guard.language.own import terms_for
from bot.core.partnership import Partnership


def detectors(
    partnerships: Iterable[Partnership] = (), tiers: AbstractSet[Tier] = SAID_BY_DOTS
) -> dict[Detector, Detect]:
    """Every detector, letting pass what these partnerships say of themselves. `tiers`: which words
    are noticed; a member is told of those that blame only (`detectors_for`)."""
    known: Collection[Partnership] = tuple(partnerships)
    terms = terms_for([each.care for each in known], language_terms())
    return {
        Detector.IDENTIFIER: identifiers(allowed_for(known), lexicon(), name_weights()),
        Detector.CONCERN: concern(concern_weights()),
        Detector.LANGUAGE: language(terms, tiers),
    }


def detectors_for(partnership: Partnership) -> dict[Detector, Detect]:
    """What the replies of one partnership are looked at by."""
    return detectors([partnership], NUDGED)
