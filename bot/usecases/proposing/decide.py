"""A coordinator accepts a proposal, asks for a change, or declines it with a reason. Its proposer
is told by a private message, and forgotten once it is settled."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection

from bot.core.asking.proposing.proposal import Proposal, ProposalState
from bot.core.book import Book
from bot.core.outbox import Kind, OutboxMessage
from bot.core.partnership import Partnership
from bot.core.prompts import PracticeId
from bot.core.roles import Role
from bot.store import audit, outbox, plans, proposals
from bot.store.audit import Entry
from bot.store.engine import Store
from bot.usecases.asking.plan import replan
from bot.usecases.proposing.propose import SHOWN_FOR, shown_as
from bot.usecases.roles import may
from bot.usecases.shelf import with_accepted

S = ProposalState

_ON_RECORD = {
    S.ACCEPTED: "accept-proposal",
    S.CHANGE: "ask-proposal-change",
    S.DECLINED: "decline-proposal",
}


class Decision(NamedTuple):
    """What somebody decided about the version they saw. `practice` for an acceptance, `words` for
    a change or a refusal."""

    proposal_id: str
    seen_version: int
    verdict: ProposalState
    practice: PracticeId | None = None
    words: str = ""


def decide(store: Store, book: Book, user_id: str, decision: Decision, now: datetime) -> str:
    """Write a decision, tell the proposer, and plan anew where there is a new question.

    Returns the outcome's name (see sentences.proposing.decided): accepted, change, declined,
    faster (somebody decided before, or it was sent again), gone or not-yours.
    """
    with store.write() as tx:
        proposal = proposals.by_id(tx, decision.proposal_id)
        partnership = book.partnership(proposal.partnership_id) if proposal else None
        if proposal is None or partnership is None:
            return "gone"
        if not may(tx, partnership, user_id, Role.DEPUTY):
            return "not-yours"
        if proposal.version != decision.seen_version or not _write(tx, proposal, decision, now):
            return "faster"
        about = Entry(
            now, partnership.id, user_id, _ON_RECORD[decision.verdict], proposal.id,
            decision.words or None,
        )  # fmt: skip
        audit.append(tx, about)
        _tell(tx, partnership, proposal, now)
        if decision.verdict is S.ACCEPTED:
            replan(tx, with_accepted(book, proposals.accepted(tx)), partnership, now)
        return decision.verdict.value


def _write(tx: Connection, proposal: Proposal, decision: Decision, now: datetime) -> bool:
    practice = decision.practice or proposal.practice
    return proposals.decide(
        tx, proposal, now, state=decision.verdict, practice=practice, words=decision.words or None
    )


def _tell(tx: Connection, partnership: Partnership, proposal: Proposal, now: datetime) -> None:
    """The proposer by a private message; and the coordinators' own message says what it became.
    `proposal` as it was: it knows who proposed, and where."""
    shown = shown_as(proposal)
    letter = OutboxMessage(
        id=outbox.new_id(),
        key=f"decided:{proposal.id}:{proposal.version}",
        kind=Kind.DECIDED,
        partnership_id=partnership.id,
        subject=proposal.id,
        page=proposal.version,
        target=proposal.user_id or "",
        note=proposal.channel_id,
        due_at=now,
        cut_off_at=now + SHOWN_FOR,
    )
    standing = letter.model_copy(
        update={
            "id": outbox.new_id(),
            "key": f"proposed-now:{proposal.id}:{proposal.version}",
            "kind": Kind.PROPOSED_NOW,
            "target": plans.current_channel(tx, partnership.coordinators.channel.id),
            "note": None,
            "after_key": shown,
        }
    )
    if letter.target:
        outbox.add(tx, letter)
    outbox.add(tx, standing)
