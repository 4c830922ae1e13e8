"""Notices that somebody in a theme sees it the other way, from what they say of it themselves.

Only plain words of dissent count. Much is missed; what is noticed should be right.
"""

import re
from collections.abc import Sequence

from bot.core.themes.reading.words import folded

# How people announce that they do not share what others said. First person, or about the
# question as a whole: a plain "not" is far more often part of what everybody in a theme says.
DISSENT = re.compile(
    r"""
    \bi\ (?:would|must|have\ to|want\ to)\ (?:gently\ |politely\ )?(?:disagree|push\ back|argue)\b
    | \bi\ (?:do\ not|don't|cannot|can't)\ (?:quite\ |really\ )?(?:agree|see\ it\ that\ way|buy)\b
    | \bi\ (?:strongly\ |really\ )?disagree\b
    | \bi(?:\ am|'m)\ (?:not|less)\ (?:so\ |entirely\ |at\ all\ )?(?:convinced|persuaded)\b
    | (?:^|[.!?]\s+)not\ (?:convinced|persuaded|so\ sure|in\ my\ (?:view|experience))\b
    | (?:^|[.!?]\s+)(?:quite\ the\ opposite|the\ other\ way\ round|on\ the\ contrary)\b
    | \bi\ see\ it\ (?:differently|the\ other\ way)\b
    | \bunlike\ (?:others|some|most)\b
    """,
    re.VERBOSE,
)


def dissenting(texts: Sequence[str]) -> tuple[bool, ...]:
    """For each text, whether its author says in plain words that they see it differently."""
    return tuple(DISSENT.search(folded(text)) is not None for text in texts)
