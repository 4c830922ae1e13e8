"""The manifest asks Slack for what the code uses: no more, no less, and in a form Slack takes."""

import ast
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from jsonschema import Draft202012Validator
from slack_bolt import App
from slack_sdk import WebClient

from bot.rehearsal.web_api.table import METHODS
from bot.slack.app import listen
from bot.slack.listeners.answers import Answers
from bot.slack.manifest import EVENTS, SCOPES, manifest
from bot.slack.speech.render import render
from bot.usecases.dots import Dots
from tests.slack.sayings import MAKES, objects

PACKAGE = Path(__file__).parents[2] / "bot"
HTTP = "https://dots.example.org"
Schema = dict[str, Any]


def words(most: int, least: int = 1, pattern: str = "") -> Schema:
    return {"type": "string", "minLength": least, "maxLength": most, "pattern": pattern or "^"}


def closed(required: str = "", **properties: Schema) -> Schema:
    """An object with these properties and no other."""
    return {
        "type": "object",
        "properties": properties,
        "required": required.split(),
        "additionalProperties": False,
    }


def several(item: Schema, most: int) -> Schema:
    return {"type": "array", "items": item, "maxItems": most, "uniqueItems": True}


YES_OR_NO: Schema = {"type": "boolean"}
WHOLE: Schema = {"type": "integer"}
ADDRESS = words(3000, pattern="^https://[^/]+/")
SCOPE = words(100, pattern=r"^[a-z]+(\.[a-z]+)*(:[a-z.]+)*$")
EVENT = words(100, pattern=r"^[a-z_]+(\.[a-z]+)?$")

# The parts of Slack's published schema that we use:
# github.com/slackapi/manifest-schema, schemas/manifest.schema.2.0.0.json
COMMAND = closed(
    "command description",
    command=words(32, pattern="^/"),
    description=words(2000),
    usage_hint=words(1000),
    should_escape=YES_OR_NO,
    url=ADDRESS,
)
SLACKS_RULES = closed(
    "display_information",
    _metadata=closed(major_version=WHOLE, minor_version=WHOLE),
    display_information=closed(
        "name",
        name=words(35),
        description=words(140),
        long_description=words(4000, 175),
        background_color=words(7, pattern="^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"),
    ),
    features=closed(
        app_home=closed(
            home_tab_enabled=YES_OR_NO,
            messages_tab_enabled=YES_OR_NO,
            messages_tab_read_only_enabled=YES_OR_NO,
        ),
        bot_user=closed("display_name", display_name=words(80), always_online=YES_OR_NO),
        slash_commands=several(COMMAND, 50),
    ),
    oauth_config=closed(scopes=closed(bot=several(SCOPE, 255))),
    settings=closed(
        event_subscriptions=closed(request_url=ADDRESS, bot_events=several(EVENT, 100)),
        interactivity=closed("is_enabled", is_enabled=YES_OR_NO, request_url=ADDRESS),
        org_deploy_enabled=YES_OR_NO,
        socket_mode_enabled=YES_OR_NO,
        token_rotation_enabled=YES_OR_NO,
    ),
)


@pytest.mark.parametrize("url", [None, HTTP, f"{HTTP}/", f"{HTTP}/behind/a/path/"])
def test_slack_takes_the_manifest(url: str | None) -> None:
    Draft202012Validator.check_schema(SLACKS_RULES)
    read = json.loads(json.dumps(manifest(url)))
    faults = [each.message for each in Draft202012Validator(SLACKS_RULES).iter_errors(read)]
    assert faults == []


def test_the_rules_refuse_what_slack_refuses() -> None:
    wrong = manifest(HTTP)
    wrong["settings"]["socket_mode"] = True
    wrong["display_information"]["name"] = "D" * 36
    wrong["features"]["slash_commands"][0]["command"] = "dots"
    assert len(list(Draft202012Validator(SLACKS_RULES).iter_errors(wrong))) == 3


def addresses(value: Any) -> Iterator[str]:
    """Every address that Slack would call."""
    for key, each in value.items() if isinstance(value, dict) else enumerate(value):
        if key in ("url", "request_url"):
            yield each
        elif isinstance(each, dict | list):
            yield from addresses(each)


def test_socket_mode_has_no_address_at_all() -> None:
    assert manifest()["settings"]["socket_mode_enabled"] is True
    assert list(addresses(manifest())) == []


def test_http_has_one_address_for_everything() -> None:
    assert manifest(HTTP)["settings"]["socket_mode_enabled"] is False
    assert list(addresses(manifest(HTTP))) == [f"{HTTP}/slack/events"] * 3
    assert manifest(f"{HTTP}/") == manifest(HTTP)


def test_names_in_a_command_come_as_ids() -> None:
    (command,) = manifest()["features"]["slash_commands"]
    assert command["should_escape"] is True


NEEDS: dict[str, set[str]] = {
    "apps_connections_open": set(),
    "auth_test": set(),
    "chat_delete": {"chat:write"},
    "chat_getPermalink": set(),
    "chat_postEphemeral": {"chat:write"},
    "chat_postMessage": {"chat:write"},
    "chat_update": {"chat:write"},
    "conversations_history": {"channels:history", "groups:history", "im:history"},
    "conversations_info": {"channels:read", "groups:read"},
    "conversations_members": {"channels:read", "groups:read"},
    "conversations_open": {"im:write"},
    "conversations_replies": {"channels:history", "groups:history"},
    "files_completeUploadExternal": {"files:write"},
    "files_getUploadURLExternal": {"files:write"},
    "usergroups_users_list": {"usergroups:read"},
    "views_open": set(),
    "views_publish": set(),
    "views_push": set(),
    "views_update": set(),
}
"""What each method needs in public channels, private ones and direct messages, as we use it."""


def called() -> set[str]:
    """Every method of Slack's that is named anywhere in the bot."""
    methods = {
        name for name in vars(WebClient) if "_" in name and callable(getattr(WebClient, name))
    }
    rooms = [path for path in PACKAGE.rglob("*.py") if "rehearsal" not in path.parts]
    assert len(rooms) > 50
    nodes = (node for path in rooms for node in ast.walk(ast.parse(path.read_text("utf-8"))))
    return {node.attr for node in nodes if isinstance(node, ast.Attribute)} & methods


def test_the_scopes_are_those_of_the_methods_that_are_called() -> None:
    assert called() == set(NEEDS)
    needed = {scope for method in called() for scope in NEEDS[method]}
    fetched = {"files:read"}  # of a file's own address, which is no method
    assert set(SCOPES) == needed | fetched | {"commands"}
    assert manifest()["oauth_config"]["scopes"]["bot"] == list(SCOPES)


@pytest.mark.parametrize(("method", "scopes"), NEEDS.items(), ids=NEEDS.keys())
def test_the_rehearsal_asks_for_the_same_scopes(method: str, scopes: set[str]) -> None:
    known = METHODS[method.replace("_", ".")]
    assert scopes <= set(known.scopes)
    assert bool(scopes) == (bool(known.scopes) and known.caller == "bot")


class Register:
    """Stands in the place of an app while listeners are registered, and keeps what they ask for."""

    def __init__(self) -> None:
        self.asked: dict[str, list[str | re.Pattern[str]]] = {}
        app = cast("App", self)
        dots, answers = cast("Dots", None), cast("Answers", None)
        listen(app, dots, answers)

    def __getattr__(self, kind: str) -> Callable[[Any], Callable[[Any], Any]]:
        def ask(what: str | re.Pattern[str]) -> Callable[[Any], Any]:
            self.asked.setdefault(kind, []).append(what)
            return lambda listener: listener

        return ask

    def hears(self, kind: str, name: str) -> bool:
        """True when a listener asks for this name, and not merely for everything."""
        return any(
            name == each if isinstance(each, str) else bool(each.fullmatch(name))
            for each in self.asked[kind]
            if not isinstance(each, re.Pattern) or each.pattern != ".*"
        )


def type_of(event: str) -> str:
    """An event's type as it comes: message.channels comes as message."""
    return event.partition(".")[0]


@pytest.mark.parametrize("event", EVENTS)
def test_every_event_that_is_asked_for_has_a_listener_of_its_own(event: str) -> None:
    assert Register().hears("event", type_of(event))


# Slack's events about channels, groups and the app itself: docs.slack.dev/reference/events
_KINDS = (
    "archive close created deleted history_changed joined left marked open rename shared unarchive "
    "unshared"
)
CANDIDATES = [
    *(f"{place}_{kind}" for place in ("channel", "group") for kind in _KINDS.split()),
    *(["channel_id_changed", "member_joined_channel", "member_left_channel", "app_mention"]),
    *(["app_home_opened", "app_uninstalled", "tokens_revoked", "message", "reaction_added"]),
    *(
        [
            "reaction_removed",
            "subteam_members_changed",
            "team_access_granted",
            "team_access_revoked",
            "user_change",
        ]
    ),
]


def test_every_event_that_is_listened_to_is_asked_for() -> None:
    heard = {name for name in CANDIDATES if Register().hears("event", name)}
    assert heard == {type_of(event) for event in EVENTS}
    named = {each for each in Register().asked["event"] if isinstance(each, str)}
    assert named <= heard


def test_every_command_that_is_offered_has_a_listener_and_the_other_way_round() -> None:
    offered = [each["command"] for each in manifest()["features"]["slash_commands"]]
    assert Register().asked["command"] == offered


@pytest.mark.parametrize("kind", ["event", "action", "view"])
def test_what_nobody_listens_to_is_taken_last_by_somebody(kind: str) -> None:
    last = Register().asked[kind][-1]
    assert isinstance(last, re.Pattern)
    assert last.pattern == ".*"


def test_every_button_and_menu_has_a_listener_of_its_own() -> None:
    shown = [
        each["action_id"]
        for message in (make("x") for make in MAKES)
        for each in objects(render(message)[1])
        if "action_id" in each
    ]
    assert len(set(shown)) > 10
    assert [name for name in shown if not Register().hears("action", name)] == []
