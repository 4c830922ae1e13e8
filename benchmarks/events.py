"""Signed message events over HTTP: the real bot, which stores each before it answers, against the
same server with a Bolt listener that does nothing.

Prints the ratio of their rates, and how soon the bot answers at half its load.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import NamedTuple

from sqlalchemy import text

from benchmarks.events_load import Target
from benchmarks.ground import cpu_seconds, database, ground, percentile
from bot.rehearsal import Person
from bot.store.engine import Store
from tests.journeys.chatter import is_prompt
from tests.journeys.killing import wait_for
from tests.journeys.process import BotProcess
from tests.journeys.reckoning import unfinished
from tests.journeys.stage import Stage, free_port, set_up

CONNECTIONS = 16
"""Kept open, each with one request at a time: as many as the server has threads."""

CHANNELS = 10
USERS = tuple(f"U0REPLIES{number:03}" for number in range(400))
"""As many members as a large partnership has: each gets a private line after the first reply."""

MOST_WAITS = 600
"""Seconds for a bot to deal with what it has acknowledged."""

IDLE = 0.05
"""Of a processor's time: less, and a bot is at rest."""

NO_OP = (sys.executable, "-m", "benchmarks.events_no_op")
NO_OP_SECRET = "invented"  # noqa: S105  opens nothing


class Round(NamedTuple):
    """One round of one server: events a second, the processor's milliseconds for one, and
    milliseconds to an answer at half that rate."""

    rate: float
    cpu: float
    p50: float
    p99: float
    refused: int


def main() -> None:
    """Measure in turns and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=5.0, help="of each measurement")
    parser.add_argument("--database", choices=("sqlite", "postgresql", "both"), default="both")
    asked = parser.parse_args()
    print(ground(rounds=asked.rounds, seconds=asked.seconds, connections=CONNECTIONS))
    kinds = ("sqlite", "postgresql") if asked.database == "both" else (asked.database,)
    for kind in kinds:
        with database(kind) as url:
            _compare(kind, url, asked.rounds, asked.seconds)


def _compare(kind: str, url: str, rounds: int, seconds: float) -> None:
    idle: list[Round] = []
    durable: list[Round] = []
    with _no_op() as other, _asked(url) as (stage, target):
        other.threads = target.threads
        for _ in range(rounds):
            _let_finish(target)
            idle.append(_measure(other, seconds))
            durable.append(_measure(target, seconds))
        held = _held(stage.store)
    _print("no-op", idle)
    _print(kind, durable)
    rates = median(each.rate for each in durable) / median(each.rate for each in idle)
    spent = median(each.cpu for each in idle) / median(each.cpu for each in durable)
    print(f"{kind}: {rates:.2f} of the no-op's rate, {spent:.2f} by the processor's time")
    print(f"{kind}: {target.acked} events acknowledged, {held} of them held")


@contextmanager
def _asked(url: str) -> Iterator[tuple[Stage, Target]]:
    """The real bot over HTTP, with a prompt in each channel that people can reply to."""
    with (
        tempfile.TemporaryDirectory() as folder,
        set_up(Path(folder), url, channels=CHANNELS, mode="http", rates_on=True) as stage,
    ):
        for user in USERS:
            stage.workspace.add_user(Person(user, "Invented Member"))
        stage.make_due()
        with BotProcess(stage) as bot:
            if not wait_for(lambda: unfinished(stage) == 0, 60) or bot.has_ended:
                raise SystemExit("the bot did not ask its questions")
            secret = stage.workspace.app.signing_secret
            yield stage, Target(bot.pid, stage.http_port, secret, _threads(stage), USERS)
            bot.stop()


@contextmanager
def _no_op() -> Iterator[Target]:
    port = free_port()
    server = subprocess.Popen((*NO_OP, str(port), NO_OP_SECRET))  # noqa: S603  our own program
    try:
        time.sleep(2)
        yield Target(server.pid, port, NO_OP_SECRET, [], USERS)
    finally:
        server.kill()
        server.wait()


def _threads(stage: Stage) -> list[tuple[str, str]]:
    return [
        (channel, each["ts"])
        for channel in stage.channels
        for each in stage.workspace.messages(channel)
        if is_prompt(each)
    ]


def _let_finish(bot: Target) -> None:
    """Until the bot has dealt with all that it has acknowledged: what it still does would slow the
    no-op down, and flatter the bot."""
    began = spent = cpu_seconds(bot.pid)
    for _ in range(MOST_WAITS):
        time.sleep(1)
        before, spent = spent, cpu_seconds(bot.pid)
        if spent - before < IDLE:
            return
    raise SystemExit(f"the bot was still at work after {spent - began:.0f} s of processor")


def _measure(target: Target, seconds: float) -> Round:
    spent = cpu_seconds(target.pid)
    flat_out = target.flat_out(CONNECTIONS, seconds)
    spent = cpu_seconds(target.pid) - spent
    rate = len(flat_out) / seconds
    halved = target.at_rate(CONNECTIONS * 4, seconds, rate / 2)
    times = [each.seconds * 1000 for each in halved]
    refused = sum(each.status != 200 for each in (*flat_out, *halved))
    return Round(
        rate, spent * 1000 / len(flat_out), percentile(times, 0.5), percentile(times, 0.99), refused
    )


def _held(store: Store) -> int:
    with store.read() as tx:
        return int(tx.execute(text("SELECT count(*) FROM replies")).scalar_one())


def _print(name: str, rounds: list[Round]) -> None:
    rates = " ".join(f"{each.rate:.0f}" for each in rounds)
    p50, p99 = median(each.p50 for each in rounds), median(each.p99 for each in rounds)
    refused = sum(each.refused for each in rounds)
    cpu = median(each.cpu for each in rounds)
    print(
        f"{name}: {rates} events/s, {cpu:.2f} ms of processor each; "
        f"at half that load p50 {p50:.1f} ms, p99 {p99:.1f} ms; {refused} refused"
    )


if __name__ == "__main__":
    main()
