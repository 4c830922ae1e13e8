"""What a coordinator reads while sorting a draft's replies."""

from bot.core.words import counted, sentence

_OUTCOMES = {
    "sorted": "Everything is sorted: there is nothing left to compare. Thank you.",
    "gone": "These replies are not there any more, so nothing was changed. Open the sorting again.",
    "not-yours": "Only a coordinator or a deputy of this partnership sorts its replies.",
    "approved": "This digest is approved. Hold it first, if its replies are to be sorted again.",
    "published": "The board has this digest, so it is not sorted any more.",
    "expired": "The meeting of this digest is over, so it is not sorted any more.",
    "nothing": "You have no answer left to take back.",
    "not-opened": "Slack did not let the sorting open in time. Press the button again.",
}


def outcome(name: str) -> str:
    """Why there is no card."""
    return _OUTCOMES.get(name, _OUTCOMES["gone"])


def which_go_together() -> str:
    """Above the reply that is asked about."""
    return "Read this reply:"


def among_these() -> str:
    """Above the others."""
    return "Which of these say about the same? What you leave unticked stays apart from it."


def already_with_it(number: int) -> str:
    """Above the replies that are in one theme with it."""
    return f"Already with it: {counted(number, 'reply', 'replies')}."


def tick_those() -> str:
    """The label of the boxes."""
    return "These say about the same"


def tick_strangers() -> str:
    """The label of the boxes beside those already in the theme."""
    return "These do not belong with it"


def move_it() -> str:
    """On the menu of themes."""
    return "Put it with …"


def name_for_it() -> str:
    """The label of the field for a name."""
    return "A name for what they share, if you like"


def naming_hint() -> str:
    """Under that field."""
    return "It stands in the digest as your words. Leave it empty and their own words are used."


def name_noticed() -> str:
    """When the guard notices something in a name."""
    return "This may point at a child, a family or a worker. Please choose other words."


def so_far(made: int) -> str:
    """How far they have come: never a score."""
    so_far = sentence(counted(made, "decision", "decisions"))
    return f"{so_far} so far, by everyone together. Stop whenever you like."
