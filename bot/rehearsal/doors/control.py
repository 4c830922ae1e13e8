"""The control API of the page, under /rehearsal/: JSON in, JSON out, behind the guard.

A refused deed answers 409 {"ok": false, "error": sentence}; a malformed one 400. Fields of
POST /rehearsal/act besides `as` and `do` are the arguments of People's method of that name.
"""

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from aiohttp import web

from bot.rehearsal.acting.forms import FormAnswer
from bot.rehearsal.doors.bodies import bad, body_of, refused, told
from bot.rehearsal.doors.files import FileDoor
from bot.rehearsal.doors.guard import protection
from bot.rehearsal.refusals import PersonRefusalError
from bot.rehearsal.seeing.sight import person_line
from bot.rehearsal.workspace import Workspace
from bot.rehearsal.world.state import JSON

_DEEDS = (
    "say edit delete react unreact read join leave click submit_view close_view open_home slash "
    "open_dm"
)
DEEDS = frozenset(_DEEDS.split())
# Seconds between signs of life on a quiet stream, so that a closed page is noticed. A judgment.
STREAM_BEAT_S = 15.0


class Control:
    """Handlers for what people see and do. The clock and what lies behind have their own."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._files = FileDoor(workspace)
        self._streams: set[asyncio.Event] = set()
        self._closing = False

    async def people(self, _request: web.Request) -> web.Response:
        """{people: [...]}"""
        with self._workspace.lock:
            found = self._workspace.state.people.values()
            return told({"people": [person_line(self._workspace, each) for each in found]})

    async def state(self, request: web.Request) -> web.Response:
        """What ?as= sees: see sight.view_for."""
        user = self._who(request.query)
        return told(await asyncio.to_thread(self._workspace.view_for, user))

    async def stream(self, request: web.Request) -> web.StreamResponse:
        """Server-sent events: `changed`, with the version, now and after every change."""
        self._who(request.query)
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", **protection()})
        await response.prepare(request)
        changed = asyncio.Event()
        self._streams.add(changed)
        loop = asyncio.get_running_loop()

        def wake(_version: int) -> None:
            loop.call_soon_threadsafe(changed.set)

        stop = self._workspace.changes.watch(wake)
        try:
            with suppress(ConnectionError):  # the page was closed
                await self._beat(response, changed)
        finally:
            stop()
            self._streams.discard(changed)
        return response

    async def end_streams(self, _app: web.Application) -> None:
        """Let every open stream end, for the server to stop."""
        self._closing = True
        for changed in tuple(self._streams):
            changed.set()

    async def _beat(self, response: web.StreamResponse, changed: asyncio.Event) -> None:
        while not self._closing:
            version = self._workspace.changes.version
            changed.clear()
            await response.write(f"event: changed\ndata: {version}\n\n".encode())
            while not await _within(changed, STREAM_BEAT_S):
                await response.write(b": quiet\n\n")

    async def act(self, request: web.Request) -> web.Response:
        """{as, do, ...}: do something as that person; {ok, ...} with what came of it."""
        body = await body_of(request)
        user, deed = self._who(body), body.get("do")
        if deed not in DEEDS:
            raise bad(f"unknown deed: expected one of {', '.join(sorted(DEEDS))}")
        given = {name: value for name, value in body.items() if name not in ("as", "do")}
        return told({"ok": True, **await asyncio.to_thread(self._act, user, deed, given)})

    def _act(self, user: str, deed: str, given: dict[str, Any]) -> JSON:
        name = "click_view" if deed == "click" and "view_id" in given else deed
        try:
            return _outcome(getattr(self._workspace.people, name)(user, **given))
        except PersonRefusalError as refusal:
            raise refused(str(refusal)) from None
        except (TypeError, KeyError) as wrong:
            raise bad(f"{deed}: {type(wrong).__name__}") from None

    async def file(self, request: web.Request) -> web.Response:
        """A file that ?as= may see: a download or, with ?show=, a preview where there is one."""
        user = self._who(request.query)
        shown = "show" in request.query
        return self._files.give_to_person(request.match_info["file_id"], user, shown=shown)

    async def upload(self, request: web.Request) -> web.Response:
        """The body is a file that ?as= brings, called ?name=; {ok, id} to share it with."""
        user, name = self._who(request.query), request.query.get("name", "")
        content = await request.read()
        return told({"ok": True, **await asyncio.to_thread(self._taken, user, name, content)})

    def _taken(self, user: str, name: str, content: bytes) -> JSON:
        try:
            return {"id": self._workspace.people.upload(user, name, content)}
        except PersonRefusalError as refusal:
            raise refused(str(refusal)) from None

    def _who(self, given: Mapping[str, Any]) -> str:
        user = str(given.get("as", ""))
        if self._workspace.person(user) is None:
            raise bad("as: expected the id of a person in this workspace")
        return user


async def _within(event: asyncio.Event, seconds: float) -> bool:
    try:
        await asyncio.wait_for(event.wait(), seconds)
    except TimeoutError:
        return False
    return True


def _outcome(result: object) -> JSON:
    """What a deed's result tells the page."""
    if isinstance(result, FormAnswer):
        return {"result": result.result, "errors": dict(result.errors)}
    if isinstance(result, dict):
        return {"message": result}
    return {"id": result} if isinstance(result, str) else {}
