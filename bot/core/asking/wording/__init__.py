"""Whether the words of a question are worth asking: open, single, neutral, plain, about us."""

from bot.core.asking.wording.judging import (
    is_usable,
    remarks_on,
    remarks_on_follow_up,
    told_once,
)
from bot.core.asking.wording.rules import RULES, Remark, Rule

__all__ = [
    "RULES",
    "Remark",
    "Rule",
    "is_usable",
    "remarks_on",
    "remarks_on_follow_up",
    "told_once",
]
