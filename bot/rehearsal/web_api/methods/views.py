"""Answers views.*: what the app puts on people's screens."""

from typing import Any

from bot.rehearsal.happening import modals
from bot.rehearsal.refusals import ApiRefusalError
from bot.rehearsal.web_api.given.arguments import Arguments
from bot.rehearsal.world.state import JSON, View
from bot.rehearsal.world.world import World


def open_view(world: World, args: Arguments) -> JSON:
    content = _content(args, "modal")
    user = world.triggers.exchange(args.required("trigger_id"))
    return _shown(world, modals.open_first(world, user, content))


def push(world: World, args: Arguments) -> JSON:
    content = _content(args, "modal")
    user = world.triggers.exchange(args.required("trigger_id"))
    return _shown(world, modals.push(world, user, content))


def update(world: World, args: Arguments) -> JSON:
    content = _content(args, "modal")
    view = _named(world, args)
    _check_hash(args, view)
    modals.change(world, view, content)
    return _shown(world, view)


def publish(world: World, args: Arguments) -> JSON:
    """Put a view on somebody's App Home; people of other organisations have none here."""
    user = args.required("user_id")
    if world.person(user) is None or world.is_external(user):
        raise ApiRefusalError("user_not_found")
    if not world.app.home_tab:
        raise ApiRefusalError("not_enabled")
    content = _content(args, "home")
    home = world.state.homes.get(user)
    if home is None:
        home = world.state.homes[user] = modals.new_view(world, user, content)
    else:
        _check_hash(args, home)
        modals.change(world, home, content)
    return _shown(world, home)


def _content(args: Arguments, kind: str) -> JSON:
    content: Any = args.structure("view")
    if not isinstance(content, dict):
        raise ApiRefusalError(
            "invalid_arguments", messages=["[ERROR] missing required field: view"]
        )
    if content.get("type") != kind:
        pointer = "[json-pointer:/view/type]"
        raise ApiRefusalError(
            "invalid_arguments", messages=[f"[ERROR] must be a {kind} view {pointer}"]
        )
    return content


def _named(world: World, args: Arguments) -> View:
    view = world.state.views.get(args.text("view_id"))
    if view is None and args.has("external_id"):
        view = modals.by_external_id(world, args.text("external_id"))
    if view is None or view.type != "modal":
        raise ApiRefusalError("not_found")
    return view


def _check_hash(args: Arguments, view: View) -> None:
    if args.has("hash") and args.text("hash") != view.hash:
        raise ApiRefusalError("hash_conflict")


def _shown(world: World, view: View) -> JSON:
    return {"view": modals.view_json(world, view)}
