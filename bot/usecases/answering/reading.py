"""Shows coordinators the private replies of a round, from the next morning's post on. Changes
nothing; shows nobody else anything."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection

from bot.core.answering.post import is_out
from bot.core.answering.private import PrivateReply, Visibility
from bot.core.book import Book
from bot.core.partnership import Partnership
from bot.core.roles import Role
from bot.store import plans
from bot.store.answering import held, private
from bot.store.engine import Store
from bot.usecases.roles import may


class InConfidence(NamedTuple):
    """One private reply, as coordinators read it: no author, no time, in no order that says when
    it came."""

    reply_id: str
    question: str
    words: str
    for_coordinators_only: bool
    is_held: bool


def private_replies(
    store: Store, book: Book, cycle_id: str, user_id: str, now: datetime
) -> list[InConfidence] | None:
    """The private replies of a round, question by question; None for whoever may not read them."""
    with store.read() as tx:
        cycle = plans.cycle(tx, cycle_id)
        whose = book.partnership(cycle.partnership_id) if cycle else None
        if whose is None or not may(tx, whose, user_id, Role.DEPUTY):
            return None
        questions = {each.id: each.question for each in plans.occurrences_in(tx, cycle_id)}
        waiting = held.held_in(tx, cycle_id)
        out = out_in(tx, whose, cycle_id, now)
    in_order = sorted(out, key=lambda each: (each.occurrence_id, each.id))
    return [
        InConfidence(
            each.reply_id,
            questions.get(each.occurrence_id, ""),
            each.text,
            each.visibility is Visibility.COORDINATORS,
            each.reply_id in waiting,
        )
        for each in in_order
    ]


def out_in(tx: Connection, whose: Partnership, cycle_id: str, now: datetime) -> list[PrivateReply]:
    """Those whose last change was out with a morning's post."""
    live = private.live_in(tx, cycle_id)
    return [each for each in live if is_out(whose, each.touched_on, now)]
