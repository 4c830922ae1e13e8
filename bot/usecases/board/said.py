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
    earlier = cycle_before(tx, cycle)
    if earlier is not None:
        digest = digests.of_cycle(tx, earlier.id)
        reached = digest is not None and digest.state is not DigestState.EXPIRED
        after = digest.cut_at if digest and reached else None
        said += replies.material(
            tx, earlier.id, after=after, until=until, sectors_before=sectors_before
        )
        alone += [] if reached else private.live_in(tx, earlier.id)
    return _of_people(tx, cycle, said, alone, partnership)


def cycle_before(tx: Connection, cycle: Cycle) -> Cycle | None:
    """The partnership's cycle before this one, whatever became of it."""
    earlier = [
        each
        for each in plans.cycles_of(tx, cycle.partnership_id)
        if each.meeting_at < cycle.meeting_at
    ]
    return earlier[-1] if earlier else None


def _of_people(
    tx: Connection,
    cycle: Cycle,
    said: list[Reply],
    alone: list[PrivateReply],
    partnership: Partnership,
) -> list[Reply]:
    if not alone:
        return said
    held = {each: keys.key_of(tx, each) for each in {one.cycle_id for one in alone}}
    made_with = {one.author: held[one.cycle_id] or b"" for one in alone}
    key = keys.key_of(tx, cycle.id) or b""
    older = {each for each in held.values() if each and each != key}
    authors = same_people(key, older, {one.author for one in said}, made_with)
    everything = [*said, *(_as_reply(one, partnership) for one in alone)]
    return [one.model_copy(update={"author": authors[one.author]}) for one in everything]


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
