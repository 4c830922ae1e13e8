"""The shape of rich_text blocks: sections, lists, quotes and preformatted text, and their leaves.

docs.slack.dev/reference/block-kit/blocks/rich-text-block
"""

from bot.rehearsal.block_kit.faults import (
    Check,
    anything,
    by_type,
    fields,
    flag,
    integer,
    items,
    one_of,
    string,
)
from bot.rehearsal.block_kit.texts import URL_MAX

# Characters of one leaf and items of one element; Slack names no limit below the message's own.
_LEAF_MAX = 40_000
_ITEMS_MAX = 5_000
# Steps a list can be indented.
_INDENT_MAX = 8
_BORDER_MAX = 1

_leaf_text = string(_LEAF_MAX)
_style: dict[str, Check] = {
    "style": fields(
        {},
        dict.fromkeys(
            ("bold", "italic", "strike", "code", "underline", "highlight", "client_highlight"),
            flag,
        ),
    )
}


def _leaf(required: dict[str, Check], optional: dict[str, Check] | None = None) -> Check:
    return fields(required, {**(optional or {}), **_style})


_leaves = by_type(
    {
        "text": _leaf({"text": _leaf_text}),
        "link": _leaf({"url": string(URL_MAX)}, {"text": _leaf_text, "unsafe": flag}),
        "user": _leaf({"user_id": _leaf_text}),
        "usergroup": _leaf({"usergroup_id": _leaf_text}),
        "channel": _leaf({"channel_id": _leaf_text}),
        "team": _leaf({"team_id": _leaf_text}),
        "emoji": _leaf(
            {"name": _leaf_text},
            {"unicode": _leaf_text, "skin_tone": integer(6, 1), "url": anything},
        ),
        "broadcast": _leaf({"range": one_of("here", "channel", "everyone")}),
        "color": _leaf({"value": _leaf_text}),
        "date": _leaf(
            {"timestamp": integer(10**11), "format": _leaf_text},
            {"url": string(URL_MAX), "fallback": _leaf_text},
        ),
    }
)

_inside: dict[str, Check] = {"elements": items(_leaves, _ITEMS_MAX, 0)}
_border: dict[str, Check] = {"border": integer(_BORDER_MAX)}
_section = fields(_inside)

_parts = by_type(
    {
        "rich_text_section": _section,
        "rich_text_quote": fields(_inside, _border),
        "rich_text_preformatted": fields(_inside, {**_border, "language": _leaf_text}),
        "rich_text_list": fields(
            {
                "style": one_of("bullet", "ordered"),
                "elements": items(by_type({"rich_text_section": _section}), _ITEMS_MAX),
            },
            {**_border, "indent": integer(_INDENT_MAX), "offset": integer(_ITEMS_MAX)},
        ),
    }
)

PARTS: dict[str, Check] = {"elements": items(_parts, _ITEMS_MAX)}
"""The fields of a rich_text block, besides its block_id."""

rich_text_value = by_type({"rich_text": fields(PARTS, {"block_id": string(255)})})
