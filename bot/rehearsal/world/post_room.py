"""Takes in what must reach the app and counts what is still under way. Does not carry anything."""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Literal

from bot.rehearsal.world.state import JSON

Kind = Literal["events_api", "interactive", "slash_commands"]


@dataclass(frozen=True)
class Answer:
    """What the app said to a delivery. `acked` False: nobody answered in time."""

    acked: bool
    payload: JSON = field(default_factory=dict)


@dataclass
class Delivery:
    """One payload for the app. Only events are tried again. At the end `then` is called with the
    answer, and after it has returned `answer` is set."""

    kind: Kind
    payload: JSON
    subject: str
    then: Callable[[Answer], None] | None = None
    answer: "Future[Answer]" = field(default_factory=Future)

    @property
    def retryable(self) -> bool:
        return self.kind == "events_api"

    @property
    def what(self) -> str:
        """How Slack names it: an event's type or subtype, an interaction's type, a command."""
        event = self.payload.get("event", self.payload)
        return str(event.get("subtype") or event.get("type") or event.get("command", ""))


class PostRoom:
    """Hands each delivery to the carrier, or keeps it until a carrier comes."""

    def __init__(self) -> None:
        self._settled = threading.Condition()
        self._under_way = 0
        self._waiting: list[Delivery] = []
        self._carrier: Callable[[Delivery], None] | None = None

    def send(self, delivery: Delivery) -> Delivery:
        with self._settled:
            self._under_way += 1
            if self._carrier is None:
                self._waiting.append(delivery)
            else:
                self._carrier(delivery)
        return delivery

    def finish(self, delivery: Delivery, answer: Answer) -> None:
        """The carrier calls this once for every delivery it was given."""
        try:
            if delivery.then:
                delivery.then(answer)
        finally:
            delivery.answer.set_result(answer)
            with self._settled:
                self._under_way -= 1
                self._settled.notify_all()

    def attach(self, carrier: Callable[[Delivery], None] | None) -> None:
        with self._settled:
            self._carrier = carrier
            while carrier is not None and self._waiting:
                carrier(self._waiting.pop(0))

    def idle(self, timeout: float) -> bool:
        """Wait (seconds) until nothing is under way; False when it took longer."""
        with self._settled:
            return self._settled.wait_for(lambda: self._under_way == 0, timeout)
