"""Says what Slack's client says beside an input before it sends anything. Asks no app."""

import re
from decimal import Decimal, InvalidOperation

from bot.rehearsal.block_kit.elements import VALUE_KEYS, elements_in
from bot.rehearsal.world.state import JSON

_REQUIRED = "Please complete this required field."
# What Slack's client takes for an address; it is no proof that there is one.
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_URL = re.compile(r"https?://\S+", re.IGNORECASE)


def problems(blocks: list[JSON], values: JSON) -> dict[str, str]:
    """What is wrong with the inputs of a view, by block_id; `values` as in `state.values`."""
    found: dict[str, str] = {}
    for block, element in elements_in(blocks):
        if block["type"] == "input":
            entry = values[block["block_id"]][element["action_id"]]
            problem = _problem(block, element, entry.get(VALUE_KEYS[element["type"]]))
            if problem:
                found[block["block_id"]] = problem
    return found


def _problem(block: JSON, element: JSON, value: object) -> str | None:
    if value in (None, "", []):
        return None if block.get("optional") else _REQUIRED
    if isinstance(value, list):
        return _too_many(element, len(value))
    if not isinstance(value, str):
        return None
    match element["type"]:
        case "email_text_input":
            return None if _EMAIL.fullmatch(value) else "Please enter an email address."
        case "url_text_input":
            return None if _URL.fullmatch(value) else "Please enter a URL that begins with http."
        case "number_input":
            return _wrong_number(element, value)
        case _:
            return _wrong_length(element, len(value))


def _too_many(element: JSON, count: int) -> str | None:
    most = element.get("max_selected_items") or element.get("max_files")
    return f"Please choose at most {most}." if most and count > most else None


def _wrong_number(element: JSON, value: str) -> str | None:
    try:
        number = Decimal(value)
    except InvalidOperation:
        return "Please enter a number."
    if not number.is_finite():
        return "Please enter a number."
    if not element.get("is_decimal_allowed") and number != number.to_integral_value():
        return "Please enter a whole number."
    least, most = element.get("min_value"), element.get("max_value")
    if least and number < Decimal(least):
        return f"Please enter {least} or more."
    return f"Please enter {most} or less." if most and number > Decimal(most) else None


def _wrong_length(element: JSON, length: int) -> str | None:
    least, most = element.get("min_length", 0), element.get("max_length", length)
    if length < least:
        return f"Please use at least {least} characters."
    return f"Please use at most {most} characters." if length > most else None
