"""One whole cycle, from the first prompt to the board, with everybody taking part."""

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from bot.play import play
from bot.rehearsing.rehearsal import Rehearsal
from bot.rehearsing.scenes import new_scene
from tests.house.places import TOP

STARTS_AT = datetime(2027, 1, 5, 8, tzinfo=UTC)


def test_the_command_plays_a_whole_cycle_and_gives_an_account(tmp_path: Path) -> None:
    played = subprocess.run(
        [sys.executable, "-m", "bot", "rehearse", "--play", "--json", "--start", "2027-01-05"],
        cwd=TOP,
        env={"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "PYTHONPATH": str(TOP)},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert played.returncode == 0, played.stderr
    account = json.loads(played.stdout)
    assert account["ok"]
    assert account["prompts_posted"] == account["prompts_planned"] > 0
    assert account["replies_lost"] == account["messages_doubled"] == 0
    assert account["replies_private"] > 0
    assert account["digest_before_meeting_days"] >= 5


def test_with_every_trouble_at_once_the_cycle_is_whole_all_the_same() -> None:
    scene = new_scene(STARTS_AT, seed=7, with_cast=True)
    with Rehearsal(TOP / "prompts", scene) as rehearsal:
        for kind in ("drop_after", "error_500", "drop_before", "ratelimited", "delay"):
            rehearsal.server.trouble(
                {"kind": kind, "method": "chat.postMessage", "times": 2, "seconds": 1}
            )
        rehearsal.server.trouble({"kind": "twice", "times": 1000})
        account = play(rehearsal)
    assert account.is_whole, account
