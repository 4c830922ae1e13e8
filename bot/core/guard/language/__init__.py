"""Notices words that blame or label young people and families. Judges no person."""

from bot.core.guard.language.detector import language
from bot.core.guard.language.terms import NUDGED, SAID_BY_DOTS, Term, Tier

__all__ = ["NUDGED", "SAID_BY_DOTS", "Term", "Tier", "language"]
