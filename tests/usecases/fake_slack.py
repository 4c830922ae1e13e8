"""A workspace in memory behind the Messenger port, which fails exactly as a test asks it to."""

import threading
from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from bot.core.messages import FileMessage, Outgoing
from bot.core.replies import Heard
from bot.usecases.ports import NotSentError, Posted, RefusedError

FIRST_TS = 1_800_000_000


class Said(NamedTuple):
    """One message of ours in the workspace. `only_to`: a whisper's one reader."""

    channel_id: str
    ts: str
    thread_ts: str | None
    message: Outgoing
    outbox_id: str = ""
    only_to: str | None = None
    file_id: str = ""


class Crash(BaseException):
    """The process dies here: nothing in the bot may catch it."""


class _Trouble(NamedTuple):
    error: BaseException
    arrives: bool


class FakeSlack:
    """Posts, finds and reads like Slack; `fail` scripts what the next calls do instead."""

    def __init__(self) -> None:
        self.said: list[Said] = []
        self.deleted: list[str] = []
        self.handed_over: dict[str, FileMessage] = {}
        self.updates: list[Said] = []
        self.calls: list[str] = []
        self.looked_since: list[datetime] = []
        self.groups: dict[str, list[str]] = {}
        self.threads: dict[str, list[Heard]] = defaultdict(list)
        self.people: dict[str, list[str]] = {}
        self._next: dict[str, list[_Trouble]] = defaultdict(list)
        self._closed: dict[str, BaseException] = {}
        self._lock = threading.RLock()
        self._count = 0

    def fail(self, method: str, *errors: BaseException, arrives: bool = False) -> None:
        """The next calls of a method fail, one error each; `arrives`: after doing their work."""
        self._next[method] += [_Trouble(error, arrives) for error in errors]

    def close(self, target: str, error: BaseException) -> None:
        """From now on nothing can be posted to a channel or a person."""
        self._closed[target] = error

    def open(self, target: str) -> None:
        """It can again."""
        del self._closed[target]

    def in_channel(self, channel_id: str) -> list[Said]:
        """What stands in a channel now, in the order of posting."""
        return [each for each in self.said if each.channel_id == channel_id]

    def of(self, kind: type[Outgoing]) -> list[Said]:
        """What stands anywhere, of one kind of message."""
        return [each for each in self.said if isinstance(each.message, kind)]

    def post(
        self, message: Outgoing, *, outbox_id: str, target: str, thread_ts: str | None
    ) -> Posted:
        with self._lock:
            trouble = self._called("post", target)
            if trouble and not trouble.arrives:
                raise trouble.error
            channel_id = f"D{target[1:]}" if target.startswith(("U", "W")) else target
            said = Said(channel_id, self._ts(), thread_ts, message, outbox_id)
            self.said.append(said)
            if trouble:
                raise trouble.error
            return Posted(channel_id, said.ts)

    def find(
        self, outbox_id: str, *, target: str, thread_ts: str | None, since: datetime
    ) -> list[Posted]:
        with self._lock:
            self._raise("find", target)
            where = f"D{target[1:]}" if target.startswith(("U", "W")) else target
            self.looked_since.append(since)
            found = [s for s in self.in_channel(where) if s.thread_ts == thread_ts]
            return [Posted(s.channel_id, s.ts) for s in found if s.outbox_id == outbox_id]

    def upload(self, file: FileMessage) -> str:
        with self._lock:
            self._raise("upload", "")
            self._count += 1
            file_id = f"F{self._count}"
            self.handed_over[file_id] = file
            return file_id

    def share(self, file_id: str, file: FileMessage, *, target: str, thread_ts: str) -> None:
        with self._lock:
            trouble = self._called("share", target)
            if trouble and not trouble.arrives:
                raise trouble.error
            if self.handed_over.pop(file_id, None) is None:
                raise RefusedError("file_not_found")
            if target.startswith(("U", "W")):
                raise RefusedError("channel_not_found")  # a file is shown in a place
            self.said.append(Said(target, self._ts(), thread_ts, file, file_id=file_id))
            if trouble:
                raise trouble.error

    def find_file(
        self, file_id: str, *, target: str, thread_ts: str, since: datetime
    ) -> list[Posted]:
        with self._lock:
            self._raise("find_file", target)
            self.looked_since.append(since)
            found = [s for s in self.in_channel(target) if s.thread_ts == thread_ts]
            return [Posted(s.channel_id, s.ts) for s in found if s.file_id == file_id]

    def update(self, message: Outgoing, *, channel_id: str, ts: str) -> None:
        with self._lock:
            self._raise("update", channel_id)
            place = next(
                i for i, s in enumerate(self.said) if (s.channel_id, s.ts) == (channel_id, ts)
            )
            self.said[place] = self.said[place]._replace(message=message)
            self.updates.append(self.said[place])

    def delete(self, *, channel_id: str, ts: str) -> None:
        with self._lock:
            self._raise("delete", channel_id)
            self.said = [s for s in self.said if (s.channel_id, s.ts) != (channel_id, ts)]
            self.deleted.append(ts)

    def whisper(
        self, message: Outgoing, *, channel_id: str, user_id: str, thread_ts: str | None
    ) -> None:
        with self._lock:
            self._raise("whisper", channel_id)
            self.said.append(Said(channel_id, "", thread_ts, message, only_to=user_id))

    def group(self, group_id: str) -> list[str]:
        with self._lock:
            self._raise("group", group_id)
            return list(self.groups[group_id])

    def thread(self, channel_id: str, thread_ts: str) -> list[Heard]:
        with self._lock:
            self._raise("thread", channel_id)
            if not any(said.ts == thread_ts for said in self.said):
                raise RefusedError("thread_not_found")
            return list(self.threads[thread_ts])

    def members(self, channel_id: str) -> list[str]:
        with self._lock:
            self._raise("members", channel_id)
            if channel_id not in self.people:
                raise NotSentError("channel_not_found", needs_person=True)
            return list(self.people[channel_id])

    def permalink(self, channel_id: str, ts: str) -> str | None:
        with self._lock:
            self._raise("permalink", channel_id)
            return f"https://anytown.example.org/archives/{channel_id}/p{ts.replace('.', '')}"

    def _ts(self) -> str:
        self._count += 1
        return f"{FIRST_TS + self._count}.000100"

    def _raise(self, method: str, target: str) -> None:
        trouble = self._called(method, target)
        if trouble:
            raise trouble.error

    def _called(self, method: str, target: str) -> _Trouble | None:
        self.calls.append(method)
        if self._next[method]:
            return self._next[method].pop(0)
        return _Trouble(self._closed[target], arrives=False) if target in self._closed else None


def heard(
    said: Said | tuple[str, str],
    user_id: str,
    text: str,
    at: datetime,
    *,
    edited: int = 0,
    number: int = 0,
) -> Heard:
    """A member's words in the thread of one of our messages."""
    channel_id, thread_ts = (said.channel_id, said.ts) if isinstance(said, Said) else said
    return Heard(
        channel_id=channel_id,
        ts=f"{int(at.timestamp())}.{number:06}",
        thread_ts=thread_ts,
        user_id=user_id,
        text=text,
        said_at=at,
        edited_ts=f"{int(at.timestamp()) + edited}.000000" if edited else "",
    )


def texts(messages: Sequence[Said]) -> list[str]:
    """The words of notes."""
    return [getattr(each.message, "text", "") for each in messages]


def moment(text: str) -> datetime:
    """An ISO time in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
