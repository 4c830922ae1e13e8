"""Kills the bot with SIGKILL as often as asked while a cycle runs, and counts what was lost or
doubled. Exit code 1 if anything was.

    python -m benchmarks.kill --kills 1000 --database sqlite
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.ground import database, ground
from tests.journeys.hurry import HurriedClock
from tests.journeys.killing import Run, kill_often
from tests.journeys.stage import set_up

PROMPTS_A_KILL = 3
"""Prompts that are due for each kill: enough that every life has something to send."""

CHANNELS = 20
A_LOT = 50
"""Kills in one run: between runs the database and the workspace are new, so that neither grows
until the counting, and not the bot, takes the time."""


def main() -> int:
    """Run, print, and say with the exit code whether everything was in its place."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    print(ground(kills=asked.kills, database=asked.database))
    runs, began = [], time.monotonic()
    for start in range(0, asked.kills, A_LOT):
        kills = min(A_LOT, asked.kills - start)
        runs.append(_run(asked.database, kills, asked.seed + start))
        print(f"after {start + kills} kills: {_in_words(runs)}", flush=True)
    print(f"{time.monotonic() - began:.0f} s in all")
    return 0 if all(run.reckoning.is_whole for run in runs) else 1


def _run(kind: str, kills: int, seed: int) -> Run:
    rounds = max(1, kills * PROMPTS_A_KILL // CHANNELS)
    with (
        database(kind) as url,
        tempfile.TemporaryDirectory() as folder,
        set_up(Path(folder), url, channels=CHANNELS, clock=HurriedClock()) as stage,
    ):
        return kill_often(stage, kills, rounds, seed)


def _in_words(runs: list[Run]) -> str:
    counts = [run.reckoning for run in runs]
    return (
        f"{sum(run.half_sent for run in runs)} left something half sent; of "
        f"{sum(c.due for c in counts)} prompts {sum(c.lost for c in counts)} lost, "
        f"{sum(c.doubled for c in counts)} doubled, {sum(c.unfinished for c in counts)} "
        f"unfinished; of {sum(c.replies for c in counts)} replies "
        f"{sum(c.replies_lost for c in counts)} lost, "
        f"{sum(c.withdrawn_kept for c in counts)} kept though withdrawn"
    )


if __name__ == "__main__":
    sys.exit(main())
