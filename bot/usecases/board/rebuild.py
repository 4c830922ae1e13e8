"""Makes a stored digest once more from what it was made of, and compares. Changes nothing."""

import json
from enum import StrEnum
from typing import Any, NamedTuple

from sqlalchemy import Connection

from bot.core.answering.private import PREFIX
from bot.core.digest.compiling.compile import compile_digest
from bot.core.digest.compiling.freezing import thawed
from bot.core.digest.compiling.material import Material
from bot.core.digest.signoff import Held
from bot.core.partnership import Partnership
from bot.store import digests, plans, sources
from bot.store.engine import Store
from bot.usecases.board.said import said_for

COUNTED_BY_PERSON = frozenset(
    {"people", "breadth", "sector", "sectors", "others", "at_least", "invited", "invitation"}
)
"""What a digest says of how many people and sectors there were, which needs to know who is who."""


class Verdict(StrEnum):
    """What a comparison came to. SAME_LINES: only what is counted by person differs, where some
    replies came privately: whether their authors answered in a thread as well is not kept."""

    SAME = "same"
    SAME_LINES = "same-lines"
    OTHER = "other"
    ERASED = "erased"


class Rebuilt(NamedTuple):
    """A digest made again. What may explain a difference: how many replies behind it were taken
    back or changed since; that it was made by another `version` of Dots."""

    cycle_id: str
    verdict: Verdict
    missing: int = 0
    version: str = ""


def rebuild(store: Store, partnership: Partnership) -> Rebuilt | None:
    """The partnership's newest digest, made again; None when it has none yet."""
    with store.read() as tx:
        held = _newest(tx, partnership)
        if held is None:
            return None
        frozen = sources.frozen(tx, held.cycle_id)
        if frozen is None or not held.content:
            return Rebuilt(held.cycle_id, Verdict.ERASED)
        material, missing = thawed(frozen, _texts(tx, partnership, frozen))
    private = any(one.id.startswith(PREFIX) for one in frozen.replies)
    return Rebuilt(
        cycle_id=held.cycle_id,
        verdict=_compared(held.content, compile_digest(material).model_dump_json(), private),
        missing=len(missing),
        version=frozen.version,
    )


def _compared(kept: str, again: str, private: bool) -> Verdict:
    if kept == again:
        return Verdict.SAME
    if private and _lines(json.loads(kept)) == _lines(json.loads(again)):
        return Verdict.SAME_LINES
    return Verdict.OTHER


def _lines(part: Any) -> Any:
    """A digest's content without what is counted by person."""
    if isinstance(part, dict):
        return {name: _lines(each) for name, each in part.items() if name not in COUNTED_BY_PERSON}
    return [_lines(each) for each in part] if isinstance(part, list) else part


def _newest(tx: Connection, partnership: Partnership) -> Held | None:
    cycles = plans.cycles_of(tx, partnership.id)
    found = (digests.of_cycle(tx, cycle.id) for cycle in reversed(cycles))
    return next((held for held in found if held is not None), None)


def _texts(tx: Connection, partnership: Partnership, frozen: Material) -> dict[str, str]:
    said = said_for(tx, partnership, frozen.cycle, frozen.cut_at)
    return {one.id: one.text for one in said}
