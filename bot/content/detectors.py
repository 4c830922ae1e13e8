"""Hands out the guard's detectors, each with the data that it needs. Examines no text itself."""

from collections.abc import Iterable

from bot.core.guard.examine import Detect
from bot.core.guard.finding import Detector
from bot.core.guard.identifiers import identifiers
from bot.core.guard.identifiers.allowed import allowed_for
from bot.core.partnership import Partnership


def detectors(partnerships: Iterable[Partnership] = ()) -> dict[Detector, Detect]:
    """Every detector, letting pass what these partnerships say of themselves."""
    return {Detector.IDENTIFIER: identifiers(allowed_for(partnerships))}
