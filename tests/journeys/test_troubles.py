"""What goes wrong between the bot and Slack costs neither a message nor a reply."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.journeys.at_hand import at_hand
from tests.journeys.chatter import Chatter
from tests.journeys.killing import wait_for
from tests.journeys.reckoning import reckon
from tests.journeys.stage import COORDINATION, Stage, set_up

POST = "chat.postMessage"
ON_ITS_WAY = timedelta(seconds=1)
"""What another courier had sent before the refusal came is not a call too soon."""

BACK_WITHIN = 60.0
"""Seconds for a lost connection to be noticed and made again: seventeen without a goodbye."""


@pytest.fixture
def stage(tmp_path: Path, sqlite_url: str) -> Iterator[Stage]:
    with set_up(tmp_path, sqlite_url, channels=3) as made:
        yield made


@pytest.mark.parametrize("kind", ["drop_after", "drop_before", "error_500"])
def test_a_post_without_an_answer_is_looked_up_and_stands_once(stage: Stage, kind: str) -> None:
    due = stage.make_due()
    stage.server.trouble({"kind": kind, "method": POST, "times": 3})
    with at_hand(stage) as hand:
        assert stage.half_sent() == 3
        hand.go_past_doubts()
        assert reckon(stage, due).is_whole, reckon(stage, due)


def test_a_slow_answer_is_waited_for(stage: Stage) -> None:
    due = stage.make_due()
    stage.server.trouble({"kind": "delay", "method": POST, "times": 3, "seconds": 0.5})
    with at_hand(stage):
        assert reckon(stage, due).is_whole


def test_a_clock_that_leaps_during_a_post_does_not_make_it_look_abandoned(stage: Stage) -> None:
    stage.workspace.when_posted = lambda: stage.clock.go_to(stage.clock.now() + timedelta(hours=1))
    due = stage.make_due()
    with at_hand(stage) as hand:
        hand.settle()
        assert reckon(stage, due).is_whole
        assert not stage.workspace.journal.calls("conversations.history")


def test_nothing_is_called_before_slack_allows_it_again_not_even_by_the_next_bot(
    stage: Stage,
) -> None:
    due = stage.make_due()
    stage.server.trouble({"kind": "ratelimited", "method": POST, "times": 1, "seconds": 30})
    with at_hand(stage) as hand:
        hand.go(timedelta(seconds=10))
    with at_hand(stage) as hand:
        assert reckon(stage, due).posted < len(due)
        hand.go(timedelta(seconds=25))
        hand.go(timedelta(seconds=2))
        assert reckon(stage, due).is_whole, reckon(stage, due)
    posts = stage.workspace.journal.calls(POST)
    refused_at = next(each.at for each in posts if each.outcome == "ratelimited")
    too_soon = (refused_at + ON_ITS_WAY, refused_at + timedelta(seconds=29))
    assert not [each for each in posts if too_soon[0] < each.at < too_soon[1]]


def test_events_that_come_twice_and_in_any_order_change_nothing(stage: Stage) -> None:
    due = stage.make_due()
    with at_hand(stage) as hand:
        stage.server.trouble({"kind": "twice", "times": 40})
        chatter = Chatter(stage.workspace, stage.channels, seed=4)
        for _ in range(8):
            stage.server.trouble({"kind": "out_of_order", "window": 8})
            for _ in range(8):
                chatter.act()
            hand.settle()
        hand.go(timedelta(seconds=2))  # two lines to one person are a second apart
        reckoning = reckon(stage, due, chatter.deleted)
        assert reckoning.replies > 0
        assert chatter.deleted
        assert reckoning.is_whole, reckoning


def test_a_permission_that_slack_has_not_given_is_told_before_anything_fails(stage: Stage) -> None:
    def notes() -> list[str]:
        return [each["text"] for each in stage.workspace.messages(COORDINATION)]

    given = stage.workspace.app
    stage.workspace.app = replace(given, scopes=given.scopes - {"files:read"})
    with at_hand(stage) as hand:
        assert wait_for(lambda: any("files:read" in each for each in notes()), 10)
        assert not any(each.startswith("Settled") for each in notes())
        stage.workspace.app = given
        stage.server.cut_sockets()
        assert wait_for(lambda: any(each.startswith("Settled") for each in notes()), BACK_WITHIN)
        hand.settle()


def _cut(stage: Stage) -> None:
    stage.server.cut_sockets()


def _part(stage: Stage) -> None:
    stage.server.disconnect()


@pytest.mark.parametrize("lose", [_cut, _part])
def test_what_is_said_while_the_connection_is_lost_is_not(
    stage: Stage, lose: Callable[[Stage], None]
) -> None:
    due = stage.make_due()
    with at_hand(stage):
        with Chatter(stage.workspace, stage.channels, seed=5, pause=0.05) as chatter:
            wait_for(lambda: chatter.said > 5, BACK_WITHIN)
            lose(stage)
            said = chatter.said
            wait_for(lambda: chatter.said > said + 20, BACK_WITHIN)
        wait_for(lambda: reckon(stage, due, chatter.deleted).is_whole, BACK_WITHIN)
        reckoning = reckon(stage, due, chatter.deleted)
    assert reckoning.is_whole, reckoning


def test_a_workspace_that_cannot_be_reached_is_asked_again_later(stage: Stage) -> None:
    with at_hand(stage) as hand:
        stage.workspace.troubles.go_dark(1)
        due = stage.make_due()
        hand.bot.bell.ring()
        wait_for(lambda: not stage.workspace.troubles.dark, BACK_WITHIN)
        hand.go_past_doubts()
        assert reckon(stage, due).is_whole, reckon(stage, due)
