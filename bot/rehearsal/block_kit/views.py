"""Refuses views that Slack refuses."""

from typing import Any


def check_view(view: Any) -> None:
    """Raise invalid_arguments unless Slack would show this view."""
