"""Blocks and views at Slack's limits, and one step beyond them."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackObjectFormationError
from slack_sdk.models import blocks as sdk
from slack_sdk.models.views import View

from bot.rehearsal.block_kit.check import check_message_blocks, faults_in
from bot.rehearsal.block_kit.views import view_faults
from bot.rehearsal.refusals import ApiRefusalError
from tests.rehearsal import anytown
from tests.rehearsal.anytown import OPEN, actions, button, modal, plain

Block = dict[str, Any]


def mrkdwn(text: str) -> Block:
    return {"type": "mrkdwn", "text": text}


def section(text: str = "x", **more: Any) -> Block:
    return {"type": "section", "text": mrkdwn(text), **more}


def options(count: int, **more: Any) -> list[Block]:
    return [{"text": plain(f"{n}"), "value": f"{n}", **more} for n in range(count)]


def select(count: int = 1, **more: Any) -> Block:
    return {"type": "static_select", "action_id": "s", "options": options(count), **more}


def choice(kind: str, count: int) -> Block:
    return actions({"type": kind, "action_id": "c", "options": options(count)})


def field(element: Block, **more: Any) -> Block:
    return {"type": "input", "label": plain("Label"), "element": element, **more}


def words(**more: Any) -> Block:
    return field({"type": "plain_text_input", "action_id": "w", **more})


def confirm(**more: Any) -> Block:
    parts = {"title": plain("t"), "text": plain("t"), "confirm": plain("y"), "deny": plain("n")}
    return actions(button(confirm={**parts, **more}))


def rich(*parts: Block) -> Block:
    return {"type": "rich_text", "elements": list(parts)}


def quote(text: str) -> Block:
    return {"type": "rich_text_quote", "elements": [{"type": "text", "text": text}]}


def table(rows: int, columns: int) -> Block:
    cell = {"type": "raw_text", "text": "x"}
    return {"type": "table", "rows": [[cell] * columns] * rows}


def card(body: str) -> Block:
    return {"type": "card", "body": mrkdwn(body)}


LIMITS: list[tuple[str, Callable[[int], Block], int]] = [
    ("section text", lambda n: section("x" * n), 3000),
    ("section fields", lambda n: {"type": "section", "fields": [mrkdwn("x")] * n}, 10),
    ("section field", lambda n: {"type": "section", "fields": [mrkdwn("x" * n)]}, 2000),
    ("header", lambda n: {"type": "header", "text": plain("x" * n)}, 150),
    ("block_id", lambda n: {"type": "divider", "block_id": "x" * n}, 255),
    ("context elements", lambda n: {"type": "context", "elements": [mrkdwn("x")] * n}, 10),
    ("actions", lambda n: actions(*(button(f"{i}") for i in range(n))), 25),
    ("button text", lambda n: actions(button(text="x" * n)), 75),
    ("button value", lambda n: actions(button(value="x" * n)), 2000),
    ("button url", lambda n: actions(button(url="x" * n)), 3000),
    ("button label", lambda n: actions(button(accessibility_label="x" * n)), 75),
    ("action_id", lambda n: actions(button("x" * n)), 255),
    ("placeholder", lambda n: actions(select(placeholder=plain("x" * n))), 150),
    ("options", lambda n: actions(select(n)), 100),
    ("option text", lambda n: actions(select(options=options(1, text=plain("x" * n)))), 75),
    ("option value", lambda n: actions(select(options=options(1, value="x" * n))), 150),
    ("overflow", lambda n: choice("overflow", n), 5),
    ("radio buttons", lambda n: choice("radio_buttons", n), 10),
    ("checkboxes", lambda n: choice("checkboxes", n), 10),
    ("confirm title", lambda n: confirm(title=plain("x" * n)), 100),
    ("confirm text", lambda n: confirm(text=plain("x" * n)), 300),
    ("confirm button", lambda n: confirm(confirm=plain("x" * n)), 30),
    ("image alt", lambda n: {"type": "image", "image_url": "u", "alt_text": "x" * n}, 2000),
    ("image url", lambda n: {"type": "image", "image_url": "x" * n, "alt_text": "x"}, 3000),
    ("input label", lambda n: {**words(), "label": plain("x" * n)}, 2000),
    ("input hint", lambda n: {**words(), "hint": plain("x" * n)}, 2000),
    ("input max_length", lambda n: words(max_length=n), 3000),
    ("markdown", lambda n: {"type": "markdown", "text": "x" * n}, 12_000),
    ("table rows", lambda n: table(n, 1), 100),
    ("table columns", lambda n: table(1, n), 20),
    ("card body", lambda n: card("x" * n), 200),
    ("carousel", lambda n: {"type": "carousel", "elements": [card("x")] * n}, 10),
    (
        "container",
        lambda n: {"type": "container", "title": plain("t"), "child_blocks": [section()] * n},
        10,
    ),
]


@pytest.mark.parametrize(("what", "make", "most"), LIMITS, ids=[each[0] for each in LIMITS])
def test_a_limit_is_kept_to_the_last_and_no_further(
    what: str, make: Callable[[int], Block], most: int
) -> None:
    assert faults_in([make(most)], "message", "/blocks") == [], what
    assert faults_in([make(most + 1)], "message", "/blocks") != [], what


def slack_sdk_agrees(block: Block) -> bool:
    parsed = sdk.Block.parse(block)
    assert parsed is not None
    try:
        parsed.validate_json()
        for element in getattr(parsed, "elements", None) or ():
            element.to_dict()
    except SlackObjectFormationError:
        return False
    return True


# The SDK's models check these lengths too; what they leave to Slack is not in this list.
CHECKED_BY_SDK = {
    "section text", "section fields", "header", "block_id", "context elements", "actions",
    "button text", "button value", "button url", "button label", "action_id", "placeholder",
    "options", "overflow", "image alt", "image url", "markdown", "card body",
    "container",
}  # fmt: skip


@pytest.mark.parametrize(
    ("what", "make", "most"),
    [each for each in LIMITS if each[0] in CHECKED_BY_SDK],
    ids=[each[0] for each in LIMITS if each[0] in CHECKED_BY_SDK],
)
def test_the_sdks_own_models_draw_the_same_line(
    what: str, make: Callable[[int], Block], most: int
) -> None:
    assert slack_sdk_agrees(make(most)), what
    assert not slack_sdk_agrees(make(most + 1)), what


WRONG: list[tuple[str, Block, str]] = [
    ("unknown block", {"type": "hologram"}, "/blocks/0/type"),
    ("no type", {"text": plain("x")}, "/blocks/0/type"),
    ("empty text", section(""), "/blocks/0/text/text"),
    ("section without words", {"type": "section"}, "/blocks/0"),
    ("mrkdwn header", {"type": "header", "text": mrkdwn("x")}, "/blocks/0/text/type"),
    ("mrkdwn button", actions({**button(), "text": mrkdwn("x")}), "/elements/0/text/type"),
    ("unknown field", section(colour="red"), "/blocks/0"),
    ("emoji in mrkdwn", {"type": "section", "text": {**mrkdwn("x"), "emoji": True}}, "/text"),
    ("verbatim in plain", {"type": "header", "text": {**plain("x"), "verbatim": True}}, "/text"),
    ("image without alt", {"type": "image", "image_url": "u"}, "/blocks/0"),
    ("two pictures", {"type": "image", "image_url": "u", "slack_file": {}, "alt_text": "x"}, "/0"),
    (
        "a file by id and address",
        {"type": "image", "slack_file": {"id": "F1", "url": "u"}, "alt_text": "x"},
        "/blocks/0/slack_file",
    ),
    (
        "least that is no number",
        field({"type": "number_input", "is_decimal_allowed": True, "min_value": "few"}),
        "/element/min_value",
    ),
    ("no elements", actions(), "/blocks/0/elements"),
    ("input in actions", actions({"type": "plain_text_input", "action_id": "w"}), "/type"),
    ("button in an input", field(button()), "/element/type"),
    ("unknown style", actions(button(style="loud")), "/style"),
    ("no options", actions(select(0)), "/options"),
    ("both options", actions(select(option_groups=[])), "/elements/0"),
    ("initial elsewhere", actions(select(initial_option=options(2)[1])), "/elements/0"),
    ("bad date", actions({"type": "datepicker", "initial_date": "2027-13-01"}), "/initial_date"),
    ("bad time", actions({"type": "timepicker", "initial_time": "25:00"}), "/initial_time"),
    ("rich leaf", rich({"type": "rich_text_section", "elements": [section()]}), "/elements/0/type"),
    ("rich in rich", rich({"type": "rich_text_quote", "elements": [quote("x")]}), "/type"),
    ("empty leaf", rich(quote("")), "/text"),
    (
        "list of leaves",
        rich({"type": "rich_text_list", "style": "bullet", "elements": [{}]}),
        "/0/type",
    ),
    ("list style", rich({"type": "rich_text_list", "style": "x", "elements": []}), "/style"),
    ("alert level", {"type": "alert", "text": mrkdwn("x"), "level": "loud"}, "/level"),
    ("empty card", {"type": "card"}, "/blocks/0"),
    ("text that is no object", {"type": "header", "text": "x"}, "/blocks/0/text/type"),
    ("number that is none", words(max_length="9"), "/max_length"),
    ("flag that is none", words(multiline="yes"), "/multiline"),
    ("elements that are no list", {"type": "context", "elements": mrkdwn("x")}, "/elements"),
]


@pytest.mark.parametrize(("what", "block", "pointer"), WRONG, ids=[each[0] for each in WRONG])
def test_what_slack_refuses_is_refused_with_a_pointer(
    what: str, block: Block, pointer: str
) -> None:
    faults = faults_in([block], "message", "/blocks")
    assert any(fault.endswith(f"{pointer}]") for fault in faults), (what, faults)


RIGHT: list[Block] = [
    section(accessory=button(), expand=True),
    section(accessory={"type": "image", "image_url": "u", "alt_text": "x"}),
    actions(select(option_groups=[{"label": plain("g"), "options": options(2)}], options=None)),
    actions({"type": "radio_buttons", "options": options(2), "initial_option": options(2)[1]}),
    words(multiline=True, min_length=0, max_length=3000, initial_value=""),
    field({"type": "number_input", "is_decimal_allowed": False, "min_value": "1"}),
    field({"type": "datetimepicker", "initial_date_time": 1_800_000_000}, optional=True),
    rich(
        {
            "type": "rich_text_section",
            "elements": [
                {"type": "text", "text": "x", "style": {"bold": True}},
                {"type": "user", "user_id": "U1"},
                {"type": "emoji", "name": "seedling"},
                {"type": "link", "url": "https://example.org", "text": "y"},
            ],
        },
        {
            "type": "rich_text_list",
            "style": "ordered",
            "indent": 1,
            "elements": [{"type": "rich_text_section", "elements": []}],
        },
        {"type": "rich_text_preformatted", "elements": [{"type": "text", "text": "z"}]},
        quote("words"),
    ),
    {**table(2, 2), "column_settings": [{"align": "right", "is_wrapped": True}]},
    {"type": "alert", "text": mrkdwn("x"), "level": "warning"},
    {"type": "image", "slack_file": {"id": "F1"}, "alt_text": "x", "title": plain("t")},
]


@pytest.mark.parametrize("block", RIGHT, ids=lambda block: block["type"])
def test_what_slack_takes_is_taken(block: Block) -> None:
    assert faults_in([block], "message", "/blocks") == []


def test_ids_are_unique_where_slack_wants_them_so() -> None:
    twice = [{"type": "divider", "block_id": "a"}, {"type": "divider", "block_id": "a"}]
    assert faults_in(twice, "message", "/blocks")
    assert faults_in([actions(button("a"), button("a"))], "message", "/blocks")
    rows = [actions(button("a"), block_id="1"), actions(button("a"), block_id="2")]
    assert not faults_in(rows, "message", "/blocks")


def test_a_message_holds_fifty_blocks_and_one_table() -> None:
    check_message_blocks([section()] * 50)
    with pytest.raises(ApiRefusalError, match="invalid_blocks"):
        check_message_blocks([section()] * 51)
    with pytest.raises(ApiRefusalError, match="invalid_attachments"):
        check_message_blocks([table(1, 1), table(1, 1)])


def test_markdown_counts_together() -> None:
    half = {"type": "markdown", "text": "x" * 6001}
    assert faults_in([half, half], "message", "/blocks")


VIEWS: list[tuple[str, Callable[[int], Block], int]] = [
    ("title", lambda n: modal(title=plain("x" * n)), 24),
    ("submit", lambda n: modal(submit=plain("x" * n)), 24),
    ("close", lambda n: modal(close=plain("x" * n)), 24),
    ("private_metadata", lambda n: modal(private_metadata="x" * n), 3000),
    ("callback_id", lambda n: modal(callback_id="x" * n), 255),
    ("blocks", lambda n: modal(blocks=[section()] * n), 100),
]


@pytest.mark.parametrize(("what", "make", "most"), VIEWS, ids=[each[0] for each in VIEWS])
def test_a_views_limits_are_kept_and_the_sdk_agrees(
    what: str, make: Callable[[int], Block], most: int
) -> None:
    assert view_faults(make(most)) == [], what
    assert view_faults(make(most + 1)) != [], what
    View(**make(most)).validate_json()
    with pytest.raises(SlackObjectFormationError):
        View(**make(most + 1)).validate_json()


def test_a_modal_with_a_field_needs_a_way_to_send_it() -> None:
    assert view_faults({**modal(), "submit": None})
    assert not view_faults({**modal(blocks=[section()]), "submit": None})


@pytest.mark.parametrize(
    "view",
    [
        {"type": "home", "blocks": [section()], "submit": plain("x")},
        {"type": "home", "blocks": [table(1, 1)]},
        {"type": "home", "blocks": [field({"type": "file_input", "action_id": "f"})]},
        {"type": "home", "blocks": []},
        {"type": "modal", "blocks": [section()]},
        {"type": "workflow_step", "blocks": [section()]},
        modal(id="V1"),
        modal(blocks=[{"type": "markdown", "text": "x"}]),
    ],
)
def test_a_surface_refuses_what_is_not_for_it(view: Block) -> None:
    assert view_faults(view)


def test_faults_reach_the_app_and_nothing_is_posted(client: WebClient) -> None:
    with pytest.raises(SlackApiError) as caught:
        client.chat_postMessage(channel=OPEN, text="x", blocks=[section("x" * 3001)])
    answer = caught.value.response
    assert answer["error"] == "invalid_blocks"
    [message] = answer["response_metadata"]["messages"]
    assert message.endswith("[json-pointer:/blocks/0/text/text]")
    assert client.conversations_history(channel=OPEN)["messages"] == []


def test_blocks_can_be_asked_about_without_posting(client: WebClient) -> None:
    assert client.api_call("blocks.validate", json={"blocks": [section()]})["ok"]
    for wrong in ({"blocks": [section("")]}, {"view": modal(title=plain(""))}):
        with pytest.raises(SlackApiError, match="invalid_blocks"):
            client.api_call("blocks.validate", json=wrong)


ATOMS = st.none() | st.booleans() | st.integers() | st.text(max_size=3)
_NAMES = (
    "type text elements block_id fields rows options accessory element title action_id value "
    "event_type event_payload files id section actions input rich_text mrkdwn"
)
_KINDS = (
    "section actions input rich_text table card container context header modal home button "
    "static_select radio_buttons mrkdwn plain_text rich_text_list raw_text"
)
NAMES = st.sampled_from(_NAMES.split())
KINDS = st.sampled_from(_KINDS.split())
ANY_JSON = st.recursive(
    ATOMS | KINDS,
    lambda inside: (
        st.lists(inside, max_size=3)
        | st.dictionaries(NAMES, inside, max_size=4)
        | st.builds(
            lambda kind, rest: {**rest, "type": kind}, KINDS, st.dictionaries(NAMES, inside)
        )
    ),
    max_leaves=12,
)


@given(st.sampled_from(["blocks", "attachments", "metadata", "view", "files"]), ANY_JSON)
def test_whatever_an_app_sends_is_answered_not_crashed_on(argument: str, sent: Any) -> None:
    workspace = anytown.workspace()
    method = {"view": "views.publish", "files": "files.completeUploadExternal"}.get(
        argument, "chat.postMessage"
    )
    arguments = {"channel": OPEN, "text": "x", "user_id": anytown.PAT, argument: sent}
    reply = workspace.call(method, arguments, workspace.app.bot_token)
    assert reply.status == 200
    assert reply.body["ok"] or reply.body["error"]
