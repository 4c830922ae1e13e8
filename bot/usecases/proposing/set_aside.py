"""Sets a planned question aside when different members ask for it, before it goes out. Another one
takes its place; the coordinators are told, and nobody is named."""

import secrets
from datetime import date, datetime

from sqlalchemy import Connection

from bot.core.asking.plan import Occurrence
from bot.core.asking.proposing.aside import MEMBERS_NEEDED, Aside
from bot.core.book import Book
from bot.core.partnership import Partnership
from bot.core.sentences import proposing as say
from bot.store import asides, plans
from bot.store.answering import keys
from bot.store.engine import Store
from bot.usecases.asking.plan import replan
from bot.usecases.proposing.look import member_of
from bot.usecases.tell import tell

KEY_BYTES = 32


def ask_aside(
    store: Store,
    book: Book,
    user_id: str,
    partnership_id: str,
    on: date,
    prompt_id: str,
    now: datetime,
) -> str:
    """Keep a member's wish; with enough of them the question is set aside. Repeatable: one member
    counts once. Returns the outcome's name (see sentences.proposing.aside): noted, set-aside or
    gone."""
    with store.write() as tx:
        plans.take_turns(tx, partnership_id)  # before reading: the second wish must see the first
        partnership = book.partnership(partnership_id)
        asked = _planned(tx, partnership_id, on, prompt_id, now)
        if partnership is None or asked is None:
            return "gone"
        key = keys.keep_key(tx, asked.cycle_id, secrets.token_bytes(KEY_BYTES))
        member = member_of(key, asked, user_id)
        if asides.wish(tx, partnership_id, on, prompt_id, member) < MEMBERS_NEEDED:
            return "noted"
        _set_aside(tx, book, partnership, asked, now)
        return "set-aside"


def _planned(
    tx: Connection, partnership_id: str, on: date, prompt_id: str, now: datetime
) -> Occurrence | None:
    planned = plans.occurrences_of(tx, partnership_id, planned=True)
    wanted = (o for o in planned if o.on == on and o.prompt_id == prompt_id and o.due_at > now)
    return next(wanted, None)


def _set_aside(
    tx: Connection, book: Book, partnership: Partnership, asked: Occurrence, now: datetime
) -> None:
    aside = Aside(cycle_id=asked.cycle_id, prompt_id=asked.prompt_id, question=asked.question)
    asides.set_aside(tx, partnership.id, aside, now)
    replan(tx, book, partnership, now)
    instead = plans.occurrence(tx, asked.id)
    text = say.set_aside(asked.question, asked.on, instead.question if instead else None)
    tell(tx, book, partnership.id, f"aside:{asked.cycle_id}:{asked.prompt_id}", text, now)
