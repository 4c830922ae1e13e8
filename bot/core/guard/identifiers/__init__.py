"""Notices what could identify a child, a family or a worker. Judges no concern and no wording."""

from bot.core.guard.identifiers.allowed import Allowed
from bot.core.guard.identifiers.detector import identifiers
from bot.core.guard.identifiers.people.weighing import Beside, NameWeights

__all__ = ["Allowed", "Beside", "NameWeights", "identifiers"]
