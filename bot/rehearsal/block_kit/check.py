"""Refuses the blocks that Slack refuses, with Slack's error and a JSON pointer for each fault.

Checks shape, limits, unique ids and what a surface takes; not whether a user or file exists.
"""

from collections.abc import Iterable
from typing import Any

from bot.rehearsal.block_kit.blocks import MARKDOWN_MAX, SURFACES, Surface
from bot.rehearsal.block_kit.faults import Faults, by_type, fault, items
from bot.rehearsal.refusals import ApiRefusalError

# Blocks on each surface: docs.slack.dev/block-kit
BLOCKS_MAX: dict[Surface, int] = {"message": 50, "modal": 100, "home": 100}
_SEVERAL = 2


def check_message_blocks(blocks: Any) -> None:
    """Raise ApiRefusalError unless Slack would post these blocks."""
    if not isinstance(blocks, list):
        raise ApiRefusalError("invalid_blocks_format")
    faults = faults_in(blocks, "message", "/blocks")
    if faults:
        raise ApiRefusalError("invalid_blocks", messages=faults, errors=faults)
    if len(_of(blocks, "table")) >= _SEVERAL:
        raise ApiRefusalError("invalid_attachments", messages=["[ERROR] only_one_table_allowed"])


def faults_in(blocks: Any, surface: Surface, pointer: str) -> Faults:
    """Everything that is wrong with `blocks` on that surface, in reading order."""
    faults: Faults = []
    items(by_type(SURFACES[surface]), BLOCKS_MAX[surface])(blocks, pointer, faults)
    if not faults:
        _check_ids(blocks, pointer, faults)
        _check_markdown(blocks, pointer, faults)
    return faults


def _check_ids(blocks: list[dict[str, Any]], pointer: str, faults: Faults) -> None:
    """block_ids differ in a message or view, action_ids differ in a block."""
    for place, name in _repeated(block.get("block_id") for block in blocks):
        fault(faults, f"{pointer}/{place}/block_id", f"duplicate block_id: {name}")
    for number, block in enumerate(blocks):
        elements = [each for each in block.get("elements", ()) if isinstance(each, dict)]
        for place, name in _repeated(each.get("action_id") for each in elements):
            where = f"{pointer}/{number}/elements/{place}/action_id"
            fault(faults, where, f"`action_id` already exists in this block: {name}")


def _repeated(names: Iterable[str | None]) -> list[tuple[int, str]]:
    seen: set[str] = set()
    found = []
    for place, name in enumerate(names):
        if name is not None and name in seen:
            found.append((place, name))
        seen.add(name or "")
    return found


def _check_markdown(blocks: list[dict[str, Any]], pointer: str, faults: Faults) -> None:
    """All markdown blocks of a message count together."""
    if sum(len(block["text"]) for block in _of(blocks, "markdown")) > MARKDOWN_MAX:
        fault(faults, pointer, f"markdown blocks exceed {MARKDOWN_MAX} characters together")


def _of(blocks: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [block for block in blocks if block["type"] == kind]
