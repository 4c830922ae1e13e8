"""A snapshot of what one person sees, with every kind of thing the page can draw."""

from typing import Any

NASTY = '<img src=x onerror="document.title=1"><script>document.title=1</script>'


def option(value: str, text: str) -> dict[str, Any]:
    return {"value": value, "text": {"type": "plain_text", "text": text}}


def words(text: str) -> dict[str, Any]:
    return {"type": "mrkdwn", "text": text}


def label(text: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": text, "emoji": True}


def button(action_id: str, text: str, **more: Any) -> dict[str, Any]:
    return {"type": "button", "action_id": action_id, "text": label(text), **more}


OPTIONS = [
    option("police", "Police"),
    option("housing", "Housing"),
    option("faith", "Faith groups"),
]

PROMPT = [
    {"type": "header", "text": label("A question to be curious about")},
    {
        "type": "section",
        "text": words(
            "*Which word do we use that partners understand in different ways?* (LC4)\n"
            "_Half a sentence is welcome._ See <https://example.org/about|what this is>."
        ),
    },
    {"type": "divider"},
    {
        "type": "actions",
        "block_id": "answer",
        "elements": [
            button("private", "Answer privately", style="primary"),
            button("snooze", "Not this time"),
            {
                "type": "overflow",
                "action_id": "more",
                "options": [option("who", "Who sees this?"), option("snooze", "Snooze")],
            },
        ],
    },
    {
        "type": "context",
        "elements": [
            words(
                ":information_source: Not a referral route. Front door *01632 960001*, out of "
                "hours 01632 960002, in an emergency 999."
            )
        ],
    },
]

RICH = [
    {
        "type": "rich_text",
        "elements": [
            {
                "type": "rich_text_section",
                "elements": [
                    {"type": "text", "text": "What we heard ", "style": {"bold": True}},
                    {"type": "emoji", "name": "seedling"},
                    {"type": "user", "user_id": "U0HEALTH1"},
                ],
            },
            {
                "type": "rich_text_quote",
                "elements": [{"type": "text", "text": f"Plain words take longer. {NASTY}"}],
            },
            {
                "type": "rich_text_list",
                "style": "bullet",
                "elements": [
                    {
                        "type": "rich_text_section",
                        "elements": [{"type": "text", "text": f"point {number}"}],
                    }
                    for number in (1, 2)
                ],
            },
            {
                "type": "rich_text_preformatted",
                "elements": [{"type": "text", "text": "kept  as  typed"}],
            },
        ],
    },
    {"type": "image", "alt_text": "Three principles joined by lines", "image_url": "https://x/y"},
    {"type": "section", "fields": [words("*Asked*\n6 questions"), words("*Heard*\n21 partners")]},
    {
        "type": "table",
        "rows": [[{"type": "raw_text", "text": "When"}], [{"type": "raw_text", "text": "Tuesday"}]],
    },
    {"type": "hologram", "text": "not a block"},
]

CARD = {
    "type": "card",
    "block_id": "card",
    "title": words("*A card*"),
    "subtitle": label("With a second line"),
    "body": words("And some words"),
    "actions": [button("card", "Open it")],
}

SURFACES = [
    {"type": "alert", "level": "warning", "text": words("The window closes on *Tuesday*.")},
    {
        "type": "markdown",
        "text": "# What we heard\n\nSome **bold** words, and [a link](https://example.org).\n\n"
        "- one\n- [x] two\n\n> a quote\n\n| When | What |\n| --- | --- |\n| Tuesday | `asked` |\n\n"
        "```\nas typed *here*\n```",
    },
    CARD,
    {"type": "carousel", "elements": [CARD | {"block_id": "one"}, CARD | {"block_id": "two"}]},
    {
        "type": "container",
        "title": label("More about this"),
        "is_collapsible": True,
        "child_blocks": [{"type": "section", "text": words("What is inside")}],
    },
    {
        "type": "video",
        "title": label("How it works"),
        "alt_text": "Somebody answers in a thread",
        "title_url": "https://example.org/video",
        "video_url": "https://example.org/embed",
        "thumbnail_url": "https://example.org/thumb.png",
    },
    {
        "type": "context_actions",
        "block_id": "useful",
        "elements": [
            {
                "type": "feedback_buttons",
                "action_id": "useful",
                "positive_button": {"text": label("Useful"), "value": "yes"},
                "negative_button": {"text": label("Not useful"), "value": "no"},
            }
        ],
    },
    {"type": "actions", "block_id": "odd", "elements": [{"type": "lever", "action_id": "lever"}]},
]


def field(block_id: str, name: str, kind: str, **more: Any) -> dict[str, Any]:
    """An input that may be left out."""
    element = {"type": kind, "action_id": block_id, **more}
    shape = {"type": "input", "optional": True, "block_id": block_id}
    return {**shape, "label": label(name), "element": element}


INPUTS = [
    {
        "type": "input",
        "block_id": "said",
        "label": label("Your answer"),
        "hint": label("How the partnership works, never about a child."),
        "element": {"type": "plain_text_input", "action_id": "words", "multiline": True},
    },
    {
        "type": "input",
        "block_id": "who",
        "label": label("Who may see it"),
        "element": {
            "type": "radio_buttons",
            "action_id": "who",
            "options": OPTIONS[:2],
            "initial_option": OPTIONS[0],
        },
    },
    field("sector", "What you bring", "static_select", options=OPTIONS),
    field("more", "Also", "multi_static_select", options=OPTIONS, max_selected_items=2),
    field("ticks", "Tick", "checkboxes", options=OPTIONS),
    field("day", "Day", "datepicker", initial_date="2027-02-03"),
    field("at", "Time", "timepicker", initial_time="10:00"),
    field("moment", "Moment", "datetimepicker", initial_date_time=1_781_600_400),
    field("person", "Person", "users_select"),
    field("people", "People", "multi_users_select"),
    field("place", "Channel", "channels_select"),
    field("places", "Channels", "multi_channels_select"),
    field("talk", "Conversation", "conversations_select", default_to_current_conversation=True),
    field("rich", "In your own words", "rich_text_input"),
    field("count", "How many", "number_input", is_decimal_allowed=False, min_value="1"),
    field("mail", "Address", "email_text_input"),
    field("link", "Link", "url_text_input"),
    field("papers", "Papers", "file_input", max_files=2),
]

PEOPLE: list[dict[str, Any]] = [
    {
        "id": "U0POLICE1",
        "name": "Idris Penhallow-Reed",
        "sector": "police",
        "organization": "Anytown Safeguarding Children Partnership",
        "role_title": "Detective superintendent",
        "part": "member",
    },
    {
        "id": "U0HEALTH1",
        "name": "Mei Ashdown-Lark",
        "role_title": "Designated nurse",
        "part": "member",
    },
    {
        "id": "U0HOUSIN1",
        "name": "Bram Oyelaran-Stone",
        "role_title": "Housing manager",
        "part": "member",
        "is_external": True,
        "organization": "Anytown Homes",
    },
    {"id": "U0NASTY01", "name": NASTY, "role_title": NASTY, "part": "member"},
    {"id": "U0DOTS", "name": "Dots", "is_bot": True},
]


def message(ts: str, user: str, text: str = "", **more: Any) -> dict[str, Any]:
    return {"type": "message", "ts": ts, "user": user, "text": text, **more}


MESSAGES = [
    message("1767693600.000100", "U0POLICE1", "<@U0POLICE1> joined", subtype="channel_join"),
    message(
        "1767693700.000100",
        "U0DOTS",
        "A question",
        bot_id="B1",
        blocks=PROMPT,
        thread_ts="1767693700.000100",
        reply_count=2,
        latest_reply="1767694000.000100",
        reactions=[{"name": "eyes", "users": ["U0HEALTH1", "U0POLICE1"], "count": 2}],
    ),
    message(
        "1767693900.000100",
        "U0HEALTH1",
        "'Risk' is a score to us &amp; a feeling to families. :thinking_face:",
        thread_ts="1767693700.000100",
        edited={"user": "U0HEALTH1", "ts": "1767693950.000100"},
    ),
    message(
        "1767694000.000100",
        "U0POLICE1",
        "*Disruption*, and we mean ~less~ _arrests_. `code`\n&gt; quoted\nnext <!channel>",
        thread_ts="1767693700.000100",
        subtype="thread_broadcast",
    ),
    message("1767780000.000100", "U0HOUSIN1", NASTY.replace("<", "&lt;").replace(">", "&gt;")),
    message("1767780050.000100", "U0NASTY01", "Good morning, <@U0NASTY01>"),
    message("1767780100.000100", "USLACKBOT", "This message was deleted.", subtype="tombstone"),
    message("1767780200.000100", "U0DOTS", "The digest", bot_id="B1", blocks=RICH),
    message("1767780250.000100", "U0DOTS", "Surfaces", bot_id="B1", blocks=SURFACES),
    message(
        "1767780260.000100",
        "U0HEALTH1",
        "Two papers",
        files=[
            {"id": "F1", "name": "map.png", "title": "A map", "filetype": "png", "size": 20_000},
            {"id": "F2", "name": "digest.pdf", "title": "Digest", "filetype": "pdf", "size": 99},
        ],
    ),
]

PRIVATE_LINE = message(
    "1767780300.000100",
    "U0DOTS",
    "Thank you",
    blocks=[
        {"type": "section", "text": words("Thank you. You can change this until Tuesday.")},
        {
            "type": "actions",
            "block_id": "choice",
            "elements": [
                button("quote", "Quote me by sector"),
                button("leave", "Leave me out"),
                button("back", "Take it back", style="danger"),
            ],
        },
    ],
)

MODAL = {
    "id": "V1",
    "hash": "1",
    "type": "modal",
    "title": label("Answer privately"),
    "submit": label("Send"),
    "close": label("Cancel"),
    "blocks": INPUTS,
}


AT = "2026-01-06T10:01:40+00:00"
BEHIND = {
    "calls": [
        {
            "at": AT,
            "method": "chat.postMessage",
            "outcome": "ok",
            "asked": {"channel": "C0STRATEGY", "text": "(10 characters)"},
        }
    ],
    "attempts": [
        {"at": AT, "kind": "events_api", "what": "message", "number": 0, "outcome": "timeout"},
        {"at": AT, "kind": "events_api", "what": "message", "number": 1, "outcome": "acked"},
    ],
    "metadata": {"event_type": "prompt", "event_payload": {"outbox_id": "o1"}},
}
TROUBLES = {
    "on": {"delay": 4},
    "calls": 12,
    "tries": 9,
    "retried": 1,
    "lost": 0,
    "lately": [
        {"at": AT, "kind": "", "what": "chat.postMessage", "number": None, "outcome": "ok"},
        {"at": AT, "kind": "events_api", "what": "message", "number": 1, "outcome": "acked"},
    ],
}


def channel(channel_id: str, name: str, **more: Any) -> dict[str, Any]:
    members = [person["id"] for person in PEOPLE]
    nothing = {"members": members, "messages": [], "ephemerals": [], "last_read": "0"}
    return {"id": channel_id, "name": name, **nothing, **more}


FIFTY = message(
    "1767693700.000100",
    "U0DOTS",
    "Fifty blocks",
    bot_id="B1",
    blocks=[{"type": "section", "text": words(f"block {number}")} for number in range(1, 51)],
)


def answers(*, modal: bool = False) -> dict[str, Any]:
    """What the server would answer, by path."""
    state = {
        "version": 1,
        "team": {"name": "Anytown Safeguarding Children Partnership"},
        "app": {"name": "Dots", "home_tab": True, "messages_tab": True},
        "me": PEOPLE[0],
        "notices": [],
        "people": PEOPLE,
        "channels": [
            channel(
                "C0STRATEGY",
                "exploitation-strategy",
                purpose="How our services work together, never about a child",
                messages=MESSAGES,
                ephemerals=[PRIVATE_LINE],
            ),
            channel("C0PLACES01", "places-and-spaces", unread=3, is_ext_shared=True),
            channel("C0BOARD001", "partnership-board", is_private=True, purpose=NASTY),
            channel("D0DOTS", "", is_im=True),
        ],
        "home": {"id": "V0", "hash": "1", "type": "home", "blocks": [*PROMPT, INPUTS[2]]},
        "modals": [MODAL] if modal else [],
    }
    upcoming = [
        {"at": "2026-01-14T09:40:00+00:00", "what": "Dots asks a question in #places-and-spaces"},
        {"at": "2026-01-20T10:00:00+00:00", "what": "One reminder in #exploitation-strategy"},
    ]
    return {
        "/rehearsal/people": {"people": PEOPLE},
        "/rehearsal/state": state,
        "/rehearsal/state?as=U0HEALTH1": {**state, "modals": [MODAL]},
        "/rehearsal/clock": {
            "now": "2026-01-07T10:10:00+00:00",
            "upcoming": upcoming,
            "moments": [{"id": "m1", "at": "2026-01-06T08:00:00+00:00", "what": "The beginning"}],
            "cast": False,
        },
        "/rehearsal/inspect": BEHIND,
        "/rehearsal/trouble": TROUBLES,
    }
