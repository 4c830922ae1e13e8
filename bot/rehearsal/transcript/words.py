"""Turns Slack's marked-up text into HTML, with everything that somebody typed escaped.

Knows names, and nothing of blocks or messages.
"""

import re
from collections.abc import Callable
from html import escape
from itertools import groupby

from bot.rehearsal.world.world import World

Html = str
_LINKS = ("http://", "https://", "mailto:", "tel:")
_QUOTED = "&gt;"
_PRE = re.compile(r"```([\s\S]+?)```")


def _between(mark: str, name: str) -> str:
    """Slack marks words only where the mark touches them, and stands beside no other letter."""
    inner = rf"[^\s{mark}](?:[^{mark}\n]*[^\s{mark}])?"
    return rf"(?<![\w{mark}])[{mark}](?P<{name}>{inner})[{mark}](?![\w{mark}])"


_TOKEN = re.compile(
    "|".join(
        (
            r"`(?P<code>[^`\n]+)`",
            r"<(?P<special>[^<>\n]+)>",
            _between("*", "strong"),
            _between("_", "em"),
            _between("~", "s"),
        )
    )
)


class Names:
    """How people and channels are called, for those who read a transcript."""

    def __init__(self, world: World) -> None:
        self._world = world

    def person(self, user_id: str) -> str:
        person = self._world.person(user_id)
        return person.name if person else user_id

    def channel(self, channel_id: str) -> str:
        channel = self._world.channel(channel_id)
        return f"#{channel.name}" if channel and channel.name else channel_id


def paragraphs(text: str, names: Names) -> Html:
    """Text with Slack's marks as paragraphs, quotations and preformatted parts."""
    pieces = _PRE.split(text)
    return "".join(
        f"<pre>{escape(_unescaped(piece))}</pre>" if place % 2 else _lines(piece, names)
        for place, piece in enumerate(pieces)
    )


def plain_paragraph(text: str) -> Html:
    """Text in which nothing is a mark."""
    return f"<p>{lines(escape(text))}</p>" if text.strip() else ""


def lines(html: Html) -> Html:
    """Line ends as people saw them."""
    return html.replace("\n", "<br>\n")


def link(url: str, label: str) -> Html:
    """A link, if it leads where links may; else its words and its address."""
    if not url.lower().startswith(_LINKS):
        return escape(label if label == url else f"{label} ({url})")
    return f'<a href="{escape(url)}" rel="noreferrer">{escape(label)}</a>'


def _lines(text: str, names: Names) -> Html:
    runs = groupby(text.strip("\n").split("\n"), lambda line: line.startswith(_QUOTED))
    return "".join(_run(list(run), names, quoted=quoted) for quoted, run in runs)


def _run(run: list[str], names: Names, *, quoted: bool) -> Html:
    told = [line.removeprefix(_QUOTED).strip() for line in run] if quoted else run
    parts = [part for part in "\n".join(told).split("\n\n") if part.strip()]
    html = "".join(f"<p>{lines(_inline(part, names))}</p>" for part in parts)
    return f"<blockquote>{html}</blockquote>" if quoted else html


def _inline(text: str, names: Names) -> Html:
    html, end = "", 0
    for match in _TOKEN.finditer(text):
        html += escape(_unescaped(text[end : match.start()])) + _marked(match, names)
        end = match.end()
    return html + escape(_unescaped(text[end:]))


def _marked(match: re.Match[str], names: Names) -> Html:
    kind = match.lastgroup or ""
    inside = match[kind]
    if kind == "special":
        return _special(_unescaped(inside), names)
    words = escape(_unescaped(inside)) if kind == "code" else _inline(inside, names)
    return f"<{kind}>{words}</{kind}>"


def _special(inside: str, names: Names) -> Html:
    """A mention, a channel, a date or a link, as Slack writes them between angle brackets."""
    target, _, label = inside.partition("|")
    mentions: dict[str, Callable[[str], str]] = {
        "@": lambda rest: f"@{names.person(rest)}",
        "#": lambda rest: names.channel(rest),
        "!": lambda rest: label or f"@{rest.partition('^')[0]}",
    }
    if named := mentions.get(target[:1]):
        return escape(named(target[1:]))
    return link(target, label or target)


def _unescaped(text: str) -> str:
    """Slack escapes three characters and no other."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
