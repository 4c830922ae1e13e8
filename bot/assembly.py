"""Wires everything together: one bot from settings, files, a clock and a way to Slack.

Decides nothing; with the commands, the only reader of settings.
"""

import logging
import threading
from contextlib import ExitStack
from datetime import UTC, datetime
from functools import lru_cache

from bot.content.detectors import detectors_for
from bot.content.folders import read_own_prompts, read_partnerships, read_prompts
from bot.core.book import Book
from bot.settings import Settings
from bot.slack.app import build_app
from bot.slack.examine import missing_scopes
from bot.slack.listeners.answers import Answers
from bot.slack.messenger import SlackMessenger
from bot.slack.wire.connection import SocketConnection
from bot.slack.wire.door import web_client
from bot.slack.wire.identity import Known, identify
from bot.slack.wire.web import WebServer
from bot.store.engine import Store
from bot.store.migrate import migrate
from bot.ticks import Doorbell
from bot.usecases import forget, roles, surroundings
from bot.usecases.asking import plan, sweep
from bot.usecases.board.grouper import Grouper
from bot.usecases.desk import feed
from bot.usecases.desk.feed import Feed
from bot.usecases.dots import Dots
from bot.usecases.ports import Clock
from bot.usecases.sending.deliver import Courier
from bot.usecases.shelf import Shelf
from bot.usecases.tick import Tick

log = logging.getLogger(__name__)


def utc_now() -> datetime:
    """The machine's clock: the edge at which time comes in."""
    return datetime.now(UTC)


def read_book(settings: Settings, now: datetime) -> Book:
    """The files, checked whole. Raises ContentError with every mistake in them."""
    return Book(
        bank=read_prompts(settings.dots_prompts),
        partnerships=read_partnerships(settings.dots_schedules, now.date()),
        own=read_own_prompts(settings.dots_schedules, settings.dots_prompts),
    )


_detectors_for = lru_cache(maxsize=32)(detectors_for)
"""A partnership's detectors are made once for as long as it stays as it is."""


class Bot:
    """One running bot. `start` returns once it is at work; `stop` ends it cleanly."""

    def __init__(self, settings: Settings, book: Book, clock: Clock = utc_now) -> None:
        self.store = Store(settings.dots_database_url)
        self.book = Shelf(self.store, book)
        self._settings = settings
        self._clock = clock
        self.stopping = threading.Event()
        self._sweep_wanted = threading.Event()
        self._known = Known()
        self._answers = Answers()
        self._client = web_client(
            settings.slack_bot_token.get_secret_value(), settings.slack_api_url
        )
        self._messenger = SlackMessenger(self._client, lambda: self._known.bot_user_id)
        self._courier = Courier(self.store, self.book, self._messenger, clock)
        self._tick = Tick(
            self.store,
            self.book,
            self._messenger,
            self._courier,
            clock,
            Grouper(),
            _detectors_for,
        )
        secret = settings.slack_signing_secret.get_secret_value()
        self._feed = Feed(settings.dots_public_url if settings.dots_mode == "http" else "", secret)
        self.bell = Doorbell(self._tick, self._tidy, clock)
        self._app = build_app(
            self._client,
            secret,
            self._known,
            Dots(self.store, self.book, clock, self.bell.ring, _detectors_for, self._feed),
            self._answers,
        )
        self._socket = self._make_socket()
        self._web = self._make_web()
        self._running = ExitStack()  # what must be let go of, the last begun first
        self._running.callback(self.store.close)
        self._running.callback(self._answers.close)
        self._sweeper = threading.Thread(target=self._sweep, name="sweeper", daemon=True)

    @property
    def web_port(self) -> int | None:
        """Where the web server listens, if there is one."""
        return self._web.port if self._web else None

    @property
    def is_ready(self) -> bool:
        """True while events can come in and be kept."""
        return self._known() is not None and (self._socket is None or self._socket.is_alive)

    def next_due_at(self) -> datetime | None:
        """When something will next be due; None when nothing is planned."""
        return self._tick.next_due_at()

    def start(self) -> None:
        """Migrate, plan, learn who we are, connect. Raises WrongTokenError, NewerDatabaseError."""
        migrate(self.store)
        plan.plan_all(self.store, self.book(), self._clock())
        if self._web:
            self._web.start()
            self._running.callback(self._web.stop)
        identity = identify(self._client, self.stopping.wait)
        if identity is None:
            return
        self._known.learn(identity)
        self.bell.start()
        self._running.callback(self.bell.stop)
        self._sweeper.start()
        if self._socket:
            self._socket.start()
            self._running.callback(self._socket.stop)
        else:
            self._sweep_wanted.set()

    def stop(self) -> None:
        """Take nothing new, finish what is on its way, let go of everything. Safe to repeat."""
        self.stopping.set()
        self._sweep_wanted.set()
        self._courier.stopping = True
        self._running.close()

    def _make_socket(self) -> SocketConnection | None:
        if self._settings.dots_mode != "socket":
            return None
        token = self._settings.slack_app_token.get_secret_value()
        return SocketConnection(self._app, token, self._client, self._sweep_wanted.set)

    def _make_web(self) -> WebServer | None:
        port = self._settings.web_port
        if port is None:
            return None
        app = self._app if self._settings.dots_mode == "http" else None
        host = self._settings.dots_http_host
        return WebServer(host, port, lambda: self.is_ready, app, self._calendar)

    def _calendar(self, path: str) -> bytes | None:
        return feed.calendar_at(self.store, self.book(), self._feed, path)

    def _sweep(self) -> None:
        """After every (re)connection, read open threads for what was missed while away."""
        while not self.stopping.is_set():
            self._sweep_wanted.wait()
            self._sweep_wanted.clear()
            if self.stopping.is_set():
                return
            try:
                self._look_at_permissions()
                roles.refresh_groups(self.store, self.book(), self._messenger)
                sweep.sweep_threads(self.store, self._messenger, self._clock, self.stopping.wait)
            except Exception as error:  # noqa: BLE001  # the next connection tries again
                log.error("a sweep failed: %s", type(error).__name__)
            self.bell.ring()

    def _look_at_permissions(self) -> None:
        missing = missing_scopes(self._client)
        if missing is not None:
            surroundings.permissions(self.store, self.book(), missing, self._clock())

    def _tidy(self) -> None:
        """Housekeeping: plan anew (bank holidays and files move on), forget what is over."""
        self._look_at_permissions()
        roles.refresh_groups(self.store, self.book(), self._messenger)
        plan.plan_all(self.store, self.book(), self._clock())
        forget.forget_due(self.store, self.book(), self._clock())
        self.bell.ring()
