"""Plays one whole cycle of a rehearsal with the cast and gives an account of it. Passes or fails
nothing silently: whatever was lost or doubled is counted."""

import time as real_time
from collections import Counter
from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from bot.core.asking.plan import Cycle
from bot.core.outbox import Kind
from bot.rehearsal.cast.deeds import DeedKind
from bot.rehearsing import Rehearsal
from bot.slack.speech.dialect import at, heard
from bot.store import outbox
from bot.usecases.account import account


class PlayAccount(NamedTuple):
    """What a whole cycle came to. `lost` and `doubled` must be nothing."""

    prompts_planned: int
    prompts_posted: int
    prompts_doubled: int
    prompts_missed: int
    replies_sent: int
    replies_recorded: int
    replies_edited: int
    replies_withdrawn: int
    replies_private: int
    replies_held: int
    replies_lost: int
    messages_doubled: int
    digest_published: bool
    digest_before_meeting_days: float | None
    rate_limit_breaches: int
    seconds: float

    @property
    def is_whole(self) -> bool:
        """True when nothing was lost, doubled or missed, and the board has its digest."""
        broken = (
            self.prompts_doubled,
            self.prompts_missed,
            self.replies_lost,
            self.messages_doubled,
            self.prompts_planned - self.prompts_posted,
        )
        return not any(broken) and self.digest_published and self.prompts_planned > 0


def play(rehearsal: Rehearsal) -> PlayAccount:
    """Play the first cycle to its board meeting, with the cast answering, and count."""
    began = real_time.monotonic()
    cycle = min(rehearsal.cycles(), key=lambda each: each.meeting_at)
    rehearsal.go_to(cycle.meeting_at)
    return _account(rehearsal, cycle, real_time.monotonic() - began)


def _account(rehearsal: Rehearsal, cycle: Cycle, seconds: float) -> PlayAccount:
    told = account(rehearsal.bot.store, cycle.id)
    standing = _Standing.of(rehearsal, _digest_places(rehearsal, cycle))
    digest_at = standing.digest_at
    before = (cycle.meeting_at - digest_at) / timedelta(days=1) if digest_at else None
    tally = rehearsal.cast.tally
    return PlayAccount(
        prompts_planned=told.planned,
        prompts_posted=standing.prompts,
        prompts_doubled=standing.prompts_doubled,
        prompts_missed=told.missed,
        replies_sent=tally[DeedKind.SAY],
        replies_recorded=len(told.held),
        replies_edited=tally[DeedKind.EDIT],
        replies_withdrawn=sum(words is None for words in told.held.values()),
        replies_private=told.private,
        replies_held=told.waiting,
        replies_lost=_lost(standing.said, told.held)
        + max(0, tally[DeedKind.SAY] - len(told.held))
        + max(0, tally[DeedKind.CONFIDE] - told.private),
        messages_doubled=standing.doubled,
        digest_published=digest_at is not None,
        digest_before_meeting_days=round(before, 2) if before is not None else None,
        rate_limit_breaches=rehearsal.workspace.rates.calls_too_soon,
        seconds=round(seconds, 2),
    )


def _lost(said: dict[tuple[str, str], str], held: dict[tuple[str, str], str | None]) -> int:
    """Messages that stand in Slack and that we do not hold, or hold with other words. Words that
    were taken back stand in Slack and are rightly not held."""
    return sum(
        place not in held or (held[place] is not None and held[place] != words)
        for place, words in said.items()
    )


def _digest_places(rehearsal: Rehearsal, cycle: Cycle) -> set[tuple[str | None, str | None]]:
    """Where the digest stands: the board's channel may be asked in as well."""
    with rehearsal.bot.store.read() as tx:
        return {(each.channel_id, each.ts) for each in outbox.about(tx, Kind.DIGEST, cycle.id)}


class _Standing(NamedTuple):
    """What stands in the workspace at the end: `said` maps (channel, ts) to members' words."""

    prompts: int
    prompts_doubled: int
    doubled: int
    said: dict[tuple[str, str], str]
    digest_at: datetime | None

    @classmethod
    def of(
        cls, rehearsal: Rehearsal, digest_places: Collection[tuple[str | None, str | None]]
    ) -> "_Standing":
        asking = rehearsal.cast.seating.asking
        workspace, bot_user_id = rehearsal.workspace, rehearsal.workspace.app.bot_user_id
        every = [
            (channel.id, message)
            for channel in list(workspace.state.channels.values())
            for message in workspace.messages(channel.id)
        ]
        ours = [(channel, each) for channel, each in every if each.get("bot_id")]
        in_asking = [
            (channel, each)
            for channel, each in ours
            if channel in asking and (channel, each["ts"]) not in digest_places
        ]
        asked = [
            (channel, each["text"])
            for channel, each in in_asking
            if each.get("thread_ts", each["ts"]) == each["ts"]
        ]
        prompt_places = {(channel, each["ts"]) for channel, each in in_asking}
        return cls(
            prompts=len(set(asked)),
            prompts_doubled=len(asked) - len(set(asked)),
            doubled=_repeats(_outbox_id(each) for _, each in ours),
            said={
                (channel, reply.ts): reply.text
                for channel, each in every
                if (reply := heard(each, channel, bot_user_id))
                and (channel, reply.thread_ts) in prompt_places
            },
            digest_at=min(
                (
                    at(each["ts"])
                    for channel, each in ours
                    if (channel, each["ts"]) in digest_places
                ),
                default=None,
            ),
        )


def _repeats(ids: Iterable[str | None]) -> int:
    return sum(count - 1 for outbox_id, count in Counter(ids).items() if outbox_id)


def _outbox_id(message: dict[str, Any]) -> str | None:
    payload = (message.get("metadata") or {}).get("event_payload") or {}
    outbox_id = payload.get("outbox_id")
    return str(outbox_id) if outbox_id else None
