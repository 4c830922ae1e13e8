"""Says of which kind a concern is, and why it was noticed. Repeats nothing of the text."""

from collections.abc import Set as AbstractSet

from bot.core.words import listed

_DANGER = {"threat", "self", "hurt", "fear", "missing", "sexual"}

_WHAT = {
    "self": "harm to oneself",
    "hurt": "somebody hurt",
    "sexual": "something sexual",
    "exploited": "somebody used by others",
    "threat": "a threat or a danger",
    "fear": "fear",
    "missing": "somebody not where they should be",
    "control": "somebody not free to choose",
    "neglect": "care that is missing",
    "conduct": "how an adult behaves",
    "online": "messages or contact online",
    "secret": "something kept secret",
    "goods": "things or money from somebody",
    "unexplained": "something nobody can explain",
    "late": "being out late",
    "change": "a change in somebody",
}
"""What each list of words speaks of, the gravest first."""

MOST_TOLD = 3
"""Of these, in a reason: enough to see why."""


def kind_of(signs: AbstractSet[str]) -> str:
    """The kind of concern, for whoever is told: the most pressing that the signs allow."""
    if "now" in signs and signs & _DANGER:
        return "immediate-danger"
    if "staff-and-conduct" in signs:
        return "staff-allegation"
    if "told" in signs:
        return "disclosure"
    return "child-at-risk"


def reason_for(signs: AbstractSet[str]) -> str:
    """A plain sentence."""
    about = [words for name, words in _WHAT.items() if name in signs][:MOST_TOLD]
    told = f", and speaks of {listed(about)}" if about else ", who may be coming to harm"
    return f"It reads as if it were about somebody in particular, now or lately{told}."
