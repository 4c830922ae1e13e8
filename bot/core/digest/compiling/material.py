"""Everything that a digest is made of, as one value: made from the same, it is the same."""

from collections.abc import Mapping

from bot.core.asking.plan import Cycle, Occurrence
from bot.core.digest.edits import Edits
from bot.core.digest.since import Before, LastTime, Lately
from bot.core.partnership import Partnership
from bot.core.prompts import ClosingQuestion
from bot.core.replies import Reply
from bot.core.themes.grouping import Grouping
from bot.core.values import Utc, Value


class Material(Value):
    """What one digest is compiled from.

    `replies` are live ones; those said after `cut_at` wait for the next digest. `asked` may hold
    occurrences of an earlier cycle, with the replies that were too late for its digest.
    `grouping`: where every reply is; a reply it does not know stands alone, and so does every one
    when it is None. `earlier`: the digest before, where it reached its board; `lately`: how the
    themes of now stand to its. `approved`: once a coordinator approved, the fingerprints of the
    only words that may be printed, by reply; None before that. `version` is that of Dots.
    """

    partnership: Partnership
    cycle: Cycle
    asked: tuple[Occurrence, ...]
    replies: tuple[Reply, ...]
    closing: tuple[ClosingQuestion, ...]
    cut_at: Utc
    version: str
    grouping: Grouping | None = None
    edits: Edits = Edits()
    last_time: LastTime | None = None
    earlier: Before | None = None
    lately: Lately | None = None
    approved: Mapping[str, str] | None = None
