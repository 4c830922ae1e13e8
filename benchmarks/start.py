"""Starts `dots run` a few times against a local workspace: the time until it is connected, and the
memory it holds when idle, beside a bare Python that has only imported Bolt.

    python -m benchmarks.start
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from benchmarks.ground import ground
from tests.journeys.killing import wait_for
from tests.journeys.process import BotProcess
from tests.journeys.stage import set_up

ROUNDS = 5
IDLE_SECONDS = 5.0
"""After connecting, until memory is read: everything has been imported and has come to rest."""

BARE = "import slack_bolt, time; print('ready', flush=True); time.sleep(30)"


def main() -> None:
    """Run and print."""
    print(ground(rounds=ROUNDS))
    runs = [_start() for _ in range(ROUNDS)]
    bare = _bare_memory()
    seconds, memory = median(s for s, _ in runs), median(m for _, m in runs)
    print(f"connected after {seconds:.2f} s (slowest {max(s for s, _ in runs):.2f} s)")
    print(f"{memory:.0f} MB idle, {memory / bare:.2f} times a Python that has imported Bolt")


def _start() -> tuple[float, float]:
    with (
        tempfile.TemporaryDirectory() as folder,
        set_up(Path(folder), f"sqlite:///{folder}/dots.sqlite3") as stage,
    ):
        began = time.monotonic()
        with BotProcess(stage) as bot:
            wait_for(lambda: stage.server.connections > 0, 30)
            seconds = time.monotonic() - began
            time.sleep(IDLE_SECONDS)
            memory = _resident_mb(bot.pid)
            bot.stop()
        return seconds, memory


def _bare_memory() -> float:
    with subprocess.Popen([sys.executable, "-c", BARE], stdout=subprocess.PIPE) as process:  # noqa: S603  our own line
        if process.stdout is not None:
            process.stdout.readline()
        memory = _resident_mb(process.pid)
        process.kill()
    return memory


def _resident_mb(pid: int) -> float:
    """Resident memory of a process (Linux: proc(5), VmRSS)."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    line = next(each for each in status.splitlines() if each.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    main()
