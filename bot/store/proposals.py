"""What members propose, in SQL: once for each form and each wording. Who proposed is forgotten
when it is decided."""

from collections import defaultdict
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.core.asking.proposing.proposal import Draft, Proposal, ProposalState, same_words
from bot.store.tables import outbox, proposals

S = ProposalState
_t = proposals.c

_ABOUT = ("proposed", "proposed-now", "decided")
"""The kinds of messages about proposals."""


def _value(row: Row[Any]) -> Proposal:
    known = Proposal.model_fields.keys()
    return Proposal(**{name: value for name, value in row._mapping.items() if name in known})


def by_id(tx: Connection, proposal_id: str) -> Proposal | None:
    """One proposal."""
    row = tx.execute(select(proposals).where(_t.id == proposal_id)).one_or_none()
    return _value(row) if row else None


def by_form(tx: Connection, form: str) -> Proposal | None:
    """The proposal that came in this form."""
    row = tx.execute(select(proposals).where(_t.form == form)).one_or_none()
    return _value(row) if row else None


def in_these_words(tx: Connection, partnership_id: str, text: str) -> Proposal | None:
    """What was proposed in the same words and not declined."""
    found = (_t.partnership_id == partnership_id, _t.same_words == same_words(text))
    row = tx.execute(select(proposals).where(*found)).one_or_none()
    return _value(row) if row else None


def add(tx: Connection, proposal_id: str, user_id: str, draft: Draft, now: datetime) -> bool:
    """Keep a new proposal. False when its form, or its words, are there already."""
    insert = postgresql.insert if tx.dialect.name == "postgresql" else sqlite.insert
    statement = insert(proposals).values(
        id=proposal_id,
        partnership_id=draft.partnership_id,
        user_id=user_id,
        state=S.WAITING,
        version=1,
        form=draft.form,
        made_at=now,
        touched_at=now,
        **_written(draft),
    )
    return tx.execute(statement.on_conflict_do_nothing().returning(_t.id)).first() is not None


def send_again(tx: Connection, earlier: Proposal, draft: Draft, now: datetime) -> bool:
    """The same proposal in newer words, before the coordinators again. False when it did not wait
    for that any more."""
    done = tx.execute(
        update(proposals)
        .where(_t.id == earlier.id, _t.state == S.CHANGE, _t.version == earlier.version)
        .values(
            state=S.WAITING,
            version=earlier.version + 1,
            words=None,
            touched_at=now,
            **_written(draft),
        )
    )
    return done.rowcount == 1


def _written(draft: Draft) -> dict[str, Any]:
    return {
        "text": draft.text,
        "same_words": same_words(draft.text),
        "practice": draft.practice,
        "credit": draft.credit,
        "channel_id": draft.channel_id,
    }


def decide(tx: Connection, proposal: Proposal, now: datetime, **decision: Any) -> bool:
    """Write what was decided about the version that was seen. Once it is settled, who proposed it
    is forgotten; declined words may be proposed again. False when somebody was faster."""
    settled = decision["state"] in (S.ACCEPTED, S.DECLINED)
    forgotten = {"user_id": None, "channel_id": None} if settled else {}
    free = {"same_words": None} if decision["state"] is S.DECLINED else {}
    done = tx.execute(
        update(proposals)
        .where(_t.id == proposal.id, _t.state == S.WAITING, _t.version == proposal.version)
        .values(touched_at=now, **forgotten, **free, **decision)
    )
    return done.rowcount == 1


def accepted(tx: Connection) -> dict[str, tuple[Proposal, ...]]:
    """The accepted proposals of each partnership, in the order of their acceptance."""
    found = defaultdict(list)
    order = (_t.partnership_id, _t.touched_at, _t.id)
    for row in tx.execute(select(proposals).where(_t.state == S.ACCEPTED).order_by(*order)):
        found[row.partnership_id].append(_value(row))
    return {whose: tuple(several) for whose, several in found.items()}


def waiting(tx: Connection, partnership_id: str) -> int:
    """How many are with the coordinators."""
    found = (_t.partnership_id == partnership_id, _t.state == S.WAITING)
    return tx.execute(select(func.count()).select_from(proposals).where(*found)).scalar_one()


def accepted_so_far(tx: Connection) -> int:
    """A number that grows with every acceptance."""
    counted = select(func.count()).select_from(proposals).where(_t.state == S.ACCEPTED)
    return tx.execute(counted).scalar_one()


def forget(
    tx: Connection, partnership_id: str, settled_before: datetime, waiting_before: datetime
) -> None:
    """Erase what was declined, and what nobody came back to, with all that was written about it;
    of what was accepted, the letters to its proposer."""
    own = _t.partnership_id == partnership_id
    over = (_t.state == S.DECLINED) & (_t.touched_at < settled_before)
    left = _t.state.in_((S.WAITING, S.CHANGE)) & (_t.touched_at < waiting_before)
    gone = list(tx.execute(select(_t.id).where(own, over | left)).scalars())
    accepted_ones = select(_t.id).where(own, _t.state == S.ACCEPTED)
    about = outbox.c.kind.in_(_ABOUT) & outbox.c.state.not_in(("pending", "sending"))
    old = outbox.c.subject.in_(accepted_ones) & (outbox.c.due_at < settled_before)
    tx.execute(delete(outbox).where(about, outbox.c.subject.in_(gone) | old))
    tx.execute(delete(proposals).where(_t.id.in_(gone)))
