"""Slack's dialect: timestamps, escapes and markup, to plain words and back. No calls."""

import html
import re
from datetime import UTC, datetime
from typing import Any

from bot.core.replies import Heard
from bot.slack.speech.emoji import seen

_MARKUP = re.compile(r"<([^<>]*)>")
_HUMAN_SUBTYPES = (None, "thread_broadcast", "file_share", "me_message")


def escaped(words: str) -> str:
    """Plain words made safe for mrkdwn and for a message's top-level text: nothing in them is
    a mention, a link or a command any more (docs: messaging/formatting-message-text)."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def at(ts: str) -> datetime:
    """The moment a Slack ts stands for. Raises ValueError when it is not one."""
    return datetime.fromtimestamp(float(ts), UTC)


def is_ts(ts: object) -> bool:
    """True for a Slack ts, such as "1767225600.000100"."""
    return isinstance(ts, str) and re.fullmatch(r"[0-9]{1,11}\.[0-9]{1,6}", ts) is not None


def plain(text: str) -> str:
    """A message's text as plain words. Mentions of people name nobody; links keep their label."""
    return html.unescape(_MARKUP.sub(_spoken, text)).strip()


def _spoken(match: re.Match[str]) -> str:
    target, _, label = match.group(1).partition("|")
    if target.startswith(("@", "!subteam")):
        return "@colleague"
    if target.startswith("#"):
        return f"#{label}" if label else "#channel"
    if target.startswith("!"):
        return label or f"@{target[1:].partition('^')[0]}"
    return label or target.removeprefix("mailto:").removeprefix("tel:")


def is_human(message: dict[str, Any], bot_user_id: str) -> bool:
    """True for a message that a person wrote: not a bot's, not Slack's own, not a notice."""
    return (
        message.get("subtype") in _HUMAN_SUBTYPES
        and not message.get("bot_id")
        and isinstance(message.get("user"), str)
        and message["user"] not in ("", bot_user_id, "USLACKBOT")
    )


def is_wordless(message: dict[str, Any], bot_user_id: str) -> bool:
    """True for a person's message in a thread that holds no word (any more)."""
    in_thread = is_ts(message.get("thread_ts"))
    return in_thread and is_human(message, bot_user_id) and not _words(message)


def _words(message: dict[str, Any]) -> str:
    """Plain words with emoji as they are seen, without what no database can hold: NUL, and half
    of a character's pair."""
    blocks = message.get("blocks")
    text = str(message.get("text") or "").replace("\x00", "")
    words = plain(seen(text, blocks if isinstance(blocks, list) else None))
    return words.encode(errors="replace").decode()


def heard(message: dict[str, Any], channel_id: str, bot_user_id: str) -> Heard | None:
    """A person's words in a thread, or None for anything else: a message outside threads, a
    bot's, a notice, a file without a word, or something that is no message at all."""
    ts, thread_ts = str(message.get("ts")), str(message.get("thread_ts"))
    is_reply = is_ts(ts) and is_ts(thread_ts) and thread_ts != ts and bool(channel_id)
    if not is_reply or not is_human(message, bot_user_id):
        return None
    words = _words(message)
    if not words:
        return None
    edited = message.get("edited")
    return Heard(
        channel_id=channel_id,
        ts=ts,
        thread_ts=thread_ts,
        user_id=str(message["user"]),
        text=words,
        said_at=at(ts),
        edited_ts=str(edited.get("ts", "")) if isinstance(edited, dict) else "",
    )
