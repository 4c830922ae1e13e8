"""Issues trigger ids and exchanges each one once, within three seconds. Opens no view."""

import secrets
import time
from dataclasses import dataclass

from bot.rehearsal.refusals import ApiRefusalError

# Seconds of real time, because a person waits for the modal. docs.slack.dev/surfaces/modals
TRIGGER_LIVES_S = 3.0


@dataclass
class _Trigger:
    user: str
    issued: float
    exchanged: bool = False


class Triggers:
    """`lives_s` may be shortened, for those who cannot wait three seconds."""

    def __init__(self, lives_s: float = TRIGGER_LIVES_S) -> None:
        self.lives_s = lives_s
        self._issued: dict[str, _Trigger] = {}

    def issue(self, user: str) -> str:
        trigger_id = (
            f"{secrets.randbelow(10**12)}.{secrets.randbelow(10**11)}.{secrets.token_hex(16)}"
        )
        self._issued[trigger_id] = _Trigger(user, time.monotonic())
        return trigger_id

    def exchange(self, trigger_id: str) -> str:
        """The user who made the trigger. Raises ApiRefusalError as views.open refuses."""
        trigger = self._issued.get(trigger_id)
        if trigger is None:
            raise ApiRefusalError("invalid_trigger_id")
        if trigger.exchanged:
            raise ApiRefusalError("exchanged_trigger_id")
        if time.monotonic() - trigger.issued > self.lives_s:
            raise ApiRefusalError("expired_trigger_id")
        trigger.exchanged = True
        return trigger.user
