"""Kills the bot at random moments while a cycle runs, starts it again each time, and counts.

The benchmark does this a thousand times, the suite a few.
"""

import time
from collections.abc import Callable
from random import Random
from typing import NamedTuple

from tests.journeys.chatter import Chatter
from tests.journeys.process import BotProcess
from tests.journeys.reckoning import Reckoning, reckon, unfinished
from tests.journeys.stage import Stage

CHATTER_PAUSE = 0.05
"""Seconds between two deeds of members: twenty a second, more than twice what Slack delivers."""

LATE = 0.3
"""Seconds by which some posts are late: some are taken when their sender is already dead."""

LONGEST_LIFE = 1.0
"""Seconds of work after which a bot is killed at the latest."""

WORST_MOMENT = 0.4
"""The share of kills between a post's acceptance and its answer."""

CONNECT_WITHIN, FINISH_WITHIN = 60.0, 90.0
"""Seconds; far more than either takes, also on a machine with much else to do."""


class Run(NamedTuple):
    """How a run went: how often the bot was killed, and in how many of them a
    message was left half sent."""

    kills: int
    half_sent: int
    reckoning: Reckoning


def kill_often(
    stage: Stage, kills: int, rounds: int, seed: int, note: Callable[[int], None] = lambda _: None
) -> Run:
    """Run a cycle of `rounds` prompts in each channel; kill the bot `kills` times, each within
    LONGEST_LIFE of its work; then let it finish, and count."""
    rng = Random(seed)  # noqa: S311  # repeatable chance, no secret
    due = stage.make_due(rounds)
    half_sent = 0
    with Chatter(stage.workspace, stage.channels, seed, CHATTER_PAUSE) as chatter:
        for number in range(kills):
            live_and_die(stage, rng, surely_half_sent=number == 0)
            half_sent += stage.half_sent() > 0
            note(number + 1)
        with BotProcess(stage):
            wait_for(lambda: unfinished(stage) == 0, FINISH_WITHIN)
            chatter.stop()
            wait_for(lambda: reckon(stage, due, chatter.deleted).is_whole, FINISH_WITHIN)
    return Run(kills, half_sent, reckon(stage, due, chatter.deleted))


def live_and_die(stage: Stage, rng: Random, *, surely_half_sent: bool = False) -> None:
    """One life of the bot, with some trouble, ended by kill -9 at a moment that is either any at
    all or the worst: a post was accepted, and the bot has not heard so. `surely_half_sent` waits
    for that, on a busy machine too; something must be due."""
    with BotProcess(stage) as bot:
        if surely_half_sent:
            _kill_after_posts(stage, bot, 1)
            wait_for(lambda: bot.has_ended, CONNECT_WITHIN)
        else:
            wait_for(lambda: stage.server.connections > 0 or bot.has_ended, CONNECT_WITHIN)
            _trouble(stage, rng)
            if rng.random() < WORST_MOMENT:
                _kill_after_posts(stage, bot, rng.randint(1, 6))
            wait_for(lambda: bot.has_ended, rng.uniform(0, LONGEST_LIFE))
        bot.kill()
    stage.workspace.when_posted = None
    stage.workspace.troubles.clear()


def _kill_after_posts(stage: Stage, bot: BotProcess, posts: int) -> None:
    left = iter(range(posts - 1, -1, -1))

    def count_down() -> None:
        if next(left, None) == 0:
            bot.kill()

    stage.workspace.when_posted = count_down


def _trouble(stage: Stage, rng: Random) -> None:
    """In half of the lives some posts are answered late, or are taken and never answered."""
    kind = rng.choice(("", "", "delay", "drop_after"))
    if kind:
        count = rng.randint(1, 6)
        stage.server.trouble(
            {"kind": kind, "method": "chat.postMessage", "times": count, "seconds": LATE}
        )


def wait_for(check: Callable[[], bool], within: float) -> bool:
    """True as soon as `check` holds; False when it has not after so many seconds."""
    ends_at = time.monotonic() + within
    while not check():
        if time.monotonic() > ends_at:
            return False
        time.sleep(0.01)
    return True
