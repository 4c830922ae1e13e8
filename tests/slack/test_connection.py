"""One Socket Mode connection to a workspace on this machine: it comes, it stays, it comes back."""

import logging
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest

from bot.rehearsal import AppRegistration, Channel, Person, RehearsalClock, RehearsalServer
from bot.rehearsal import Workspace as RehearsedWorkspace
from bot.slack.app import build_app
from bot.slack.listeners.answers import Answers
from bot.slack.manifest import manifest
from bot.slack.wire.connection import SocketConnection
from bot.slack.wire.door import web_client
from bot.slack.wire.identity import Known, identify
from bot.store.engine import Store
from bot.store.migrate import migrate
from bot.usecases.dots import Dots
from tests.usecases.anytown import BEFORE, STRATEGY, book

ANNA = "U0ANNA0001"
PING_SECONDS = 0.5
"""Quicker than in life, so that a dead connection is noticed while a test waits."""

WITHIN = 30
"""Seconds after which what has not happened is not going to, also on a busy machine."""

QUICK = 4
"""Seconds: less than the five for which a thread that does not end is waited for."""


def eventually(check: Callable[[], object]) -> bool:
    deadline = time.monotonic() + WITHIN
    while not check():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True


def new_workspace() -> RehearsedWorkspace:
    registration = AppRegistration.from_manifest(manifest())
    made = RehearsedWorkspace(RehearsalClock(BEFORE), registration, rates_on=False)
    made.add_user(Person(ANNA, "Anna Sample", "Nurse", "health"))
    members = [ANNA, registration.bot_user_id]
    made.add_channel(Channel(STRATEGY, "strategy", members=members))
    return made


@contextmanager
def serving(workspace: RehearsedWorkspace) -> Iterator[RehearsalServer]:
    running = RehearsalServer(workspace, retry_after=(0.1, 1.0, 10.0), ack_within=10).start()
    try:
        yield running
    finally:
        running.stop()


@pytest.fixture(scope="module")
def workspace() -> RehearsedWorkspace:
    return new_workspace()


@pytest.fixture(scope="module")
def server(workspace: RehearsedWorkspace) -> Iterator[RehearsalServer]:
    with serving(workspace) as running:
        yield running


@pytest.fixture
def own_server() -> Iterator[RehearsalServer]:
    """For a connection with troubles that are nobody else's."""
    with serving(new_workspace()) as running:
        yield running


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    made = Store(f"sqlite:///{tmp_path_factory.mktemp('store') / 'dots.sqlite3'}")
    migrate(made)
    yield made
    made.close()


class Side:
    """Our side of the connection; counts how often it was told of a new one."""

    def __init__(self, server: RehearsalServer, store: Store, app_token: str = "") -> None:
        registration = server.workspace.app
        client = web_client(registration.bot_token, server.api_url)
        known = Known()
        us = identify(client, lambda _: True)
        assert us is not None
        known.learn(us)
        self.hellos = 0
        self.answers = Answers()
        dots = Dots(store, book, lambda: BEFORE, lambda: None, lambda _: {})
        app = build_app(client, "", known, dots, self.answers)
        token = app_token or registration.app_token
        self.connection = SocketConnection(app, token, client, self._hello, PING_SECONDS)

    def _hello(self) -> None:
        self.hellos += 1

    def stop(self) -> None:
        self.connection.stop()
        self.answers.close()


@pytest.fixture(scope="module")
def side(server: RehearsalServer, store: Store) -> Iterator[Side]:
    """One connection, already greeted, for all that does not need its own."""
    made = Side(server, store)
    made.connection.start()
    assert eventually(lambda: made.hellos)
    yield made
    part(server, made)


def part(server: RehearsalServer, side: Side) -> None:
    """Stop, without the three seconds for which the client's threads wait for news."""
    server.cut_sockets()
    side.stop()


def opens_home(workspace: RehearsedWorkspace) -> bool:
    """True when Anna opens the app's home page and what she sees comes from our side."""
    before = workspace.view_for(ANNA)["home"]
    workspace.people.open_home(ANNA)
    return eventually(lambda: workspace.view_for(ANNA)["home"] != before)


def test_it_connects_says_so_once_and_brings_events(
    workspace: RehearsedWorkspace, side: Side
) -> None:
    assert eventually(lambda: side.connection.is_alive and side.hellos)
    assert opens_home(workspace)
    assert side.hellos == 1


def test_a_connection_that_is_cut_comes_back_says_so_and_brings_events(
    workspace: RehearsedWorkspace, server: RehearsalServer, side: Side
) -> None:
    assert eventually(lambda: side.connection.is_alive and server.connections == 1)
    before = side.hellos
    server.cut_sockets()
    assert eventually(lambda: side.hellos > before and side.connection.is_alive)
    assert opens_home(workspace)


def test_slacks_own_goodbye_is_followed_by_one_new_connection(
    workspace: RehearsedWorkspace, server: RehearsalServer, side: Side
) -> None:
    assert eventually(lambda: side.connection.is_alive and server.connections == 1)
    before = side.hellos
    server.disconnect("refresh_requested")
    assert eventually(lambda: side.hellos > before and side.connection.is_alive)
    assert eventually(lambda: server.connections == 1)
    assert opens_home(workspace)


def test_it_stops_also_when_the_client_lets_go_of_the_socket_in_the_same_moment(
    own_server: RehearsalServer, store: Store
) -> None:
    own = Side(own_server, store)
    own.connection.start()
    assert eventually(lambda: own.hellos == 1 and own.connection.is_alive)
    session = own.connection._handler.client.current_session
    with ThreadPoolExecutor(1) as pool:
        with session.sock_send_lock:  # as its own thread holds it while it closes
            stopping = pool.submit(own.stop)
            time.sleep(0.2)  # until the other has seen a socket, and waits for its turn
            own_server.cut_sockets()
            session.sock.close()
            session.sock = None
        stopping.result(timeout=WITHIN)
    assert not own.connection.is_alive


def test_a_slack_that_does_not_answer_at_first_is_tried_again(
    own_server: RehearsalServer, store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    own_server.trouble({"kind": "error_500", "method": "apps.connections.open"})
    with caplog.at_level(logging.DEBUG, logger="bot"):
        own = Side(own_server, store)
        own.connection.start()
        assert eventually(lambda: own.hellos == 1 and own.connection.is_alive)
        part(own_server, own)
    assert not own.connection.is_alive
    assert "not connected yet" in caplog.text
    assert own_server.workspace.app.app_token not in caplog.text


def test_a_wrong_app_token_is_said_without_saying_it_and_stopping_is_quick(
    own_server: RehearsalServer, store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    wrong = "xapp-1-not-a-token"
    with caplog.at_level(logging.DEBUG, logger="bot"):
        own = Side(own_server, store, wrong)
        own.connection.start()
        assert eventually(lambda: "did not accept SLACK_APP_TOKEN" in caplog.text)
        started = time.monotonic()
        own.stop()
    assert time.monotonic() - started < QUICK
    assert wrong not in caplog.text
    assert own.hellos == 0
    assert not own.connection.is_alive
