"""What somebody sees who would like a say in the questions: the next one that is planned, and
their own proposal if it came back to them. Changes nothing."""

from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import Connection

from bot.core.answering.authors import handle
from bot.core.asking.plan import Occurrence
from bot.core.asking.proposing.proposal import Proposal, ProposalState
from bot.core.book import Book
from bot.core.partnership import Partnership
from bot.core.sentences import proposing as say
from bot.store import asides, plans, proposals
from bot.store.answering import keys
from bot.store.engine import Store
from bot.usecases.here import partnership_here


class NextAsked(NamedTuple):
    """The next question that is planned. `wished`: this member asked to set it aside."""

    on: date
    question: str
    prompt_id: str
    wished: bool


class ProposalForm(NamedTuple):
    """What a form for a proposal shows. `earlier`: the proposal that is changed in it."""

    partnership: Partnership
    next_asked: NextAsked | None
    earlier: Proposal | None = None


class Place(NamedTuple):
    """Where somebody pressed or typed: one of these says which partnership it is about."""

    occurrence_id: str = ""
    cycle_id: str = ""
    channel_id: str = ""
    partnership_id: str = ""


def form_at(
    store: Store, book: Book, user_id: str, place: Place, now: datetime
) -> ProposalForm | str:
    """The form for a new proposal, or the plain line that is said instead of it."""
    with store.read() as tx:
        partnership = _whose(tx, book, place)
        if partnership is None:
            return say.which_partnership()
        return ProposalForm(partnership, next_asked(tx, partnership, user_id, now))


def form_again(
    store: Store, book: Book, user_id: str, proposal_id: str, now: datetime
) -> ProposalForm | str:
    """The form in which a proposer changes what came back to them, or the line said instead."""
    with store.read() as tx:
        earlier = proposals.by_id(tx, proposal_id)
        partnership = book.partnership(earlier.partnership_id) if earlier else None
        if earlier is None or partnership is None or earlier.user_id != user_id:
            return say.settled()
        if earlier.state is not ProposalState.CHANGE:
            return say.with_coordinators() if earlier.user_id else say.settled()
        return ProposalForm(partnership, next_asked(tx, partnership, user_id, now), earlier)


def _whose(tx: Connection, book: Book, place: Place) -> Partnership | None:
    if place.occurrence_id:
        occurrence = plans.occurrence(tx, place.occurrence_id)
        return book.partnership(occurrence.partnership_id) if occurrence else None
    if place.cycle_id:
        cycle = plans.cycle(tx, place.cycle_id)
        return book.partnership(cycle.partnership_id) if cycle else None
    if place.partnership_id:
        return book.partnership(place.partnership_id)
    return partnership_here(tx, book, place.channel_id)


def next_asked(
    tx: Connection, partnership: Partnership, user_id: str, now: datetime
) -> NextAsked | None:
    """The next question that is planned and may still be set aside."""
    found = next_planned(tx, partnership.id, now)
    if found is None:
        return None
    key = keys.key_of(tx, found.cycle_id)
    wished = key is not None and asides.has_wished(
        tx, partnership.id, found.on, found.prompt_id, member_of(key, found, user_id)
    )
    return NextAsked(found.on, found.question, found.prompt_id, wished)


def next_planned(tx: Connection, partnership_id: str, now: datetime) -> Occurrence | None:
    """The first occurrence that is still to come."""
    planned = plans.occurrences_of(tx, partnership_id, planned=True)
    return next((each for each in planned if each.due_at > now), None)


def member_of(key: bytes, occurrence: Occurrence, user_id: str) -> str:
    """Who wishes this one question set aside, as far as anything that is stored knows."""
    return handle(key, f"aside {occurrence.on} {occurrence.prompt_id} {user_id}")
