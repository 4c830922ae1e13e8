"""Says what a benchmark runs on, and gives it fresh databases. Measures nothing."""

import os
import platform
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.house.binaries import server_binaries
from tests.house.cluster import NoServerError, running


def ground(**more: object) -> str:
    """Python, SQLite, processors, and whatever else the benchmark was asked for."""
    facts = {
        "Python": platform.python_version(),
        "SQLite": sqlite3.sqlite_version,
        "processors": os.cpu_count(),
        **more,
    }
    return ", ".join(f"{name} {value}" for name, value in facts.items())


@contextmanager
def database(kind: str) -> Iterator[str]:
    """The address of a new database: "sqlite" in a file, or "postgresql" in a server of our own."""
    if kind == "sqlite":
        with tempfile.TemporaryDirectory() as folder:
            yield f"sqlite:///{folder}/dots.sqlite3"
        return
    try:
        with running(server_binaries()) as cluster, cluster.database() as url:
            print(f"PostgreSQL {cluster.version}")
            yield url
    except NoServerError as error:
        raise SystemExit(f"PostgreSQL could not be started: {error}") from None


def percentile(values: list[float], share: float) -> float:
    """The value below which this share of all values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def cpu_seconds(pid: int) -> float:
    """The processor's time that a process has used so far (Linux: proc(5), /proc/PID/stat)."""
    after_name = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(after_name[11]) + int(after_name[12])) / os.sysconf("SC_CLK_TCK")
