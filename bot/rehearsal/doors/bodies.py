"""Reads and writes the JSON bodies of the page's API. Knows nothing of what they mean."""

from typing import Any

from aiohttp import web

from bot.rehearsal.world.state import JSON


async def body_of(request: web.Request) -> dict[str, Any]:
    """The JSON object that was sent; anything else is a bad request."""
    try:
        body = await request.json()
    except ValueError:
        raise bad("expected a JSON object") from None
    if not isinstance(body, dict):
        raise bad("expected a JSON object")
    return body


def told(body: JSON) -> web.Response:
    return web.json_response(body)


def bad(why: str) -> web.HTTPBadRequest:
    """400, with the sentence that the page shows."""
    return web.HTTPBadRequest(text=_refusal(why), content_type="application/json")


def refused(why: str) -> web.HTTPConflict:
    """409: well formed, but not to be done."""
    return web.HTTPConflict(text=_refusal(why), content_type="application/json")


def _refusal(why: str) -> str | None:
    return web.json_response({"ok": False, "error": why}).text
