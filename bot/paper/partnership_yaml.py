"""Prints a partnership as a schedule file that reads back to the same values. Decides nothing."""

from typing import Any

import yaml

from bot.core.partnership import Partnership

_HEAD = """\
# yaml-language-server: $schema=./schema.json
# {name}, written from Slack by Dots. Put it in the schedules folder to make this file its home.
"""


def partnership_yaml(partnership: Partnership) -> str:
    """The file's text. What is as Dots would have it anyway is left out."""
    values = partnership.model_dump(by_alias=True, mode="json", exclude_defaults=True)
    name = " ".join(partnership.name.split())
    words = yaml.safe_dump(
        _plain(values), sort_keys=False, allow_unicode=True, width=100, default_flow_style=False
    )
    return _HEAD.format(name=name) + words


def _plain(value: Any) -> Any:
    """Times without seconds that are nought, as people write them."""
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if isinstance(value, str) and len(value) == 8 and value[2::3] == "::" and value[6:] == "00":
        return value[:5]
    return value
