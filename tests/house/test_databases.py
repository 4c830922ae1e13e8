"""The databases that the other tests stand on."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import create_engine, text

from tests.house.binaries import in_wheel
from tests.house.cluster import Cluster, NoServerError, running


def test_a_test_gets_an_empty_database_of_each_kind(database_url: str) -> None:
    engine = create_engine(database_url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE left_behind (word TEXT)"))
    engine.dispose()


def test_nothing_is_left_behind_for_the_next_test(database_url: str) -> None:
    engine = create_engine(database_url)
    with engine.begin() as connection, pytest.raises(Exception, match="left_behind"):
        connection.execute(text("SELECT * FROM left_behind"))
    engine.dispose()


def test_a_forgotten_connection_does_not_stop_the_next_test(postgres_cluster: Cluster) -> None:
    with postgres_cluster.database() as url:
        engine = create_engine(url)
        forgotten = engine.connect()
        forgotten.execute(text("SELECT 1"))
    forgotten.invalidate()
    engine.dispose()


def test_the_wheel_serves_a_machine_that_has_no_postgresql() -> None:
    with running(in_wheel()) as cluster, cluster.database() as url:
        engine = create_engine(url)
        with engine.connect() as connection:
            answer = connection.execute(text("SHOW server_version")).scalar_one()
        engine.dispose()
        assert answer.split()[0] == cluster.version


@pytest.fixture
def folder_for_all() -> Iterator[Path]:
    """pytest's own folders may be entered by whoever runs the tests only, not by a server."""
    with TemporaryDirectory(dir="/tmp") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def test_where_no_server_starts_the_reason_is_said(folder_for_all: Path) -> None:
    liar = folder_for_all / "postgres"
    liar.write_text("#!/bin/sh\necho postgres '(PostgreSQL)' 9.6.24\n")
    liar.chmod(0o755)
    with pytest.raises(NoServerError, match=r"9\.6\.24 is older"), running([folder_for_all]):
        pass


def test_where_nothing_is_found_that_is_said_too() -> None:
    with pytest.raises(NoServerError, match="no server programs were found"), running([]):
        pass


HOLDS_A_SERVER = """
import sys
from tests.house.binaries import server_binaries
from tests.house.cluster import running
with running(server_binaries()) as cluster:
    print(cluster.socket_folder, flush=True)
    sys.stdin.read()
"""


@pytest.mark.usefixtures("postgres_cluster")  # nothing to see where no server can start
def test_a_run_that_is_killed_leaves_no_server_behind() -> None:
    run = subprocess.Popen(
        [sys.executable, "-c", HOLDS_A_SERVER],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with run:
        assert run.stdout is not None
        folder = Path(run.stdout.readline().strip())
        assert (folder / "data" / "postmaster.pid").exists()
        run.kill()
    deadline = time.monotonic() + 15
    while folder.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not folder.exists()
