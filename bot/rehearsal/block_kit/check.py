"""Refuses blocks that Slack refuses."""

from typing import Any


def check_message_blocks(blocks: Any) -> None:
    """Raise invalid_blocks unless Slack would post these blocks."""
