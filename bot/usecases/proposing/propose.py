"""Keeps a question that a member proposes and puts it before the coordinators. What the linter or
the guard notices is said at once, and nothing is stored then."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple
from uuid import uuid4

from sqlalchemy import Connection

from bot.content.language import language_terms
from bot.core.asking.proposing.proposal import Draft, Proposal, ProposalState, same_words
from bot.core.asking.wording import Remark, remarks_on, told_once
from bot.core.book import Book
from bot.core.guard.consequences import DetectorsFor, is_held, look
from bot.core.guard.examine import Examined
from bot.core.outbox import Kind, OutboxMessage
from bot.core.partnership import Partnership
from bot.store import outbox, plans, proposals
from bot.store.engine import Store

SHOWN_FOR = timedelta(days=14)
"""How long a proposal, or an answer to one, is worth bringing when Slack cannot be reached."""


class Became(StrEnum):
    """What became of a proposal that was sent."""

    KEPT = "kept"
    NOTICED = "noticed"
    REFUSED = "refused"
    WEIGHED = "weighed"
    KNOWN = "known"
    SAME = "same"
    GONE = "gone"


class Outcome(NamedTuple):
    """`remarks` for REFUSED (errors) and WEIGHED (warnings), `noticed` for NOTICED."""

    became: Became
    remarks: tuple[Remark, ...] = ()
    noticed: Examined | None = None


def propose(
    store: Store,
    book: Book,
    detectors_for: DetectorsFor,
    user_id: str,
    draft: Draft,
    now: datetime,
    *,
    insists: bool,
) -> Outcome:
    """Keep a proposal, once for each form and each wording. `insists`: its proposer has seen what
    they might change, and sends it as it is."""
    outcome = _looked_over(book, detectors_for, draft, insists=insists)
    if outcome.became is not Became.KEPT:
        return outcome
    with store.write() as tx:
        if proposals.by_form(tx, draft.form):
            return outcome
        same = proposals.in_these_words(tx, draft.partnership_id, draft.text)
        if same is not None:
            return outcome if same.user_id == user_id else Outcome(Became.SAME)
        proposal_id = uuid4().hex
        if proposals.add(tx, proposal_id, user_id, draft, now):
            _show(tx, book, proposals.by_id(tx, proposal_id), now)
        return outcome


def send_again(
    store: Store,
    book: Book,
    detectors_for: DetectorsFor,
    user_id: str,
    proposal_id: str,
    draft: Draft,
    now: datetime,
    *,
    insists: bool,
) -> Outcome:
    """A proposer has changed what came back to them. Sent twice, it is kept once."""
    with store.read() as tx:
        earlier = proposals.by_id(tx, proposal_id)
    if earlier is None or earlier.user_id != user_id:
        return Outcome(Became.GONE)
    draft = draft.model_copy(update={"partnership_id": earlier.partnership_id})
    outcome = _looked_over(book, detectors_for, draft, insists=insists)
    if outcome.became is not Became.KEPT:
        return outcome
    with store.write() as tx:
        same = proposals.in_these_words(tx, draft.partnership_id, draft.text)
        if same is not None and same.id != proposal_id:
            return Outcome(Became.SAME)
        if proposals.send_again(tx, earlier, draft, now):
            _show(tx, book, proposals.by_id(tx, proposal_id), now)
            return outcome
        newer = proposals.by_id(tx, proposal_id)
        was_sent = newer is not None and newer.state is ProposalState.WAITING
        return outcome if was_sent else Outcome(Became.GONE)


def _looked_over(
    book: Book, detectors_for: DetectorsFor, draft: Draft, *, insists: bool
) -> Outcome:
    partnership = book.partnership(draft.partnership_id)
    if partnership is None:
        return Outcome(Became.GONE)
    noticed = look(draft.text, detectors_for, partnership)
    if is_held(noticed):
        return Outcome(Became.NOTICED, noticed=noticed)
    remarks = told_once(remarks_on(draft.text, language_terms()))
    if errors := tuple(each for each in remarks if each.is_error):
        return Outcome(Became.REFUSED, errors)
    if same_words(draft.text) in _words_in(book, partnership):
        return Outcome(Became.KNOWN)
    if remarks and not insists:
        return Outcome(Became.WEIGHED, remarks)
    return Outcome(Became.KEPT)


def _words_in(book: Book, partnership: Partnership) -> Iterable[str]:
    return {same_words(each.text) for each in book.bank_of(partnership.id).prompts}


def _show(tx: Connection, book: Book, proposal: Proposal | None, now: datetime) -> None:
    """Put it before the coordinators."""
    partnership = book.partnership(proposal.partnership_id) if proposal else None
    if proposal is None or partnership is None:
        return
    outbox.add(
        tx,
        OutboxMessage(
            id=outbox.new_id(),
            key=shown_as(proposal),
            kind=Kind.PROPOSED,
            partnership_id=partnership.id,
            subject=proposal.id,
            page=proposal.version,
            target=plans.current_channel(tx, partnership.coordinators.channel.id),
            due_at=now,
            cut_off_at=now + SHOWN_FOR,
        ),
    )


def shown_as(proposal: Proposal) -> str:
    """The key of the message that shows this version to the coordinators."""
    return f"proposed:{proposal.id}:{proposal.version}"
