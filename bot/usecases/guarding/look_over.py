"""Has the guard look once more at every quote, label and line of a draft: nothing that it finds
there may be published without a named coordinator's decision."""

from datetime import datetime

from sqlalchemy import Connection

from bot.core.answering.post import today
from bot.core.digest.digest import Digest
from bot.core.digest.spoken import Spoken, spoken
from bot.core.guard.consequences import DetectorsFor, is_held, look
from bot.core.guard.held import HeldState, is_line
from bot.core.partnership import Partnership
from bot.store.answering import held
from bot.usecases.guarding.behind import behind
from bot.usecases.guarding.hold import About, clear, hold_or_clear


def look_over(
    tx: Connection,
    detectors_for: DetectorsFor,
    partnership: Partnership,
    digest: Digest,
    now: datetime,
) -> tuple[str, ...]:
    """Where something stands that nobody has decided about, in words; it is held from now on. A
    line of ours that was held and stands there no more waits no more."""
    there = [each for each in spoken(digest) if each.words]
    for thing in held.waiting(tx, partnership.id):
        is_old = is_line(thing.subject) and thing.cycle_id == digest.cycle_id
        if is_old and thing.subject not in {each.subject for each in there}:
            clear(tx, thing, now)
    return tuple(
        each.where
        for each in there
        if _is_noticed(tx, detectors_for, partnership, digest.cycle_id, each, now)
    )


def _is_noticed(
    tx: Connection,
    detectors_for: DetectorsFor,
    partnership: Partnership,
    cycle_id: str,
    each: Spoken,
    now: datetime,
) -> bool:
    known = held.by_subject(tx, each.subject)
    if known is not None and known.state is HeldState.RELEASED:
        return False
    examined = look(each.words, detectors_for, partnership)
    if not is_held(examined):
        return False
    hold_or_clear(tx, partnership, _about(tx, partnership, cycle_id, each, now), examined)
    return True


def _about(
    tx: Connection, partnership: Partnership, cycle_id: str, each: Spoken, now: datetime
) -> About:
    """The question that a reply answers; a line of ours answers none."""
    found = None if is_line(each.subject) else behind(tx, each.subject)
    return About(
        subject=each.subject,
        cycle_id=found.occurrence.cycle_id if found else cycle_id,
        occurrence_id=found.occurrence.id if found else None,
        length=len(each.words),
        on=today(partnership, now),
        out_at=now,
    )
