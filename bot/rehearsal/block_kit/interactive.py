"""The shapes of interactive elements: buttons, menus, pickers, inputs.

Limits: docs.slack.dev/reference/block-kit/block-elements and slack_sdk's models.
"""

from typing import Any

from bot.rehearsal.block_kit.faults import (
    Check,
    Faults,
    anything,
    every,
    exactly_one,
    fault,
    fields,
    flag,
    integer,
    items,
    one_of,
    string,
)
from bot.rehearsal.block_kit.rich_text import rich_text_value
from bot.rehearsal.block_kit.texts import (
    OPTIONS_MAX,
    action_id,
    confirm,
    option,
    option_groups,
    options,
    overflow_option,
    plain,
    url,
    words_option,
)

# Characters.
BUTTON_TEXT_MAX = 75
BUTTON_VALUE_MAX = 2000
PLACEHOLDER_MAX = 150
INPUT_MAX = 3000
ALT_TEXT_MAX = 2000
AGENT_PROMPT_MAX = 4000
# Items.
FEW_OPTIONS_MAX = 10
OVERFLOW_MAX = 5
FILES_MAX = 10
# Seconds: ten digits, docs.slack.dev/reference/block-kit/block-elements/datetime-picker-element
DATE_TIME_MAX = 9_999_999_999
_IDS_MAX = 1000
_DATE = r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
_TIME = r"([01]\d|2[0-3]):[0-5]\d"

_common: dict[str, Check] = {"action_id": action_id, "confirm": confirm, "focus_on_load": flag}
_placed: dict[str, Check] = {**_common, "placeholder": plain(PLACEHOLDER_MAX)}
_some: dict[str, Check] = {"max_selected_items": integer(_IDS_MAX, 1)}
_id = string(255)
_number = string(255, 1, r"-?\d+(\.\d+)?")
_ids = items(_id, _IDS_MAX, 0)
_dispatch: dict[str, Check] = {
    "dispatch_action_config": fields(
        {"trigger_actions_on": items(one_of("on_enter_pressed", "on_character_entered"), 2)}
    )
}


def _initial_is_an_option(value: Any, pointer: str, faults: Faults) -> None:
    """What is chosen first must be one of the options, word for word."""
    groups = [group.get("options", ()) for group in value.get("option_groups") or ()]
    known = [*(value.get("options") or ()), *(each for group in groups for each in group)]
    chosen = [value.get("initial_option"), *(value.get("initial_options") or ())]
    for each in chosen:
        if each is not None and each not in known:
            fault(faults, pointer, "initial option must match one of the options")


def _menu(initial: dict[str, Check], extra: dict[str, Check] | None = None) -> Check:
    return fields({}, {**_placed, **initial, **(extra or {})})


def _static(initial: dict[str, Check], extra: dict[str, Check] | None = None) -> Check:
    shape = _menu(initial, {"options": options, "option_groups": option_groups, **(extra or {})})
    return every(shape, exactly_one("options", "option_groups"), _initial_is_an_option)


def _few(initial: dict[str, Check]) -> Check:
    choices = items(words_option, FEW_OPTIONS_MAX)
    return every(fields({"options": choices}, {**_common, **initial}), _initial_is_an_option)


def _typed(extra: dict[str, Check] | None = None) -> Check:
    return fields(
        {}, {**_placed, **_dispatch, "initial_value": string(INPUT_MAX, 0), **(extra or {})}
    )


_filter: dict[str, Check] = {
    "filter": fields(
        {},
        {
            "include": items(one_of("im", "mpim", "private", "public"), 4),
            "exclude_external_shared_channels": flag,
            "exclude_bot_users": flag,
        },
    ),
    "default_to_current_conversation": flag,
}
_response_url: dict[str, Check] = {"response_url_enabled": flag}

button = fields(
    {"text": plain(BUTTON_TEXT_MAX)},
    {
        "action_id": action_id,
        "confirm": confirm,
        "url": url,
        "value": string(BUTTON_VALUE_MAX, 0),
        "style": one_of("primary", "danger"),
        "accessibility_label": string(BUTTON_TEXT_MAX),
        "agent_prompt": string(AGENT_PROMPT_MAX),
        "agent_prompt_display": anything,
        "visible_to_user_ids": _ids,
    },
)

slack_file = every(fields({}, {"id": _id, "url": url}), exactly_one("id", "url"))

image = every(
    fields({"alt_text": string(ALT_TEXT_MAX)}, {"image_url": url, "slack_file": slack_file}),
    exactly_one("image_url", "slack_file"),
)

BUTTONS: dict[str, Check] = {
    "button": button,
    "overflow": fields(
        {"options": items(overflow_option, OVERFLOW_MAX)},
        {"action_id": action_id, "confirm": confirm},
    ),
    "workflow_button": fields(
        {"text": plain(BUTTON_TEXT_MAX), "workflow": anything},
        {"action_id": action_id, "style": anything, "accessibility_label": string(75)},
    ),
}

MENUS: dict[str, Check] = {
    "static_select": _static({"initial_option": option}),
    "external_select": _menu({"initial_option": option}, {"min_query_length": integer(1000)}),
    "users_select": _menu({"initial_user": _id}),
    "conversations_select": _menu({"initial_conversation": _id}, {**_filter, **_response_url}),
    "channels_select": _menu({"initial_channel": _id}, _response_url),
    "multi_static_select": _static({"initial_options": items(option, OPTIONS_MAX)}, _some),
    "multi_external_select": _menu(
        {"initial_options": items(option, OPTIONS_MAX)},
        {"min_query_length": integer(1000), **_some},
    ),
    "multi_users_select": _menu({"initial_users": _ids}, _some),
    "multi_conversations_select": _menu({"initial_conversations": _ids}, {**_filter, **_some}),
    "multi_channels_select": _menu({"initial_channels": _ids}, _some),
}

CHOICES: dict[str, Check] = {
    "checkboxes": _few({"initial_options": items(words_option, FEW_OPTIONS_MAX)}),
    "radio_buttons": _few({"initial_option": words_option}),
}

PICKERS: dict[str, Check] = {
    "datepicker": _menu({"initial_date": string(10, 10, _DATE)}),
    "timepicker": _menu({"initial_time": string(5, 5, _TIME)}, {"timezone": string(100)}),
}

DATE_TIME: dict[str, Check] = {
    "datetimepicker": fields({}, {**_common, "initial_date_time": integer(DATE_TIME_MAX)})
}

RICH_INPUT: dict[str, Check] = {
    "rich_text_input": fields(
        {},
        {
            **_placed,
            **_dispatch,
            "initial_value": rich_text_value,
            "min_lines": integer(100, 1),
            "max_lines": integer(100, 1),
        },
    )
}

INPUTS: dict[str, Check] = {
    "plain_text_input": _typed(
        {
            "multiline": flag,
            "min_length": integer(INPUT_MAX),
            "max_length": integer(INPUT_MAX, 1),
        }
    ),
    "email_text_input": _typed(),
    "url_text_input": _typed(),
    "number_input": fields(
        {"is_decimal_allowed": flag},
        {
            **_placed,
            **_dispatch,
            "initial_value": string(INPUT_MAX, 0),
            "min_value": _number,
            "max_value": _number,
        },
    ),
    **RICH_INPUT,
}

FILE_INPUT: dict[str, Check] = {
    "file_input": fields(
        {},
        {**_common, "filetypes": items(_id, 100), "max_files": integer(FILES_MAX, 1)},
    )
}
