"""Turns what a person types into what Slack stores: escaped text and a rich_text block."""

import re

from bot.rehearsal.world.state import JSON

# Characters. Longer posts are cut or refused by Slack (api.slack.com, 2018 truncation notice).
MESSAGE_MAX = 40_000

_TOKEN = re.compile(
    r"<@(?P<user>[UW]\w+)(?:\|[^>]*)?>"
    r"|<#(?P<channel>C\w+)(?:\|[^>]*)?>"
    r"|(?:<!|(?<!\w)@)(?P<broadcast>channel|here|everyone)\b>?"
    r"|(?P<link>https?://[^\s<>]+)"
    r"|:(?P<emoji>[a-z][a-z0-9_+-]*):"
)


def escape(text: str) -> str:
    """Slack's three entities, and nothing else."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def stored_text(typed: str) -> str:
    """The `text` of the message event for what was typed."""
    return "".join(_as_text(element) for element in _elements(typed))


def rich_text(typed: str, block_id: str) -> JSON:
    """The rich_text block Slack's composer makes of what was typed."""
    section = {"type": "rich_text_section", "elements": _elements(typed)}
    return {"type": "rich_text", "block_id": block_id, "elements": [section]}


def _elements(typed: str) -> list[JSON]:
    found: list[JSON] = []
    end = 0
    for match in _TOKEN.finditer(typed):
        found += _plain(typed[end : match.start()])
        found.append(_special(match))
        end = match.end()
    return found + _plain(typed[end:])


def _plain(text: str) -> list[JSON]:
    return [{"type": "text", "text": text}] if text else []


def _special(match: re.Match[str]) -> JSON:
    kind = match.lastgroup or ""
    value = match[kind]
    key = {"user": "user_id", "channel": "channel_id", "broadcast": "range"}.get(kind)
    if key:
        return {"type": kind, key: value}
    return {"type": kind, ("url" if kind == "link" else "name"): value}


def _as_text(element: JSON) -> str:
    shapes = {
        "text": lambda: escape(element["text"]),
        "user": lambda: f"<@{element['user_id']}>",
        "channel": lambda: f"<#{element['channel_id']}>",
        "broadcast": lambda: f"<!{element['range']}>",
        "link": lambda: f"<{escape(element['url'])}>",
        "emoji": lambda: f":{element['name']}:",
    }
    return shapes[element["type"]]()
