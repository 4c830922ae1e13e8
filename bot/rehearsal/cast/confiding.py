"""Lets one of the invented people answer privately: press the button on the prompt, fill in the
form by what it says, send it, and close what comes of it. Decides nothing that they say."""

import time
from collections.abc import Callable

from bot.rehearsal.block_kit.elements import elements_in, options_of
from bot.rehearsal.cast.deeds import Deed
from bot.rehearsal.workspace import Workspace
from bot.rehearsal.world.state import JSON

PRIVATELY, AS_IT_IS, YES = "Answer privately", "Send as it is", "Yes, my own words"
"""The words by which people know a button, or a choice in the form."""

FORM_WITHIN_S = 3.0
"""Real seconds in which a form appears, if it does: what opens it lasts no longer."""


def confide(workspace: Workspace, deed: Deed, sector: str) -> bool:
    """Answer the prompt at the deed's place. False when there is no such button or no form came."""
    if not _press(workspace, deed):
        return False
    form = on_screen(workspace, deed.person, lambda view: bool(view.get("submit")))
    if form is None:
        return False
    answer = workspace.people.submit_view(deed.person, form["id"], _filled(form, deed, sector))
    kept = answer.result == "updated" and _send_as_it_is(workspace, deed.person)
    workspace.people.close_view(deed.person, form["id"], whole_stack=True)
    return kept


def _press(workspace: Workspace, deed: Deed) -> bool:
    message = next((m for m in workspace.messages(deed.channel) if m["ts"] == deed.ts), {})
    for block, element in elements_in(message.get("blocks") or []):
        if element["type"] == "button" and element["text"]["text"] == PRIVATELY:
            action_id, block_id = element["action_id"], block["block_id"]
            workspace.people.click(deed.person, deed.channel, deed.ts, action_id, block_id=block_id)
            return True
    return False


def on_screen(workspace: Workspace, user: str, wanted: Callable[[JSON], bool]) -> JSON | None:
    """The top modal of this person, once it is the wanted one."""
    ends_at = time.monotonic() + FORM_WITHIN_S
    while time.monotonic() < ends_at:
        stack = workspace.view_for(user)["modals"]
        if stack and wanted(stack[-1]):
            top: JSON = stack[-1]
            return top
        time.sleep(0.01)
    return None


def _filled(form: JSON, deed: Deed, sector: str) -> JSON:
    """The words in the box, and in each choice what says what this person means."""
    meant = {deed.label, YES}
    values: JSON = {}
    for block in form["blocks"]:
        if block["type"] != "input":
            continue
        element = block["element"]
        if element["type"] == "plain_text_input":
            values[block["block_id"]] = {element["action_id"]: deed.text}
            continue
        for option in options_of(element):
            if option["text"]["text"] in meant or option["value"] == sector:
                values[block["block_id"]] = {element["action_id"]: option["value"]}
    return values


def _send_as_it_is(workspace: Workspace, user: str) -> bool:
    """When something was noticed, they have read it and send it all the same."""
    shown = workspace.view_for(user)["modals"][-1]
    for block, element in elements_in(shown["blocks"]):
        if element["type"] == "button" and element["text"]["text"] == AS_IT_IS:
            workspace.people.click_view(
                user, shown["id"], element["action_id"], block_id=block["block_id"]
            )
            return on_screen(workspace, user, lambda view: not view.get("submit")) is not None
    return not shown.get("submit")
