"""What every test may ask for: a fresh database on SQLite, on PostgreSQL, or on each in turn.

Starts PostgreSQL only when a test asks for it, and says at the end which one ran, or why none did.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.house.binaries import server_binaries
from tests.house.cluster import Cluster, NoServerError, running

POSTGRES_STORY = pytest.StashKey[str]()

# A crowded machine makes any single example slow; how fast we are is not asked here.
settings.register_profile("dots", deadline=None)
settings.load_profile("dots")


@pytest.fixture(scope="session")
def postgres_cluster(pytestconfig: pytest.Config) -> Iterator[Cluster]:
    try:
        with running(server_binaries()) as cluster:
            story = f"{cluster.version}, from {cluster.binaries}"
            pytestconfig.stash[POSTGRES_STORY] = story
            yield cluster
    except NoServerError as error:
        pytestconfig.stash[POSTGRES_STORY] = f"not run, because {error}"
        pytest.skip(f"PostgreSQL could not be started: {error}")


@pytest.fixture
def postgres_url(postgres_cluster: Cluster) -> Iterator[str]:
    """The address of a new, empty PostgreSQL database."""
    with postgres_cluster.database() as url:
        yield url


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """The address of an SQLite file that is not there yet."""
    return f"sqlite:///{tmp_path / 'dots.sqlite3'}"


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The test runs twice, on a fresh database of each kind."""
    name = "sqlite_url" if request.param == "sqlite" else "postgres_url"
    url: str = request.getfixturevalue(name)
    return url


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    story = config.stash.get(POSTGRES_STORY, "not run, because no test that ran asks for it")
    terminalreporter.write_line(f"PostgreSQL: {story}")
