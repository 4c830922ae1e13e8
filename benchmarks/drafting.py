"""How soon replies are acknowledged while a digest is made of several hundred, and while it is
printed and sent to its board.

    python -m benchmarks.drafting [--replies 500] [--rate 20]

The real bot over HTTP, beside the same bot with nothing else to do. Its draft is due, somebody
approves it, and replies go on coming at an even rate.
"""

import argparse
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from benchmarks.events_load import Answered, Target
from benchmarks.ground import ground, percentile
from benchmarks.paper import spoken_by_lot
from bot.rehearsal import Person
from tests.journeys.chatter import is_prompt
from tests.journeys.killing import wait_for
from tests.journeys.process import BotProcess
from tests.journeys.reckoning import unfinished
from tests.journeys.stage import BOARD, COORDINATION, COORDINATOR, Stage, set_up

CHANNELS, CONNECTIONS = 6, 16
USERS = tuple(f"U0REPLIES{number:03}" for number in range(200))

IDLE = 10.0
"""Seconds of replies with nothing else to do."""

SLICE = 0.5
"""Seconds of replies between two looks at whether it is done."""

WITHIN = 120.0
"""Seconds for any one step."""

LONGEST = 250
"""Milliseconds within which a reply is to be acknowledged."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--replies", type=int, default=500)
    parser.add_argument("--rate", type=float, default=20.0, help="replies a second")
    asked = parser.parse_args()
    print(ground(replies=asked.replies, rate=asked.rate))
    with (
        tempfile.TemporaryDirectory() as folder,
        set_up(
            Path(folder), f"sqlite:///{folder}/dots.sqlite3", channels=CHANNELS, mode="http"
        ) as stage,
    ):
        for user in USERS:
            stage.workspace.add_user(Person(user, "Invented Member"))
        stage.make_due()
        with BotProcess(stage) as bot:
            _until(lambda: unfinished(stage) == 0)
            _measure(stage, bot.pid, asked.replies, asked.rate)
            bot.stop()


def _measure(stage: Stage, pid: int, replies: int, rate: float) -> None:
    threads = [
        (channel, each["ts"])
        for channel in stage.channels
        for each in stage.workspace.messages(channel)
        if is_prompt(each)
    ]
    said = tuple(one.words for one in spoken_by_lot(replies))
    secret = stage.workspace.app.signing_secret
    target = Target(pid, stage.http_port, secret, threads, USERS, said)
    target.at_rate(CONNECTIONS, replies / 100, 100)
    _until(lambda: unfinished(stage) == 0)
    idle = _tell("nothing else to do", target.at_rate(CONNECTIONS, IDLE, rate))
    _until(lambda: unfinished(stage) == 0)
    stage.bring_forward(issue_in=timedelta(seconds=1))
    made = _meanwhile(target, rate, lambda: bool(_drafts(stage)))
    _tell("the digest is made, and again", made, idle)
    _until(lambda: unfinished(stage) == 0)  # nobody approves what has changed since they saw it
    stage.workspace.people.click(
        COORDINATOR, COORDINATION, str(_drafts(stage)[-1]["ts"]), "digest_approve"
    )
    sent = _meanwhile(
        target, rate, lambda: any(one.get("files") for one in stage.workspace.messages(BOARD))
    )
    _tell("it is printed and sent", sent, idle)


def _meanwhile(target: Target, rate: float, is_done: Callable[[], bool]) -> list[Answered]:
    answered: list[Answered] = []
    ends_at = time.monotonic() + WITHIN
    while not is_done():
        if time.monotonic() > ends_at:
            raise SystemExit("the bot did not get there")
        answered += target.at_rate(CONNECTIONS, SLICE, rate)
    return answered + target.at_rate(CONNECTIONS, SLICE, rate)


def _drafts(stage: Stage) -> list[dict[str, object]]:
    """The messages to the coordinators that offer to approve it."""
    return [
        message
        for message in stage.workspace.messages(COORDINATION)
        for block in message.get("blocks", [])
        for element in block.get("elements", [])
        if element.get("action_id") == "digest_approve"
    ]


def _tell(name: str, answered: list[Answered], idle: float | None = None) -> float:
    times = [each.seconds * 1000 for each in answered]
    median, slow = percentile(times, 0.5), percentile(times, 0.99)
    beside = f", {median / idle:.1f} times the idle median" if idle else ""
    print(
        f"{name}: {len(times)} replies, p50 {median:.1f} ms{beside}, p99 {slow:.1f} ms, "
        f"slowest {max(times):.0f} ms (at most {LONGEST}); "
        f"{sum(each.status != 200 for each in answered)} refused"
    )
    return median


def _until(is_done: Callable[[], bool]) -> None:
    if not wait_for(is_done, WITHIN):
        raise SystemExit("the bot did not get there")


if __name__ == "__main__":
    main()
