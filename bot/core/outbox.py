"""What waits to be sent, and what to do when sending does not simply succeed. Sends nothing.

States: pending -> sending -> sent | failed | missed | cancelled. `sending` is written before the
network hears of the message; a message left there is looked up, never guessed.
"""

from datetime import datetime, timedelta
from enum import StrEnum

from bot.core.values import Utc, Value


class Kind(StrEnum):
    """What a message is for. It is composed from the store only when it is about to leave."""

    PROMPT = "prompt"
    REMINDER = "reminder"
    PRIVATE = "private"
    WHISPER = "whisper"
    DRAFT = "draft"
    REFRESH = "refresh"
    DIGEST = "digest"
    PAPER = "paper"
    FILES = "files"
    FILE = "file"
    NOTE = "note"
    HELLO = "hello"
    SOLVED = "solved"
    WEEKLY = "weekly"
    CALL = "call"
    CARRY = "carry"
    CARRY_AGAIN = "carry-again"
    QUESTION = "question"
    ANSWERED = "answered"
    WARNING = "warning"
    WORDING = "wording"
    HOLD = "hold"
    HOLD_CHANGED = "hold-changed"
    ALERT = "alert"
    POST = "post"
    CONSENT = "consent"
    LATE = "late"
    AGAIN = "again"
    PROPOSED = "proposed"
    PROPOSED_NOW = "proposed-now"
    DECIDED = "decided"


UPDATES = frozenset(
    {Kind.REFRESH, Kind.SOLVED, Kind.CARRY_AGAIN, Kind.HOLD_CHANGED, Kind.PROPOSED_NOW}
)
"""Kinds that change the message they follow; doing it twice changes nothing."""

COUNTED = frozenset({Kind.PRIVATE, Kind.WORDING, Kind.CONSENT, Kind.LATE, Kind.AGAIN})
"""Private lines that use up a person's patience. What is about safety, or comes from a coordinator,
does not."""

TELLS_COORDINATORS = frozenset(
    {Kind.NOTE, Kind.HOLD, Kind.PROPOSED, Kind.DRAFT, Kind.CALL, Kind.POST}
)
"""What comes to the coordinators of itself: after any of it their week needs no line."""

UNASKED = frozenset({Kind.WORDING, Kind.CONSENT})
"""Private lines that nobody asked for: not to somebody who asked to be left in peace."""

WHISPERED = frozenset({Kind.PRIVATE, Kind.QUESTION, Kind.WARNING, Kind.DECIDED})
"""Private lines that are shown in the channel, to their one reader, where Slack refuses a direct
message. The others are courtesies, and may be lost."""


class OutboxState(StrEnum):
    """Where a message is on its way. A note that waits with others is told `together` with the one
    named by its `after_key`."""

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    MISSED = "missed"
    CANCELLED = "cancelled"
    TOGETHER = "together"


class OutboxMessage(Value):
    """One message to send once. `key` makes asking for it again harmless; `id` is opaque and
    travels in Slack's message metadata. `target` is a channel, a person for a private line, or
    the private author of something (see `author_target`); `cycle_id` is the round that a private
    line is about; `after_key` names the message whose thread it belongs to; `file_id` is Slack's
    name for a file that was handed over and perhaps not shown yet."""

    id: str
    key: str
    kind: Kind
    partnership_id: str
    subject: str
    target: str
    cycle_id: str | None = None
    due_at: Utc
    cut_off_at: Utc | None = None
    page: int = 0
    after_key: str | None = None
    note: str | None = None
    state: OutboxState = OutboxState.PENDING
    attempts: int = 0
    sending_at: Utc | None = None
    not_found_at: Utc | None = None
    channel_id: str | None = None
    ts: str | None = None
    file_id: str | None = None


AUTHOR = "author:"
"""How the target of a message to a private author begins."""


def author_target(author: str) -> str:
    """The target of a message to a private author, whom nobody knows: they are found again at the
    moment it leaves, and what it became says nothing of where it went."""
    return f"{AUTHOR}{author}"


def author_of(target: str) -> str | None:
    """The private author behind a target; None for a channel and for a person."""
    return target.removeprefix(AUTHOR) if target.startswith(AUTHOR) else None


def is_person(target: str) -> bool:
    """True for a target that is a member of the workspace, by id."""
    return target.startswith(("U", "W"))


LEASE = timedelta(seconds=20)
"""How long a message may stay `sending` before somebody looks it up: twice the HTTP timeout of
10 s, so that the one who claimed it has certainly given up."""

SECOND_LOOK = timedelta(seconds=12)
"""Between the first look that found nothing and the last one before sending again: longer than
the HTTP timeout, so that a post still on its way from another process has landed or died."""

REMEDY_EVERY = timedelta(minutes=15)
"""How often a post that a person can put right (an invitation, a scope) is tried again."""

LONGEST_BACKOFF = timedelta(minutes=5)
"""Ceiling of the wait between attempts that never reached Slack."""


LONGEST_HOLD = timedelta(hours=1)
"""The longest rest that is believed: Slack asks for a minute or so. A hold that ends later was
written by a clock that ran ahead, and must not silence everything until that time comes."""


def backoff(attempts: int) -> timedelta:
    """The wait after the n-th attempt that did not reach Slack: 2, 4, 8 ... s, at most 300."""
    return min(timedelta(seconds=2 ** min(attempts, 9)), LONGEST_BACKOFF)


FRESH_FILE_AFTER = 3
"""Attempts to show a file that was handed over, before it is handed over anew: each is looked up
twice in between, so that a file which Slack was slow to show has been found by then."""


def may_send_again(message: OutboxMessage, now: datetime) -> bool:
    """True once two looks, far enough apart, have both found nothing."""
    return message.not_found_at is not None and now - message.not_found_at >= SECOND_LOOK


def is_too_late(message: OutboxMessage, now: datetime) -> bool:
    """True after the message's cut-off: it is missed and told, never sent late and silent."""
    return message.cut_off_at is not None and now > message.cut_off_at
