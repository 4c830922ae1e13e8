"""Shows what lies behind the conversation, and causes troubles. Shows no message's words: those
the page has from the snapshot of whoever may see them.
"""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

from aiohttp import web

from bot.rehearsal.doors.bodies import bad, body_of, told
from bot.rehearsal.workspace import Workspace
from bot.rehearsal.world.journal import ApiCall, Attempt
from bot.rehearsal.world.state import JSON

# How many of the last requests and deliveries are shown. A judgment: a screenful.
LATELY = 12


class Behind:
    """Handlers for looking behind. `cause` carries out what POST /rehearsal/trouble asks."""

    def __init__(self, workspace: Workspace, cause: Callable[[Mapping[str, Any]], None]) -> None:
        self._workspace = workspace
        self._cause = cause

    async def message(self, request: web.Request) -> web.Response:
        """Behind ?channel= and ?ts=, for ?as= who is there: {calls, attempts, metadata}."""
        channel, ts = request.query.get("channel", ""), request.query.get("ts", "")
        journal = self._workspace.journal
        with self._workspace.lock:
            place = self._workspace.channel(channel)
            if place is None or request.query.get("as") not in place.members:
                raise web.HTTPNotFound
            found = self._workspace.message(channel, ts)
        calls = [each for each in journal.calls(channel=channel) if each.ts == ts]
        return told(
            {
                "calls": [_plain(each) for each in calls],
                "attempts": [_plain(each) for each in journal.attempts(f"{channel}/{ts}")],
                "metadata": found.metadata if found else None,
            }
        )

    async def trouble(self, request: web.Request) -> web.Response:
        """{kind, method?, times?, seconds?, reason?}: see server.RehearsalServer.trouble."""
        try:
            await asyncio.to_thread(self._cause, await body_of(request))
        except (TypeError, ValueError) as wrong:
            raise bad(str(wrong)) from None
        return told({"ok": True})

    async def troubles(self, _request: web.Request) -> web.Response:
        """{on, calls, tries, retried, lost, lately}: troubles still to come by kind, how many
        requests and deliveries there were, and the last of both, oldest first; a request has no
        kind and no number."""
        journal = self._workspace.journal
        calls, tries = journal.calls(), journal.attempts()
        lately = [_call(each) for each in calls[-LATELY:]] + [
            _try(each) for each in tries[-LATELY:]
        ]
        return told(
            {
                "on": self._workspace.troubles.to_come(),
                "calls": len(calls),
                "tries": len(tries),
                "retried": sum(each.number > 0 for each in tries),
                "lost": journal.lost,
                "lately": sorted(lately, key=lambda each: str(each["at"]))[-LATELY:],
            }
        )


def _plain(entry: ApiCall | Attempt) -> JSON:
    return {**asdict(entry), "at": entry.at.isoformat()}


def _call(call: ApiCall) -> JSON:
    return _line(call, "", call.method, None) | {"fate": call.fate}


def _try(attempt: Attempt) -> JSON:
    return _line(attempt, attempt.kind, attempt.what, attempt.number)


def _line(entry: ApiCall | Attempt, kind: str, what: str, number: int | None) -> JSON:
    line = {"kind": kind, "what": what, "number": number, "outcome": entry.outcome}
    return {"at": entry.at.isoformat(), **line}
