"""Names what a way to the app must do: one attempt at bringing it one delivery."""

from dataclasses import dataclass, field
from typing import Protocol

from bot.rehearsal.world.post_room import Delivery
from bot.rehearsal.world.state import JSON

# Seconds an app has to acknowledge: docs.slack.dev/apis/events-api
ACK_WITHIN_S = 3.0


@dataclass(frozen=True)
class Outcome:
    """How one attempt ended. `no_retry`: the app asked not to be sent this again."""

    name: str
    acked: bool = False
    payload: JSON = field(default_factory=dict)
    no_retry: bool = False


class Transport(Protocol):
    async def attempt(self, delivery: Delivery, number: int, reason: str) -> Outcome:
        """Try once; `number` 0 is the first try, `reason` says why the one before failed."""
        ...

    async def close(self) -> None: ...
