"""Lets people act in channels: say, edit, delete, react, join. What Slack's client refuses a
person raises PersonRefusalError with a sentence. Buttons and modals are in pressing.py.
"""

import uuid
from collections.abc import Iterable

from bot.rehearsal.happening import talk
from bot.rehearsal.happening.membership import direct_channel, join_channel, leave_channel
from bot.rehearsal.permits.registration import new_id
from bot.rehearsal.refusals import PersonRefusalError
from bot.rehearsal.wire.shapes import message_json
from bot.rehearsal.wire.text import MESSAGE_MAX, rich_text, stored_text
from bot.rehearsal.world.state import JSON, Channel, FileRecord, Message, Person
from bot.rehearsal.world.world import World

# Characters of a file's name; what is longer keeps its end, which says what kind it is. A judgment.
FILE_NAME_MAX = 100


class Talkers:
    """People's doings in conversations. Every method takes the acting person's user id first."""

    def __init__(self, world: World) -> None:
        self._world = world

    def say(
        self,
        user: str,
        channel: str,
        text: str,
        thread_ts: str | None = None,
        broadcast: bool = False,
        files: Iterable[str] = (),
    ) -> JSON:
        """Post what was typed; returns the message, as history shows it (its `ts` names it).

        `files` are the ids of what this person uploaded and has not shared yet."""
        world = self._world
        with world.lock:
            place = self._place_of(user, channel)
            self._check_may_post(place, text)
            records = [self._unshared(user, each) for each in files]
            if thread_ts is not None:
                thread_ts = self._thread_in(place, thread_ts)
            message = self._typed(user, place, text, thread_ts)
            message.file_ids = [each.id for each in records]
            message.subtype = _subtype(thread_ts, broadcast, message.file_ids)
            for each in records:
                each.shares.append((place.id, message.ts))
            return message_json(world, talk.post(world, place, message))

    def upload(self, user: str, name: str, content: bytes) -> str:
        """Take in a file that nobody else sees yet; its id."""
        world = self._world
        with world.lock:
            if not content:
                raise PersonRefusalError("This file is empty.")
            record = FileRecord(
                new_id("F"), _file_name(name), len(content), self._person(user).id,
                world.clock.now(), content=content, uploaded=True, completed=True,
            )  # fmt: skip
            world.state.files[record.id] = record
            return record.id

    def edit(self, user: str, channel: str, ts: str, text: str) -> None:
        """Change one's own message."""
        world = self._world
        with world.lock:
            place = self._place_of(user, channel)
            message = self._own(user, place, ts)
            _check_length(text)
            talk.change(
                world,
                place,
                message,
                text=stored_text(text),
                blocks=[rich_text(text, new_id("b", 5))],
                edited={"user": user, "ts": world.new_ts()},
            )

    def delete(self, user: str, channel: str, ts: str, *, admin: bool = False) -> None:
        """Delete one's own message, or with `admin` anybody's."""
        with self._world.lock:
            place = self._place_of(user, channel)
            message = self._message(place, ts) if admin else self._own(user, place, ts)
            talk.remove(self._world, place, message)

    def react(self, user: str, channel: str, ts: str, name: str) -> None:
        with self._world.lock:
            place = self._place_of(user, channel)
            talk.add_reaction(self._world, place, self._message(place, ts), user, name)

    def unreact(self, user: str, channel: str, ts: str, name: str) -> None:
        with self._world.lock:
            place = self._place_of(user, channel)
            talk.remove_reaction(self._world, place, self._message(place, ts), user, name)

    def read(self, user: str, channel: str) -> None:
        """Mark everything in a conversation as read."""
        with self._world.lock:
            place = self._place_of(user, channel)
            self._world.state.read[(user, place.id)] = self._world.new_ts()
            self._world.changes.mark()

    def open_dm(self, user: str) -> str:
        """The id of the direct conversation between a person and the app."""
        with self._world.lock:
            return direct_channel(self._world, self._person(user).id).id

    def join(self, user: str, channel: str, *, inviter: str | None = None) -> None:
        """Enter a channel, or be brought in by `inviter`; the app itself may be brought in."""
        world = self._world
        with world.lock:
            place = self._place(channel)
            if place.is_private and (inviter or user) not in place.members:
                raise PersonRefusalError("This is a private channel: a member has to add you.")
            join_channel(world, place, self._person(user).id, inviter)

    def leave(self, user: str, channel: str) -> None:
        world = self._world
        with world.lock:
            leave_channel(world, self._place_of(user, channel), user)

    def _typed(self, user: str, place: Channel, text: str, thread_ts: str | None) -> Message:
        world = self._world
        return Message(
            place.id,
            world.new_ts(),
            user,
            stored_text(text),
            world.team_of(user),
            blocks=[rich_text(text, new_id("b", 5))] if text else [],
            thread_ts=thread_ts,
            client_msg_id=str(uuid.uuid4()),
        )

    def _unshared(self, user: str, file_id: str) -> FileRecord:
        record = self._world.state.files.get(file_id)
        if record is None or record.user != user or record.shares:
            raise PersonRefusalError("That file is not here any more. Choose it again.")
        return record

    def _person(self, user: str) -> Person:
        person = self._world.person(user)
        if person is None or person.deleted:
            raise PersonRefusalError("There is nobody here with that id.")
        return person

    def _place(self, channel: str) -> Channel:
        place = self._world.channel(channel)
        if place is None:
            raise PersonRefusalError("There is no such conversation.")
        return place

    def _place_of(self, user: str, channel: str) -> Channel:
        place = self._place(channel)
        if self._person(user).id not in place.members:
            raise PersonRefusalError("You are not a member of this conversation.")
        return place

    def _check_may_post(self, place: Channel, text: str) -> None:
        app = self._world.app
        if place.is_archived:
            raise PersonRefusalError("This channel is archived: nobody can post here.")
        if place.is_im and (app.messages_read_only or not app.messages_tab):
            raise PersonRefusalError("Sending messages to this app has been turned off.")
        _check_length(text)

    def _thread_in(self, place: Channel, thread_ts: str) -> str:
        parent = self._message(place, thread_ts)
        return parent.thread_ts or parent.ts

    def _message(self, place: Channel, ts: str) -> Message:
        message = self._world.message(place.id, ts)
        if message is None:
            raise PersonRefusalError("That message is no longer here.")
        return message

    def _own(self, user: str, place: Channel, ts: str) -> Message:
        message = self._message(place, ts)
        if message.user != user:
            raise PersonRefusalError("Only its author can change this message.")
        return message


def _check_length(text: str) -> None:
    if len(text) > MESSAGE_MAX:
        raise PersonRefusalError(f"This is too long: at most {MESSAGE_MAX:,} characters.")


def _subtype(thread_ts: str | None, broadcast: bool, file_ids: list[str]) -> str | None:
    if thread_ts is not None and broadcast:
        return "thread_broadcast"
    return "file_share" if file_ids else None


def _file_name(given: str) -> str:
    """A file's name as it can stand in a header and on a page."""
    kept = "".join(each for each in given if each.isprintable() and each not in '/\\"')
    return kept[-FILE_NAME_MAX:] or "file"
