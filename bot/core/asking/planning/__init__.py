"""The plan of a partnership, made again from the same facts whenever something changes."""

from bot.core.asking.planning.planner import plan

__all__ = ["plan"]
