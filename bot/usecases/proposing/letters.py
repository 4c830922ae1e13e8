"""Composes what is written about proposals, to coordinators and to proposers, from the store as it
is at this moment. None: there is nothing left to say."""

from sqlalchemy import Connection

from bot.content.language import language_terms
from bot.core.asking.proposing.proposal import Proposal, ProposalState
from bot.core.asking.wording import remarks_on, told_once
from bot.core.messages import DecidedMessage, ProposedMessage
from bot.core.outbox import Kind, OutboxMessage
from bot.core.partnership import Partnership
from bot.core.sentences import proposing as say
from bot.store import proposals

S = ProposalState

PROPOSALS = (Kind.PROPOSED, Kind.PROPOSED_NOW, Kind.DECIDED)


def about_proposal(
    tx: Connection, partnership: Partnership, message: OutboxMessage
) -> ProposedMessage | DecidedMessage | None:
    """A proposal before the coordinators, open or settled; or the answer to its proposer."""
    proposal = proposals.by_id(tx, message.subject)
    if proposal is None:
        return None
    is_newest = proposal.version == message.page
    if message.kind is Kind.DECIDED:
        return _decided(partnership, proposal) if is_newest else None
    if message.kind is Kind.PROPOSED:
        return _proposed(proposal) if is_newest and proposal.state is S.WAITING else None
    return _proposed(proposal, "" if is_newest else say.sent_again())


def _proposed(proposal: Proposal, standing: str = "") -> ProposedMessage:
    remarks = told_once(remarks_on(proposal.text, language_terms()))
    is_open = proposal.state is S.WAITING and not standing
    became = standing or say.standing(proposal.state.value)
    return ProposedMessage(
        intro=say.proposed(again=proposal.version > 1),
        question=proposal.text,
        details=say.details(proposal.practice, proposal.credit),
        weigh=tuple(say.to_weigh(each) for each in remarks) if is_open else (),
        standing="" if is_open else became,
        words=None if standing else proposal.words,
        proposal_id=proposal.id,
        version=proposal.version,
        practice=proposal.practice,
    )


def _decided(partnership: Partnership, proposal: Proposal) -> DecidedMessage | None:
    if proposal.state is S.WAITING:
        return None
    before, after = say.decision(proposal.state.value, partnership.name, proposal.credit)
    may_change = proposal.state is S.CHANGE
    return DecidedMessage(
        question=proposal.text,
        lines=tuple(before),
        words=proposal.words,
        after=tuple(after),
        proposal_id=proposal.id if may_change else None,
    )
