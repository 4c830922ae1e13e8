"""Turns messages and private lines into HTML, as they ended: last words, reactions, files, threads.

Chooses none of them: page.py lays out what each channel holds.
"""

from collections.abc import Iterable
from datetime import datetime, tzinfo
from html import escape

from bot.rehearsal.transcript.blocks import blocks_html
from bot.rehearsal.transcript.words import Html, Names, paragraphs
from bot.rehearsal.world.state import Channel, Ephemeral, FileRecord, Message
from bot.rehearsal.world.world import World, at_of

Line = Message | Ephemeral


class Writer:
    """Writes lines of one workspace down. `zone` is the one in which its people read times."""

    def __init__(self, world: World, zone: tzinfo) -> None:
        self.names = Names(world)
        self._world = world
        self._zone = zone

    def conversation(self, channel: Channel) -> Html:
        """Everything in a channel by time, each thread under the message that began it."""
        messages = self._world.messages_in(channel.id)
        notes = [n for n in self._world.state.ephemerals.values() if n.channel_id == channel.id]
        stand = {each.ts for each in messages}
        replies = [each for each in messages if each.is_reply]
        inside = [note for note in notes if note.thread_ts in stand]
        first: list[Line] = [each for each in messages if not each.is_reply]
        top = _by_time([*first, *(note for note in notes if note not in inside)])
        told = [self._opening(each, [*replies, *inside]) for each in top]
        return "\n".join(told) or "<p>Nothing was said here.</p>"

    def _opening(self, line: Line, replies: Iterable[Line]) -> Html:
        name = escape(f"{line.channel_id}-{line.ts}")
        thread = _by_time(each for each in replies if each.thread_ts == line.ts)
        items = "\n".join(f"<li>{self._reply(each)}</li>" for each in thread)
        below = f"\n<h4>In its thread: {len(thread)}</h4>\n<ol>\n{items}\n</ol>" if thread else ""
        return (
            f'<article aria-labelledby="{name}">\n<h3 id="{name}">{self._by(line)}</h3>\n'
            f"{self._body(line)}{below}\n</article>"
        )

    def _reply(self, line: Line) -> Html:
        return f'<p class="by">{self._by(line)}</p>\n{self._body(line)}'

    def _by(self, line: Line) -> Html:
        when = self.time(at_of(line.ts))
        if isinstance(line, Ephemeral):
            app, reader = self._world.app.name, self.names.person(line.user)
            return f"{escape(app)}, {when}. Only visible to {escape(reader)}"
        return f"{escape(self.names.person(line.user))}, {when}"

    def _body(self, line: Line) -> Html:
        words = blocks_html(line.blocks, self.names) or paragraphs(line.text, self.names)
        return words + (self._facts(line) if isinstance(line, Message) else "")

    def _facts(self, message: Message) -> Html:
        facts = [
            *([f"Edited {self.time(at_of(message.edited['ts']))}"] if message.edited else []),
            *(["Also sent to the channel"] if message.subtype == "thread_broadcast" else []),
            *(self._reaction(each.name, each.users) for each in message.reactions),
            *(_file(self._world.state.files[each]) for each in message.file_ids),
        ]
        items = "".join(f"<li>{fact}</li>" for fact in facts)
        return f'\n<ul class="aside">{items}</ul>' if facts else ""

    def _reaction(self, name: str, users: list[str]) -> Html:
        people = ", ".join(self.names.person(each) for each in users)
        return escape(f"Reaction {name.replace('_', ' ')}: {people}")

    def time(self, at: datetime) -> Html:
        """A time as its readers saw it, and exactly, for machines."""
        local = at.astimezone(self._zone)
        words = f"{local:%A} {local.day} {local:%B %Y}, {local:%H:%M}"
        return f'<time datetime="{local.isoformat(timespec="seconds")}">{words}</time>'


def _by_time(found: Iterable[Line]) -> list[Line]:
    return sorted(found, key=lambda each: each.ts)


def _file(record: FileRecord) -> Html:
    described = f": {record.alt_txt}" if record.alt_txt else ""
    return escape(f"File {record.title or record.name} ({record.size:,} bytes){described}")
