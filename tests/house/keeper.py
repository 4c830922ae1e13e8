"""Runs one throwaway PostgreSQL for as long as its own standard input stays open, then removes it.

A process of its own, so that a test run that is killed leaves no server behind: the end of the run
closes the pipe. Started by cluster.py; does not choose the binaries.
"""

import pwd
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

Server = subprocess.Popen[bytes]

START_SECONDS = 60
"""How long a server may take to start: under one on an idle machine, far more on a crowded one."""

STOP_SECONDS = 10
"""How long it may take to close its connections before it is killed. Nothing in it is needed."""

SETTINGS = {
    "listen_addresses": "",  # a socket in a private folder: no port to lose a race for
    "fsync": "off",  # nothing here outlives the run
    "full_page_writes": "off",
    "shared_buffers": "16MB",
    "max_connections": "60",
    "log_min_messages": "fatal",
}


def keep(binaries: Path, home: Path, user: str | None) -> None:
    """`user` is whom to run the server as: PostgreSQL refuses to run as root."""
    log = home / "log"
    with log.open("wb") as output:
        try:
            server = start(binaries, home, user, output)
        except (OSError, subprocess.SubprocessError, TimeoutError) as error:
            said = log.read_text(errors="replace").strip().splitlines()[-1:]
            print("failed:", type(error).__name__, *said, flush=True)
            return
    print("ready", flush=True)
    sys.stdin.read()
    stop(server)


def start(binaries: Path, home: Path, user: str | None, log: BinaryIO) -> Server:
    data = home / "data"
    options = ["--username=dots", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"]
    made = launch([binaries / "initdb", "-D", data, *options], home, user, log)
    if made.wait(START_SECONDS) != 0:
        raise subprocess.CalledProcessError(made.returncode, "initdb")
    settings = [f"--{name}={value}" for name, value in SETTINGS.items()]
    server = launch([binaries / "postgres", "-D", data, "-k", home, *settings], home, user, log)
    wait_until_ready(server, data / "postmaster.pid")
    return server


def launch(command: Sequence[str | Path], home: Path, user: str | None, log: BinaryIO) -> Server:
    return subprocess.Popen(
        command,
        cwd=home,
        user=user,
        group=pwd.getpwnam(user).pw_gid if user else None,
        extra_groups=[] if user else None,
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=subprocess.STDOUT,
    )


def wait_until_ready(server: Server, status: Path) -> None:
    """PostgreSQL writes `ready` into the last line of its own pid file."""
    deadline = time.monotonic() + START_SECONDS
    while not (status.exists() and status.read_text().rstrip().endswith("ready")):
        if server.poll() is not None:
            raise subprocess.CalledProcessError(server.returncode, "postgres")
        if time.monotonic() > deadline:
            stop(server)
            raise TimeoutError
        time.sleep(0.02)


def stop(server: Server) -> None:
    server.send_signal(signal.SIGINT)  # "fast": closes connections, does not wait for them
    try:
        server.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


if __name__ == "__main__":
    binaries, home, user = sys.argv[1:4]
    try:
        keep(Path(binaries), Path(home), user or None)
    finally:
        shutil.rmtree(home, ignore_errors=True)
