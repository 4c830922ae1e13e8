"""Small checks that combine into the shape of a block, and collect what is wrong, with where.

Knows no block. A check takes a value, its JSON pointer, and the list that faults go to.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

Faults = list[str]
Check = Callable[[Any, str, Faults], None]


def fault(faults: Faults, pointer: str, what: str) -> None:
    """Add a fault in Slack's words: `[ERROR] what [json-pointer:/blocks/0]`."""
    faults.append(f"[ERROR] {what} [json-pointer:{pointer}]")


def string(most: int, least: int = 1, pattern: str = "") -> Check:
    """Text of `least` to `most` characters that matches `pattern` whole."""

    def check(value: Any, pointer: str, faults: Faults) -> None:
        if not isinstance(value, str):
            fault(faults, pointer, "must be a string")
        elif len(value) > most:
            fault(faults, pointer, f"must be less than {most + 1} characters")
        elif len(value) < least:
            fault(faults, pointer, f"must be more than {least - 1} characters")
        elif pattern and not re.fullmatch(pattern, value):
            fault(faults, pointer, "failed to match the expected format")

    return check


def integer(most: int, least: int = 0) -> Check:
    def check(value: Any, pointer: str, faults: Faults) -> None:
        whole = isinstance(value, int) and not isinstance(value, bool)
        if not whole:
            fault(faults, pointer, "must be an integer")
        elif not least <= value <= most:
            fault(faults, pointer, f"must be between {least} and {most}")

    return check


def flag(value: Any, pointer: str, faults: Faults) -> None:
    if not isinstance(value, bool):
        fault(faults, pointer, "must be a boolean")


def anything(_value: Any, _pointer: str, _faults: Faults) -> None:
    """For what the rehearsal does not look into."""


def one_of(*allowed: str) -> Check:
    def check(value: Any, pointer: str, faults: Faults) -> None:
        if value not in allowed:
            fault(faults, pointer, f"must be a valid enum value: {', '.join(allowed)}")

    return check


def items(check_item: Check, most: int, least: int = 1) -> Check:
    """A list of `least` to `most` things, each of which `check_item` checks."""

    def check(value: Any, pointer: str, faults: Faults) -> None:
        if not isinstance(value, list):
            fault(faults, pointer, "must be an array")
            return
        if len(value) > most:
            fault(faults, pointer, f"no more than {most} items allowed")
        if len(value) < least:
            fault(faults, pointer, f"no less than {least} items required")
        for place, item in enumerate(value):
            check_item(item, f"{pointer}/{place}", faults)

    return check


def fields(required: Mapping[str, Check], optional: Mapping[str, Check] | None = None) -> Check:
    """An object with these fields and no others; `type` is left to `by_type`."""
    known = {"type": anything, **required, **(optional or {})}

    def check(value: Any, pointer: str, faults: Faults) -> None:
        if not isinstance(value, dict):
            fault(faults, pointer, "must be an object")
            return
        for name in required:
            if value.get(name) is None:
                fault(faults, pointer, f"missing required field: {name}")
        for name, part in value.items():
            if name not in known:
                fault(faults, pointer, f"invalid additional property: {name}")
            elif part is not None:
                known[name](part, f"{pointer}/{name}", faults)

    return check


def by_type(shapes: Mapping[str, Check]) -> Check:
    """An object whose `type` is one of these; each has its own shape."""

    def check(value: Any, pointer: str, faults: Faults) -> None:
        kind = value.get("type") if isinstance(value, dict) else None
        shape = shapes.get(kind) if isinstance(kind, str) else None
        if shape is None:
            fault(faults, f"{pointer}/type", f"unsupported type: {kind}")
        else:
            shape(value, pointer, faults)

    return check


def every(*checks: Check) -> Check:
    """All of these."""

    def check(value: Any, pointer: str, faults: Faults) -> None:
        for each in checks:
            each(value, pointer, faults)

    return check


def exactly_one(*names: str) -> Check:
    """An object with one, and only one, of these fields."""

    def check(value: Any, pointer: str, faults: Faults) -> None:
        if sum(value.get(name) is not None for name in names) != 1:
            fault(faults, pointer, f"must have exactly one of: {', '.join(names)}")

    return check


def at_least_one(*names: str) -> Check:
    """An object with one or more of these fields."""

    def check(value: Any, pointer: str, faults: Faults) -> None:
        if all(value.get(name) is None for name in names):
            fault(faults, pointer, f"missing required field: {' or '.join(names)}")

    return check
