"""Serves the page's own files. Draws nothing."""

import mimetypes
import re
from importlib.resources import files

from aiohttp import web

_PAGE = files("bot.rehearsal") / "page"
_NAME = re.compile(r"[a-z0-9_-]+\.(html|css|js|svg|png|woff2)")


async def index(_request: web.Request) -> web.Response:
    """The page, with its scripts named at once: they need not be found one through another."""
    page = _file("index.html")
    scripts = sorted(each.name for each in _PAGE.iterdir() if each.name.endswith(".js"))
    page.headers["Link"] = ", ".join(
        f"</rehearsal/static/{name}>; rel=modulepreload" for name in scripts
    )
    return page


async def static(request: web.Request) -> web.Response:
    return _file(request.match_info["name"])


async def archive(request: web.Request) -> web.Response:
    """A permalink: the page, at that message."""
    channel, name = request.match_info["channel"], request.match_info["name"]
    digits = name.removeprefix("p")
    ts = f"{digits[:-6]}.{digits[-6:]}"
    thread = request.query.get("thread_ts", "")
    raise web.HTTPSeeOther(f"/#at={channel}&thread={thread}&ts={ts}")


def _file(name: str) -> web.Response:
    found = _PAGE / name
    if not _NAME.fullmatch(name) or not found.is_file():
        raise web.HTTPNotFound
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    charset = "utf-8" if kind.startswith("text/") else None
    return web.Response(body=found.read_bytes(), content_type=kind, charset=charset)
