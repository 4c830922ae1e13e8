"""Finds interactive elements in blocks, and what is entered in them. Sends nothing."""

from collections.abc import Iterator, Mapping
from typing import Any

from bot.rehearsal.world.state import JSON

# The key under which state.values holds what is entered in an element of each type
# (docs.slack.dev/reference/interaction-payloads/view-interactions-payload).
VALUE_KEYS: dict[str, str] = {
    "plain_text_input": "value",
    "email_text_input": "value",
    "url_text_input": "value",
    "number_input": "value",
    "rich_text_input": "rich_text_value",
    "file_input": "files",
    "static_select": "selected_option",
    "external_select": "selected_option",
    "radio_buttons": "selected_option",
    "multi_static_select": "selected_options",
    "multi_external_select": "selected_options",
    "checkboxes": "selected_options",
    "users_select": "selected_user",
    "multi_users_select": "selected_users",
    "conversations_select": "selected_conversation",
    "multi_conversations_select": "selected_conversations",
    "channels_select": "selected_channel",
    "multi_channels_select": "selected_channels",
    "datepicker": "selected_date",
    "timepicker": "selected_time",
    "datetimepicker": "selected_date_time",
}

# These hold a list, empty when nothing is chosen.
_SEVERAL = ("selected_options", "selected_users", "selected_conversations", "selected_channels")
_INITIAL_KEYS = {"value": "initial_value", "rich_text_value": "initial_value"}


def elements_in(blocks: list[JSON]) -> Iterator[tuple[JSON, JSON]]:
    """Every interactive element with its block, in reading order; also of blocks inside blocks."""
    for block in blocks:
        named = [block.get("accessory"), block.get("element")]
        inside = [*block.get("elements", ()), *named, *block.get("actions", ())]
        for element in inside:
            if isinstance(element, dict) and "action_id" in element:
                yield block, element
        yield from elements_in([each for each in inside if _is_card(each)])
        yield from elements_in(block.get("child_blocks", []))


def _is_card(element: Any) -> bool:
    """A carousel's elements are blocks themselves."""
    return isinstance(element, dict) and element.get("type") == "card"


def find(blocks: list[JSON], action_id: str, block_id: str | None) -> tuple[JSON, JSON] | None:
    """The block and element with this action_id (and block_id, when one is given)."""
    for block, element in elements_in(blocks):
        if element["action_id"] == action_id and block_id in (None, block.get("block_id")):
            return block, element
    return None


def entry_of(element: JSON, entered: Any) -> JSON:
    """What state.values holds for `entered`: an entry as Slack's, or a plain value.

    For choices a plain value is the option's value, or a list of them; files are kept by id.
    """
    key = VALUE_KEYS[element["type"]]
    if isinstance(entered, Mapping) and key in entered:
        entered = entered[key]
    elif key.startswith("selected_option"):
        entered = _chosen(element, entered)
    if key == "files":
        entered = [each["id"] if isinstance(each, Mapping) else each for each in entered or ()]
    return {"type": element["type"], key: entered}


def _chosen(element: JSON, entered: Any) -> Any:
    options = {option["value"]: option for option in options_of(element)}
    if isinstance(entered, str):
        return _bare(options[entered])
    return [_bare(options[each]) for each in entered or ()] if entered is not None else None


def _bare(option: JSON) -> JSON:
    return {"text": option["text"], "value": option["value"]}


def options_of(element: JSON) -> list[JSON]:
    groups = [group["options"] for group in element.get("option_groups", ())]
    return [*element.get("options", ()), *(option for group in groups for option in group)]


def state_values(blocks: list[JSON], typed: Mapping[str, Mapping[str, JSON]]) -> JSON:
    """`state.values`: what was typed, else what the app put in first."""
    values: JSON = {}
    for block, element in elements_in(blocks):
        if element["type"] in VALUE_KEYS:
            place = values.setdefault(block["block_id"], {})
            entry = typed.get(block["block_id"], {}).get(element["action_id"])
            place[element["action_id"]] = entry or _first_entry(element)
    return values


def _first_entry(element: JSON) -> JSON:
    key = VALUE_KEYS[element["type"]]
    initial = _INITIAL_KEYS.get(key, key.replace("selected", "initial"))
    nothing: Any = [] if key == "files" or key in _SEVERAL else None
    return {"type": element["type"], key: element.get(initial, nothing)}
