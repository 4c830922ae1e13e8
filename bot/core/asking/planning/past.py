"""What has happened already, as planning sees it. Reads occurrences and changes none."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from bot.core.asking.choosing.choice import Asked
from bot.core.asking.plan import Occurrence, OccurrenceState
from bot.core.asking.sending_days import SendingDays
from bot.core.partnership import Partnership


class Past(NamedTuple):
    """The days of asking that can no longer change, one entry however many channels heard it.

    `days`: what became of each; one channel that was asked makes it asked. `history`: the asked
    ones, oldest first. `open_until`: when the last window closes. `on_the_way`: due, not sent yet.
    """

    days: dict[date, OccurrenceState]
    history: tuple[Asked, ...]
    open_until: datetime | None
    begun: frozenset[str]
    on_the_way: tuple[Occurrence, ...]

    def asked_in(self, cycle_id: str) -> int:
        """How many prompts of a cycle were asked, or are on their way."""
        return sum(asked.cycle_id == cycle_id for asked in self.history)


def what_happened(
    partnership: Partnership, occurrences: Iterable[Occurrence], now: datetime
) -> Past:
    """Everything known of a partnership except what is planned and may still be called off."""
    days = SendingDays.of(partnership)
    channels = {channel.id for channel in partnership.channels}

    def is_settled(occurrence: Occurrence) -> bool:
        if occurrence.state is not OccurrenceState.PLANNED:
            return True
        called_off = occurrence.on in days.skipped or days.is_paused(occurrence.on)
        return occurrence.due_at <= now and not called_off and occurrence.channel_id in channels

    own = (o for o in occurrences if o.partnership_id == partnership.id)
    settled = sorted(filter(is_settled, own), key=lambda o: (o.due_at, o.id))
    asked = {o.on: o for o in settled if _counts(o)}
    said: Counter[date] = Counter()
    for o in settled:
        said[o.on] += o.heard or 0
    return Past(
        days={o.on: o.state for o in settled} | dict.fromkeys(asked, OccurrenceState.ASKED),
        history=tuple(
            Asked(o.cycle_id, o.prompt_id, o.practices, said[on]) for on, o in asked.items()
        ),
        open_until=max((o.closes_at for o in asked.values()), default=None),
        begun=frozenset(o.cycle_id for o in settled),
        on_the_way=tuple(o for o in settled if o.state is OccurrenceState.PLANNED),
    )


def _counts(occurrence: Occurrence) -> bool:
    return occurrence.state in {OccurrenceState.ASKED, OccurrenceState.PLANNED}
