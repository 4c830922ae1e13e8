"""Finds, among the lines that one person alone sees, a button by its words or an option by its
value. Presses and chooses nothing.
"""

from collections.abc import Iterator
from typing import NamedTuple

from bot.rehearsal.elements import elements_in, options_of
from bot.rehearsal.state import JSON
from bot.rehearsal.workspace import Workspace


class Offer(NamedTuple):
    """An element that a person could use, and the message it stands in."""

    channel: str
    ts: str
    block_id: str
    element: JSON


def button_saying(workspace: Workspace, user: str, label: str, since_ts: str) -> Offer | None:
    """The newest button with these words, in a line not older than `since_ts`."""
    for offer in _offers(workspace, user, since_ts):
        if offer.element["type"] == "button" and offer.element["text"]["text"] == label:
            return offer
    return None


def option_valued(
    workspace: Workspace, user: str, value: str, since_ts: str
) -> tuple[Offer, JSON] | None:
    """The newest select that offers this value, and the option itself."""
    for offer in _offers(workspace, user, since_ts):
        for option in options_of(offer.element):
            if option["value"] == value:
                return offer, option
    return None


def _offers(workspace: Workspace, user: str, since_ts: str) -> Iterator[Offer]:
    """Elements in private lines since then, and in the whole conversation with the app, where a
    line keeps its buttons for as long as it stands."""
    channels = workspace.view_for(user)["channels"]
    lines = [line for each in channels for line in each["ephemerals"] if line["ts"] >= since_ts]
    lines += [line for each in channels if each["is_im"] for line in each["messages"]]
    for line in sorted(lines, key=lambda line: str(line["ts"]), reverse=True):
        for block, element in elements_in(line["blocks"]):
            yield Offer(line["channel"], line["ts"], block["block_id"], element)
