"""Refuses the views that Slack refuses: modals and App Homes."""

from typing import Any

from bot.rehearsal.block_kit.check import faults_in
from bot.rehearsal.block_kit.faults import Check, Faults, anything, fault, fields, flag, string
from bot.rehearsal.block_kit.texts import plain
from bot.rehearsal.refusals import ApiRefusalError

# Characters: docs.slack.dev/reference/views
TITLE_MAX = 24
PRIVATE_METADATA_MAX = 3000
ID_MAX = 255

_common: dict[str, Check] = {
    "private_metadata": string(PRIVATE_METADATA_MAX, 0),
    "callback_id": string(ID_MAX, 0),
    "external_id": string(ID_MAX, 0),
}

_VIEWS: dict[str, Check] = {
    "home": fields({"blocks": anything}, _common),
    "modal": fields(
        {"title": plain(TITLE_MAX), "blocks": anything},
        {
            **_common,
            "close": plain(TITLE_MAX),
            "submit": plain(TITLE_MAX),
            "clear_on_close": flag,
            "notify_on_close": flag,
            "submit_disabled": flag,
        },
    ),
}


def check_view(view: Any) -> None:
    """Raise ApiRefusalError("invalid_arguments") unless Slack would show this view."""
    faults = view_faults(view)
    if faults:
        raise ApiRefusalError("invalid_arguments", messages=faults)


def view_faults(view: Any) -> Faults:
    """Everything that is wrong with a view."""
    faults: Faults = []
    kind = view.get("type") if isinstance(view, dict) else None
    if kind not in _VIEWS:
        fault(faults, "/view/type", f"unsupported type: {kind}")
        return faults
    _VIEWS[kind](view, "/view", faults)
    if not faults:
        faults += faults_in(view["blocks"], kind, "/view/blocks")
        _check_submit(view, faults)
    return faults


def _check_submit(view: dict[str, Any], faults: Faults) -> None:
    """A modal with an input needs a way to send it."""
    asks = any(isinstance(each, dict) and each.get("type") == "input" for each in view["blocks"])
    if view["type"] == "modal" and asks and view.get("submit") is None:
        fault(faults, "/view/submit", "submit is required when there is an input block")
