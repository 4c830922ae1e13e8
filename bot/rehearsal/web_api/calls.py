"""Answers one Web API call: token, method, scope, rate, then the method. Knows no HTTP."""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.rehearsal.refusals import ApiRefusalError
from bot.rehearsal.web_api.given.arguments import Arguments
from bot.rehearsal.web_api.given.places import need_scope
from bot.rehearsal.web_api.table import METHODS, Method
from bot.rehearsal.world.journal import ApiCall
from bot.rehearsal.world.state import JSON
from bot.rehearsal.world.world import World


@dataclass(frozen=True)
class Reply:
    """What goes back: always HTTP 200, except 429 when it came too soon."""

    body: JSON
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


def answer(world: World, name: str, given: Mapping[str, Any], token: str, fate: str = "") -> Reply:
    """Do one call, whole, and note it in the journal; `fate`: what will become of the answer."""
    args = Arguments(given)
    with world.lock:
        try:
            reply = _answer(world, name, args, token)
        except ApiRefusalError as refusal:
            reply = Reply({"ok": False, "error": refusal.error, **refusal.extra})
        _note(world, name, args, reply.body, fate)
    return reply


def too_soon(seconds: int) -> Reply:
    """Slack's 429, to be tried again after `seconds`."""
    return Reply({"ok": False, "error": "ratelimited"}, 429, {"Retry-After": str(seconds)})


def _answer(world: World, name: str, args: Arguments, token: str) -> Reply:
    method = METHODS.get(name)
    if method is None:
        raise ApiRefusalError("unknown_method", req_method=name)
    _check_token(world, method, token)
    wait = world.rates.retry_after(name, method.tier, args.text("channel"))
    if wait:
        return too_soon(wait)
    headers = _scope_headers(world, method)
    return Reply({"ok": True, **method.run(world, args)}, headers=headers)


def _check_token(world: World, method: Method, token: str) -> None:
    if method.caller == "none":
        return
    if not token:
        raise ApiRefusalError("not_authed")
    kinds = {"bot": world.app.bot_token, "app": world.app.app_token}
    known = [kind for kind, value in kinds.items() if hmac.compare_digest(value, token)]
    if not known:
        raise ApiRefusalError("invalid_auth")
    if world.state.bot_token_revoked:
        raise ApiRefusalError("account_inactive")
    if known != [method.caller]:
        raise ApiRefusalError("not_allowed_token_type")
    if method.scopes and method.caller == "bot":
        need_scope(world, *method.scopes)


def _scope_headers(world: World, method: Method) -> dict[str, str]:
    granted = world.app.scopes if method.caller == "bot" else world.app.app_scopes
    return {
        "x-oauth-scopes": ",".join(sorted(granted)),
        "x-accepted-oauth-scopes": ",".join(method.scopes),
    }


def _note(world: World, name: str, args: Arguments, body: JSON, fate: str) -> None:
    outcome = "ok" if body["ok"] else str(body["error"])
    ts = body.get("ts") or body.get("message_ts") or args.text("ts") or args.text("message_ts")
    channel = args.text("channel")
    world.journal.add_call(
        ApiCall(world.clock.now(), name, outcome, channel, ts, args.without_words(), fate)
    )
