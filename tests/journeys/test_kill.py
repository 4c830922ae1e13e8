"""kill -9 at any moment, and two processes on one database: nothing is lost, nothing doubled."""

from pathlib import Path

from tests.journeys.chatter import Chatter
from tests.journeys.hurry import HurriedClock
from tests.journeys.killing import CHATTER_PAUSE, FINISH_WITHIN, kill_often, wait_for
from tests.journeys.process import BotProcess
from tests.journeys.reckoning import reckon, unfinished
from tests.journeys.stage import set_up

KILLS = 6
"""A few in the suite; `benchmarks/kill.py` does a thousand."""

SOON = 45.0
"""Seconds; about three where there is not much else to do."""


def test_killed_again_and_again_it_loses_and_doubles_nothing(
    database_url: str, tmp_path: Path
) -> None:
    with set_up(tmp_path, database_url, channels=6, clock=HurriedClock()) as stage:
        run = kill_often(stage, KILLS, rounds=4, seed=11)
    assert run.half_sent > 0, "no kill came at a bad moment: the test proves nothing"
    assert run.reckoning.replies > 0
    assert run.reckoning.is_whole, run.reckoning


def test_over_http_it_loses_and_doubles_nothing_either(sqlite_url: str, tmp_path: Path) -> None:
    with set_up(tmp_path, sqlite_url, channels=6, clock=HurriedClock(), mode="http") as stage:
        due = stage.make_due(3)
        with Chatter(stage.workspace, stage.channels, 3, CHATTER_PAUSE) as chatter:
            for _ in range(3):
                with BotProcess(stage) as bot:
                    wait_for(lambda: reckon(stage, due).posted > 0, FINISH_WITHIN)
                    bot.kill()
            with BotProcess(stage):
                wait_for(lambda: unfinished(stage) == 0, FINISH_WITHIN)
                chatter.stop()
                wait_for(lambda: reckon(stage, due, chatter.deleted).is_whole, FINISH_WITHIN)
        reckoning = reckon(stage, due, chatter.deleted)
    assert reckoning.replies > 0
    assert reckoning.is_whole, reckoning


def test_two_bots_on_one_database_ask_once_even_when_one_is_killed(
    database_url: str, tmp_path: Path
) -> None:
    with set_up(tmp_path, database_url, channels=8, clock=HurriedClock()) as stage:
        due = stage.make_due(2)
        with (
            Chatter(stage.workspace, stage.channels, 5, CHATTER_PAUSE) as chatter,
            BotProcess(stage),
            BotProcess(stage) as other,
        ):
            wait_for(lambda: reckon(stage, due).posted >= 4, FINISH_WITHIN)
            other.kill()
            wait_for(lambda: unfinished(stage) == 0, FINISH_WITHIN)
            chatter.stop()
            wait_for(lambda: reckon(stage, due, chatter.deleted).is_whole, FINISH_WITHIN)
        reckoning = reckon(stage, due, chatter.deleted)
    assert reckoning.is_whole, reckoning


def test_told_to_stop_it_stops_soon_and_leaves_nothing_to_double(
    sqlite_url: str, tmp_path: Path
) -> None:
    with set_up(tmp_path, sqlite_url, channels=4, clock=HurriedClock()) as stage:
        due = stage.make_due(1)
        stage.server.trouble(
            {"kind": "delay", "method": "chat.postMessage", "times": 4, "seconds": 0.8}
        )
        with BotProcess(stage) as bot:
            wait_for(lambda: stage.half_sent() > 0, FINISH_WITHIN)
            assert bot.stop(within=SOON) == 0
        with BotProcess(stage):
            wait_for(lambda: unfinished(stage) == 0, FINISH_WITHIN)
        assert reckon(stage, due).is_whole
