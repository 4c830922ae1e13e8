"""Whether a question speaks of what we do together, and not of one organisation's own work."""

from bot.core.asking.wording.grammar import any_of
from bot.core.asking.wording.rules import Check, matching

# "What surprised you in the last paper?" is asked of one of us, and still about us all. What is
# found here asks for a report from one organisation, or from one person.
_YOUR_OWN = any_of(
    r"\byou (?:personally|yourself)\b|\bpersonally,? (?:do|did|have|are|can|could|would) you\b",
    r"\b(?:in |at |for )?your (?:own )?(?:team|organisation|agency|service|school|department|sector"
    r"|role|job|practice|company|employer|manager|colleagues|staff|unit|force)\b",
)

CHECKS: tuple[Check, ...] = (
    matching(
        "not-us",
        _YOUR_OWN,
        "Ask about what we do together: “we”, “our partnership”, not one organisation.",
    ),
)
