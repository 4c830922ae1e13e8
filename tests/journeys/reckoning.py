"""Compares what stands in the workspace with what was due and with what the database holds.

Counts what is lost and what is doubled; mends nothing.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from typing import Any, NamedTuple

from sqlalchemy import DateTime, bindparam, text

from bot.core.asking.plan import Occurrence
from bot.rehearsal import Workspace
from bot.slack.speech.dialect import plain
from bot.store import greetings, replies
from bot.store.answering import looking
from tests.journeys.chatter import Place, is_prompt
from tests.journeys.stage import INVENTED, QUESTION, Stage

Message = dict[str, Any]

_UNFINISHED = text("""
SELECT (SELECT count(*) FROM occurrences WHERE prompt_id = :invented AND state = 'planned')
     + (SELECT count(*) FROM outbox WHERE state = 'sending'
        OR (state = 'pending' AND due_at <= :now))
""").bindparams(bindparam("now", type_=DateTime()))


class Reckoning(NamedTuple):
    """What a run came to. `is_whole` when nothing is lost, doubled or unfinished."""

    due: int
    posted: int
    lost: int
    doubled: int
    unfinished: int
    replies: int
    replies_lost: int
    withdrawn_kept: int

    @property
    def is_whole(self) -> bool:
        """True when everything is in its place, once."""
        return self.posted == self.due and not any(
            (self.lost, self.doubled, self.unfinished, self.replies_lost, self.withdrawn_kept)
        )


def reckon(stage: Stage, due: Iterable[Occurrence], deleted: Collection[Place] = ()) -> Reckoning:
    """Count. `deleted` are the places of replies that their authors deleted."""
    wanted = Counter((each.channel_id, each.question) for each in due)
    every = _standing(stage.workspace)
    prompts = Counter(
        (channel, question)
        for channel, each in every
        if channel in stage.channels and is_prompt(each)
        for question in QUESTION.findall(plain(each["text"]))
    )
    said = _said(stage, every)
    with stage.store.read() as tx:
        held = replies.held(tx)
    return Reckoning(
        due=wanted.total(),
        posted=len(prompts),
        lost=len(wanted.keys() - prompts.keys()),
        doubled=_repeats(prompts.values()) + _doubled_ids(every),
        unfinished=unfinished(stage),
        replies=len(said),
        replies_lost=sum(held.get(place) != words for place, words in said.items()),
        withdrawn_kept=sum(held.get(place) is not None for place in deleted),
    )


def _standing(workspace: Workspace) -> list[tuple[str, Message]]:
    return [
        (channel, message)
        for channel in list(workspace.state.channels)
        for message in workspace.messages(channel)
    ]


def _said(stage: Stage, every: Iterable[tuple[str, Message]]) -> dict[Place, str]:
    """Members' words in threads, as they stand in the workspace."""
    return {
        (channel, each["ts"]): plain(each["text"])
        for channel, each in every
        if channel in stage.channels and not each.get("bot_id") and each.get("thread_ts")
    }


def _doubled_ids(every: Iterable[tuple[str, Message]]) -> int:
    ids = Counter(
        payload["outbox_id"]
        for _, each in every
        if (payload := (each.get("metadata") or {}).get("event_payload"))
    )
    return _repeats(ids.values())


def _repeats(counts: Iterable[int]) -> int:
    return sum(count - 1 for count in counts)


def unfinished(stage: Stage) -> int:
    """How many prompts are not asked yet, and how many messages that are due are on their way; and
    one more while there are replies that nobody has looked at, because messages will follow."""
    now = stage.clock.now().replace(tzinfo=None)
    with stage.store.read() as tx:
        waiting = int(tx.execute(_UNFINISHED, {"invented": INVENTED, "now": now}).scalar_one())
        return waiting + (greetings.are_waiting(tx) or bool(looking.not_examined(tx)))
