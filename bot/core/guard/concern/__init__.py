"""Notices what may be a live concern about a child. Judges no identifier and no wording."""

from bot.core.guard.concern.detector import concern
from bot.core.guard.concern.weights import Weight, Weights

__all__ = ["Weight", "Weights", "concern"]
