"""What the form for a private reply shows, and what comes of sending it, as values."""

from datetime import date
from enum import StrEnum

from bot.core.answering.private import PrivateReply
from bot.core.partnership import Safeguarding
from bot.core.sectors import Sector
from bot.core.values import Value


class PrivateForm(Value):
    """The form for one member. `privacy` says who reads it, from the live settings. `sectors` are
    offered when theirs is not known; none means that it is, or that it may not be changed now."""

    occurrence_id: str
    question: str
    follow_up: str | None
    privacy: str
    safeguarding: Safeguarding
    may_be_quoted: bool
    sectors: tuple[Sector, ...]
    earlier: PrivateReply | None
    note: str | None


class Became(StrEnum):
    """What became of a form that was sent. Only `kept` means that anything was stored."""

    KEPT = "kept"
    NOTICED = "noticed"
    ELSEWHERE = "elsewhere"
    DRAFTED = "drafted"
    ISSUED = "issued"
    GONE = "gone"


class Thanks(Value):
    """What a member is told once their private reply is kept."""

    board: str
    meeting_on: date
    change_until: date
    late: bool
    for_coordinators_only: bool
    held: bool
