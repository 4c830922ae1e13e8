"""Keeps the views on people's screens: opens, stacks, updates, closes. Asks no permission."""

import json
import secrets

from bot.rehearsal.block_kit.elements import state_values
from bot.rehearsal.block_kit.ids import with_ids
from bot.rehearsal.block_kit.views import check_view
from bot.rehearsal.happening.pictures import check_pictures
from bot.rehearsal.permits.registration import new_id
from bot.rehearsal.refusals import ApiRefusalError
from bot.rehearsal.wire.shapes import file_json
from bot.rehearsal.world.state import JSON, View
from bot.rehearsal.world.world import World

# Views in a stack: docs.slack.dev/surfaces/modals
STACK_MAX = 3
# Bytes: views.open answers view_too_large above 250 kB.
VIEW_BYTES_MAX = 250_000


def open_first(world: World, user: str, content: JSON) -> View:
    """Show a modal; one that was on the screen makes way."""
    view = new_view(world, user, content)
    close_all(world, user)
    world.state.stacks[user] = [view.id]
    return view


def push(world: World, user: str, content: JSON) -> View:
    stack = world.state.stacks.get(user, [])
    if not stack:
        raise ApiRefusalError("not_found")
    if len(stack) >= STACK_MAX:
        raise ApiRefusalError("push_limit_reached")
    view = new_view(world, user, content)
    view.root_view_id, view.previous_view_id = stack[0], stack[-1]
    stack.append(view.id)
    return view


def new_view(world: World, user: str, content: JSON) -> View:
    """A checked view, on no screen yet."""
    content = checked(world, content)
    external_id = content.get("external_id") or ""
    if external_id and by_external_id(world, external_id):
        raise ApiRefusalError("duplicate_external_id")
    view_id = new_id("V")
    view = View(view_id, user, content["type"], content, _hash(world), view_id)
    view.external_id = external_id
    world.state.views[view_id] = view
    world.changes.mark()
    return view


def checked(world: World, content: JSON) -> JSON:
    """The view with block ids; refused as Slack does when its shape is wrong."""
    check_view(content)
    check_pictures(world, content["blocks"], "/view/blocks", "invalid_arguments")
    if len(json.dumps(content).encode()) > VIEW_BYTES_MAX:
        raise ApiRefusalError("view_too_large")
    return {**content, "blocks": with_ids(content["blocks"])}


def change(world: World, view: View, content: JSON) -> None:
    """Replace a view's content; what was typed stays where block and action ids stay."""
    view.content = checked(world, content)
    view.external_id = content.get("external_id") or view.external_id
    view.hash = _hash(world)
    world.changes.mark()


def by_external_id(world: World, external_id: str) -> View | None:
    views = world.state.views.values()
    return next((view for view in views if view.external_id == external_id), None)


def close_top(world: World, user: str) -> None:
    stack = world.state.stacks.get(user, [])
    if stack:
        del world.state.views[stack.pop()]
    world.changes.mark()


def close_all(world: World, user: str) -> None:
    for view_id in world.state.stacks.pop(user, []):
        del world.state.views[view_id]
    world.changes.mark()


def view_json(world: World, view: View) -> JSON:
    """A view as payloads and answers show it, with what is entered in it."""
    content = view.content
    return {
        "id": view.id,
        "team_id": world.team_of(view.user),
        "type": view.type,
        "blocks": content["blocks"],
        "private_metadata": content.get("private_metadata", ""),
        "callback_id": content.get("callback_id", ""),
        "state": {"values": _values(world, view)},
        "hash": view.hash,
        "title": content.get("title"),
        "close": content.get("close"),
        "submit": content.get("submit"),
        "clear_on_close": bool(content.get("clear_on_close")),
        "notify_on_close": bool(content.get("notify_on_close")),
        "previous_view_id": view.previous_view_id,
        "root_view_id": view.root_view_id,
        "app_id": world.app.app_id,
        "external_id": view.external_id,
        "bot_id": world.app.bot_id,
        "app_installed_team_id": world.team.id,
    }


def _values(world: World, view: View) -> JSON:
    """What is entered; a file_input's files are told whole."""
    values = state_values(view.content["blocks"], view.values)
    return {
        block_id: {action_id: _whole(world, entry) for action_id, entry in entries.items()}
        for block_id, entries in values.items()
    }


def _whole(world: World, entry: JSON) -> JSON:
    if "files" not in entry:
        return entry
    known = [world.state.files[each] for each in entry["files"] if each in world.state.files]
    return entry | {"files": [file_json(world, each) for each in known]}


def _hash(world: World) -> str:
    return f"{int(world.clock.now().timestamp())}.{secrets.token_hex(4)}"
