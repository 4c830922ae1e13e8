"""Plays one whole cycle of a rehearsal with the cast and gives an account of it. Passes or fails
nothing silently: whatever was lost or doubled is counted."""

import time as real_time
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from bot.rehearsal import cast_people as people
from bot.rehearsal.cast_deeds import Deed, DeedKind
from bot.rehearsing import Rehearsal
from bot.slack.dialect import at, heard, plain
from bot.usecases.account import account

APPROVE_AFTER = timedelta(days=1)
"""A coordinator reads the draft and approves it the next day."""

MOST_STEPS = 5000
"""Far more steps than a cycle has: a play that does not end is a mistake, and must say so."""


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


class Play:
    """One cycle, step by step: the bot's next thing, or a cast member's, whichever is first."""

    def __init__(
        self, rehearsal: Rehearsal, say: Callable[[str], None] = lambda _line: None
    ) -> None:
        self._rehearsal = rehearsal
        self._say = say
        self._deeds: list[Deed] = []
        self._approve_at: datetime | None = None
        self._approved = False
        (self._cycle,) = rehearsal.cycles()

    def run(self) -> PlayAccount:
        """Play to the board meeting."""
        began = real_time.monotonic()
        for _ in range(MOST_STEPS):
            if not self._step():
                break
        return self._account(real_time.monotonic() - began)

    def _step(self) -> bool:
        rehearsal = self._rehearsal
        at = min((at for at in self._times() if at is not None), default=None)
        if at is None or at >= self._cycle.meeting_at:
            return False
        rehearsal.go_to(at)
        self._people_act(rehearsal.clock.now())
        return True

    def _times(self) -> list[datetime | None]:
        deed = self._deeds[0].due_at if self._deeds else None
        return [self._rehearsal.bot.next_due_at(), deed, self._approve_at]

    def _people_act(self, now: datetime) -> None:
        rehearsal = self._rehearsal
        new = rehearsal.cast.look()
        if new:
            self._say(f"{now:%a %d %b %H:%M}  a prompt stands; {len(new)} things people will do")
        self._deeds = sorted([*self._deeds, *new], key=lambda deed: deed.due_at)
        while self._deeds and self._deeds[0].due_at <= now:
            rehearsal.cast.do(self._deeds.pop(0))
            rehearsal.settle()
        self._coordinator_acts(now)

    def _coordinator_acts(self, now: datetime) -> None:
        draft = self._draft()
        if draft is None or self._approved:
            return
        if self._approve_at is None:
            self._say(f"{now:%a %d %b %H:%M}  the draft reaches the coordinators")
            self._approve_at = now + APPROVE_AFTER
        elif now >= self._approve_at:
            coordinator = people.COORDINATORS[0]
            self._rehearsal.workspace.people.click(
                coordinator, people.COORDINATORS_CHANNEL, draft, "digest_approve"
            )
            self._say(f"{now:%a %d %b %H:%M}  a coordinator approves it")
            self._approved, self._approve_at = True, None
            self._rehearsal.settle()

    def _draft(self) -> str | None:
        for message in self._rehearsal.workspace.messages(people.COORDINATORS_CHANNEL):
            if _has_action(message, "digest_approve"):
                return str(message["ts"])
        return None

    def _account(self, seconds: float) -> PlayAccount:
        rehearsal = self._rehearsal
        told = account(rehearsal.bot.store, self._cycle.id)
        standing = _Standing.of(rehearsal)
        digest_at = standing.digest_at
        before = (self._cycle.meeting_at - digest_at) / timedelta(days=1) if digest_at else None
        recorded = {place: words for place, words in told.held.items() if place in standing.said}
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
            replies_lost=_lost(standing.said, recorded)
            + max(0, tally[DeedKind.SAY] - len(told.held)),
            messages_doubled=standing.doubled,
            digest_published=digest_at is not None,
            digest_before_meeting_days=round(before, 2) if before is not None else None,
            rate_limit_breaches=rehearsal.workspace.journal.calls_in_forbidden_window,
            seconds=round(seconds, 2),
        )


def _lost(said: dict[tuple[str, str], str], held: dict[tuple[str, str], str | None]) -> int:
    """Messages that stand in Slack and that we do not hold, or hold with other words. Words that
    were taken back stand in Slack and are rightly not held."""
    return sum(
        place not in held or (held[place] is not None and held[place] != words)
        for place, words in said.items()
    )


class _Standing(NamedTuple):
    """What stands in the workspace at the end: `said` maps (channel, ts) to members' words."""

    prompts: int
    prompts_doubled: int
    doubled: int
    said: dict[tuple[str, str], str]
    digest_at: datetime | None

    @classmethod
    def of(cls, rehearsal: Rehearsal) -> "_Standing":
        workspace, bot_user_id = rehearsal.workspace, rehearsal.workspace.app.bot_user_id
        every = [
            (channel.id, message)
            for channel in list(workspace.state.channels.values())
            for message in workspace.messages(channel.id)
        ]
        ours = [(channel, each) for channel, each in every if each.get("bot_id")]
        asked = [
            (channel, each["text"])
            for channel, each in ours
            if channel in people.ASKING_CHANNELS and each.get("thread_ts", each["ts"]) == each["ts"]
        ]
        prompt_places = {
            (channel, each["ts"]) for channel, each in ours if channel in people.ASKING_CHANNELS
        }
        return cls(
            prompts=len(set(asked)),
            prompts_doubled=len(asked) - len(set(asked)),
            doubled=_repeats(_outbox_id(each) for _, each in ours),
            said={
                (channel, each["ts"]): plain(each["text"])
                for channel, each in every
                if heard(each, channel, bot_user_id)
                and (channel, each["thread_ts"]) in prompt_places
            },
            digest_at=min(
                (at(each["ts"]) for channel, each in ours if channel == people.BOARD_CHANNEL),
                default=None,
            ),
        )


def _repeats(ids: Iterable[str | None]) -> int:
    return sum(count - 1 for outbox_id, count in Counter(ids).items() if outbox_id)


def _outbox_id(message: dict[str, Any]) -> str | None:
    payload = (message.get("metadata") or {}).get("event_payload") or {}
    outbox_id = payload.get("outbox_id")
    return str(outbox_id) if outbox_id else None


def _has_action(message: dict[str, Any], action_id: str) -> bool:
    return any(
        element.get("action_id") == action_id
        for block in message.get("blocks") or []
        for element in block.get("elements") or []
        if isinstance(element, dict)
    )
