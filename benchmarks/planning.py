"""Plans 1,000 partnerships of 4 channels and 4 meetings, then one of them again after a move.

Prints seconds, peak memory, and two ratios: with a past to with none, and one to all.
"""

import gc
import os
import platform
import resource
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import Any

from bot.content.folders import read_prompts
from bot.core.asking.plan import Cycle, Occurrence, OccurrenceState, Plan
from bot.core.asking.planning import plan
from bot.core.partnership import Nation, Partnership

PARTNERSHIPS, ROUNDS = 1000, 3
MEETINGS = ["2027-01-20", "2027-04-21", "2027-07-21", "2027-10-20"]
BEGINNING = datetime(2026, 9, 1, 8, tzinfo=UTC)
LATER = datetime(2027, 4, 1, 8, tzinfo=UTC)
BANK = read_prompts(Path(__file__).parent.parent / "prompts")


def partnership(number: int, meetings: list[str]) -> Partnership:
    written: dict[str, Any] = {
        "id": f"anytown-{number}",
        "name": f"Anytown {number}",
        "nation": list(Nation)[number % 4],
        "channels": [{"id": f"C{number}N{n}", "name": f"anytown-{n}"} for n in range(4)],
        "board": {
            "channel": {"id": "C0BOARD", "name": "board"},
            "meetings": [{"on": on} for on in meetings],
        },
        "coordinators": {"channel": {"id": "C0PLAN", "name": "plan"}, "people": ["U01"]},
        "safeguarding": {
            "front_door": "01632 960001",
            "out_of_hours": "01632 960002",
            "lado": "01632 960003",
            "checked_on": "2026-09-01",
        },
        "quiet": [{"from": "2027-02-15", "until": "2027-02-19", "reason": "half term"}],
    }
    return Partnership.model_validate(written)


def seconds(work: Callable[[], object]) -> float:
    gc.collect()
    began = perf_counter()
    work()
    return perf_counter() - began


def became_past(planned: Plan) -> list[Occurrence]:
    asked = {"state": OccurrenceState.ASKED}
    return [o.model_copy(update=asked) for o in planned.occurrences if o.due_at <= LATER]


def history_ratio(some: list[Partnership]) -> float:
    """The best of several rounds, each way in turn, on the same partnerships at the same time."""
    first = {one.id: plan(one, BANK, BEGINNING) for one in some}
    cycles: dict[str, tuple[Cycle, ...]] = {key: one.cycles for key, one in first.items()}
    past = {key: became_past(one) for key, one in first.items()}
    fresh, lived = [], []
    for _ in range(ROUNDS):
        fresh.append(seconds(lambda: [plan(p, BANK, LATER) for p in some]))
        lived.append(
            seconds(lambda: [plan(p, BANK, LATER, cycles[p.id], past[p.id]) for p in some])
        )
    return min(lived) / min(fresh)


def main() -> None:
    everyone = [partnership(number, MEETINGS) for number in range(PARTNERSHIPS)]
    plans: dict[str, Plan] = {}
    all_of_them = seconds(lambda: plans.update({p.id: plan(p, BANK, BEGINNING) for p in everyone}))
    # ru_maxrss is in KiB on Linux and in bytes on macOS.
    unit = 2**20 if sys.platform == "darwin" else 2**10
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit

    cycles = [cycle for one in plans.values() for cycle in one.cycles]
    known = [occurrence for one in plans.values() for occurrence in one.occurrences]
    moved = partnership(500, ["2027-01-27", *MEETINGS[1:]])
    again: list[Plan] = []
    one_of_them = seconds(lambda: again.append(plan(moved, BANK, BEGINNING, cycles, known)))
    theirs = {o.id for o in known if o.partnership_id != moved.id}
    touched = sum(o.id in theirs or o.partnership_id != moved.id for o in again[0].occurrences)

    printed = (
        f"Python {platform.python_version()}, {os.cpu_count()} processors, {ROUNDS} rounds",
        f"planned {len(plans)} partnerships, {len(known)} occurrences",
        f"  all of them              {all_of_them:8.2f} s, peak {peak:.0f} MB, all plans kept",
        f"  one of them, moved       {one_of_them * 1000:8.2f} ms among everybody's known plans",
        f"  others' occurrences touched by it: {touched}",
        f"  one / all                {one_of_them / all_of_them:8.5f}",
        f"  with a past / with none  {history_ratio(everyone[:100]):8.2f}",
    )
    sys.stdout.write("\n".join(printed) + "\n")


if __name__ == "__main__":
    main()
