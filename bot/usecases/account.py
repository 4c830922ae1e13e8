"""Counts what became of a partnership's cycle, for those who must show that nothing was lost."""

from typing import NamedTuple

from bot.core.asking.plan import OccurrenceState
from bot.core.digest.signoff import DigestState
from bot.store import digests, plans, replies
from bot.store.answering import private
from bot.store.answering.held import held_in
from bot.store.engine import Store


class Account(NamedTuple):
    """What the store says of one cycle. `held` maps (channel_id, ts) to a reply's words, or to
    None once it was withdrawn; `private` replies, also those taken back, stand nowhere in
    Slack; `waiting` is how many of both kinds wait for a coordinator's decision."""

    planned: int
    asked: int
    missed: int
    held: dict[tuple[str, str], str | None]
    private: int
    waiting: int
    digest: DigestState | None


def account(store: Store, cycle_id: str) -> Account:
    """The account of one cycle."""
    with store.read() as tx:
        occurrences = plans.occurrences_in(tx, cycle_id)
        states = [each.state for each in occurrences]
        digest = digests.of_cycle(tx, cycle_id)
        return Account(
            planned=len(occurrences),
            asked=states.count(OccurrenceState.ASKED),
            missed=states.count(OccurrenceState.MISSED),
            held=replies.held(tx),
            private=private.number_in(tx, cycle_id),
            waiting=len(held_in(tx, cycle_id)),
            digest=digest.state if digest else None,
        )
