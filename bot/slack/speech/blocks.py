"""The few Block Kit shapes we use, each safe for any words: nothing a person wrote is parsed."""

from collections.abc import Iterable, Sequence
from typing import Any

from bot.slack.speech.dialect import escaped

Block = dict[str, Any]
Rendered = tuple[str, list[Block]]
"""A message: its full plain text, and its blocks."""

SECTION_LIMIT = 2900
"""Characters of a text object; Slack allows 3,000, and it is not known whether it counts
before or after escaping (docs: block-kit)."""

BUTTON_LIMIT = 75
HEADER_LIMIT = 150
OPTION_LIMIT = 75


def cut(words: str, limit: int) -> str:
    """Words no longer than the limit, with an ellipsis where something is missing."""
    return words if len(words) <= limit else words[: limit - 1].rstrip() + "…"


def mrkdwn(text: str) -> Block:
    """A text object of finished mrkdwn: words of people must have been escaped before."""
    return {"type": "mrkdwn", "text": cut(text, SECTION_LIMIT), "verbatim": True}


def plain_text(words: str, limit: int) -> Block:
    """A text object that is shown as it is."""
    return {"type": "plain_text", "text": cut(words, limit), "emoji": False}


def header(words: str) -> Block:
    """A heading, for the eye and for screen readers."""
    return {"type": "header", "text": plain_text(words, HEADER_LIMIT)}


def heading(words: str) -> list[Block]:
    """A heading however long: one that a header cannot hold stands as a bold section."""
    return [header(words)] if len(words) <= HEADER_LIMIT else section(words, bold=True)


def section(words: str, *, bold: bool = False) -> list[Block]:
    """Plain words as one or more sections."""
    pieces = _pieces(escaped(words))
    return [{"type": "section", "text": mrkdwn(f"*{p}*" if bold else p)} for p in pieces]


def small(*lines: str) -> Block:
    """A context block of plain words, one element a line."""
    return {"type": "context", "elements": [mrkdwn(escaped(line)) for line in lines]}


def quote(words: str, attribution: str) -> Block:
    """A member's words: text leaves, so that no syntax in them can mean anything."""
    said = {"type": "rich_text_quote", "elements": [{"type": "text", "text": words}]}
    whose = {
        "type": "rich_text_section",
        "elements": [{"type": "text", "text": f"— {attribution}"}],
    }
    return {"type": "rich_text", "elements": [said, *([whose] if attribution else [])]}


def words_of(words: str) -> Block:
    """Somebody's words, set apart: text leaves, so that no syntax in them can mean anything."""
    leaf = {"type": "text", "text": words}
    return {"type": "rich_text", "elements": [{"type": "rich_text_quote", "elements": [leaf]}]}


def copyable(words: str) -> Block:
    """Somebody's own words for them to copy, exactly as they are: text leaves, no syntax."""
    leaf = {"type": "text", "text": words}
    return {
        "type": "rich_text",
        "elements": [{"type": "rich_text_preformatted", "elements": [leaf]}],
    }


def items(texts: Sequence[str]) -> Block:
    """A bulleted list."""
    return {
        "type": "rich_text",
        "elements": [
            {
                "type": "rich_text_list",
                "style": "bullet",
                "elements": [
                    {"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}
                    for text in texts
                ],
            }
        ],
    }


ITEMS_A_LIST = 20
"""Items in one list: far below what Slack takes, and short enough to read."""


def lists(texts: Sequence[str]) -> list[Block]:
    """A bulleted list of any length, as several when it is long."""
    return [
        items([cut(text, SECTION_LIMIT) for text in texts[start : start + ITEMS_A_LIST]])
        for start in range(0, len(texts), ITEMS_A_LIST)
    ]


def button(
    label: str,
    action_id: str,
    value: str,
    *,
    style: str | None = None,
    confirm: Block | None = None,
) -> Block:
    """A button. `value` holds ids only."""
    block: Block = {
        "type": "button",
        "text": plain_text(label, BUTTON_LIMIT),
        "action_id": action_id,
        "value": value,
    }
    return block | ({"style": style} if style else {}) | ({"confirm": confirm} if confirm else {})


def turns(action: str, page: int, *, more: bool) -> list[Block]:
    """The ways to the pages before and after this one; `action` is the beginning of their
    action_ids, and their value the page they lead to. Nothing where there is one page."""
    earlier = [button("Earlier", f"{action}_earlier", str(page - 1))] if page else []
    later = [button("Later", f"{action}_later", str(page + 1))] if more else []
    return [actions(*earlier, *later)] if earlier or later else []


def pages(groups: Iterable[Sequence[Block]], most: int) -> list[list[Block]]:
    """Groups of blocks in their order, on pages of at most `most`; a group stays on one page
    unless it is longer than a page. At least one page."""
    made: list[list[Block]] = [[]]
    for group in groups:
        if len(made[-1]) + len(group) > most and made[-1]:
            made.append([])
        for block in group:
            if len(made[-1]) == most:
                made.append([])
            made[-1].append(block)
    return made


def paper(cycle_id: str) -> Block:
    """Asks for a digest as files, wherever its coordinators see it."""
    return button("Send me the paper", "digest_paper", cycle_id)


def link(label: str, action_id: str, url: str | None) -> Block:
    """A button that leads to a message; only ever to a link that Slack gave us."""
    block: Block = {
        "type": "button",
        "text": plain_text(label, BUTTON_LIMIT),
        "action_id": action_id,
        "url": url,
    }
    return block


def confirm(title: str, text: str, yes: str, no: str) -> Block:
    """The question asked before a button does what it says."""
    return {
        "title": plain_text(title, 100),
        "text": plain_text(text, 300),
        "confirm": plain_text(yes, 30),
        "deny": plain_text(no, 30),
    }


def select(
    placeholder: str, action_id: str, options: Sequence[tuple[str, str]], chosen: str | None
) -> Block:
    """A menu of (value, label); the chosen value is shown."""
    made = {value: option(value, label) for value, label in options}
    menu: Block = {
        "type": "static_select",
        "action_id": action_id,
        "placeholder": plain_text(placeholder, 150),
        "options": list(made.values()),
    }
    return menu | ({"initial_option": made[chosen]} if chosen in made else {})


def actions(*elements: Block) -> Block:
    """A row of buttons and menus."""
    return {"type": "actions", "elements": list(elements)}


def option(value: str, label: str) -> Block:
    """One of several to choose from."""
    return {"text": plain_text(label, OPTION_LIMIT), "value": value}


def _pieces(text: str) -> list[str]:
    """Escaped text in pieces that fit a section, cut between words and never inside an escape."""
    pieces = []
    while len(text) > SECTION_LIMIT - 2:
        at = text.rfind(" ", 0, SECTION_LIMIT - 2)
        if at <= 0:
            at = text.rfind("&", 0, SECTION_LIMIT - 2)
            at = at if at > SECTION_LIMIT - 10 else SECTION_LIMIT - 2
        pieces.append(text[:at])
        text = text[at:].lstrip()
    return [*pieces, text] if text else pieces


def lines(text: str) -> list[Block]:
    """Lines to be copied, as they are."""
    whole = text.splitlines(keepends=True)
    pieces: list[str] = [""]
    for line in whole:
        if len(pieces[-1]) + len(line) > SECTION_LIMIT:
            pieces.append("")
        pieces[-1] += line
    return [
        {
            "type": "rich_text",
            "elements": [
                {
                    "type": "rich_text_preformatted",
                    "elements": [{"type": "text", "text": piece.rstrip("\n")}],
                }
            ],
        }
        for piece in pieces
        if piece.strip()
    ]


def plain_of(block: Block) -> str:
    """The plain words of a block made here, for a message's own text."""
    if "text" in block:
        return str(block["text"]["text"])
    leaves = [leaf for part in block.get("elements", ()) for leaf in part.get("elements", ())]
    return "".join(str(leaf.get("text", "")) for leaf in leaves)
