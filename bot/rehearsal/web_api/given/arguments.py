"""Reads a Web API call's arguments, form-encoded or JSON, as Slack does. Knows no method."""

import json
from collections.abc import Mapping
from typing import Any

from bot.rehearsal.refusals import ApiRefusalError

_TRUE = frozenset({"1", "true", "True"})
# Arguments that hold what people read.
_WORDS = frozenset({"text", "markdown_text", "blocks", "attachments", "view", "initial_comment"})


class Arguments:
    """The arguments of one call. Something missing or malformed raises ApiRefusalError."""

    def __init__(self, given: Mapping[str, Any]) -> None:
        self._given = {name: value for name, value in given.items() if value is not None}

    def without_words(self) -> dict[str, Any]:
        """All of them, for the journal: what people would read is counted, not kept."""
        return {name: _counted(name, value) for name, value in self._given.items()}

    def has(self, name: str) -> bool:
        return self._given.get(name) not in (None, "")

    def text(self, name: str, default: str = "") -> str:
        value = self._given.get(name, default)
        return value if isinstance(value, str) else str(value)

    def required(self, name: str) -> str:
        if not self.has(name):
            raise ApiRefusalError(
                "invalid_arguments", messages=[f"[ERROR] missing required field: {name}"]
            )
        return self.text(name)

    def optional(self, name: str) -> str | None:
        return self.text(name) if self.has(name) else None

    def flag(self, name: str, *, default: bool = False) -> bool:
        if not self.has(name):
            return default
        value = self._given[name]
        return value if isinstance(value, bool) else str(value) in _TRUE

    def number(self, name: str, default: int) -> int:
        try:
            return int(self.text(name)) if self.has(name) else default
        except ValueError:
            raise ApiRefusalError("invalid_arguments") from None

    def objects(self, name: str) -> list[dict[str, Any]] | None:
        """A JSON argument that is a list of objects; None when it is not there."""
        value = self.structure(name)
        if value is None:
            return None
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise ApiRefusalError("invalid_arguments")
        return value

    def structure(self, name: str, error: str = "invalid_arguments") -> Any:
        """A JSON argument, sent as JSON or as a string of it; None when it is not there."""
        value = self._given.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value) if value else None
        except ValueError:
            raise ApiRefusalError(error) from None


def _counted(name: str, value: Any) -> Any:
    """How much a word-carrying argument holds; any other one as it is, read where it is JSON."""
    try:
        read = json.loads(value) if isinstance(value, str) and value[:1] in "[{" else value
    except ValueError:
        read = value
    if name not in _WORDS:
        return read
    if isinstance(read, dict):
        blocks = read.get("blocks")
        return {"type": read.get("type"), "blocks": len(blocks) if isinstance(blocks, list) else 0}
    if not isinstance(read, str | list):
        return f"({type(read).__name__})"
    return f"({len(read)} {'characters' if isinstance(read, str) else name})"
