"""Asks the authors whose words would stand in a draft, once and privately, whether they may; and
keeps what they say, until the digest is issued."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Connection

from bot.core.answering.authors import handle
from bot.core.answering.post import today
from bot.core.answering.private import PREFIX
from bot.core.asking.plan import Cycle
from bot.core.book import Book
from bot.core.digest.earlier import read_digest
from bot.core.digest.heard import LineKind
from bot.core.digest.signoff import DigestState, Held
from bot.core.outbox import Kind, OutboxMessage
from bot.core.replies import Choice
from bot.store import digests, outbox, plans, replies
from bot.store.answering import keys, private
from bot.store.engine import Store
from bot.usecases.guarding.behind import Behind, behind, is_author

OPEN = (DigestState.DRAFT, DigestState.HELD)


def ask_consent(store: Store, book: Book, cycle_id: str, seen: int, now: datetime) -> int:
    """Put one message for each such author into the outbox, if the draft has changed since version
    `seen`; nobody is asked a second time in a round. Returns the version that was looked at."""
    with store.write() as tx:
        held, cycle = digests.of_cycle(tx, cycle_id), plans.cycle(tx, cycle_id)
        whose = book.partnership(held.partnership_id) if held else None
        if held is None or cycle is None or whose is None or held.version == seen:
            return seen
        if whose.privacy.quotes == "ask" and held.state in OPEN and now < cycle.issue_at:
            for target in dict.fromkeys(each.target for each in waiting_in(tx, held)):
                outbox.add(tx, _question(whose.id, cycle, target, now))
        return held.version


def _question(partnership_id: str, cycle: Cycle, target: str, now: datetime) -> OutboxMessage:
    return OutboxMessage(
        id=outbox.new_id(),
        key=f"consent:{cycle.id}:{target}",
        kind=Kind.CONSENT,
        partnership_id=partnership_id,
        subject=cycle.id,
        target=target,
        cycle_id=cycle.id,
        due_at=now,
        cut_off_at=cycle.issue_at,
    )


def waiting_in(tx: Connection, held: Held) -> Iterator[Behind]:
    """The replies that would stand as a line of this draft, had their authors said yes; those about
    which an author has said nothing yet."""
    for line in read_digest(held.content).lines():
        if line.kind is LineKind.WAITING:
            found = behind(tx, line.reply_ids[0])
            if found is not None and choice_about(tx, found) is None:
                yield found


def choice_about(tx: Connection, found: Behind) -> Choice | None:
    """What its author said may happen to a reply."""
    if found.place is not None:
        return replies.choice_at(tx, *found.place)
    kept = private.by_id(tx, found.reply_id.removeprefix(PREFIX))
    return kept.choice if kept else None


def name_of_reply(tx: Connection, found: Behind) -> str:
    """What a reply is called in a message to its author: a private one by a name that leads nowhere
    once the round's key is gone."""
    if not found.is_private:
        return found.reply_id
    key = keys.key_of(tx, found.occurrence.cycle_id)
    return f"{found.occurrence.cycle_id}|{handle(key, found.reply_id)}" if key else ""


def _named(tx: Connection, name: str) -> Behind | None:
    cycle_id, is_private, hidden = name.rpartition("|")
    if not is_private:
        return behind(tx, name)
    key = keys.key_of(tx, cycle_id)
    if key is None:
        return None
    ids = [each.reply_id for each in private.live_in(tx, cycle_id)]
    return next((behind(tx, each) for each in ids if handle(key, each) == hidden), None)


def consent(
    store: Store, book: Book, name: str, user_id: str, choice: Choice, now: datetime
) -> str:
    """An author's word about one reply. Repeatable.

    Returns the outcome's name: quote, count-only, too-late or nothing (see
    sentences.members.consented).
    """
    with store.write() as tx:
        found = _named(tx, name)
        whose = book.partnership(found.occurrence.partnership_id) if found else None
        if found is None or whose is None or not is_author(tx, found, user_id):
            return "nothing"
        digest = digests.of_cycle(tx, found.occurrence.cycle_id)
        if digest is not None and digest.state is DigestState.PUBLISHED:
            return "too-late"
        if found.place is not None:
            replies.choose(tx, [found.place], choice, now)
        else:
            kept = private.by_id(tx, found.reply_id.removeprefix(PREFIX))
            if kept is not None:
                private.choose(tx, kept, choice, today(whose, now))
        return choice.value
