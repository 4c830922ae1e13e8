"""A private reply, as it is kept: with its words, and nothing that leads to its author."""

from datetime import date
from enum import StrEnum

from bot.core.replies import Choice
from bot.core.sectors import Sector
from bot.core.values import Value

LONGEST = 3000
"""Characters of a private reply: Slack's limit of one input (docs: block-kit, plain_text_input)."""

PREFIX = "private/"
"""How the id of a private reply begins wherever replies of both kinds are named."""


class Visibility(StrEnum):
    """Who may read a private reply. A reply that is named is no private one: its author posts it
    in the thread, because nobody but they could edit or delete it there afterwards."""

    NOT_NAMED = "not-named"
    COORDINATORS = "coordinators"


class PrivateReply(Value):
    """`author` tells people apart within a cycle (see authors.py). `said_on` and `touched_on`, the
    day of its last change, are local dates: a time could be matched with other records. `version`
    grows with every change."""

    id: str
    occurrence_id: str
    cycle_id: str
    author: str
    text: str
    visibility: Visibility
    choice: Choice | None
    sector: Sector | None
    said_on: date
    touched_on: date
    late: bool
    is_live: bool
    version: int

    @property
    def reply_id(self) -> str:
        """Its name among the replies of both kinds."""
        return f"{PREFIX}{self.id}"


class Answer(Value):
    """What a member sends in the form. `seen_version` is that of the reply they began to change, 0
    for a new one; `form_id` names the form on their screen; `insists`: they have seen what the
    guard noticed, and send it as it is."""

    occurrence_id: str
    text: str
    visibility: Visibility
    choice: Choice | None = None
    sector: Sector | None = None
    seen_version: int = 0
    form_id: str
    insists: bool = False
