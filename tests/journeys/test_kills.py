"""kill -9 at random moments, and at the worst ones: nothing is lost, nothing is doubled."""

from pathlib import Path

from tests.journeys.hurry import HurriedClock
from tests.journeys.killing import kill_often
from tests.journeys.stage import set_up

KILLS, ROUNDS, CHANNELS = 6, 3, 40


def test_a_bot_that_is_killed_again_and_again_loses_and_doubles_nothing(
    tmp_path: Path, database_url: str
) -> None:
    with set_up(tmp_path, database_url, channels=CHANNELS, clock=HurriedClock()) as stage:
        run = kill_often(stage, KILLS, ROUNDS, seed=8)
    assert run.half_sent > 0, "no kill came while a message was being sent: the test saw nothing"
    assert run.reckoning.replies > 0
    assert run.reckoning.is_whole, run.reckoning
