"""Prints prompts as a file that reads back to the same ones. Decides nothing."""

from collections.abc import Iterable
from typing import Any

import yaml

from bot.core.prompts import Prompt

_HEAD = """\
# Questions of {name}, written by Dots. They read back as they are: put this file into a folder
# named {id} beside the schedule file, and it is their home.
"""


def prompts_yaml(partnership_id: str, name: str, prompts: Iterable[Prompt]) -> str:
    """The file's text. What is as Dots would have it anyway is left out."""
    listed = [_entry(prompt) for prompt in prompts]
    head = _HEAD.format(id=partnership_id, name=" ".join(name.split()))
    return head + yaml.safe_dump(
        {"prompts": listed}, sort_keys=False, allow_unicode=True, width=100
    )


def _entry(prompt: Prompt) -> dict[str, Any]:
    values = prompt.model_dump(mode="json", exclude_defaults=True)
    practices = values.pop("practices")
    about = {"practices": practices} if prompt.joins else {"practice": practices[0]}
    return {"id": values.pop("id")} | about | values
