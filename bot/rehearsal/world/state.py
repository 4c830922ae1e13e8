"""Holds what a workspace consists of, as plain data. Decides nothing."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Literal

JSON = dict[str, Any]
SLACKBOT = "USLACKBOT"


@dataclass(frozen=True)
class Team:
    """One organisation's workspace."""

    id: str = "T0HOME00001"
    name: str = "Anytown Partnership"
    domain: str = "anytown"


@dataclass
class Person:
    """Somebody (or a bot) with an account. `team_id` None means the workspace's own team. `part`
    is what they play in a rehearsal: the page groups people by it; nothing else reads it."""

    id: str
    name: str
    role_title: str = ""
    sector: str = ""
    team_id: str | None = None
    is_bot: bool = False
    is_admin: bool = False
    is_guest: bool = False
    deleted: bool = False
    tz: str = "Europe/London"
    part: Literal["member", "coordinator", "board"] = "member"


@dataclass
class Channel:
    """A conversation: public, private, shared with other organisations, or a direct message."""

    id: str
    name: str = ""
    purpose: str = ""
    is_private: bool = False
    is_ext_shared: bool = False
    members: list[str] = field(default_factory=list)
    is_im: bool = False
    is_archived: bool = False
    creator: str = SLACKBOT
    created_at: datetime = datetime(2025, 1, 1, tzinfo=UTC)


@dataclass
class Reaction:
    """One emoji on a message, and who put it there."""

    name: str
    users: list[str]


@dataclass
class Message:
    """A message that everybody in its channel sees."""

    channel_id: str
    ts: str
    user: str
    text: str
    team_id: str
    blocks: list[JSON] = field(default_factory=list)
    attachments: list[JSON] = field(default_factory=list)
    thread_ts: str | None = None
    subtype: str | None = None
    bot_id: str | None = None
    client_msg_id: str | None = None
    metadata: JSON | None = None
    edited: JSON | None = None
    reactions: list[Reaction] = field(default_factory=list)
    file_ids: list[str] = field(default_factory=list)

    @property
    def is_reply(self) -> bool:
        """True inside a thread (the parent is not a reply)."""
        return self.thread_ts is not None and self.thread_ts != self.ts

    @property
    def in_channel(self) -> bool:
        """True when the channel itself shows it, not only the thread."""
        return not self.is_reply or self.subtype == "thread_broadcast"


@dataclass
class Ephemeral:
    """A message that one person sees, and that no history keeps."""

    channel_id: str
    ts: str
    user: str
    text: str
    blocks: list[JSON] = field(default_factory=list)
    thread_ts: str | None = None


@dataclass
class FileRecord:
    """An uploaded file; shared once `shares` names a channel."""

    id: str
    name: str
    size: int
    user: str
    created_at: datetime
    title: str = ""
    alt_txt: str = ""
    content: bytes = b""
    uploaded: bool = False
    completed: bool = False
    shares: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class View:
    """A modal on somebody's screen, or their App Home."""

    id: str
    user: str
    type: Literal["modal", "home"]
    content: JSON
    hash: str
    root_view_id: str
    previous_view_id: str | None = None
    external_id: str = ""
    values: JSON = field(default_factory=dict)


@dataclass
class Notice:
    """Something Slack's client tells one person, such as an app that did not answer."""

    at: datetime
    text: str


@dataclass
class State:
    """Everything that is remembered; messages are kept by channel, in the order of their ts, and
    replies once more by channel and parent."""

    teams: dict[str, Team] = field(default_factory=dict)
    groups: dict[str, list[str]] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    messages: dict[str, dict[str, Message]] = field(default_factory=dict)
    threads: dict[tuple[str, str], list[Message]] = field(default_factory=dict)
    ephemerals: dict[str, Ephemeral] = field(default_factory=dict)
    files: dict[str, FileRecord] = field(default_factory=dict)
    views: dict[str, View] = field(default_factory=dict)
    stacks: dict[str, list[str]] = field(default_factory=dict)
    homes: dict[str, View] = field(default_factory=dict)
    read: dict[tuple[str, str], str] = field(default_factory=dict)
    typed: dict[tuple[str, str], JSON] = field(default_factory=dict)
    notices: dict[str, list[Notice]] = field(default_factory=dict)
    bot_token_revoked: bool = False
