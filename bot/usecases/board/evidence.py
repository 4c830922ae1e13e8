"""Gathers the rounds of a period as evidence. Changes nothing."""

from datetime import date

from sqlalchemy import Connection

from bot.core.asking.plan import Cycle
from bot.core.digest.earlier import read_digest
from bot.core.digest.signoff import DigestState
from bot.core.evidence import Evidence, Round
from bot.core.partnership import Partnership
from bot.store import answers, digests, plans


def evidence(tx: Connection, partnership: Partnership, start: date, end: date) -> Evidence:
    """The rounds whose meetings lie from `start` to `end`, both included: as the board had them."""
    met = [c for c in plans.cycles_on(tx, partnership.id) if start <= c.meeting_on <= end]
    return Evidence(
        partnership=partnership.name,
        board=partnership.board.name,
        start=start,
        end=end,
        rounds=tuple(_round(tx, cycle) for cycle in met),
    )


def _round(tx: Connection, cycle: Cycle) -> Round:
    held = digests.of_cycle(tx, cycle.id)
    had = held is not None and held.state is DigestState.PUBLISHED and held.content
    return Round(
        meeting_on=cycle.meeting_on,
        digest=read_digest(held.content) if held and had else None,
        answers=tuple(answers.of_cycle(tx, cycle.id).values()),
    )


def financial_year(today: date) -> tuple[date, date]:
    """The year from April to March that ended last, or ends today."""
    year = today.year if today >= date(today.year, 3, 31) else today.year - 1
    return date(year - 1, 4, 1), date(year, 3, 31)
