"""The inputs of our forms, and the modal around them. Holds no words of its own.

An input's block_id is its name: errors are shown there, and answers are found there again.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, time
from typing import Any

from bot.core.digest.compiling.quoting import cleaned
from bot.slack.speech import blocks as kit
from bot.slack.speech.blocks import Block
from bot.slack.speech.emoji import seen

TITLE_LIMIT = 24
"""Of a modal's title and its buttons (docs: surfaces/modals)."""

TEXT_INPUT_LIMIT = 3000
"""Characters that one text input takes (docs: block-kit)."""

METADATA_LIMIT = 3000
MOST_BLOCKS = 100

ACTION = "value"
"""The action_id of every input: its block_id already names it."""

Option = tuple[str, str]
"""The value of a choice, and its label."""


def modal(
    callback_id: str,
    title: str,
    blocks: Sequence[Block],
    *,
    submit: str | None = None,
    close: str = "Close",
    metadata: str = "",
) -> Block:
    """A modal of these blocks. `metadata` comes back with it; ids only, 3,000 characters."""
    view: Block = {
        "type": "modal",
        "callback_id": callback_id,
        "title": kit.plain_text(title, TITLE_LIMIT),
        "close": kit.plain_text(close, TITLE_LIMIT),
        "private_metadata": metadata,
        "blocks": list(blocks),
    }
    return view | ({"submit": kit.plain_text(submit, TITLE_LIMIT)} if submit else {})


def words(
    name: str,
    label: str,
    *,
    initial: str = "",
    hint: str = "",
    multiline: bool = False,
    optional: bool = False,
    longest: int = TEXT_INPUT_LIMIT,
) -> Block:
    """A field for words, at most `longest` characters."""
    element: Block = {
        "type": "plain_text_input",
        "action_id": ACTION,
        "multiline": multiline,
        "max_length": longest,
    }
    element |= {"initial_value": initial[:longest]} if initial else {}
    return _input(name, label, element, hint=hint, optional=optional)


def choice(
    name: str,
    label: str,
    options: Sequence[Option],
    chosen: str | None = None,
    *,
    hint: str = "",
    optional: bool = False,
) -> Block:
    """A menu of which one is chosen; at most 100 options."""
    element = kit.select("Choose one", ACTION, options, chosen)
    return _input(name, label, element, hint=hint, optional=optional)


def radio(name: str, label: str, options: Sequence[Option], chosen: str | None = None) -> Block:
    """Choices of which one is taken, all in sight; at most 10."""
    made = _options(options)
    element: Block = {"type": "radio_buttons", "action_id": ACTION, "options": list(made.values())}
    element |= {"initial_option": made[chosen]} if chosen in made else {}
    return _input(name, label, element)


def ticks(name: str, label: str, options: Sequence[Option], ticked: Collection[str] = ()) -> Block:
    """Boxes of which any number may be ticked; at most 10."""
    made = _options(options)
    on = [made[value] for value in made if value in ticked]
    element: Block = {"type": "checkboxes", "action_id": ACTION, "options": list(made.values())}
    element |= {"initial_options": on} if on else {}
    return _input(name, label, element, optional=True)


def day(
    name: str, label: str, initial: date | None = None, *, hint: str = "", optional: bool = False
) -> Block:
    """A local date."""
    element: Block = {"type": "datepicker", "action_id": ACTION}
    element |= {"initial_date": initial.isoformat()} if initial else {}
    return _input(name, label, element, hint=hint, optional=optional)


def clock(name: str, label: str, initial: time | None = None, *, optional: bool = False) -> Block:
    """A local time of day."""
    element: Block = {"type": "timepicker", "action_id": ACTION}
    element |= {"initial_time": f"{initial:%H:%M}"} if initial else {}
    return _input(name, label, element, optional=optional)


def people(
    name: str, label: str, initial: Sequence[str] = (), *, hint: str = "", optional: bool = False
) -> Block:
    """Any number of people."""
    element: Block = {"type": "multi_users_select", "action_id": ACTION}
    element |= {"initial_users": list(initial)} if initial else {}
    return _input(name, label, element, hint=hint, optional=optional)


def places(
    name: str, label: str, initial: Sequence[str] = (), *, most: int | None = None, hint: str = ""
) -> Block:
    """Any number of channels, public and private; Dots need not be in them yet."""
    element: Block = {
        "type": "multi_conversations_select",
        "action_id": ACTION,
        "filter": {"include": ["public", "private"], "exclude_bot_users": True},
    }
    element |= {"initial_conversations": list(initial)} if initial else {}
    element |= {"max_selected_items": most} if most else {}
    return _input(name, label, element, hint=hint)


def file(name: str, label: str, endings: Sequence[str], *, hint: str = "") -> Block:
    """One file of the person's own, if they like."""
    element: Block = {"type": "file_input", "action_id": ACTION}
    element |= {"filetypes": list(endings), "max_files": 1}
    return _input(name, label, element, hint=hint, optional=True)


def answers(view: Mapping[str, Any]) -> dict[str, Any]:
    """What was filled in, by the names of the inputs: a str, a list of str for inputs of which
    several may be chosen (of files, where they can be fetched), or None where nothing was."""
    values = (view.get("state") or {}).get("values") or {}
    return {name: _answer(fields.get(ACTION) or {}) for name, fields in values.items()}


def typed(view: Mapping[str, Any], name: str) -> str:
    """The words in one box with emoji as they are seen, without what no database can hold: NUL,
    and half of a character's pair. "" where nothing can be seen."""
    words = seen(str(answers(view).get(name) or "").replace("\x00", ""))
    words = words.encode(errors="replace").decode().strip()
    return words if cleaned(words) else ""


def _answer(field: Mapping[str, Any]) -> Any:
    match field.get("type"):
        case "plain_text_input":
            return field.get("value")
        case "static_select" | "radio_buttons":
            return (field.get("selected_option") or {}).get("value")
        case "checkboxes":
            return [each["value"] for each in field.get("selected_options") or []]
        case "datepicker":
            return field.get("selected_date")
        case "timepicker":
            return field.get("selected_time")
        case "file_input":
            return [str(each.get("url_private_download")) for each in field.get("files") or []]
        case "multi_users_select":
            return list(field.get("selected_users") or [])
        case "multi_conversations_select":
            return list(field.get("selected_conversations") or [])
        case _:
            return None


def _input(
    name: str, label: str, element: Block, *, hint: str = "", optional: bool = False
) -> Block:
    block: Block = {
        "type": "input",
        "block_id": name,
        "label": kit.plain_text(label, 2000),
        "element": element,
        "optional": optional,
    }
    return block | ({"hint": kit.plain_text(hint, 2000)} if hint else {})


def _options(options: Sequence[Option]) -> dict[str, Block]:
    return {value: kit.option(value, label) for value, label in options}
