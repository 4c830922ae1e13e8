"""The HTTP door of the Web API, and the troubles that happen at it. Decides no answer itself."""

import asyncio
import json
from email.utils import formatdate
from typing import Any

from aiohttp import web

from bot.rehearsal.web_api.calls import Reply, too_soon
from bot.rehearsal.workspace import Workspace
from bot.rehearsal.world.journal import ApiCall
from bot.rehearsal.world.troubles import Trouble


class _Call:
    """What was asked; the token of the header counts before one among the arguments."""

    def __init__(self, method: str, args: dict[str, Any], header: str) -> None:
        self.method = method
        self.token = header or str(args.pop("token", ""))
        self.args = args


class ApiDoor:
    """Serves /api/<method>, form-encoded or JSON, token in the header or the body."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    async def serve(self, request: web.Request) -> web.StreamResponse:
        if self._workspace.troubles.dark:
            return _hang_up(request)
        call = _Call(request.match_info["method"], await _arguments(request), _header(request))
        trouble = self._workspace.troubles.for_call(call.method)
        if trouble is None:
            return self._respond(self._do(call))
        return await self._with(trouble, request, call)

    async def _with(
        self, trouble: Trouble, request: web.Request, call: "_Call"
    ) -> web.StreamResponse:
        match trouble.kind:
            case "drop_before":
                self._note(call, "dropped")
                return _hang_up(request)
            case "drop_after":
                self._do(call, "answer_lost")
                return _hang_up(request)
            case "error_500":
                self._note(call, "error_500")
                return web.Response(status=500, text="Internal Server Error")
            case "ratelimited":
                return self._refuse(call, max(1, round(trouble.seconds)))
            case "delay":
                await asyncio.sleep(trouble.seconds)
                return self._respond(self._do(call, "late"))

    def _refuse(self, call: "_Call", seconds: int) -> web.Response:
        with self._workspace.lock:
            self._workspace.rates.forbid(call.method, seconds)
        self._note(call, "ratelimited")
        return self._respond(too_soon(seconds))

    def _do(self, call: "_Call", fate: str = "") -> Reply:
        return self._workspace.call(call.method, call.args, call.token, fate)

    def _note(self, call: "_Call", outcome: str) -> None:
        channel = str(call.args.get("channel", ""))
        now = self._workspace.clock.now()
        self._workspace.journal.add_call(ApiCall(now, call.method, outcome, channel))

    def _respond(self, reply: Reply) -> web.Response:
        date = formatdate(self._workspace.clock.now().timestamp(), usegmt=True)
        headers = {**reply.headers, "Date": date}
        return web.json_response(reply.body, status=reply.status, headers=headers)


def _header(request: web.Request) -> str:
    return request.headers.get("Authorization", "").removeprefix("Bearer ").strip()


async def _arguments(request: web.Request) -> dict[str, Any]:
    """Arguments of the query and the body together; the body wins."""
    given: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        return given | _json_object(await request.text())
    return given | dict(await request.post())


def _json_object(raw: str) -> dict[str, Any]:
    """A JSON body; what is none is answered as Slack does."""
    try:
        body = json.loads(raw or "{}")
    except ValueError:
        body = None
    if not isinstance(body, dict):
        text = json.dumps({"ok": False, "error": "invalid_json"})
        raise web.HTTPOk(text=text, content_type="application/json")
    return body


def _hang_up(request: web.Request) -> web.StreamResponse:
    """Close the connection without an answer."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
