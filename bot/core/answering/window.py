"""Says whether a question can still be answered privately. Thread replies are always heard."""

from datetime import datetime
from enum import StrEnum

from bot.core.asking.plan import Occurrence
from bot.core.digest.signoff import DigestState


class Window(StrEnum):
    """`open`, or `late` (its time is over, its digest not drafted yet): a new reply is taken.
    `drafted`: an earlier reply may still be changed. `issued`: nothing can be changed."""

    OPEN = "open"
    LATE = "late"
    DRAFTED = "drafted"
    ISSUED = "issued"

    @property
    def takes_new(self) -> bool:
        """True while a first private reply is taken."""
        return self in (Window.OPEN, Window.LATE)


def window(occurrence: Occurrence, digest: DigestState | None, now: datetime) -> Window:
    """Where a question stands; `digest` is the state of its cycle's digest, None before a draft."""
    if digest is DigestState.PUBLISHED:
        return Window.ISSUED
    if digest is not None:
        return Window.DRAFTED
    return Window.LATE if now > occurrence.closes_at else Window.OPEN
