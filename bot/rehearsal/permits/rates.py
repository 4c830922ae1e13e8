"""Decides whether a call comes too soon: one bucket per method, as Slack's tiers allow.

Counts in the workspace's clock, so a jump refills every bucket. Answers no request itself.
"""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from bot.rehearsal.clock import RehearsalClock


class Tier(Enum):
    """Calls a minute per method, app and workspace (docs.slack.dev/apis/web-api/rate-limits)."""

    ONE = 1
    TWO = 20
    THREE = 50
    FOUR = 100
    # Slack says "hundreds per minute"; its Java SDK's table counts with 600.
    HUNDREDS = 600
    POSTING = 300


# Calls that may come at once, as a share of a minute's calls. Slack allows bursts without saying
# how large; a small share makes a client that does not pace itself meet 429 here first.
BURST_SHARE = 0.2
# Tier 1 means "1+ a minute" and connections are reopened in bursts after a network failure.
TIER_ONE_BURST = 10
# One message a second in a channel; short bursts are documented, their size is not. Messages.
CHANNEL_BURST = 3
# "Several hundred a minute" in a workspace (docs: chat.postMessage): 300, with 20 at once.
WORKSPACE_BURST = 20


@dataclass
class _Bucket:
    per_second: float
    size: float
    filled_at: datetime
    tokens: float

    def wait(self, now: datetime) -> float:
        """Seconds until a call may come; 0 when it may come now."""
        self.tokens = min(self.size, self.tokens + self._since(now) * self.per_second)
        self.filled_at = now
        return 0.0 if self.tokens >= 1 else (1 - self.tokens) / self.per_second

    def _since(self, now: datetime) -> float:
        return max(0.0, (now - self.filled_at).total_seconds())


class Rates:
    """Token buckets; `on = False` lets everything through but what `forbid` forbade.

    `calls_too_soon` counts the calls made while a Retry-After was still running.
    """

    def __init__(self, clock: RehearsalClock, *, on: bool = True) -> None:
        self._clock = clock
        self._buckets: dict[str, _Bucket] = {}
        self._forbidden_until: dict[str, datetime] = {}
        self.on = on
        self.calls_too_soon = 0

    def retry_after(self, method: str, tier: Tier, channel: str) -> int:
        """0, or the whole seconds to wait. A refused call takes nothing from the buckets."""
        now = self._clock.now()
        wait = self._forbidden_for(method, channel, now)
        if wait:
            self.calls_too_soon += 1
        elif self.on:
            wait = math.ceil(self._take(method, tier, channel, now))
            if wait:
                self.forbid(method, wait, channel if tier is Tier.POSTING else "")
        return wait

    def forbid(self, method: str, seconds: int, channel: str = "") -> None:
        """Answer 429 to this method (in this channel) for so long."""
        until = self._clock.now() + timedelta(seconds=seconds)
        self._forbidden_until[f"{method} {channel}"] = until

    def _forbidden_for(self, method: str, channel: str, now: datetime) -> int:
        names = (f"{method} ", f"{method} {channel}")
        until = max(self._forbidden_until.get(name, now) for name in names)
        return math.ceil((until - now).total_seconds())

    def _take(self, method: str, tier: Tier, channel: str, now: datetime) -> float:
        """Take a call out of every bucket, or the seconds until that can be done."""
        buckets = self._buckets_for(method, tier, channel, now)
        wait = max(bucket.wait(now) for bucket in buckets)
        if wait == 0:
            for bucket in buckets:
                bucket.tokens -= 1
        return wait

    def _buckets_for(self, method: str, tier: Tier, channel: str, now: datetime) -> list[_Bucket]:
        if tier is not Tier.POSTING:
            return [self._bucket(method, tier.value / 60, _burst(tier), now)]
        return [
            self._bucket(method, tier.value / 60, WORKSPACE_BURST, now),
            self._bucket(f"{method} {channel}", 1.0, CHANNEL_BURST, now),
        ]

    def _bucket(self, key: str, per_second: float, size: float, now: datetime) -> _Bucket:
        if key not in self._buckets:
            self._buckets[key] = _Bucket(per_second, size, now, size)
        return self._buckets[key]


def _burst(tier: Tier) -> float:
    return TIER_ONE_BURST if tier is Tier.ONE else max(1.0, tier.value * BURST_SHARE)
