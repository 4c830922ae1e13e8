"""Builds what interactivity and slash commands send to the app. Sends nothing."""

from bot.rehearsal.block_kit.elements import VALUE_KEYS
from bot.rehearsal.world.state import JSON, Channel
from bot.rehearsal.world.world import World


def interaction(world: World, kind: str, user: str, **parts: object) -> JSON:
    """What every interactive payload carries."""
    return {
        "type": kind,
        "user": _who(world, user),
        "api_app_id": world.app.app_id,
        "token": world.app.verification_token,
        "team": {"id": world.team.id, "domain": world.team.domain},
        "enterprise": None,
        "is_enterprise_install": False,
        **parts,
    }


def _who(world: World, user: str) -> JSON:
    handle = handle_of(world, user)
    return {"id": user, "username": handle, "name": handle, "team_id": world.team_of(user)}


def handle_of(world: World, user: str) -> str:
    person = world.person(user)
    return person.name.lower().replace(" ", ".") if person else ""


def channel_name(channel: Channel) -> str:
    """How payloads name a conversation; private ones are not named."""
    if channel.is_im:
        return "directmessage"
    return "privategroup" if channel.is_private else channel.name


def action(world: World, block: JSON, element: JSON, entry: JSON) -> JSON:
    """One item of a block_actions payload's `actions`."""
    kept = ("type", "action_id", "text", "value", "style", "placeholder", "url")
    shape = {name: element[name] for name in kept if name in element}
    shape |= {"block_id": block["block_id"], "action_ts": world.new_ts()}
    if element["type"] == "feedback_buttons":  # which of the two was pressed
        shape["value"] = entry["value"]
    key = "selected_option" if element["type"] == "overflow" else VALUE_KEYS.get(element["type"])
    return shape | ({key: entry[key]} if key else {})


def command(world: World, user: str, channel: Channel, name: str, text: str, url: str) -> JSON:
    """A slash command's form, as Socket Mode carries it."""
    return {
        "token": world.app.verification_token,
        "team_id": world.team.id,
        "team_domain": world.team.domain,
        "channel_id": channel.id,
        "channel_name": channel_name(channel),
        "user_id": user,
        "user_name": handle_of(world, user),
        "command": name,
        "text": text,
        "api_app_id": world.app.app_id,
        "is_enterprise_install": "false",
        "response_url": url,
        "trigger_id": world.triggers.issue(user),
    }
