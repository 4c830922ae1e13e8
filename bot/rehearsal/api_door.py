"""The HTTP door of the Web API, and the troubles that happen at it. Decides no answer itself."""

import asyncio
import json
from email.utils import formatdate
from typing import Any

from aiohttp import web

from bot.rehearsal.troubles import Trouble
from bot.rehearsal.web_api.calls import Reply, too_soon
from bot.rehearsal.workspace import Workspace


class ApiDoor:
    """Serves /api/<method>, form-encoded or JSON, token in the header or the body."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    async def serve(self, request: web.Request) -> web.StreamResponse:
        if self._workspace.troubles.dark:
            return _hang_up(request)
        method = request.match_info["method"]
        trouble = self._workspace.troubles.for_call(method)
        if trouble is None:
            return self._respond(await self._do(request, method))
        return await self._with(trouble, request, method)

    async def _with(
        self, trouble: Trouble, request: web.Request, method: str
    ) -> web.StreamResponse:
        match trouble.kind:
            case "drop_before":
                return _hang_up(request)
            case "drop_after":
                await self._do(request, method)
                return _hang_up(request)
            case "error_500":
                return web.Response(status=500, text="Internal Server Error")
            case "ratelimited":
                return self._respond(too_soon(max(1, round(trouble.seconds))))
            case "delay":
                await asyncio.sleep(trouble.seconds)
                return self._respond(await self._do(request, method))

    async def _do(self, request: web.Request, method: str) -> Reply:
        args = await _arguments(request)
        header = request.headers.get("Authorization", "").removeprefix("Bearer ").strip()
        token = header or str(args.pop("token", ""))
        return self._workspace.call(method, args, token)

    def _respond(self, reply: Reply) -> web.Response:
        date = formatdate(self._workspace.clock.now().timestamp(), usegmt=True)
        headers = {**reply.headers, "Date": date}
        return web.json_response(reply.body, status=reply.status, headers=headers)


async def _arguments(request: web.Request) -> dict[str, Any]:
    """Arguments of the query and the body together; the body wins."""
    given: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        raw = await request.text()
        body = json.loads(raw) if raw else {}
    else:
        body = await request.post()
    return given | dict(body)


def _hang_up(request: web.Request) -> web.StreamResponse:
    """Close the connection without an answer."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
