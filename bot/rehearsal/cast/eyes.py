"""Finds, among what one person alone sees (private lines, direct messages), a button by its words
or an option by its value. Presses and chooses nothing.
"""

from collections.abc import Iterator
from typing import NamedTuple

from bot.rehearsal.block_kit.elements import elements_in, options_of
from bot.rehearsal.workspace import Workspace
from bot.rehearsal.world.state import JSON


class Offer(NamedTuple):
    """An element that a person could use, and the message it stands in."""

    channel: str
    ts: str
    block_id: str
    element: JSON


def button_saying(workspace: Workspace, user: str, label: str) -> Offer | None:
    """The newest button with these words; one line may serve for all that somebody says."""
    for offer in _offers(workspace, user):
        if offer.element["type"] == "button" and offer.element["text"]["text"] == label:
            return offer
    return None


def option_valued(workspace: Workspace, user: str, value: str) -> tuple[Offer, JSON] | None:
    """The newest select that offers this value, and the option itself."""
    for offer in _offers(workspace, user):
        for option in options_of(offer.element):
            if option["value"] == value:
                return offer, option
    return None


def _offers(workspace: Workspace, user: str) -> Iterator[Offer]:
    channels = workspace.view_for(user)["channels"]
    direct = [line for channel in channels if channel["is_im"] for line in channel["messages"]]
    lines = [*direct, *(line for channel in channels for line in channel["ephemerals"])]
    for line in sorted(lines, key=lambda line: str(line["ts"]), reverse=True):
        for block, element in elements_in(line.get("blocks", [])):
            yield Offer(line["channel"], line["ts"], block["block_id"], element)
