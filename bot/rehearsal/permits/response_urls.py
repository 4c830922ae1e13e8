"""Issues response_urls and counts their use. Posts nothing."""

import secrets
import time
from dataclasses import dataclass

# Uses, and seconds of real time: docs.slack.dev/interactivity/handling-user-interaction
RESPONSE_URL_USES = 5
RESPONSE_URL_LIVES_S = 30 * 60


@dataclass
class ResponseUrl:
    """Where an answer goes: to `user` in `channel_id`; `ts` is the message that was clicked."""

    user: str
    channel_id: str
    ts: str | None
    thread_ts: str | None
    issued: float
    uses: int = 0

    @property
    def spent(self) -> bool:
        too_old = time.monotonic() - self.issued > RESPONSE_URL_LIVES_S
        return too_old or self.uses >= RESPONSE_URL_USES


class ResponseUrls:
    def __init__(self) -> None:
        self._issued: dict[str, ResponseUrl] = {}

    def issue(
        self, user: str, channel_id: str, ts: str | None = None, thread_ts: str | None = None
    ) -> str:
        """The path of a new response_url."""
        secret = secrets.token_urlsafe(18)
        self._issued[secret] = ResponseUrl(user, channel_id, ts, thread_ts, time.monotonic())
        return f"/response/{secret}"

    def use(self, secret: str) -> ResponseUrl | None:
        """The target of a response_url, or None when it is unknown or spent."""
        target = self._issued.get(secret)
        if target is None or target.spent:
            return None
        target.uses += 1
        return target
