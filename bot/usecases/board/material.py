"""Reads everything that a digest is made of. Decides nothing, changes nothing, groups nothing."""

from datetime import datetime

from sqlalchemy import Connection

from bot import __version__
from bot.core.asking.plan import Cycle, Occurrence, OccurrenceState
from bot.core.book import Book
from bot.core.digest.compiling.gather import said
from bot.core.digest.compiling.lately import before
from bot.core.digest.compiling.material import Material
from bot.core.digest.digest import printed_words
from bot.core.digest.earlier import read_digest
from bot.core.digest.edits import fingerprint, standing
from bot.core.digest.signoff import DigestState, Held
from bot.core.digest.since import Before
from bot.core.partnership import Partnership
from bot.core.replies import Reply
from bot.core.themes.said import Said
from bot.store import digests, edits, plans, replies, sources
from bot.usecases.board.respond import last_time
from bot.usecases.board.said import cycle_before, said_for

ONLY_LESS = (DigestState.APPROVED, DigestState.EXPIRED)
"""In these states words may still leave a digest, but none may come."""


def material(
    tx: Connection, book: Book, partnership: Partnership, cycle: Cycle, cut_at: datetime
) -> Material:
    """What the digest of a cycle is made of while coordinators still look at it."""
    return _grouped(tx, _material(tx, book, partnership, cycle, cut_at, None))


def approved_material(
    tx: Connection, book: Book, partnership: Partnership, cycle: Cycle, held: Held
) -> Material:
    """The same once it was approved: no words but those, no sector said or changed since."""
    whole = _material(tx, book, partnership, cycle, held.cut_at, held.decided_at)
    words = printed_words(read_digest(held.content))
    approved = {reply: fingerprint(said_) for reply, said_ in words.items()}
    return _grouped(tx, whole.model_copy(update={"approved": approved}))


def to_group(whole: Material) -> tuple[Said, ...]:
    """What grouping is to look at."""
    return said(whole.asked, whole.replies, whole.cut_at)


def _grouped(tx: Connection, whole: Material) -> Material:
    kept = sources.grouped(tx, whole.cycle.id)
    if kept is None:
        return whole
    found = {"grouping": kept.holding(to_group(whole)), "lately": kept.lately}
    return whole.model_copy(update=found)


def _material(
    tx: Connection,
    book: Book,
    partnership: Partnership,
    cycle: Cycle,
    cut_at: datetime,
    sectors_before: datetime | None,
) -> Material:
    heard = tuple(said_for(tx, partnership, cycle, cut_at, sectors_before))
    return Material(
        partnership=partnership,
        cycle=cycle,
        asked=_asked(tx, cycle, heard),
        replies=heard,
        closing=book.bank_of(partnership.id).closing,
        cut_at=cut_at,
        version=__version__,
        edits=standing(edits.of_cycle(tx, cycle.id)),
        last_time=last_time(tx, cycle_before(tx, cycle)),
        earlier=_earlier(tx, cycle),
    )


def _earlier(tx: Connection, cycle: Cycle) -> Before | None:
    """The digest before, if it reached its board and is still kept."""
    last = cycle_before(tx, cycle)
    held = digests.of_cycle(tx, last.id) if last else None
    if held is None or held.state is not DigestState.PUBLISHED or not held.content:
        return None
    digest = read_digest(held.content)
    return before(digest, replies.withdrawn_in(tx, held.cycle_id))


def _asked(tx: Connection, cycle: Cycle, heard: tuple[Reply, ...]) -> tuple[Occurrence, ...]:
    answered = {reply.occurrence_id for reply in heard}
    own = plans.occurrences_in(tx, cycle.id)
    known = {each.id for each in own}
    earlier = (plans.occurrence(tx, each) for each in sorted(answered - known))
    return (
        *(each for each in own if each.state is OccurrenceState.ASKED or each.id in answered),
        *(each for each in earlier if each is not None),
    )
