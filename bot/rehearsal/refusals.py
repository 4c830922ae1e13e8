"""Names the two ways to be refused: by the Web API (the app) and by Slack's client (a person)."""

from typing import Any


class ApiRefusalError(Exception):
    """A Web API call that answers `ok: false`. `error` is Slack's own name for the reason."""

    def __init__(self, error: str, *, messages: list[str] | None = None, **extra: Any) -> None:
        super().__init__(error)
        self.error = error
        self.extra = extra
        if messages:
            self.extra["response_metadata"] = {"messages": messages}


class PersonRefusalError(Exception):
    """Something a person cannot do in Slack. The text is a sentence for that person."""
