"""Posts one prompt to each of 300 channels, all due in the same minute, at Slack's rates, and
compares the time with what those rates permit.

    python -m benchmarks.posting --channels 300
"""

import argparse
import tempfile
import time
from pathlib import Path

from benchmarks.ground import database, ground
from bot.rehearsal.permits.rates import WORKSPACE_BURST, Tier
from tests.journeys.killing import wait_for
from tests.journeys.process import BotProcess
from tests.journeys.reckoning import Reckoning, reckon, unfinished
from tests.journeys.stage import set_up


def main() -> None:
    """Run once and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--channels", type=int, default=300)
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    asked = parser.parse_args()
    print(ground(channels=asked.channels, database=asked.database))
    seconds, breaches, came_to = _post(asked.database, asked.channels)
    permitted = (asked.channels - WORKSPACE_BURST) / (Tier.POSTING.value / 60)
    print(f"from the first post to the last: {seconds:.1f} s; the rates permit {permitted:.1f} s")
    print(f"{permitted / seconds:.2f} of the permitted rate")
    print(
        f"{came_to.posted} of {came_to.due} posted, {came_to.lost} lost, "
        f"{came_to.doubled} doubled; {breaches} calls while Slack had asked to wait"
    )


def _post(kind: str, channels: int) -> tuple[float, int, Reckoning]:
    with (
        database(kind) as url,
        tempfile.TemporaryDirectory() as folder,
        set_up(Path(folder), url, channels=channels, rates_on=True) as stage,
    ):
        due = stage.make_due()
        times: list[float] = []
        stage.workspace.when_posted = lambda: times.append(time.monotonic())
        with BotProcess(stage):
            wait_for(lambda: unfinished(stage) == 0, channels)
        return times[-1] - times[0], stage.workspace.rates.calls_too_soon, reckon(stage, due)


if __name__ == "__main__":
    main()
