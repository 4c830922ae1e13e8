"""Lets people press, choose, open the App Home, and type slash commands.

What is refused raises PersonRefusalError. Modals are answered in forms.py.
"""

from collections.abc import Mapping
from typing import Any

from bot.rehearsal.acting.talking import Talkers
from bot.rehearsal.block_kit.elements import VALUE_KEYS, entry_of, find, state_values
from bot.rehearsal.happening.membership import direct_channel
from bot.rehearsal.happening.modals import view_json
from bot.rehearsal.permits.response_urls import ResponseUrl
from bot.rehearsal.refusals import ApiRefusalError, PersonRefusalError
from bot.rehearsal.web_api.answers import post_answer
from bot.rehearsal.wire import payloads
from bot.rehearsal.wire.events import tell
from bot.rehearsal.wire.shapes import message_json
from bot.rehearsal.wire.text import stored_text
from bot.rehearsal.world.post_room import Answer, Delivery
from bot.rehearsal.world.state import JSON, Channel, Ephemeral, Message, Notice, View
from bot.rehearsal.world.world import World

NO_ANSWER = "The app did not answer in time. You can try again."


class Pressers(Talkers):
    """People's doings with what the app shows them. Returns deliveries: `answer` ends them."""

    def click(
        self,
        user: str,
        channel: str,
        ts: str,
        action_id: str,
        block_id: str | None = None,
        values: Mapping[str, Any] | None = None,
        **entered: Any,
    ) -> Delivery:
        """Press a button or choose in a menu of a message, also of one only this person sees.

        What is chosen is given as Slack's own entry (`selected_option={...}`), or as
        `entered="value"`, `entered=["value", ...]`; `values` is what else is entered there."""
        world = self._world
        with world.lock:
            place = self._place_of(user, channel)
            shown = self._shown(user, place, ts)
            typed = world.state.typed.setdefault((user, ts), {})
            keep_typed(shown.blocks, typed, values or {})
            acted = _act(world, shown.blocks, typed, action_id, block_id, entered)
            state = {"values": state_values(shown.blocks, typed)}
            parts = _message_parts(world, user, place, shown)
            subject = f"{place.id}/{ts}"
            return self._press(user, subject, actions=[acted], state=state, **parts)

    def click_view(
        self,
        user: str,
        view_id: str,
        action_id: str,
        block_id: str | None = None,
        values: Mapping[str, Any] | None = None,
        **entered: Any,
    ) -> Delivery:
        """The same in a modal or the App Home; `values` is what else is typed there by now."""
        world = self._world
        with world.lock:
            view = self._view(user, view_id)
            blocks = view.content["blocks"]
            keep_typed(blocks, view.values, values or {})
            acted = _act(world, blocks, view.values, action_id, block_id, entered)
            container = {"type": "view", "view_id": view.id}
            shape = view_json(world, view)
            return self._press(
                user, container=container, view=shape, actions=[acted], state=shape["state"]
            )

    def open_home(self, user: str, tab: str = "home") -> None:
        """Open the app's own pages: "home", or "messages" (the direct conversation)."""
        world = self._world
        with world.lock:
            self._check_home(user, tab)
            channel = direct_channel(world, user)
            view = world.state.homes.get(user)
            event: JSON = {"type": "app_home_opened", "user": user, "channel": channel.id}
            event |= {"tab": tab, "event_ts": world.new_ts()}
            tell(world, event | ({"view": view_json(world, view)} if view else {}))

    def slash(self, user: str, channel: str, command: str, text: str = "") -> Delivery:
        """Type a slash command; what the app answers at once is shown to this person."""
        world = self._world
        with world.lock:
            place = self._place_of(user, channel)
            self._check_command(user, command)
            path = world.response_urls.issue(user, place.id)
            url = f"{world.base_url}{path}"
            payload = payloads.command(world, user, place, command, self._escaped(text), url)

        def show(answer: Answer) -> None:
            self._show(answer, user, place, command)

        return world.post_room.send(Delivery("slash_commands", payload, command, show))

    def _show(self, answer: Answer, user: str, place: Channel, command: str) -> None:
        """Show what the app said to a slash command when it acknowledged it."""
        with self._world.lock:
            if not answer.acked:
                self._notice(user, f"{command} failed: the app did not answer in time.")
            elif answer.payload:
                target = ResponseUrl(user, place.id, None, None, 0.0)
                try:
                    post_answer(self._world, target, answer.payload)
                except ApiRefusalError as refusal:
                    self._notice(user, f"{command} failed: {refusal.error}.")

    def _press(self, user: str, subject: str = "block_actions", **parts: object) -> Delivery:
        world = self._world
        if not world.app.interactivity:
            raise PersonRefusalError("This app does not take answers from buttons and menus.")
        trigger = world.triggers.issue(user)
        payload = payloads.interaction(world, "block_actions", user, trigger_id=trigger, **parts)
        world.changes.mark()

        def mind(answer: Answer) -> None:
            if not answer.acked:
                with world.lock:
                    self._notice(user, NO_ANSWER)

        return world.post_room.send(Delivery("interactive", payload, subject, mind))

    def _notice(self, user: str, text: str) -> None:
        notices = self._world.state.notices.setdefault(user, [])
        notices.append(Notice(self._world.clock.now(), text))
        self._world.changes.mark()

    def _shown(self, user: str, place: Channel, ts: str) -> Message | Ephemeral:
        note = self._world.state.ephemerals.get(ts)
        if note is not None and note.user == user and note.channel_id == place.id:
            return note
        return self._message(place, ts)

    def _view(self, user: str, view_id: str) -> View:
        """The view, if it is on this person's screen: the App Home, or the top modal."""
        home = self._world.state.homes.get(user)
        if home is not None and home.id == view_id:
            return home
        stack = self._world.state.stacks.get(user, [])
        if not stack or stack[-1] != view_id:
            raise PersonRefusalError("That window is no longer open.")
        return self._world.state.views[view_id]

    def _check_home(self, user: str, tab: str) -> None:
        app = self._world.app
        if self._world.is_external(self._person(user).id):
            raise PersonRefusalError("Members of another organisation cannot open this app.")
        if not (app.home_tab if tab == "home" else app.messages_tab):
            raise PersonRefusalError("This app has no such tab.")

    def _check_command(self, user: str, command: str) -> None:
        if self._world.is_external(user):
            raise PersonRefusalError(
                "Members of another organisation cannot use this workspace's commands."
            )
        if command not in self._world.app.commands:
            raise PersonRefusalError(f"{command} is not a valid command.")

    def _escaped(self, text: str) -> str:
        """What the app is sent: mentions as ids with names, for an app that asks for it."""
        words = stored_text(text)
        for person in self._world.state.people:
            handle = payloads.handle_of(self._world, person)
            words = words.replace(f"<@{person}>", f"<@{person}|{handle}>")
        return words


def keep_typed(blocks: list[JSON], typed: JSON, values: Mapping[str, Any]) -> None:
    """Keep what a person entered: {block_id: {action_id: entry}}, or {action_id: plain value}."""
    for block_id, inside in values.items():
        block_entries = inside if isinstance(inside, Mapping) else {block_id: inside}
        for action_id, entered in block_entries.items():
            named = block_id if block_entries is inside else None
            _keep(blocks, typed, action_id, named, entered)


def _keep(
    blocks: list[JSON], typed: JSON, action_id: str, block_id: str | None, entered: Any
) -> JSON:
    found = find(blocks, action_id, block_id)
    if found is None:
        raise PersonRefusalError("There is no such field on the screen.")
    block, element = found
    entry = entry_of(element, entered)
    typed.setdefault(block["block_id"], {})[action_id] = entry
    return entry


def _act(
    world: World,
    blocks: list[JSON],
    typed: JSON,
    action_id: str,
    block_id: str | None,
    entered: Mapping[str, Any],
) -> JSON:
    """The action of a press or a choice, whose entry is kept as the element's state."""
    found = find(blocks, action_id, block_id)
    if found is None:
        raise PersonRefusalError("There is no such button or menu here.")
    block, element = found
    entry: JSON = dict(entered)
    if element["type"] in VALUE_KEYS:
        chosen = entered.get("entered", entered)
        entry = _keep(blocks, typed, action_id, block["block_id"], chosen)
    elif element["type"] == "overflow" and "entered" in entered:
        entry = entry_of({**element, "type": "static_select"}, entered["entered"])
    return payloads.action(world, block, element, entry)


def _message_parts(
    world: World, user: str, place: Channel, shown: Message | Ephemeral
) -> dict[str, object]:
    """Where the press happened; the words of an ephemeral message are not sent back."""
    ephemeral = isinstance(shown, Ephemeral)
    container: JSON = {
        "type": "message",
        "message_ts": shown.ts,
        "channel_id": place.id,
        "is_ephemeral": ephemeral,
    }
    if shown.thread_ts:
        container["thread_ts"] = shown.thread_ts
    path = world.response_urls.issue(user, place.id, shown.ts, shown.thread_ts)
    parts: dict[str, object] = {
        "container": container,
        "channel": {"id": place.id, "name": payloads.channel_name(place)},
        "response_url": f"{world.base_url}{path}",
    }
    if isinstance(shown, Message):
        parts["message"] = message_json(world, shown)
    return parts
