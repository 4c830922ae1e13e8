"""A question that a member proposes, and what it becomes once it is accepted. Judges no words."""

import re
from enum import StrEnum
from hashlib import sha256

from bot.core.framework import PRACTICES
from bot.core.prompts import PracticeId, Prompt
from bot.core.values import Utc, Value

LONGEST_CREDIT = 80
"""Characters of a name beside a question: a person and where they come from."""


class ProposalState(StrEnum):
    """Where a proposal stands: with the coordinators, with its proposer, or decided."""

    WAITING = "waiting"
    CHANGE = "change"
    ACCEPTED = "accepted"
    DECLINED = "declined"


class Draft(Value):
    """A proposal as it came in. `practice` None: its proposer leaves that to the coordinators.
    `form` is the id of the form it came in, `channel_id` where its proposer was (if known)."""

    partnership_id: str
    text: str
    practice: PracticeId | None
    credit: str | None
    form: str
    channel_id: str | None = None


class Proposal(Value):
    """A proposal as it is kept. `user_id` and `channel_id` are forgotten once it is decided.
    `version` grows each time its proposer sends it; `words` are the coordinators' own: what they
    would like changed, or why it was declined."""

    id: str
    partnership_id: str
    user_id: str | None
    channel_id: str | None
    text: str
    practice: PracticeId | None
    credit: str | None
    state: ProposalState
    words: str | None
    version: int
    made_at: Utc
    touched_at: Utc

    @property
    def prompt_id(self) -> str:
        """The id of the prompt that it becomes."""
        return f"ours-{self.id[:12]}"


def tidy(text: str) -> str:
    """One line without what no database can hold: NUL, and half of a character's pair."""
    return " ".join(text.replace("\x00", "").encode(errors="replace").decode().split())


def plain_credit(text: str) -> str:
    """A name without anything that Slack could take for formatting, a link or a mention."""
    return " ".join(re.sub(r"[^\w\s.,'’()&/-]|_", " ", tidy(text)).split())[:LONGEST_CREDIT]


def same_words(text: str) -> str:
    """Equal for texts that say the same: case, spaces and marks aside."""
    plain = re.sub(r"[\W_]+", " ", text.casefold()).strip()
    return sha256(plain.encode()).hexdigest()


def prompt_of(proposal: Proposal) -> Prompt:
    """The prompt that an accepted proposal is. Raises ValueError while it has no practice."""
    if proposal.practice not in PRACTICES:
        raise ValueError("an accepted proposal has a practice")
    return Prompt(
        id=proposal.prompt_id,
        practices=(proposal.practice,),
        text=proposal.text,
        credit=proposal.credit,
        provenance=f"Suggested by a member of the partnership, {proposal.made_at:%Y}.",
    )
