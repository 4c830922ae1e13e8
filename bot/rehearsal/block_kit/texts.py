"""The shapes of text objects, options and confirmation dialogs.

Limits: docs.slack.dev/reference/block-kit/composition-objects
"""

from bot.rehearsal.block_kit.faults import (
    Check,
    by_type,
    fields,
    flag,
    items,
    one_of,
    string,
)

# Characters.
TEXT_MAX = 3000
URL_MAX = 3000
ACTION_ID_MAX = 255
OPTION_TEXT_MAX = 75
OPTION_VALUE_MAX = 150
# Items.
OPTIONS_MAX = 100

url = string(URL_MAX)
action_id = string(ACTION_ID_MAX)


def plain(most: int) -> Check:
    """A plain_text object."""
    shape = fields({"text": string(most)}, {"emoji": flag})
    return by_type({"plain_text": shape})


def words(most: int) -> Check:
    """A plain_text or mrkdwn object."""
    return by_type(
        {
            "plain_text": fields({"text": string(most)}, {"emoji": flag}),
            "mrkdwn": fields({"text": string(most)}, {"verbatim": flag}),
        }
    )


def _option(text: Check) -> dict[str, Check]:
    return {"text": text, "value": string(OPTION_VALUE_MAX)}


_described = {"description": words(OPTION_TEXT_MAX)}

option = fields(_option(plain(OPTION_TEXT_MAX)), _described)
"""An option of a select menu."""

words_option = fields(_option(words(OPTION_TEXT_MAX)), _described)
"""An option of radio buttons and checkboxes."""

overflow_option = fields(_option(plain(OPTION_TEXT_MAX)), {**_described, "url": url})

options = items(option, OPTIONS_MAX)
option_groups = items(fields({"label": plain(OPTION_TEXT_MAX), "options": options}), OPTIONS_MAX)

confirm = fields(
    {"title": plain(100), "text": words(300), "confirm": plain(30), "deny": plain(30)},
    {"style": one_of("primary", "danger")},
)
