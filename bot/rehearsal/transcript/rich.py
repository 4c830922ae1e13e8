"""Turns a rich_text block into HTML. Knows no other block."""

from html import escape
from itertools import groupby
from typing import Any

from bot.rehearsal.transcript.words import Html, Names, lines, link
from bot.rehearsal.world.state import JSON

_STYLES = {"bold": "strong", "italic": "em", "strike": "s", "code": "code"}
_TAGS = {"rich_text_section": "p", "rich_text_quote": "blockquote", "rich_text_preformatted": "pre"}


def rich_text(block: JSON, names: Names) -> Html:
    """Sections, lists, quotations and preformatted parts, in their order."""
    return "".join(_part(each, names) for each in block["elements"])


def _part(part: JSON, names: Names) -> Html:
    if part["type"] == "rich_text_list":
        items = "".join(f"<li>{_leaves(each, names)}</li>" for each in part["elements"])
        tag = "ol" if part["style"] == "ordered" else "ul"
        return f"<{tag}>{items}</{tag}>"
    tag = _TAGS[part["type"]]
    return f"<{tag}>{_leaves(part, names)}</{tag}>"


def _leaves(part: JSON, names: Names) -> Html:
    return "".join(_styled(leaf, _leaf(leaf, names)) for leaf in part["elements"])


def _styled(leaf: JSON, html: Html) -> Html:
    for name, on in (leaf.get("style") or {}).items():
        if on and (tag := _STYLES.get(name)):
            html = f"<{tag}>{html}</{tag}>"
    return html


def _leaf(leaf: JSON, names: Names) -> Html:
    match leaf["type"]:
        case "link":
            return link(leaf["url"], leaf.get("text") or leaf["url"])
        case "user":
            return escape(f"@{names.person(leaf['user_id'])}")
        case "channel":
            return escape(names.channel(leaf["channel_id"]))
        case "emoji":
            return escape(f":{leaf['name']}:")
        case "broadcast":
            return escape(f"@{leaf['range']}")
        case _:
            return lines(escape(" ".join(texts_in(leaf))))


def texts_in(value: Any) -> list[str]:
    """Every text inside, in reading order: for what has no shape of its own here."""
    if isinstance(value, list):
        return [text for each in value for text in texts_in(each)]
    if not isinstance(value, dict):
        return []
    told = [value[key] for key in _TELLING if isinstance(value.get(key), str)]
    inside = [each for each in value.values() if isinstance(each, (dict, list))]
    return [text for text, _ in groupby([*told, *texts_in(inside)])]


_TELLING = ("text", "fallback", "alt_text", "value")
"""The keys under which Slack's objects keep words."""
