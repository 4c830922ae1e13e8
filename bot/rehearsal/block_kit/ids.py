"""Gives blocks the ids that Slack gives them when the app names none."""

from bot.rehearsal.permits.registration import new_id
from bot.rehearsal.world.state import JSON

_STILL = frozenset({"image", "mrkdwn", "plain_text"})


def with_ids(blocks: list[JSON]) -> list[JSON]:
    """Blocks as Slack keeps them: with block ids, and action ids where something can be done."""
    return [_block(block) for block in blocks]


def _block(block: JSON) -> JSON:
    made = {**block, "block_id": block.get("block_id") or new_id("", 5)}
    for place in ("accessory", "element"):
        if place in made:
            made[place] = _element(made[place])
    if block["type"] in ("actions", "context_actions"):
        made["elements"] = [_element(each) for each in block["elements"]]
    if block["type"] == "card":
        made["actions"] = [_element(each) for each in block.get("actions", ())]
    return made | _inside(block)


def _inside(block: JSON) -> JSON:
    """The blocks that a carousel and a container hold."""
    place = {"carousel": "elements", "container": "child_blocks"}.get(block["type"])
    return {place: with_ids(block[place])} if place else {}


def _element(element: JSON) -> JSON:
    if element["type"] in _STILL:
        return element
    return {**element, "action_id": element.get("action_id") or new_id("", 5)}
