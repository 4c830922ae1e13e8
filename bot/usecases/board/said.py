"""Gathers all that was said for one digest: in threads and privately, in this cycle and carried
over from the one before. Each person has one opaque author, whichever way they answered."""

from datetime import datetime, time

from sqlalchemy import Connection

from bot.core.answering.authors import same_people
from bot.core.answering.private import PrivateReply, Visibility
from bot.core.asking.plan import Cycle
from bot.core.digest.signoff import DigestState
from bot.core.partnership import Partnership
from bot.core.replies import Choice, Reply
from bot.store import digests, plans, replies
from bot.store.answering import keys, private
from bot.store.answering.held import held_in


def said_for(
    tx: Connection,
    partnership: Partnership,
    cycle: Cycle,
    until: datetime,
    sectors_before: datetime | None = None,
) -> list[Reply]:
    """Every live reply for a cycle's digest: its own, and those to the cycle before that came too
    late for its digest, or all of them when that digest never reached its board. A sector that
    its member chose, or changed, at or after `sectors_before` is not known."""
    said = replies.material(tx, cycle.id, until=until, sectors_before=sectors_before)
    alone = private.live_in(tx, cycle.id)
    waiting = held_in(tx, cycle.id)
    earlier = cycle_before(tx, cycle)
    if earlier is not None:
        digest = digests.of_cycle(tx, earlier.id)
        reached = digest is not None and digest.state is not DigestState.EXPIRED
        after = digest.cut_at if digest and reached else None
        said += replies.material(
            tx, earlier.id, after=after, until=until, sectors_before=sectors_before
        )
        alone += [] if reached else private.live_in(tx, earlier.id)
        waiting |= held_in(tx, earlier.id)
    everything = [*said, *(_as_reply(one, partnership) for one in alone)]
    authors = _authors(tx, cycle, said, alone)
    return [
        one.model_copy(
            update={
                "author": authors.get(one.author, one.author),
                "held": one.held or one.id in waiting,
            }
        )
        for one in everything
    ]


def cycle_before(tx: Connection, cycle: Cycle) -> Cycle | None:
    """The partnership's cycle before this one, whatever became of it."""
    earlier = [
        each
        for each in plans.cycles_of(tx, cycle.partnership_id)
        if each.meeting_at < cycle.meeting_at
    ]
    return earlier[-1] if earlier else None


def _authors(
    tx: Connection, cycle: Cycle, said: list[Reply], alone: list[PrivateReply]
) -> dict[str, str]:
    """One author for each person; nothing needs changing while nobody answered privately."""
    if not alone:
        return {}
    kept = {each: keys.key_of(tx, each) for each in {one.cycle_id for one in alone}}
    made_with = {one.author: kept[one.cycle_id] or b"" for one in alone}
    key = keys.key_of(tx, cycle.id) or b""
    older = {each for each in kept.values() if each and each != key}
    return same_people(key, older, {one.author for one in said}, made_with)


def _as_reply(one: PrivateReply, partnership: Partnership) -> Reply:
    """As the digest sees it. One for the coordinators only counts among those that their authors
    keep out of it. Of its time no more than the day is known."""
    is_kept_out = one.visibility is Visibility.COORDINATORS
    return Reply(
        id=one.reply_id,
        occurrence_id=one.occurrence_id,
        author=one.author,
        text=one.text,
        said_at=datetime.combine(one.said_on, time.min, tzinfo=partnership.tz),
        sector=one.sector,
        choice=Choice.LEAVE_OUT if is_kept_out else one.choice,
        late=one.late,
    )
