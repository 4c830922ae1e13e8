"""Shows and moves the rehearsal's clock for the page. What happens on the way is the director's."""

import asyncio
import threading
from datetime import datetime, timedelta

from aiohttp import web

from bot.rehearsal.doors.bodies import bad, body_of, told
from bot.rehearsal.doors.director import Director
from bot.rehearsal.workspace import Workspace
from bot.rehearsal.world.state import JSON

MOMENT = timedelta(seconds=1)
"""How far a step goes to what is overdue: the clock runs on while the step is being asked for."""


class Clockwork:
    """Handlers of /rehearsal/clock. Without a director the clock moves, and nothing is planned."""

    def __init__(self, workspace: Workspace, director: Director | None) -> None:
        self._workspace = workspace
        self._director = director
        self._moving = threading.Lock()

    async def show(self, _request: web.Request) -> web.Response:
        """{now, upcoming: [{at, what}], moments: [{id, at, what}], cast}; cast: do the invented
        people act by themselves?"""
        return told(await asyncio.to_thread(self._shown))

    async def move(self, request: web.Request) -> web.Response:
        """{to?, cast?, back_to?}: `to` is "next" (the next thing planned), "step" (the next thing
        anybody does) or a time; `cast` lets the invented people act, or not; `back_to` starts again
        from the moment with that id. Answers as GET does, once the app has settled."""
        body = await body_of(request)
        return told({"ok": True, **await asyncio.to_thread(self._moved, body)})

    def _shown(self) -> JSON:
        director = self._director
        upcoming = director.upcoming() if director else []
        moments = director.moments() if director else []
        return {
            "now": self._workspace.clock.now().isoformat(),
            "upcoming": [{"at": each.at.isoformat(), "what": each.what} for each in upcoming],
            "moments": [
                {"id": each.id, "at": each.at.isoformat(), "what": each.what} for each in moments
            ],
            "cast": bool(director and director.cast_answers),
        }

    def _moved(self, body: JSON) -> JSON:
        """One move at a time, whichever window asks."""
        with self._moving:
            if self._director and "cast" in body:
                self._director.cast_answers = bool(body["cast"])
            try:
                self._move(body)
            except ValueError as wrong:
                raise bad(str(wrong)) from None
            self._workspace.changes.mark()
            return self._shown()

    def _move(self, body: JSON) -> None:
        if self._director and "back_to" in body:
            self._director.go_back(str(body["back_to"]))
        if "to" in body:
            self._go_to(str(body["to"]))

    def _go_to(self, to: str) -> None:
        places = {"next": self._next, "step": self._step}
        at = places[to]() if to in places else datetime.fromisoformat(to)
        if at.tzinfo is None:
            raise ValueError("expected a time with its offset from UTC")
        if at < self._workspace.clock.now():
            raise ValueError("Time moves only forward. To go back, start again from a moment.")
        if self._director:
            self._director.keep_moment()
            self._director.go_to(at)
        else:
            self._workspace.clock.go_to(at)

    def _next(self) -> datetime:
        upcoming = self._director.upcoming() if self._director else []
        if not upcoming:
            raise ValueError("Nothing is planned.")
        return upcoming[0].at

    def _step(self) -> datetime:
        """The next thing anybody does; what should have happened already is done now."""
        acts_at = self._director.next_at() if self._director else None
        at = self._next()
        soon_at = self._workspace.clock.now() + MOMENT
        return max(min(acts_at, at) if acts_at else at, soon_at)
