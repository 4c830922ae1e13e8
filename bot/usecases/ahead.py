"""Says what comes next for a partnership, what is open, and what needs somebody. Never who has not
answered. Changes nothing."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection

from bot.core import sentences
from bot.core.answering.post import is_out
from bot.core.asking.plan import Cycle, Occurrence, OccurrenceState
from bot.core.digest.signoff import DigestState, Held
from bot.core.partnership import Partnership
from bot.store import digests, hearing, notes, plans, proposals
from bot.store.answering import private
from bot.usecases.answering.reading import out_in
from bot.usecases.guarding.queue import waits_in


class OpenNow(NamedTuple):
    """A question that is open: until when, and how many have answered. Never who has not."""

    question: str
    closes_at: datetime
    answered: int


NEEDS = ("note:cannot:", "note:lost:", "note:no-meeting:", "note:scope:", "note:waits:")
"""The beginnings of the keys of notes that stay until somebody has put something right."""


class Upcoming(NamedTuple):
    """What comes next for one partnership, for its coordinators only."""

    partnership_id: str
    partnership: str
    prompt_at: datetime | None
    question: str | None
    draft_at: datetime | None
    meeting_at: datetime | None
    now: tuple[OpenNow, ...] = ()
    needs: tuple[str, ...] = ()
    private_in: str | None = None
    """The cycle that has private replies to read, if it has any."""
    digest_of: str | None = None
    """The cycle whose digest can be read, if there is one."""


def upcoming_of(tx: Connection, partnership: Partnership, now: datetime) -> Upcoming:
    """What comes next for one partnership, and what needs somebody."""
    cycles = [each for each in plans.cycles_on(tx, partnership.id) if each.meeting_at > now]
    planned = [
        each
        for each in plans.occurrences_of(tx, partnership.id, planned=True)
        if each.due_at > now and each.state is OccurrenceState.PLANNED
    ]
    first: Occurrence | None = planned[0] if planned else None
    tz = partnership.tz
    cycle = cycles[0] if cycles else None
    held = digests.of_cycle(tx, cycle.id) if cycle else None
    return Upcoming(
        partnership.id,
        partnership.name,
        first.due_at.astimezone(tz) if first else None,
        first.question if first else None,
        next((each.draft_at.astimezone(tz) for each in cycles if each.draft_at > now), None),
        cycle.meeting_at.astimezone(tz) if cycle else None,
        _open_now(tx, partnership, now),
        _needs(tx, partnership, cycle, held, now),
        cycle.id if cycle and out_in(tx, partnership, cycle.id, now) else None,
        held.cycle_id if held and held.content else None,
    )


def _open_now(tx: Connection, partnership: Partnership, now: datetime) -> tuple[OpenNow, ...]:
    """One entry for a question, however many channels hear it. A private answer counts from the
    next morning's post on, as everywhere."""
    asked = [
        each
        for each in plans.occurrences_of(tx, partnership.id, planned=False)
        if each.state is OccurrenceState.ASKED and each.closes_at > now
    ]
    questions = {each.question: each for each in asked}
    privately = [
        reply.occurrence_id
        for cycle_id in {each.cycle_id for each in asked}
        for reply in private.live_in(tx, cycle_id)
        if is_out(partnership, reply.said_on, now)
    ]
    return tuple(
        OpenNow(
            question,
            one.closes_at.astimezone(partnership.tz),
            hearing.answering(tx, of) + sum(each in of for each in privately),
        )
        for question, one in questions.items()
        if (of := [each.id for each in asked if each.question == question])
    )


def _needs(
    tx: Connection,
    partnership: Partnership,
    cycle: Cycle | None,
    held: Held | None,
    now: datetime,
) -> tuple[str, ...]:
    matters = notes.open_matters(tx, partnership.id, NEEDS)
    if cycle and held and held.state in (DigestState.DRAFT, DigestState.HELD):
        issue_on = cycle.issue_at.astimezone(partnership.tz).date()
        matters.append(sentences.home.draft_waits(issue_on))
    waiting = waits_in(tx, partnership, now)
    if waiting:
        matters.append(sentences.home.held_wait(waiting))
    proposed = proposals.waiting(tx, partnership.id)
    if proposed:
        matters.append(sentences.home.proposals_wait(proposed))
    return tuple(matters)
