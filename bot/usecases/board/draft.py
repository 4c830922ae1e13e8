"""Makes the draft of a digest when it is due, and again when its replies change. Publishes nothing.

Grouping takes its time, so it happens between two transactions. Within one a digest is compiled
from the grouping at hand; what changed since stands alone.
"""

import logging
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection

from bot.core import sentences
from bot.core.answering.private import PREFIX
from bot.core.asking.plan import Cycle, OccurrenceState
from bot.core.book import Book
from bot.core.digest.comparing.compare import compared
from bot.core.digest.comparing.sentences import made_anew
from bot.core.digest.compiling.compile import compile_digest
from bot.core.digest.compiling.freezing import frozen
from bot.core.digest.compiling.grouped import Grouped, wordings
from bot.core.digest.compiling.lately import told_now
from bot.core.digest.compiling.material import Material
from bot.core.digest.digest import Digest
from bot.core.digest.earlier import is_of_this_form, read_digest
from bot.core.digest.signoff import DigestState, Held
from bot.core.digest.sorting import still_holding
from bot.core.partnership import Partnership
from bot.core.themes.decisions import Decision
from bot.store import digests, plans, sorting, sources
from bot.store.engine import Store
from bot.usecases.board.changed import must_be_remade
from bot.usecases.board.material import ONLY_LESS, approved_material, material, to_group
from bot.usecases.board.show import arrange_issue, show
from bot.usecases.ports import Group
from bot.usecases.tell import tell

log = logging.getLogger(__name__)


def draft_due(store: Store, book: Book, group: Group, cycle_id: str, now: datetime) -> None:
    """Draft the digest of a cycle and put it before its coordinators. Repeatable."""
    with store.read() as tx:
        found = _cycle(tx, book, cycle_id)
        if found is None or digests.of_cycle(tx, cycle_id) is not None:
            return
        partnership, cycle = found
        whole = material(tx, book, partnership, cycle, now)
    grouped = grouped_anew(group, whole)
    with store.write() as tx:
        sources.keep_grouped(tx, cycle_id, grouped)
        whole = material(tx, book, partnership, cycle, now)
        first = Held(
            cycle_id=cycle.id,
            partnership_id=partnership.id,
            version=1,
            state=DigestState.DRAFT if now < cycle.meeting_at else DigestState.EXPIRED,
            content=compile_digest(whole).model_dump_json(),
            cut_at=now,
            compiled_at=now,
        )
        if digests.add(tx, first):
            _keep_sources(tx, whole)
            show(tx, partnership, cycle, first, now)
            if first.state is DigestState.EXPIRED:
                text = sentences.coordinators.draft_missed(cycle.meeting_on)
                tell(tx, book, partnership.id, f"draft-missed:{cycle.id}", text, now)


def grouped_anew(group: Group, whole: Material, decisions: Sequence[Decision] = ()) -> Grouped:
    """The material's replies, grouped as they were sorted. Where that fails everything stands
    alone: a board is not left without a digest for want of themes."""
    said = to_group(whole)
    grouping, lately = None, None
    try:
        grouping = group(said, decisions)
        if whole.earlier:
            lately = group.lately(told_now(grouping, said), whole.earlier.themes)
    except Exception as error:  # noqa: BLE001  # whatever is wrong with a model, the rest goes on
        log.error("replies could not be grouped: %s", type(error).__name__)
    return Grouped(
        grouping=grouping, wordings=wordings(said), decisions=tuple(decisions), lately=lately
    )


def current_digest(
    store: Store, book: Book, group: Group, partnership: Partnership, now: datetime
) -> Digest | None:
    """The digest of the cycle under way as it reads now, drafted or not; None before the first
    prompt of a cycle was asked."""
    with store.read() as tx:
        whole = None
        for cycle in plans.cycles_on(tx, partnership.id):
            if cycle.meeting_at <= now:
                continue
            held = digests.of_cycle(tx, cycle.id)
            if held is not None:
                return read_digest(held.content)
            asked = plans.occurrences_in(tx, cycle.id)
            if any(each.state is OccurrenceState.ASKED for each in asked):
                whole = material(tx, book, partnership, cycle, now)
                break
    if whole is None:
        return None
    grouped = grouped_anew(group, whole)
    found = {"grouping": grouped.grouping, "lately": grouped.lately}
    return compile_digest(whole.model_copy(update=found))


def remake_changed(store: Store, book: Book, group: Group, cycle_id: str, now: datetime) -> None:
    """Make an unpublished digest again if its replies have changed, and group them anew."""
    with store.read() as tx:
        found, held = _cycle(tx, book, cycle_id), digests.of_cycle(tx, cycle_id)
        if found is None or held is None or held.state is DigestState.PUBLISHED:
            return
        partnership, cycle = found
        if not must_be_remade(tx, partnership, cycle, held, now, whole=False):
            return
        whole = material(tx, book, partnership, cycle, held.cut_at)
        kept = sources.grouped(tx, cycle_id)
        said = to_group(whole)
        decisions = still_holding(sorting.of_cycle(tx, cycle_id), wordings(said))
    grouped = None
    if held.state not in ONLY_LESS and not (kept and kept.is_of(said, decisions)):
        grouped = grouped_anew(group, whole, decisions)
    with store.write() as tx:
        if grouped is not None:
            sources.keep_grouped(tx, cycle_id, grouped)
        remade(tx, book, cycle_id, now, touched=True)


def remade(
    tx: Connection,
    book: Book,
    cycle_id: str,
    now: datetime,
    *,
    touched: bool = False,
    whole: bool = False,
) -> Held | None:
    """A digest as it must read now, until it is published. After approval, or once it expired,
    words may still go, but none are added. `touched`: its replies certainly changed. Private
    changes wait for the next morning's post, so that their hour shows nowhere; `whole`: not now,
    when somebody decides about the digest or it goes to its board."""
    held, found = digests.of_cycle(tx, cycle_id), _cycle(tx, book, cycle_id)
    if held is None or held.state is DigestState.PUBLISHED or found is None:
        return held
    partnership, cycle = found
    if not (touched or must_be_remade(tx, partnership, cycle, held, now, whole=whole)):
        return held
    if held.state in ONLY_LESS:
        made_of = approved_material(tx, book, partnership, cycle, held)
    else:
        made_of = material(tx, book, partnership, cycle, held.cut_at)
    _forget_names(tx, made_of)
    made = compile_digest(made_of)
    content = made.model_dump_json()
    if content == held.content:
        digests.mark_compiled(tx, cycle_id, now)
        return held
    digests.rewrite(tx, cycle_id, held.version, content, _changes(held, made), now)
    _keep_sources(tx, made_of)
    newer = digests.of_cycle(tx, cycle_id)
    if newer is not None:
        show(tx, partnership, cycle, newer, now)
        arrange_issue(tx, partnership, cycle, newer, now)
    return newer


def _forget_names(tx: Connection, made_of: Material) -> None:
    """Names of themes are made of members' words: those of replies that are gone go with them, also
    where nothing is grouped anew."""
    kept = sources.grouped(tx, made_of.cycle.id)
    if kept is not None and kept.left(made_of.replies) is not kept:
        sources.keep_grouped(tx, made_of.cycle.id, kept.left(made_of.replies))


def _changes(held: Held, made: Digest) -> tuple[str, ...]:
    if not is_of_this_form(held.content):
        return (made_anew(),)
    return compared(read_digest(held.content), made)


def _cycle(tx: Connection, book: Book, cycle_id: str) -> tuple[Partnership, Cycle] | None:
    cycle = plans.cycle(tx, cycle_id)
    partnership = book.partnership(cycle.partnership_id) if cycle else None
    return (partnership, cycle) if partnership and cycle else None


def _keep_sources(tx: Connection, made_of: Material) -> None:
    in_confidence = {one.id for one in made_of.replies if one.id.startswith(PREFIX)}
    sources.keep_frozen(tx, made_of.cycle.id, frozen(made_of, in_confidence))
