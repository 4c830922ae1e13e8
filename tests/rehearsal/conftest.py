"""A running workspace with a real client, and a real Bolt app connected to it."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from slack_bolt import App
from slack_sdk import WebClient

from bot.rehearsal import RehearsalServer, Workspace
from tests.rehearsal import anytown
from tests.rehearsal.browsing import Browser


@pytest.fixture
def workspace() -> Workspace:
    return anytown.workspace()


@pytest.fixture
def server(workspace: Workspace) -> Iterator[RehearsalServer]:
    """Patient, as Slack is: a busy machine must not make an event come twice, or get lost."""
    running = RehearsalServer(workspace, retry_after=(0.1, 1.0, 10.0), ack_within=10).start()
    yield running
    running.stop()


@pytest.fixture
def hasty_server(workspace: Workspace) -> Iterator[RehearsalServer]:
    """For tests of what is given up."""
    running = RehearsalServer(workspace, retry_after=(0.05, 0.1, 0.2), ack_within=1.5).start()
    yield running
    running.stop()


@pytest.fixture
def browser(server: RehearsalServer) -> Browser:
    """A browser that was let in."""
    opened = Browser(server)
    opened.enter(server.page_url)
    return opened


@pytest.fixture
def client(server: RehearsalServer) -> WebClient:
    return anytown.client_of(server)


@pytest.fixture
def ear() -> anytown.Ear:
    return anytown.Ear()


@pytest.fixture
def app(client: WebClient, ear: anytown.Ear) -> App:
    """A Bolt app, not connected yet."""
    return anytown.listening_app(client, ear)


@pytest.fixture
def listening(server: RehearsalServer, app: App) -> Iterator[App]:
    """The Bolt app, connected."""
    with anytown.connected(server, app):
        yield app


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A database with a row in it."""
    file = tmp_path / "in use.sqlite3"
    with sqlite3.connect(file) as made:
        made.execute("pragma journal_mode=wal")
        made.execute("create table kept (words)")
        made.execute("insert into kept values ('still here')")
    made.close()
    return file
