"""Lets only this machine's browser, with this session's key, into the rehearsal's own pages.

The Web API is not behind it: that has its tokens.
"""

import hmac
import secrets
from collections.abc import Awaitable, Callable
from ipaddress import ip_address
from urllib.parse import urlsplit

from aiohttp import web

_COOKIE = "rehearsal"
# No script or style but our files, nothing from elsewhere, in no frame.
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; font-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Guard:
    """`key` opens a session once it was in the address: `?key=...`, then a cookie."""

    def __init__(self) -> None:
        self.key = secrets.token_urlsafe(24)

    def behind(self, handler: Handler) -> Handler:
        """`handler`, for those who may; others get 403 with a sentence."""

        async def guarded(request: web.Request) -> web.StreamResponse:
            _check_host(request)
            if _same(request.query.get("key", ""), self.key):
                return self._enter(request)
            if not _same(request.cookies.get(self._cookie(request), ""), self.key):
                raise web.HTTPForbidden(text="Open the address that the rehearsal printed.")
            _check_origin(request)
            return _protect(await handler(request))

        return guarded

    def _enter(self, request: web.Request) -> web.Response:
        """Keep the key in a cookie, and take it out of the address."""
        clean = request.rel_url.without_query_params("key")
        entered = web.Response(status=303, headers={"Location": str(clean)})
        entered.set_cookie(
            self._cookie(request), self.key, httponly=True, samesite="Strict", path="/"
        )
        return entered

    def _cookie(self, request: web.Request) -> str:
        """Cookies know no ports: two rehearsals at once must not share one."""
        return f"{_COOKIE}-{request.url.port}"


def _same(given: str, wanted: str) -> bool:
    return hmac.compare_digest(given.encode(), wanted.encode())


def _is_loopback(host: str | None) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host or "").is_loopback
    except ValueError:
        return False


def _check_host(request: web.Request) -> None:
    """A name that was made to point here (DNS rebinding) is not this machine's own."""
    if not _is_loopback(urlsplit(f"//{request.host}").hostname):
        raise web.HTTPForbidden(text="The rehearsal answers this machine only.")


def _check_origin(request: web.Request) -> None:
    """Other pages may not act here: whatever names an origin must name this one."""
    origin = request.headers.get("Origin")
    foreign = origin is not None and urlsplit(origin).netloc != request.host
    if foreign or request.headers.get("Sec-Fetch-Site", "same-origin") == "cross-site":
        raise web.HTTPForbidden(text="Another page cannot act in the rehearsal.")
    if request.method == "POST" and origin is None:
        raise web.HTTPForbidden(text="Who asks? The request names no origin.")


def _protect(response: web.StreamResponse) -> web.StreamResponse:
    if not response.prepared:
        for name, value in protection().items():
            response.headers.setdefault(name, value)
    return response


def protection() -> dict[str, str]:
    """The headers of everything the rehearsal serves to a browser."""
    return {
        "Content-Security-Policy": CONTENT_SECURITY_POLICY,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cache-Control": "no-store",
    }
