"""Runs the real command in a process of its own, and ends it gently or not at all gently.

Ends only the process that it started.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path

from tests.house.places import TOP
from tests.journeys.hurry import BEGAN, HurriedClock
from tests.journeys.stage import Stage

DOTS_RUN: tuple[str, ...] = (sys.executable, "-m", "bot", "run")
DOTS_RUN_HURRIED = (sys.executable, "-m", "tests.journeys.hurry")


class BotProcess:
    """One bot at work, hurried where its stage is. `output` is where it logs to."""

    def __init__(self, stage: Stage) -> None:
        command, environment = DOTS_RUN, stage.environment
        if isinstance(stage.clock, HurriedClock):
            command, environment[BEGAN] = DOTS_RUN_HURRIED, repr(stage.clock.began)
        self.output: Path = stage.folder / "bot.log"
        with self.output.open("ab") as log:
            self._process = subprocess.Popen(
                command,
                cwd=stage.folder,
                env={**_passed_on(), **environment, "PYTHONPATH": str(TOP)},
                stdout=log,
                stderr=log,
            )

    @property
    def pid(self) -> int:
        """The process's id."""
        return self._process.pid

    @property
    def has_ended(self) -> bool:
        """True once the process is gone, for whatever reason."""
        return self._process.poll() is not None

    def kill(self) -> None:
        """kill -9: no word, no goodbye."""
        self._process.kill()
        self._process.wait(timeout=60)

    def stop(self, within: float = 45.0) -> int:
        """SIGTERM; returns the exit code. Raises TimeoutExpired when it takes longer (s)."""
        self._process.send_signal(signal.SIGTERM)
        return self._process.wait(timeout=within)

    def __enter__(self) -> "BotProcess":
        return self

    def __exit__(self, *_: object) -> None:
        if not self.has_ended:
            self.kill()


def _passed_on() -> dict[str, str]:
    """What any process needs; no setting of ours from outside may slip in."""
    return {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
