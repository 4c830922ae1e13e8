"""Turns a message's blocks into HTML: what stood there, and what could be pressed or chosen.

Checks no block: `block_kit` has. One without a shape here still gives up its words.
"""

from collections.abc import Callable
from html import escape

from bot.rehearsal.transcript.rich import rich_text, texts_in
from bot.rehearsal.transcript.words import Html, Names, paragraphs, plain_paragraph
from bot.rehearsal.world.state import JSON


def blocks_html(blocks: list[JSON], names: Names) -> Html:
    """All blocks in their order."""
    return "\n".join(_SHAPES.get(each["type"], _unshaped)(each, names) for each in blocks)


def _text(text: JSON, names: Names) -> Html:
    if text["type"] == "mrkdwn":
        return paragraphs(text["text"], names)
    return plain_paragraph(text["text"])


def _header(block: JSON, _names: Names) -> Html:
    return f"<h4>{escape(block['text']['text'])}</h4>"


def _section(block: JSON, names: Names) -> Html:
    told = [block["text"]] if "text" in block else []
    words = "".join(_text(each, names) for each in [*told, *block.get("fields", ())])
    return words + (_controls([block["accessory"]]) if "accessory" in block else "")


def _context(block: JSON, names: Names) -> Html:
    told = [
        _image(each) if each["type"] == "image" else _text(each, names)
        for each in block["elements"]
    ]
    return f'<div class="aside">{"".join(told)}</div>'


def _actions(block: JSON, _names: Names) -> Html:
    return _controls(block["elements"])


def _input(block: JSON, _names: Names) -> Html:
    return plain_paragraph(block["label"]["text"]) + _controls([block["element"]])


def _divider(_block: JSON, _names: Names) -> Html:
    return "<hr>"


def _picture(block: JSON, _names: Names) -> Html:
    return _image(block)


def _markdown(block: JSON, _names: Names) -> Html:
    return plain_paragraph(block["text"])


def _image(image: JSON) -> Html:
    return f"<p>Picture: {escape(image['alt_text'])}</p>"


def _controls(elements: list[JSON]) -> Html:
    """What could be pressed or chosen, in its words."""
    pictures = "".join(_image(each) for each in elements if each["type"] == "image")
    labels = [_label(each) for each in elements if each["type"] != "image"]
    shown = " ".join(f"<span>{escape(each)}</span>" for each in labels)
    return pictures + (f'<p class="controls">To press or choose: {shown}</p>' if shown else "")


def _label(element: JSON) -> str:
    named = element.get("text") or element.get("placeholder")
    options = [str(each["text"]["text"]) for each in element.get("options") or ()]
    return str(named["text"]) if named else ", ".join(options) or "an answer"


def _unshaped(block: JSON, _names: Names) -> Html:
    return plain_paragraph("\n".join(texts_in(block)))


_SHAPES: dict[str, Callable[[JSON, Names], Html]] = {
    "actions": _actions,
    "context": _context,
    "divider": _divider,
    "header": _header,
    "image": _picture,
    "input": _input,
    "markdown": _markdown,
    "rich_text": rich_text,
    "section": _section,
}
