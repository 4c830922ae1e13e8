"""Writes what one person sees as plain text, for browsers without scripts, and the transcript of
everything as it stands. Takes nothing in."""

import asyncio
import re
from datetime import datetime
from html import escape
from zoneinfo import ZoneInfo

from aiohttp import web

from bot.rehearsal.transcript.page import POLICY, transcript_html
from bot.rehearsal.transcript.style import STYLE
from bot.rehearsal.workspace import Workspace
from bot.rehearsal.world.state import JSON
from bot.rehearsal.world.world import at_of

_ZONE = ZoneInfo("Europe/London")
_MARKED = re.compile(r"<([@#!]?)([^<>|]+)(?:\|([^<>]*))?>")


_PAGE = """\
<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Rehearsal in plain text</title>
<style>
{style}
</style>
</head>
<body>
<main>
<h1>What each person sees</h1>
<p>As plain text, as it stands when you open it. The
<a href="/rehearsal/transcript">transcript</a> shows everything at once.</p>
<ul>
{items}
</ul>
</main>
</body>
</html>
"""


class Plain:
    """Handlers of /rehearsal/plain: who there is, and what each sees."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    async def people(self, _request: web.Request) -> web.Response:
        """A page of links, one for each person."""
        with self._workspace.lock:
            people = [each for each in self._workspace.state.people.values() if not each.is_bot]
        items = "\n".join(
            f'<li><a href="/rehearsal/plain/{escape(each.id)}">{escape(each.name)}</a> '
            f"{escape(each.role_title)}</li>"
            for each in people
        )
        return _page(_PAGE.format(style=STYLE, items=items))

    async def transcript(self, _request: web.Request) -> web.Response:
        """Everything that stands in the workspace now: see transcript.page."""
        page = await asyncio.to_thread(transcript_html, self._workspace, _ZONE)
        return _page(page)

    async def seen(self, request: web.Request) -> web.Response:
        """What {user} sees now, channel by channel, in the order it was said."""
        user = request.match_info["user"]
        if self._workspace.person(user) is None:
            raise web.HTTPNotFound(text="There is nobody here with that id.\n")
        return web.Response(text=_told(self._workspace.view_for(user)))


def _page(markup: str) -> web.Response:
    """Markup with a style of its own, and nothing else."""
    headers = {"Content-Security-Policy": POLICY}
    return web.Response(text=markup, content_type="text/html", headers=headers)


def _told(view: JSON) -> str:
    names = {each["id"]: each["name"] for each in [*view["people"], *view["channels"]]}
    now = _time(datetime.fromisoformat(view["now"]))
    head = f"{view['team']['name']}: what {view['me']['name']} sees on {now}"
    return "\n\n".join([head, *(_channel(each, names) for each in view["channels"])]) + "\n"


def _channel(channel: JSON, names: dict[str, str]) -> str:
    title = channel["name"] if channel["is_im"] else f"#{channel['name']}"
    lines = [*channel["messages"], *channel["ephemerals"]]
    lines.sort(key=lambda each: (each.get("thread_ts", each["ts"]), each["ts"]))
    told = [_line(each, names) for each in lines] or ["Nothing was said here yet."]
    return "\n\n".join([f"{title}\n{'=' * len(title)}", *told])


def _line(line: JSON, names: dict[str, str]) -> str:
    """One message; a reply is set in, under what it replies to."""
    private = " (only visible to you)" if line.get("is_ephemeral") else ""
    by = names.get(line["user"], line["user"])
    words = f"{by}, {_time(at_of(line['ts']))}{private}\n{_words(line['text'], names)}"
    files = "".join(f"\nFile: {each['title']}" for each in line.get("files", ()))
    inset = "    " if line.get("thread_ts", line["ts"]) != line["ts"] else ""
    return "\n".join(f"{inset}{each}" for each in f"{words}{files}".split("\n"))


def _words(text: str, names: dict[str, str]) -> str:
    """Slack's text without its marks for people, channels, links and special characters."""

    def said(match: re.Match[str]) -> str:
        kind, target, label = match.groups()
        if kind in ("@", "#"):
            return f"{kind}{label or names.get(target, target)}"
        if kind == "!":
            return label or f"@{target}"
        return f"{label} ({target})" if label else str(target)

    plain = _MARKED.sub(said, text)
    return plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _time(at: datetime) -> str:
    local = at.astimezone(_ZONE)
    return f"{local:%a} {local.day} {local:%b %Y %H:%M}"
