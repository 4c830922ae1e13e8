"""Notices what could identify a child, a family or a worker. Judges no concern and no wording."""

from bot.core.guard.identifiers.allowed import Allowed
from bot.core.guard.identifiers.detector import identifiers

__all__ = ["Allowed", "identifiers"]
