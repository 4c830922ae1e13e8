"""Opens the workspace's doors on this machine: Web API, web sockets, the page. Decides nothing.

Runs in a thread of its own, so that code without asyncio can start and stop it.
"""

import asyncio
import threading
from collections.abc import Callable, Coroutine, Mapping, Sequence
from typing import Any, TypeVar

from aiohttp import web

from bot.rehearsal.delivery.carrier import RETRY_AFTER_S, Carrier
from bot.rehearsal.delivery.http_events import HttpEvents
from bot.rehearsal.delivery.sockets import Sockets
from bot.rehearsal.delivery.transport import ACK_WITHIN_S
from bot.rehearsal.doors import pages
from bot.rehearsal.doors.answers import AnswerDoor
from bot.rehearsal.doors.api import ApiDoor
from bot.rehearsal.doors.behind import Behind
from bot.rehearsal.doors.clockwork import Clockwork
from bot.rehearsal.doors.control import Control
from bot.rehearsal.doors.director import Director
from bot.rehearsal.doors.files import FileDoor
from bot.rehearsal.doors.guard import Guard, Handler
from bot.rehearsal.doors.plain import Plain
from bot.rehearsal.workspace import Workspace
from bot.rehearsal.world.troubles import CALL_TROUBLES

# Seconds to wait for the server's thread at start and at stop. A judgment: both take a fraction.
THREAD_WITHIN_S = 10.0
# Bytes of the largest request: a digest's PDF or picture fits many times.
REQUEST_MAX = 64 * 1024 * 1024

Result = TypeVar("Result")


class RehearsalServer:
    """One server for one workspace; port 0 takes any free port. `key` opens the page; without it
    there is a new one."""

    def __init__(
        self,
        workspace: Workspace,
        host: str = "127.0.0.1",
        port: int = 0,
        *,
        director: Director | None = None,
        retry_after: Sequence[float] = RETRY_AFTER_S,
        ack_within: float = ACK_WITHIN_S,
        key: str = "",
    ) -> None:
        self.workspace = workspace
        self._host, self._port = host, port
        self._director = director
        self._guard = Guard(host, key)
        self._retry_after, self._ack_within = retry_after, ack_within
        self._started = threading.Event()
        self._failure: OSError | None = None
        self._thread = threading.Thread(target=self._run, name="rehearsal", daemon=True)
        self._loop = asyncio.new_event_loop()
        self._stopping = asyncio.Event()
        self.url = ""

    @property
    def api_url(self) -> str:
        """What a WebClient takes as `base_url`."""
        return f"{self.url}/api/"

    @property
    def page_url(self) -> str:
        """What a person opens in a browser; the key in it opens a session."""
        return f"{self.url}/?key={self._guard.key}"

    @property
    def key(self) -> str:
        """What opens the page."""
        return self._guard.key

    @property
    def connections(self) -> int:
        """How many web sockets the app has open."""
        return self._sockets.count

    def start(self) -> "RehearsalServer":
        """Returns when the doors are open; raises OSError when the port is taken."""
        self._thread.start()
        self._started.wait(THREAD_WITHIN_S)
        if self._failure:
            raise self._failure
        return self

    def stop(self) -> None:
        """Close every door and connection; safe to repeat."""
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._stopping.set)
            self._thread.join(THREAD_WITHIN_S)

    def disconnect(self, reason: str = "refresh_requested") -> None:
        """Tell every Socket Mode connection to leave, in Slack's words for why."""
        self._do(self._sockets.say_goodbye(reason))

    def verify_address(self) -> bool:
        """In HTTP mode: does the app's events address answer Slack's challenge?"""
        return self._do(self._http.verify())

    def cut_sockets(self) -> None:
        """Break every Socket Mode connection."""
        self._do(self._sockets.cut())

    def trouble(self, asked: Mapping[str, Any]) -> None:
        """Cause a trouble as POST /rehearsal/trouble names it. `kind` is one of drop_after,
        drop_before, delay, error_500, ratelimited (with method, times, seconds), twice (times),
        out_of_order (window), dark (seconds), disconnect (reason), cut, clear."""
        given = dict(asked)
        kind = given.pop("kind", None)
        troubles = self.workspace.troubles
        causes: dict[str, Callable[..., None]] = {
            "twice": troubles.deliver_twice,
            "out_of_order": troubles.out_of_order,
            "dark": self.go_dark,
            "disconnect": self.disconnect,
            "cut": self.cut_sockets,
            "clear": troubles.clear,
        }
        if kind in causes:
            causes[kind](**given)
        elif kind in CALL_TROUBLES:
            troubles.next_calls(kind, **given)
        else:
            raise ValueError("kind: expected one of " + ", ".join([*causes, *CALL_TROUBLES]))

    def go_dark(self, seconds: float) -> None:
        """Be out of reach for `seconds`: sockets break, nothing is answered or delivered."""
        self.workspace.troubles.go_dark(seconds)
        self.cut_sockets()

    def _do(self, work: Coroutine[None, None, Result]) -> Result:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(THREAD_WITHIN_S)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_until_complete(self._serve())
            self._loop.run_until_complete(self._loop.shutdown_default_executor())
        except OSError as failure:
            self._failure = failure
        finally:
            self._started.set()
            self._loop.close()

    async def _serve(self) -> None:
        self._sockets = Sockets(self.workspace, self._ack_within)
        self._http = HttpEvents(self.workspace, self._ack_within)
        way = self._sockets if self.workspace.app.socket_mode else self._http
        carrier = Carrier(self.workspace, way, self._retry_after)
        runner = web.AppRunner(self._application(), access_log=None, shutdown_timeout=1.0)
        await runner.setup()
        try:
            site = web.TCPSite(runner, self._host, self._port)
            await site.start()
            self._announce(runner)
            self.workspace.post_room.attach(carrier.take)
            self._started.set()
            await self._stopping.wait()
        finally:
            self.workspace.post_room.attach(None)
            await carrier.close()
            await self._sockets.close()
            await self._http.close()
            await runner.cleanup()

    def _announce(self, runner: web.AppRunner) -> None:
        host, port = runner.addresses[0][:2]
        self.url = f"http://{_reached_at(host)}:{port}"
        self.workspace.base_url = self.url

    def _application(self) -> web.Application:
        app = web.Application(client_max_size=REQUEST_MAX)
        files = FileDoor(self.workspace)
        app.router.add_route("*", "/api/{method}", ApiDoor(self.workspace).serve)
        app.router.add_get("/link/", self._sockets.accept)
        app.router.add_post("/response/{secret}", AnswerDoor(self.workspace).serve)
        app.router.add_post("/upload/v1/{file_id}", files.take)
        app.router.add_get("/files-pri/{file_id}/{rest:.+}", files.give_to_app)
        control = Control(self.workspace)
        clock = Clockwork(self.workspace, self._director)
        behind = Behind(self.workspace, self.trouble)
        app.on_shutdown.append(control.end_streams)
        plain = Plain(self.workspace)
        for method, path, handler in _guarded(control, clock, behind, plain):
            app.router.add_route(method, path, self._guard.behind(handler))
        return app


def _reached_at(host: str) -> str:
    """The address at which this machine reaches what listens on `host`; all means loopback too."""
    known = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}  # noqa: S104  asked about, not listened on
    return known.get(host, f"[{host}]" if ":" in host else host)


def _guarded(
    control: Control, clock: Clockwork, behind: Behind, plain: Plain
) -> list[tuple[str, str, Handler]]:
    """What the page asks for."""
    return [
        ("GET", "/", pages.index),
        ("GET", "/archives/{channel}/{name}", pages.archive),
        ("GET", "/rehearsal/static/{name}", pages.static),
        ("GET", "/rehearsal/plain", plain.people),
        ("GET", "/rehearsal/plain/{user}", plain.seen),
        ("GET", "/rehearsal/transcript", plain.transcript),
        ("GET", "/rehearsal/people", control.people),
        ("GET", "/rehearsal/state", control.state),
        ("GET", "/rehearsal/stream", control.stream),
        ("POST", "/rehearsal/act", control.act),
        ("POST", "/rehearsal/upload", control.upload),
        ("GET", "/rehearsal/clock", clock.show),
        ("POST", "/rehearsal/clock", clock.move),
        ("GET", "/rehearsal/trouble", behind.troubles),
        ("POST", "/rehearsal/trouble", behind.trouble),
        ("GET", "/rehearsal/inspect", behind.message),
        ("GET", "/rehearsal/files/{file_id}", control.file),
    ]
