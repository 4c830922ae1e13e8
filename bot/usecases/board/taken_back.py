"""Erases what is still kept, beside a digest, of replies that were taken back. Their words are gone
already; this takes fingerprints of them, names of themes that were made of them, and what a
coordinator said in their place."""

from sqlalchemy import Connection

from bot.core.asking.plan import Cycle
from bot.core.digest.compiling.freezing import without
from bot.core.digest.edits import line
from bot.core.partnership import Partnership
from bot.store import edits, sources
from bot.usecases.board.said import said_for


def forget_taken_back(tx: Connection, partnership: Partnership, cycle: Cycle) -> None:
    """Erase it for one cycle. Repeatable; changes no digest."""
    frozen, grouped = sources.frozen(tx, cycle.id), sources.grouped(tx, cycle.id)
    if frozen is None:
        return
    said = said_for(tx, partnership, cycle, frozen.cut_at)
    live = {one.id for one in said}
    gone = {one.id for one in frozen.replies} - live
    if without(frozen, said) is not frozen:
        sources.keep_frozen(tx, cycle.id, without(frozen, said))
    if grouped is not None and grouped.left(said) is not grouped:
        sources.keep_grouped(tx, cycle.id, grouped.left(said))
    for reply_id in sorted(gone):
        edits.forget_line(tx, cycle.id, line(reply_id))
