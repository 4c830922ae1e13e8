"""Lets administrators and Slack itself change the workspace: archive, rename, share, uninstall.

Nobody is asked for permission: a rehearsal may cause what a real workspace might.
"""

from dataclasses import replace
from typing import Any

from bot.rehearsal.wire.events import tell
from bot.rehearsal.wire.shapes import user_json
from bot.rehearsal.world.state import JSON, Channel
from bot.rehearsal.world.world import World


class Admins:
    """Each change is told to the app as Slack tells it."""

    def __init__(self, world: World) -> None:
        self._world = world

    def archive(self, channel: str, user: str = "") -> None:
        self._set_archived(channel, user, archived=True)

    def unarchive(self, channel: str, user: str = "") -> None:
        self._set_archived(channel, user, archived=False)

    def rename(self, channel: str, name: str) -> None:
        with self._world.lock:
            place = self._world.state.channels[channel]
            place.name = name
            renamed = {"id": place.id, "name": name, "created": int(place.created_at.timestamp())}
            self._tell(place, "rename", {"channel": renamed})

    def delete(self, channel: str) -> None:
        """Delete a channel with everything in it."""
        with self._world.lock:
            place = self._world.state.channels[channel]
            self._tell(place, "deleted", {"channel": place.id})
            del self._world.state.channels[channel]
            self._world.state.messages.pop(channel, None)

    def change_id(self, channel: str, new_id: str) -> None:
        """Give a channel another id, as sharing a private one with others does."""
        world = self._world
        with world.lock:
            place = world.state.channels.pop(channel)
            place.id = new_id
            world.state.channels[new_id] = place
            kept = world.state.messages.pop(channel, {})
            for message in kept.values():
                message.channel_id = new_id
            world.state.messages[new_id] = kept
            for name in [name for name in world.state.threads if name[0] == channel]:
                world.state.threads[(new_id, name[1])] = world.state.threads.pop(name)
            event = {"old_channel_id": channel, "new_channel_id": new_id}
            self._send("channel_id_changed", event, place)

    def share(self, channel: str, team_id: str, *, shared: bool = True) -> None:
        """Connect a channel with another organisation, or part them."""
        with self._world.lock:
            place = self._world.state.channels[channel]
            place.is_ext_shared = shared
            event: JSON = {"channel": place.id, "connected_team_id": team_id}
            if not shared:
                event = {
                    "channel": place.id,
                    "previously_connected_team_id": team_id,
                    "is_ext_shared": False,
                }
            self._send("channel_shared" if shared else "channel_unshared", event, place)

    def change_person(self, user: str, **fields: Any) -> None:
        """Change what is known of a person: name, role_title, deleted ..."""
        world = self._world
        with world.lock:
            person = replace(world.state.people[user], **fields)
            world.state.people[user] = person
            self._send("user_change", {"user": user_json(world, person)})

    def uninstall(self) -> None:
        """Take the app out of the workspace: its token is dead from now on."""
        world = self._world
        with world.lock:
            tokens = {"oauth": [], "bot": [world.app.bot_user_id]}
            self._send("tokens_revoked", {"tokens": tokens})
            self._send("app_uninstalled", {})
            world.state.bot_token_revoked = True

    def _set_archived(self, channel: str, user: str, *, archived: bool) -> None:
        with self._world.lock:
            place = self._world.state.channels[channel]
            place.is_archived = archived
            event = {"channel": place.id, "user": user}
            self._tell(place, "archive" if archived else "unarchive", event)

    def _tell(self, place: Channel, what: str, event: JSON) -> None:
        """Private channels have events of their own, named group_."""
        self._send(f"{'group' if place.is_private else 'channel'}_{what}", event, place)

    def _send(self, kind: str, event: JSON, place: Channel | None = None) -> None:
        event = {"type": kind, **event, "event_ts": self._world.new_ts()}
        tell(self._world, event, place)
        self._world.changes.mark()
