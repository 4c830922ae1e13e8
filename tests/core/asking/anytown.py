"""An invented partnership and an invented prompt bank for the tests of planning."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from bot.core.asking.plan import Occurrence, OccurrenceState, Plan
from bot.core.framework import PRACTICES, PRINCIPLE_PAIRS
from bot.core.partnership import Partnership
from bot.core.prompts import Prompt, PromptBank

QUARTERLY = ("2027-01-20", "2027-04-21", "2027-07-21", "2027-10-20")


def bank(per_practice: int = 3, per_pair: int = 2) -> PromptBank:
    singles = [
        Prompt(id=f"{practice.lower()}-{n}", practices=(practice,), text=f"What {practice} {n}?")
        for practice in PRACTICES
        for n in range(per_practice)
    ]
    joining = [
        Prompt(
            id=f"{one}-{other}-{n}".lower(),
            practices=(f"{one}{n % 4 + 1}", f"{other}{n % 4 + 1}"),
            text=f"How {one} {other} {n}?",
        )
        for one, other in PRINCIPLE_PAIRS
        for n in range(per_pair)
    ]
    return PromptBank(prompts=(*singles, *joining))


def anytown(*meetings: str, **more: Any) -> Partnership:
    board = {
        "channel": {"id": "C0BOARD", "name": "anytown-board"},
        "meetings": [{"on": on} for on in meetings or QUARTERLY],
        **more.pop("board", {}),
    }
    written = {
        "id": "anytown",
        "name": "Anytown Partnership",
        "nation": "england",
        "channels": [{"id": "C01", "name": "anytown-one"}, {"id": "C02", "name": "anytown-two"}],
        "board": board,
        "coordinators": {"channel": {"id": "C0COORD", "name": "anytown-plan"}, "people": ["U01"]},
        "safeguarding": {
            "front_door": "01632 960001",
            "out_of_hours": "01632 960002",
            "lado": "01632 960003",
            "checked_on": "2026-09-01",
        },
    }
    return Partnership.model_validate(written | more)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def days(plan: Plan, cycle: int = 0) -> list[str]:
    """The days of asking of one cycle, in order."""
    cycle_id = plan.cycles[cycle].id
    return sorted({o.on.isoformat() for o in plan.occurrences if o.cycle_id == cycle_id})


def became(
    occurrences: Iterable[Occurrence], now: datetime, state: OccurrenceState = OccurrenceState.ASKED
) -> list[Occurrence]:
    """What was due by now, as the store would hold it afterwards."""
    return [o.model_copy(update={"state": state}) for o in occurrences if o.due_at <= now]
