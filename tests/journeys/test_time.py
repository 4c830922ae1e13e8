"""Clocks that jump, a bot that was away for a week, and the nights on which clocks change."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.rehearsing.rehearsal import Rehearsal
from bot.rehearsing.scenes import new_scene
from bot.slack.speech.dialect import at
from tests.house.places import TOP
from tests.journeys.at_hand import at_hand
from tests.journeys.chatter import is_prompt
from tests.journeys.reckoning import reckon, unfinished
from tests.journeys.stage import COORDINATION, QUESTION, Stage, set_up

LONDON = ZoneInfo("Europe/London")


@pytest.fixture
def stage(tmp_path: Path, sqlite_url: str) -> Iterator[Stage]:
    with set_up(tmp_path, sqlite_url, channels=3) as made:
        yield made


def test_after_a_week_away_what_is_too_late_is_not_asked_and_the_coordinators_are_told(
    stage: Stage,
) -> None:
    with at_hand(stage):
        due = stage.make_due(due_in=timedelta(hours=1), late_after=timedelta(hours=3))
    stage.clock.go_to(stage.clock.now() + timedelta(days=7))
    with at_hand(stage) as hand:
        while unfinished(stage):
            hand.go(timedelta(seconds=2))  # one message a second in the coordinators' channel
    assert reckon(stage, due).posted == 0
    told = [each["text"] for each in stage.workspace.messages(COORDINATION)]
    mentioned = [question for words in told for question in QUESTION.findall(words)]
    assert sorted(mentioned) == sorted(each.question for each in due)


def test_a_clock_that_is_put_forward_and_back_asks_once_and_loses_no_reply(stage: Stage) -> None:
    ahead = [timedelta(0)]
    with at_hand(stage, lambda: stage.clock.now() + ahead[0]) as hand:
        due = stage.make_due(2, due_in=timedelta(minutes=30))
        hand.settle()
        assert reckon(stage, due).posted == 0
        ahead[0] = timedelta(hours=1)
        hand.settle()
        asked = reckon(stage, due)
        assert asked.posted >= len(stage.channels)
        ahead[0] = timedelta(days=-1)
        hand.settle()
        _answer_everything(stage)
        hand.settle()
        assert reckon(stage, due).posted == asked.posted
        ahead[0] = timedelta(0)
        hand.go(timedelta(hours=1))
        hand.go(timedelta(seconds=2))
        assert reckon(stage, due).is_whole, reckon(stage, due)


def test_what_is_in_doubt_is_found_also_by_a_clock_that_is_hours_ahead_of_slacks(
    stage: Stage,
) -> None:
    due = stage.make_due()
    stage.server.trouble({"kind": "drop_after", "method": "chat.postMessage", "times": 3})
    with at_hand(stage, lambda: stage.clock.now() + timedelta(hours=3)) as hand:
        assert stage.half_sent() == 3
        hand.go_past_doubts()
        assert reckon(stage, due).is_whole, reckon(stage, due)


def _answer_everything(stage: Stage) -> None:
    for channel in stage.channels:
        for message in stage.workspace.messages(channel):
            if is_prompt(message):
                stage.workspace.people.say(
                    "U0MEMBER000", channel, "We could meet more often", thread_ts=message["ts"]
                )


@pytest.mark.parametrize(
    ("start_on", "change_on"),
    [
        (datetime(2027, 2, 1, 8, tzinfo=UTC), datetime(2027, 3, 28, tzinfo=UTC)),
        (datetime(2027, 9, 6, 8, tzinfo=UTC), datetime(2027, 10, 31, tzinfo=UTC)),
    ],
    ids=["spring", "autumn"],
)
def test_prompts_keep_their_local_time_across_the_night_on_which_clocks_change(
    start_on: datetime, change_on: datetime
) -> None:
    told: list[str] = []
    scene = new_scene(start_on, with_cast=True)
    with Rehearsal(TOP / "prompts", scene, say=told.append) as rehearsal:
        (cycle,) = rehearsal.cycles()
        rehearsal.go_to(cycle.draft_at)
        asking = [channel.id for channel in rehearsal.partnership.channels]
        posted_at = [
            at(message["ts"]).astimezone(LONDON)
            for channel in asking
            for message in rehearsal.workspace.messages(channel)
            if is_prompt(message)
        ]
    cadence = rehearsal.partnership.cadence
    assert {each.utcoffset() for each in posted_at} == {timedelta(0), timedelta(hours=1)}
    assert min(posted_at) < change_on < max(posted_at)
    assert all(cadence.start <= each.time() <= cadence.until for each in posted_at)
    asked_on = [each.date() for each in posted_at]
    assert all(asked_on.count(day) == len(asking) for day in asked_on)
    stood_at = [line.split("  ")[0] for line in told if "a prompt stands" in line]
    moments = [f"{each:%a} {each.day} {each:%b %Y %H:%M}" for each in sorted(posted_at)]
    assert stood_at == list(dict.fromkeys(moments))
