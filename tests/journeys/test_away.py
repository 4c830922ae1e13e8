"""What is said while the bot is away is found when it is back."""

from datetime import timedelta
from pathlib import Path

from sqlalchemy import DateTime, bindparam, text

from tests.journeys.hurry import HurriedClock
from tests.journeys.killing import FINISH_WITHIN, wait_for
from tests.journeys.process import BotProcess
from tests.journeys.reckoning import reckon, unfinished
from tests.journeys.stage import MEMBERS, Stage, set_up

GIVEN_UP_WITHIN = 30.0
"""Seconds; the workspace tries to deliver an event only once here."""


_LATER = text("UPDATE outbox SET claimed_at = :at").bindparams(bindparam("at", type_=DateTime()))


def _claim_lasts(stage: Stage, longer: timedelta) -> None:
    """What was left half sent may be looked up only a while after the bot is back."""
    with stage.store.write() as tx:
        tx.execute(_LATER, {"at": (stage.clock.now() + longer).replace(tzinfo=None)})


def test_a_reply_to_a_prompt_that_was_in_doubt_is_found(sqlite_url: str, tmp_path: Path) -> None:
    with set_up(tmp_path, sqlite_url, channels=1, clock=HurriedClock(), retry_after=()) as stage:
        due = stage.make_due()
        with BotProcess(stage) as bot:
            stage.workspace.when_posted = bot.kill
            assert wait_for(lambda: bot.has_ended, FINISH_WITHIN)
        stage.workspace.when_posted = None
        assert wait_for(lambda: stage.server.connections == 0, FINISH_WITHIN)
        (channel,) = stage.channels
        (prompt,) = stage.workspace.messages(channel)
        said = stage.workspace.people.say(
            MEMBERS[0], channel, "We could meet more often", thread_ts=prompt["ts"]
        )
        assert stage.workspace.idle(GIVEN_UP_WITHIN)
        tries = stage.workspace.journal.attempts(f"{channel}/{said['ts']}")
        assert {each.outcome for each in tries} == {"no_connection"}
        _claim_lasts(stage, timedelta(seconds=30))
        with BotProcess(stage):
            wait_for(lambda: unfinished(stage) == 0, FINISH_WITHIN)
            wait_for(lambda: reckon(stage, due).is_whole, FINISH_WITHIN / 4)
            assert reckon(stage, due).is_whole, reckon(stage, due)
