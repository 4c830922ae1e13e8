"""Reaches the app over Socket Mode: up to ten web sockets, each envelope to any one of them."""

import asyncio
import json
import secrets
import uuid
from dataclasses import dataclass

from aiohttp import WSCloseCode, WSMsgType, web

from bot.rehearsal.delivery.transport import ACK_WITHIN_S, Outcome
from bot.rehearsal.world.post_room import Delivery
from bot.rehearsal.world.state import JSON
from bot.rehearsal.world.world import World

# docs.slack.dev/apis/events-api/using-socket-mode
CONNECTIONS_MAX = 10
# Seconds between pings, and how long a closing app may take to say so too. Judgments: Slack
# pings its clients every few seconds; a goodbye takes milliseconds here.
PING_S = 10.0
GOODBYE_WITHIN_S = 1.0
# What the hello says a connection will last, seconds; Slack's own varies by hours.
CONNECTION_LASTS_S = 18_060


@dataclass(eq=False)
class _Link:
    """One web socket, and the request that opened it."""

    request: web.Request
    socket: web.WebSocketResponse


class Sockets:
    """The app's open connections. Lives in the server's event loop."""

    def __init__(self, world: World, ack_within: float = ACK_WITHIN_S) -> None:
        self._world = world
        self._ack_within = ack_within
        self._links: list[_Link] = []
        self._waiting: dict[str, asyncio.Future[Outcome]] = {}

    @property
    def count(self) -> int:
        return len(self._links)

    async def accept(self, request: web.Request) -> web.WebSocketResponse:
        """Serve one web socket until it closes; a spent or wrong ticket is refused with 403, and so
        is any web page: it would name its origin, which no app does."""
        if "Origin" in request.headers:
            raise web.HTTPForbidden(text="no web page opens this")
        if self._world.troubles.dark or not self._world.tickets.use(
            request.query.get("ticket", "")
        ):
            raise web.HTTPForbidden(text="this ticket opens nothing")
        link = _Link(request, _socket())
        await link.socket.prepare(request)
        if len(self._links) >= CONNECTIONS_MAX:
            await _part(link, "too_many_websockets")
            return link.socket
        self._links.append(link)
        try:
            await link.socket.send_json(self._hello())
            await self._listen(link)
        finally:
            self._drop(link)
        return link.socket

    async def attempt(self, delivery: Delivery, number: int, reason: str) -> Outcome:
        if not self._links:
            return Outcome("no_connection")
        link = secrets.choice(self._links)
        envelope = _envelope(delivery, number, reason)
        answer: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        self._waiting[envelope["envelope_id"]] = answer
        try:
            await link.socket.send_json(envelope)
            return await asyncio.wait_for(answer, self._ack_within)
        except (TimeoutError, ConnectionError):
            return Outcome("timeout")
        finally:
            del self._waiting[envelope["envelope_id"]]

    async def say_goodbye(self, reason: str) -> None:
        """Send every connection a `disconnect` frame: warning, refresh_requested,
        too_many_websockets or link_disabled. Slack closes after all but the warning."""
        for link in tuple(self._links):
            await _part(link, reason)

    async def cut(self) -> None:
        """Break every connection without a word, as a failing network does."""
        for link in tuple(self._links):
            self._drop(link)
            if link.request.transport is not None:
                link.request.transport.abort()

    async def close(self) -> None:
        for link in tuple(self._links):
            await link.socket.close(code=WSCloseCode.GOING_AWAY)

    def _hello(self) -> JSON:
        return {
            "type": "hello",
            "num_connections": len(self._links),
            "debug_info": {
                "host": "rehearsal",
                "build_number": 1,
                "approximate_connection_time": CONNECTION_LASTS_S,
            },
            "connection_info": {"app_id": self._world.app.app_id},
        }

    def _drop(self, link: _Link) -> None:
        if link in self._links:
            self._links.remove(link)

    async def _listen(self, link: _Link) -> None:
        async for message in link.socket:
            if message.type is WSMsgType.TEXT:
                self._hear(message.data)

    def _hear(self, data: str) -> None:
        """Take an acknowledgement, over whichever connection; anything else is ignored."""
        try:
            said = json.loads(data)
        except ValueError:
            return
        if not isinstance(said, dict):
            return
        waiting = self._waiting.get(str(said.get("envelope_id")))
        if waiting and not waiting.done():
            payload = said.get("payload") or {}
            waiting.set_result(Outcome("acked", acked=True, payload=payload))


def _socket() -> web.WebSocketResponse:
    return web.WebSocketResponse(timeout=GOODBYE_WITHIN_S, heartbeat=PING_S)


def _envelope(delivery: Delivery, number: int, reason: str) -> JSON:
    envelope: JSON = {
        "envelope_id": str(uuid.uuid4()),
        "type": delivery.kind,
        "payload": delivery.payload,
        "accepts_response_payload": delivery.kind != "events_api",
    }
    if delivery.retryable:
        envelope |= {"retry_attempt": number, "retry_reason": "timeout" if reason else ""}
    return envelope


async def _part(link: _Link, reason: str) -> None:
    await link.socket.send_json({"type": "disconnect", "reason": reason, "debug_info": {}})
    if reason == "too_many_websockets":
        await link.socket.close()
