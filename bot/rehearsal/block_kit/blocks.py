"""The shapes of blocks, and which surface takes which.

Limits: docs.slack.dev/reference/block-kit/blocks and slack_sdk's models.
"""

from typing import Literal

from bot.rehearsal.block_kit.faults import (
    Check,
    anything,
    at_least_one,
    by_type,
    every,
    exactly_one,
    fields,
    flag,
    items,
    one_of,
    string,
)
from bot.rehearsal.block_kit.interactive import (
    BUTTONS,
    CHOICES,
    DATE_TIME,
    FILE_INPUT,
    INPUTS,
    MENUS,
    PICKERS,
    RICH_INPUT,
    button,
    image,
    slack_file,
)
from bot.rehearsal.block_kit.rich_text import PARTS
from bot.rehearsal.block_kit.texts import TEXT_MAX, action_id, plain, url, words

Surface = Literal["message", "modal", "home"]

# Characters.
BLOCK_ID_MAX = 255
HEADER_MAX = 150
FIELD_MAX = 2000
LABEL_MAX = 2000
MARKDOWN_MAX = 12_000
CARD_TITLE_MAX = 150
CARD_BODY_MAX = 200
# Items.
SECTION_FIELDS_MAX = 10
CONTEXT_MAX = 10
ACTIONS_MAX = 25
CONTEXT_ACTIONS_MAX = 5
TABLE_ROWS_MAX = 100
TABLE_COLUMNS_MAX = 20
CHILD_BLOCKS_MAX = 10
CARDS_MAX = 10
CARD_ACTIONS_MAX = 25

_any_string = string(TEXT_MAX)


def _block(required: dict[str, Check], optional: dict[str, Check] | None = None) -> Check:
    return fields(required, {"block_id": string(BLOCK_ID_MAX), **(optional or {})})


_accessory = by_type({**BUTTONS, **MENUS, **CHOICES, **PICKERS, "image": image})
_actions = by_type({**BUTTONS, **MENUS, **CHOICES, **PICKERS, **DATE_TIME, **RICH_INPUT})
_input = {**INPUTS, **MENUS, **CHOICES, **PICKERS, **DATE_TIME}

_context = by_type(
    {
        "image": image,
        "plain_text": words(TEXT_MAX),
        "mrkdwn": words(TEXT_MAX),
    }
)

_section = every(
    _block(
        {},
        {
            "text": words(TEXT_MAX),
            "fields": items(words(FIELD_MAX), SECTION_FIELDS_MAX),
            "accessory": _accessory,
            "expand": flag,
        },
    ),
    at_least_one("text", "fields"),
)

_image = every(
    _block(
        {"alt_text": string(2000)},
        {"image_url": url, "slack_file": slack_file, "title": plain(2000)},
    ),
    exactly_one("image_url", "slack_file"),
)


def _input_block(elements: dict[str, Check]) -> Check:
    return _block(
        {"label": plain(LABEL_MAX), "element": by_type(elements)},
        {"hint": plain(LABEL_MAX), "optional": flag, "dispatch_action": flag},
    )


_cell = by_type(
    {
        "raw_text": fields({"text": string(TEXT_MAX)}),
        "raw_number": fields({"value": anything}, {"text": string(TEXT_MAX)}),
        "rich_text": fields(PARTS, {"block_id": string(BLOCK_ID_MAX)}),
    }
)
_table = _block(
    {"rows": items(items(_cell, TABLE_COLUMNS_MAX), TABLE_ROWS_MAX)},
    {
        "column_settings": items(
            fields({}, {"align": one_of("left", "center", "right"), "is_wrapped": flag}),
            TABLE_COLUMNS_MAX,
        )
    },
)

_card = every(
    _block(
        {},
        {
            "hero_image": image,
            "icon": image,
            "title": words(CARD_TITLE_MAX),
            "subtitle": words(CARD_TITLE_MAX),
            "body": words(CARD_BODY_MAX),
            "actions": items(by_type({"button": button}), CARD_ACTIONS_MAX),
        },
    ),
    at_least_one("hero_image", "title", "actions", "body"),
)

_feedback = fields({"text": plain(75), "value": string(2000)}, {"accessibility_label": string(75)})
_context_actions = by_type(
    {
        "feedback_buttons": fields(
            {"positive_button": _feedback, "negative_button": _feedback},
            {"action_id": action_id},
        ),
        "icon_button": fields(
            {"icon": one_of("trash"), "text": plain(75)},
            {
                "action_id": action_id,
                "accessibility_label": string(75),
                "value": string(2000),
                "visible_to_user_ids": anything,
                "confirm": anything,
            },
        ),
    }
)

EVERYWHERE: dict[str, Check] = {
    "section": _section,
    "divider": _block({}),
    "header": _block({"text": plain(HEADER_MAX)}),
    "image": _image,
    "actions": _block({"elements": items(_actions, ACTIONS_MAX)}),
    "context": _block({"elements": items(_context, CONTEXT_MAX)}),
    "rich_text": _block(PARTS),
    "input": _input_block(_input),
    "alert": _block(
        {"text": words(TEXT_MAX)},
        {"level": one_of("default", "info", "warning", "error", "success")},
    ),
    "video": _block(
        {
            "alt_text": _any_string,
            "title": plain(199),
            "thumbnail_url": url,
            "video_url": url,
        },
        {
            "author_name": string(49),
            "description": plain(200),
            "provider_icon_url": url,
            "provider_name": _any_string,
            "title_url": url,
        },
    ),
}

_container = every(
    _block(
        {"child_blocks": items(by_type(EVERYWHERE), CHILD_BLOCKS_MAX)},
        {
            "title": plain(CARD_TITLE_MAX),
            "rich_text_title": anything,
            "subtitle": words(CARD_TITLE_MAX),
            "width": one_of("narrow", "standard", "wide", "full"),
            "icon": image,
            "is_collapsible": flag,
            "default_collapsed": flag,
            "has_header_divider": flag,
        },
    ),
    at_least_one("title", "rich_text_title"),
)

IN_MESSAGES: dict[str, Check] = {
    **EVERYWHERE,
    "markdown": _block({"text": string(MARKDOWN_MAX)}),
    "table": _table,
    "file": _block({"external_id": _any_string, "source": one_of("remote")}),
    "context_actions": _block({"elements": items(_context_actions, CONTEXT_ACTIONS_MAX)}),
    "card": _card,
    "carousel": _block({"elements": items(by_type({"card": _card}), CARDS_MAX)}),
    "container": _container,
}

SURFACES: dict[Surface, dict[str, Check]] = {
    "message": IN_MESSAGES,
    "modal": {**EVERYWHERE, "input": _input_block({**_input, **FILE_INPUT})},
    "home": EVERYWHERE,
}
