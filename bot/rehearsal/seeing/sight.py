"""Shows what one person sees of the workspace, and nothing that is others' alone."""

from bot.rehearsal.happening import modals
from bot.rehearsal.wire.payloads import handle_of
from bot.rehearsal.wire.shapes import message_json
from bot.rehearsal.world.state import JSON, Channel, Ephemeral, Person
from bot.rehearsal.world.world import World


def view_for(world: World, user: str) -> JSON:
    """A JSON-able snapshot: channels with messages and private lines, home, modals, notices."""
    person = world.state.people[user]
    mine = [each for each in world.state.channels.values() if user in each.members]
    home = {} if world.is_external(user) or not world.app.home_tab else {"home": _home(world, user)}
    return home | {
        "version": world.changes.version,
        "now": world.clock.now().isoformat(),
        "team": {"id": world.team.id, "name": world.team.name},
        "app": _app(world),
        "me": person_line(world, person),
        "people": [person_line(world, each) for each in world.state.people.values()],
        "channels": [_channel(world, user, each) for each in mine],
        "modals": _modals(world, user),
        "notices": [
            {"at": each.at.isoformat(), "text": each.text}
            for each in world.state.notices.get(user, ())
        ],
    }


def person_line(world: World, person: Person) -> JSON:
    return {
        "id": person.id,
        "name": person.name,
        "handle": handle_of(world, person.id),
        "role_title": person.role_title,
        "sector": person.sector,
        "part": person.part,
        "is_bot": person.is_bot,
        "is_external": world.is_external(person.id),
        "organization": _organization(world, person),
    }


def _organization(world: World, person: Person) -> str:
    team_id = world.team_of(person.id)
    team = world.state.teams.get(team_id)
    return team.name if team else team_id


def _app(world: World) -> JSON:
    app = world.app
    return {
        "user": app.bot_user_id,
        "name": app.name,
        "commands": sorted(app.commands),
        "home_tab": app.home_tab,
        "messages_tab": app.messages_tab,
        "messages_read_only": app.messages_read_only,
    }


def _channel(world: World, user: str, channel: Channel) -> JSON:
    said = world.messages_in(channel.id)
    messages = [message_json(world, each) for each in said]
    read = world.state.read.get((user, channel.id), "0")
    unread = [each for each in said if each.in_channel and each.ts > read and each.user != user]
    notes = world.state.ephemerals.values()
    return {
        "id": channel.id,
        "name": channel.name or world.app.name,
        "purpose": channel.purpose,
        "is_private": channel.is_private,
        "is_im": channel.is_im,
        "is_ext_shared": channel.is_ext_shared,
        "is_archived": channel.is_archived,
        "members": list(channel.members),
        "unread": len(unread),
        "last_read": read,
        "messages": [
            each | {"channel": channel.id} | _entered(world, user, each["ts"]) for each in messages
        ],
        "ephemerals": [
            _note(world, each) | _entered(world, user, each.ts)
            for each in notes
            if each.user == user and each.channel_id == channel.id
        ],
    }


def _entered(world: World, user: str, ts: str) -> JSON:
    """What this person chose in a message's menus, as state.values."""
    typed = world.state.typed.get((user, ts))
    return {"values": typed} if typed else {}


def _note(world: World, note: Ephemeral) -> JSON:
    shape = {
        "channel": note.channel_id,
        "ts": note.ts,
        "user": world.app.bot_user_id,
        "text": note.text,
        "blocks": note.blocks,
        "is_ephemeral": True,
    }
    return shape | ({"thread_ts": note.thread_ts} if note.thread_ts else {})


def _home(world: World, user: str) -> JSON | None:
    home = world.state.homes.get(user)
    return _view(world, home.id) if home else None


def _modals(world: World, user: str) -> list[JSON]:
    """The stack of modals on the screen, the top one last."""
    return [_view(world, each) for each in world.state.stacks.get(user, ())]


def _view(world: World, view_id: str) -> JSON:
    shape = modals.view_json(world, world.state.views[view_id])
    return shape | {"values": shape["state"]["values"]}
