"""What Dots says to people, in one place, filed by whom it speaks to.

British spelling; plain, calm, short. Each function gives finished text from values; nothing here
decides whether to say it.
"""

from bot.core.sentences import (
    authors,
    board,
    coordinators,
    desk,
    edits,
    guarding,
    home,
    members,
    papers,
    privacy,
    private,
    proposing,
    quiet,
    safety,
    sending,
    sorting,
)

__all__ = [
    "authors",
    "board",
    "coordinators",
    "desk",
    "edits",
    "guarding",
    "home",
    "members",
    "papers",
    "privacy",
    "private",
    "proposing",
    "quiet",
    "safety",
    "sending",
    "sorting",
]
