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

# Kinds that shrink; pictures and PDFs are small as they are.
_WORDY = ("text/", "application/json", "application/javascript", "image/svg")

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Guard:
    """`key` opens a session once it was in the address: `?key=...`, then a cookie. Without one
    there is a new key. `host` is where the rehearsal was told to listen."""

    def __init__(self, host: str, key: str = "") -> None:
        self._host = host
        self.key = key or secrets.token_urlsafe(24)

    def behind(self, handler: Handler) -> Handler:
        """`handler`, for those who may; others get 403 with a sentence."""

        async def guarded(request: web.Request) -> web.StreamResponse:
            self._check_host(request)
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

    def _check_host(self, request: web.Request) -> None:
        """A name that was made to point here (DNS rebinding) is not one of ours. Told to listen
        beyond this machine, it is also reached by number, and by the name it was told."""
        name = _name_of(request.host)
        ours = is_loopback(name)
        if not is_loopback(self._host):
            ours = ours or _is_number(name) or name == self._host.lower()
        if not ours:
            raise web.HTTPForbidden(text="The rehearsal does not answer to that name.")

    def _cookie(self, request: web.Request) -> str:
        """Cookies know no ports: two rehearsals at once must not share one."""
        return f"{_COOKIE}-{request.url.port}"


def _same(given: str, wanted: str) -> bool:
    return hmac.compare_digest(given.encode(), wanted.encode())


def _name_of(host: str) -> str:
    """A Host header without its port; "" for what is none."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def is_loopback(host: str) -> bool:
    """Does that name or number mean this machine alone?"""
    return host == "localhost" or (_is_number(host) and ip_address(host).is_loopback)


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _check_origin(request: web.Request) -> None:
    """Other pages may not act here, also not those on other ports of this machine: whatever names
    an origin must name this one. `none` is somebody who typed the address."""
    origin = request.headers.get("Origin")
    foreign = origin is not None and urlsplit(origin).netloc != request.host
    if foreign or request.headers.get("Sec-Fetch-Site", "none") not in ("same-origin", "none"):
        raise web.HTTPForbidden(text="Another page cannot act in the rehearsal.")
    if request.method == "POST" and origin is None:
        raise web.HTTPForbidden(text="Who asks? The request names no origin.")


def _protect(response: web.StreamResponse) -> web.StreamResponse:
    if not response.prepared:
        for name, value in protection().items():
            response.headers.setdefault(name, value)
        if response.content_type.startswith(_WORDY):
            response.enable_compression()
    return response


def protection() -> dict[str, str]:
    """The headers of everything the rehearsal serves to a browser."""
    return {
        "Content-Security-Policy": CONTENT_SECURITY_POLICY,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cache-Control": "no-store",
    }
