"""Turns what pydantic refuses into findings: the line, what was found, expected, and what to do.

Does not decide what is valid; the models do.
"""

import json
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bot.content.findings import Finding
from bot.content.shape import Schema
from bot.content.source import Source, Where, key_of
from bot.content.syntax import shown
from bot.core.places import zone_names
from bot.core.values import Value

_Model = TypeVar("_Model", bound=Value)

_LIST_ADVICE = "Begin each item on a line of its own with a hyphen."
_PLAIN: dict[str, tuple[str, str]] = {
    "bool_type": ("true or false", "Write true or false, without quotes."),
    "date_type": ("a date such as 2027-02-03", "Write year, month and day with hyphens."),
    "date_parsing": ("a date such as 2027-02-03", "Write year, month and day with hyphens."),
    "time_type": ("a time such as 09:30", "Write hours and minutes with a colon."),
    "time_parsing": ("a time such as 09:30", "Write hours and minutes with a colon."),
    "tuple_type": ("a list", _LIST_ADVICE),
    "string_too_short": ("some text", "Write it after the colon."),
}
_RANGE_ERRORS = {"int_type", "int_from_float", "greater_than_equal", "less_than_equal"}


def read_as(
    model: type[_Model],
    data: object,
    source: Source,
    schema: Schema,
    base: Where = (),
    but_not: Collection[str] = (),
) -> tuple[_Model | None, list[Finding]]:
    """`data`, written at `base` in `source`, as `model`; or None and every reason why not.

    `but_not` names the types of errors that the caller explains better.
    """
    try:
        return model.model_validate_json(json.dumps(data), strict=True), []
    except ValidationError as refusal:
        details = refusal.errors(include_url=False, include_context=False)
        told = (one for one in details if one["type"] not in but_not and not _echo(one, details))
        return None, [_finding(one, source, schema, base) for one in told]


def _echo(error: ErrorDetails, every: list[ErrorDetails]) -> bool:
    """True for a list that only counts as too short because its items are wrong."""
    loc = error["loc"]
    below = (one["loc"] for one in every if len(one["loc"]) > len(loc))
    return error["type"] == "too_short" and any(other[: len(loc)] == loc for other in below)


def _finding(error: ErrorDetails, source: Source, schema: Schema, base: Where) -> Finding:
    where = (*base, *error["loc"])
    if error["type"] == "missing":
        return _missing(where, source, _shape_at(schema, error["loc"]))
    if error["type"] == "extra_forbidden":
        return _unknown(where, source, _shape_at(schema, error["loc"][:-1]))
    known = source.known(where)
    found = source.at(known)
    expected, advice = _expectation(error, found, _shape_at(schema, error["loc"]))
    if found is None:
        advice = "Write it after the colon, or leave the key out if you may."
    return source.finding(known, shown(found), expected, advice)


def _missing(where: Where, source: Source, shape: Schema) -> Finding:
    *above, name = where
    parent = f" under `{key_of(tuple(above))}`" if above else ""
    expected = str(shape.get("description", f"`{name}`")).split("\n")[0].rstrip(".")
    finding = source.finding(tuple(above), "nothing", expected, f"Add `{name}:`{parent}.")
    return finding.model_copy(update={"key": key_of(where)})


def _unknown(where: Where, source: Source, shape: Schema) -> Finding:
    names = list(shape.get("properties", {}))
    advice = _did_you_mean(str(where[-1]), names) or "Take it out, or correct its spelling."
    return source.finding(where, f"an unknown key `{where[-1]}`", _one_of(names), advice)


def _expectation(error: ErrorDetails, found: object, shape: Schema) -> tuple[str, str]:
    kind, fix = error["type"], "Correct this line."
    if kind in _RANGE_ERRORS:
        return _whole_number(shape), fix
    if kind in ("enum", "literal_error"):
        return _choice(found, list(shape.get("enum", [])))
    if kind in ("string_pattern_mismatch", "string_too_long"):
        return str(shape.get("description", "shorter text")), _shorten(kind, shape) or fix
    if kind == "string_type":
        return str(shape.get("description", "text")), 'Put quotes round it: "like this".'
    if kind == "model_type":
        keys = ", ".join(shape.get("properties", {}))
        return f"keys and values ({keys})", "Write each key below, indented, then a colon."
    if kind in _PLAIN:
        return _PLAIN[kind]
    if kind in ("too_short", "too_long"):
        return str(shape.get("description", "another number of items")), _LIST_ADVICE
    return _said(error), _nearest(found, shape) or fix


def _said(error: ErrorDetails) -> str:
    return error["msg"].removeprefix("Value error, ").removeprefix("expected ").rstrip(".")


def _whole_number(shape: Schema) -> str:
    if "minimum" in shape and "maximum" in shape:
        return f"a whole number from {shape['minimum']} to {shape['maximum']}"
    return "a whole number"


def _shorten(kind: str, shape: Schema) -> str:
    most = shape.get("maxLength")
    return f"Use at most {most} characters." if kind == "string_too_long" and most else ""


def _choice(found: object, choices: list[str]) -> tuple[str, str]:
    return _one_of(choices), _did_you_mean(str(found), choices) or "Choose one of them."


def _nearest(found: object, shape: Schema) -> str:
    names = shape.get("enum") or (zone_names() if "zone" in shape.get("description", "") else ())
    return _did_you_mean(str(found), names)


def _did_you_mean(written: str, names: Collection[str]) -> str:
    by_small = {name.lower(): name for name in sorted(names)}
    near = get_close_matches(written.lower(), by_small, n=1)
    return f"Did you mean `{by_small[near[0]]}`?" if near else ""


def _one_of(names: list[str]) -> str:
    return "one of: " + ", ".join(names)


def _shape_at(schema: Schema, loc: tuple[str | int, ...]) -> Schema:
    """The part of `schema` that describes the value at `loc`; empty when it does not say."""
    shape = schema
    for step in loc:
        inside = _resolved(schema, shape)
        name = "items" if isinstance(step, int) else "properties"
        found: Schema = next((part[name] for part in _ways(schema, inside) if name in part), {})
        shape = found if isinstance(step, int) else found.get(step, {})
    shape = _resolved(schema, shape)
    return next((way for way in _ways(schema, shape) if "properties" in way), shape)


def _resolved(schema: Schema, shape: Schema) -> Schema:
    if "$ref" not in shape:
        return shape
    target = schema["$defs"][shape["$ref"].rsplit("/", 1)[-1]]
    return {**target, **{key: value for key, value in shape.items() if key != "$ref"}}


def _ways(schema: Schema, shape: Schema) -> Iterator[dict[str, Any]]:
    yield shape
    for way in shape.get("anyOf", ()):
        yield _resolved(schema, way)
