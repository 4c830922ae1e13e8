"""`dots run`, the real command on the real clock: from a prompt to the board."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.chatter import is_prompt
from tests.journeys.killing import wait_for
from tests.journeys.process import BotProcess
from tests.journeys.reckoning import reckon, unfinished
from tests.journeys.stage import BOARD, COORDINATION, COORDINATOR, MEMBERS, Mode, Stage, set_up

WITHIN = 60.0
"""Seconds for any one step; each takes a fraction."""


@pytest.mark.parametrize("mode", ["socket", "http"])
def test_members_are_asked_and_heard_and_the_board_reads_what_was_approved(
    mode: Mode, sqlite_url: str, tmp_path: Path
) -> None:
    with set_up(tmp_path, sqlite_url, mode=mode) as stage:
        due = stage.make_due()
        with BotProcess(stage) as bot:
            assert wait_for(lambda: unfinished(stage) == 0, WITHIN)
            if mode == "http":
                assert stage.server.verify_address()
            _everybody_answers(stage)
            assert wait_for(lambda: reckon(stage, due).is_whole, WITHIN), reckon(stage, due)
            stage.bring_forward(issue_in=timedelta(seconds=1))
            _say(stage, MEMBERS[0], "One more thing: thank you")  # which rings the bell
            assert wait_for(lambda: bool(_button(stage, "digest_approve")), WITHIN)
            _press(stage, "digest_approve")
            assert wait_for(lambda: bool(stage.workspace.messages(BOARD)), WITHIN)
            assert wait_for(lambda: unfinished(stage) == 0, WITHIN)
            assert bot.stop() == 0
        assert reckon(stage, due).is_whole, reckon(stage, due)


def _everybody_answers(stage: Stage) -> None:
    """One of them thinks again, and one takes it back."""
    for number, member in enumerate(MEMBERS):
        _say(stage, member, f"Answer {number}: we could meet more often in the week")
    channel = stage.channels[0]
    first, second = [each for each in stage.workspace.messages(channel) if not each.get("bot_id")][
        :2
    ]
    stage.workspace.people.edit(first["user"], channel, first["ts"], "Or rather once a month")
    stage.workspace.people.delete(second["user"], channel, second["ts"])


def _say(stage: Stage, member: str, words: str) -> None:
    channel = stage.channels[0]
    prompt = next(each for each in stage.workspace.messages(channel) if is_prompt(each))
    stage.workspace.people.say(member, channel, words, thread_ts=prompt["ts"])


def _button(stage: Stage, action_id: str) -> list[dict[str, Any]]:
    """The messages to the coordinators that offer this button."""
    return [
        message
        for message in stage.workspace.messages(COORDINATION)
        for block in message.get("blocks", [])
        for element in block.get("elements", [])
        if element.get("action_id") == action_id
    ]


def _press(stage: Stage, action_id: str) -> None:
    message = _button(stage, action_id)[-1]
    stage.workspace.people.click(COORDINATOR, COORDINATION, message["ts"], action_id)
