"""Buttons, modals, the App Home and slash commands, as members and as outsiders."""

from collections.abc import Callable
from typing import Any

import pytest
from slack_bolt import App
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.webhook import WebhookClient

from bot.rehearsal import PersonRefusalError, RehearsalServer, Workspace
from tests.rehearsal.anytown import (
    EXTERNAL,
    OPEN,
    PAT,
    SAM,
    SHARED,
    Ear,
    actions,
    button,
    client_of,
    eventually,
    modal,
    plain,
)

SECTORS = [{"text": plain(name.title()), "value": name} for name in ("police", "health")]
SELECT = {"type": "static_select", "action_id": "sector", "options": SECTORS}

Ack = Callable[..., None]


def last_modal(workspace: Workspace, user: str) -> dict[str, Any]:
    view: dict[str, Any] = workspace.view_for(user)["modals"][-1]
    return view


def notes_of(workspace: Workspace, user: str) -> list[str]:
    channels = workspace.view_for(user)["channels"]
    return [note["text"] for channel in channels for note in channel["ephemerals"]]


def post_button(client: WebClient, channel: str = OPEN) -> str:
    rows = [actions(button(value="yes"), SELECT)]
    ts: str = client.chat_postMessage(channel=channel, text="Press", blocks=rows)["ts"]
    return ts


def open_form(
    workspace: Workspace, client: WebClient, app: App, view: dict[str, Any], action_id: str = "go"
) -> str:
    """Press a button that opens a modal; its id."""

    @app.action(action_id)
    def on_go(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        client.views_open(trigger_id=body["trigger_id"], view=view)
        ack()

    rows = [actions(button(action_id))]
    ts = client.chat_postMessage(channel=OPEN, text="Press", blocks=rows)["ts"]
    assert workspace.people.click(PAT, OPEN, ts, action_id).answer.result(30).acked
    view_id: str = last_modal(workspace, PAT)["id"]
    return view_id


def test_a_press_carries_where_it_was_and_what_is_chosen(
    workspace: Workspace, client: WebClient, listening: App, ear: Ear
) -> None:
    listening.action("sector")(lambda ack: ack())
    listening.action("go")(lambda ack: ack())
    ts = post_button(client)
    workspace.people.click(PAT, OPEN, ts, "sector", entered="health").answer.result(30)
    workspace.people.click(PAT, OPEN, ts, "go").answer.result(30)
    chosen, pressed = (body for body in ear.heard if body["type"] == "block_actions")
    assert chosen["actions"][0]["selected_option"]["value"] == "health"
    assert pressed["actions"][0]["value"] == "yes"
    assert pressed["container"] == {
        "type": "message",
        "message_ts": ts,
        "channel_id": OPEN,
        "is_ephemeral": False,
    }
    assert pressed["message"]["ts"] == ts
    state = pressed["state"]["values"]["row"]["sector"]["selected_option"]["value"]
    assert state == "health"
    assert (pressed["user"]["id"], pressed["team"]["id"]) == (PAT, workspace.team.id)


def test_a_private_line_is_pressed_and_replaced_through_its_response_url(
    workspace: Workspace, client: WebClient, listening: App, ear: Ear
) -> None:
    @listening.action("go")
    def on_go(ack: Ack, respond: Callable[..., object]) -> None:
        ack()
        respond("Noted", replace_original=True)

    rows = [actions(button())]
    ts = client.chat_postEphemeral(channel=OPEN, user=PAT, text="Press", blocks=rows)["message_ts"]
    workspace.people.click(PAT, OPEN, ts, "go").answer.result(30)
    assert notes_of(workspace, PAT) == ["Noted"]
    [pressed] = [body for body in ear.heard if body["type"] == "block_actions"]
    assert pressed["container"]["is_ephemeral"] is True
    assert "message" not in pressed
    with pytest.raises(PersonRefusalError, match="no longer here"):
        workspace.people.click(SAM, OPEN, ts, "go")


def test_a_response_url_serves_five_times(workspace: Workspace, listening: App, ear: Ear) -> None:
    listening.command("/dots")(lambda ack: ack())
    workspace.people.slash(PAT, OPEN, "/dots").answer.result(30)
    answer = WebhookClient(ear.heard[-1]["response_url"])
    said = [answer.send(text=f"{number}").status_code for number in range(6)]
    assert said == [200, 200, 200, 200, 200, 404]
    assert notes_of(workspace, PAT) == ["0", "1", "2", "3", "4"]


def test_an_answer_may_delete_what_was_pressed_or_speak_to_all(
    workspace: Workspace, client: WebClient, listening: App, ear: Ear
) -> None:
    listening.action("go")(lambda ack: ack())
    ts = post_button(client)
    workspace.people.click(PAT, OPEN, ts, "go").answer.result(30)
    answer = WebhookClient(ear.heard[-1]["response_url"])
    assert answer.send(text="To all", response_type="in_channel").status_code == 200
    assert answer.send(delete_original=True).status_code == 200
    assert answer.send(delete_original=True).status_code == 400
    assert [each["text"] for each in workspace.messages(OPEN)] == ["To all"]
    assert answer.send(text="x", blocks=[{"type": "nonsense"}]).status_code == 400


def test_a_message_that_was_pressed_is_replaced_for_all(
    workspace: Workspace, client: WebClient, listening: App, ear: Ear
) -> None:
    listening.action("go")(lambda ack, respond: (ack(), respond("Done", replace_original=True)))
    ts = post_button(client)
    workspace.people.click(PAT, OPEN, ts, "go").answer.result(30)
    assert eventually(lambda: ear.events(subtype="message_changed"))
    [message] = workspace.messages(OPEN)
    assert (message["ts"], message["text"], "blocks" in message) == (ts, "Done", False)


def test_a_modal_goes_round_with_errors_then_closes(
    workspace: Workspace, client: WebClient, listening: App, ear: Ear
) -> None:
    @listening.view("form")
    def on_form(ack: Ack, view: dict[str, Any]) -> None:
        words = view["state"]["values"]["said"]["words"]["value"]
        if words == "not this":
            ack(response_action="errors", errors={"said": "Please say more."})
        else:
            ack()

    view = modal(private_metadata="o-1")
    view_id = open_form(workspace, client, listening, view)
    people = workspace.people
    assert people.submit_view(PAT, view_id).errors.keys() == {"said"}
    assert not people.submit_view(PAT, view_id, {"words": "ab"}).checked
    refused = people.submit_view(PAT, view_id, {"words": "not this"})
    assert (refused.result, refused.errors) == ("errors", {"said": "Please say more."})
    entry = {"type": "plain_text_input", "value": "better words"}
    assert people.submit_view(PAT, view_id, {"said": {"words": entry}}).result == "closed"
    assert workspace.view_for(PAT)["modals"] == []
    sent = [body["view"] for body in ear.heard if body["type"] == "view_submission"]
    assert len(sent) == 2
    assert {each["private_metadata"] for each in sent} == {"o-1"}


def test_a_modal_is_updated_stacked_and_cleared(
    workspace: Workspace, client: WebClient, listening: App
) -> None:
    answers: list[dict[str, Any]] = [
        {"response_action": "update", "view": modal(title=plain("Second"))},
        {"response_action": "push", "view": modal(title=plain("Third"))},
        {"response_action": "clear"},
    ]
    steps = iter(answers)
    listening.view("form")(lambda ack: ack(**next(steps)))
    view_id = open_form(workspace, client, listening, modal())
    people = workspace.people
    assert people.submit_view(PAT, view_id, {"words": "kept words"}).result == "updated"
    updated = last_modal(workspace, PAT)
    assert (updated["id"], updated["title"]["text"]) == (view_id, "Second")
    assert updated["state"]["values"]["said"]["words"]["value"] == "kept words"
    assert people.submit_view(PAT, view_id).result == "pushed"
    pushed = last_modal(workspace, PAT)
    assert (pushed["root_view_id"], pushed["previous_view_id"]) == (view_id, view_id)
    assert people.submit_view(PAT, pushed["id"], {"words": "enough"}).result == "cleared"
    assert workspace.view_for(PAT)["modals"] == []


def test_errors_for_what_is_no_input_are_trouble_for_the_person(
    workspace: Workspace, client: WebClient, listening: App
) -> None:
    listening.view("form")(lambda ack: ack(response_action="errors", errors={"elsewhere": "No"}))
    view_id = open_form(workspace, client, listening, modal())
    assert workspace.people.submit_view(PAT, view_id, {"words": "words"}).result == "refused"
    assert workspace.view_for(PAT)["notices"]


def test_leaving_a_modal_is_told_only_when_asked_for(
    workspace: Workspace, client: WebClient, listening: App, ear: Ear
) -> None:
    listening.view_closed("form")(lambda ack: ack())
    quiet = open_form(workspace, client, listening, modal())
    workspace.people.close_view(PAT, quiet)
    loud = open_form(workspace, client, listening, modal(notify_on_close=True), "loud")
    workspace.people.close_view(PAT, loud, whole_stack=True)
    assert workspace.idle()
    [closed] = [body for body in ear.heard if body["type"] == "view_closed"]
    assert (closed["view"]["id"], closed["is_cleared"]) == (loud, True)


def test_a_trigger_opens_one_modal_and_not_for_long(
    workspace: Workspace, client: WebClient, listening: App, ear: Ear
) -> None:
    workspace.triggers.lives_s = 30
    listening.action("go")(lambda ack: ack())
    ts = post_button(client)
    for _ in range(2):
        workspace.people.click(PAT, OPEN, ts, "go").answer.result(30)
    early, late = (body["trigger_id"] for body in ear.heard if "trigger_id" in body)
    client.views_open(trigger_id=early, view=modal())

    def error_of(trigger: str) -> str:
        with pytest.raises(SlackApiError) as caught:
            client.views_open(trigger_id=trigger, view=modal())
        error: str = caught.value.response["error"]
        return error

    assert error_of(early) == "exchanged_trigger_id"
    assert error_of("1.2.abc") == "invalid_trigger_id"
    workspace.triggers.lives_s = 0
    assert error_of(late) == "expired_trigger_id"


def test_a_stale_hash_is_a_conflict(
    workspace: Workspace, client: WebClient, listening: App
) -> None:
    view_id = open_form(workspace, client, listening, modal())
    stale = last_modal(workspace, PAT)["hash"]
    client.views_update(view_id=view_id, hash=stale, view=modal(title=plain("Newer")))
    with pytest.raises(SlackApiError, match="hash_conflict"):
        client.views_update(view_id=view_id, hash=stale, view=modal())
    with pytest.raises(SlackApiError, match="not_found"):
        client.views_update(view_id="V0NOWHERE1", view=modal())


def test_a_stack_holds_three(workspace: Workspace, client: WebClient, listening: App) -> None:
    pressable = modal(blocks=[actions(button("more"))])
    del pressable["submit"]
    outcomes: list[str] = []

    @listening.action("more")
    def on_more(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        ack()
        try:
            client.views_push(trigger_id=body["trigger_id"], view=pressable)
            outcomes.append("ok")
        except SlackApiError as refusal:
            outcomes.append(refusal.response["error"])

    open_form(workspace, client, listening, pressable)
    for _ in range(3):
        top = last_modal(workspace, PAT)["id"]
        workspace.people.click_view(PAT, top, "more").answer.result(30)
        assert workspace.idle()
    assert eventually(lambda: len(outcomes) == 3)
    assert outcomes == ["ok", "ok", "push_limit_reached"]


def test_the_app_home_is_published_for_one_person_and_can_be_pressed(
    workspace: Workspace, client: WebClient, listening: App, ear: Ear
) -> None:
    listening.action("go")(lambda ack: ack())
    workspace.people.open_home(PAT)
    assert workspace.idle()
    [opened] = ear.events("app_home_opened")
    assert (opened["user"], opened["tab"]) == (PAT, "home")
    home = {"type": "home", "blocks": [actions(button())]}
    first = client.views_publish(user_id=PAT, view=home)["view"]
    again = client.views_publish(user_id=PAT, view=home, hash=first["hash"])["view"]
    assert first["id"] == again["id"]
    assert workspace.view_for(SAM)["home"] is None
    workspace.people.click_view(PAT, first["id"], "go").answer.result(30)
    pressed = ear.heard[-1]
    assert pressed["container"] == {"type": "view", "view_id": first["id"]}
    assert "response_url" not in pressed


def test_what_a_command_answers_is_seen_by_who_typed_it(
    workspace: Workspace, listening: App, ear: Ear
) -> None:
    listening.command("/dots")(lambda ack: ack("Here is the plan"))
    workspace.people.slash(PAT, OPEN, "/dots", f"skip <@{SAM}>").answer.result(30)
    assert notes_of(workspace, PAT) == ["Here is the plan"]
    assert notes_of(workspace, SAM) == []
    command = ear.heard[-1]
    assert command["text"] == f"skip <@{SAM}|sam.example>"
    assert (command["user_id"], command["channel_id"]) == (PAT, OPEN)


def test_an_app_that_does_not_answer_is_told_to_the_person(
    workspace: Workspace, client: WebClient
) -> None:
    ts = post_button(client)
    assert not workspace.people.click(PAT, OPEN, ts, "go").answer.result(30).acked
    assert not workspace.people.slash(PAT, OPEN, "/dots").answer.result(30).acked
    assert len(workspace.view_for(PAT)["notices"]) == 2
    assert workspace.journal.lost == 2


def test_an_outsider_may_press_and_fill_in_but_not_command_nor_open_home(
    workspace: Workspace, client: WebClient, listening: App, ear: Ear
) -> None:
    @listening.action("go")
    def on_go(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        ack()
        client.views_open(trigger_id=body["trigger_id"], view=modal())

    listening.view("form")(lambda ack: ack())
    ts = post_button(client, SHARED)
    workspace.people.click(EXTERNAL, SHARED, ts, "go").answer.result(30)
    assert eventually(lambda: workspace.view_for(EXTERNAL)["modals"])
    view = last_modal(workspace, EXTERNAL)
    assert workspace.people.submit_view(EXTERNAL, view["id"], {"words": "from outside"})
    sent = ear.heard[-1]
    assert sent["user"]["team_id"] == sent["view"]["team_id"] == "T0ELSEWHER"
    assert sent["view"]["app_installed_team_id"] == workspace.team.id
    for attempt in (
        lambda: workspace.people.slash(EXTERNAL, SHARED, "/dots"),
        lambda: workspace.people.open_home(EXTERNAL),
    ):
        with pytest.raises(PersonRefusalError, match="another organisation"):
            attempt()
    with pytest.raises(SlackApiError, match="user_not_found"):
        client.views_publish(user_id=EXTERNAL, view={"type": "home", "blocks": []})
    assert "home" not in workspace.view_for(EXTERNAL)


def test_an_unknown_command_or_button_reaches_nobody(
    workspace: Workspace, hasty_server: RehearsalServer
) -> None:
    ts = post_button(client_of(hasty_server))
    with pytest.raises(PersonRefusalError, match="not a valid command"):
        workspace.people.slash(PAT, OPEN, "/other")
    with pytest.raises(PersonRefusalError, match="no such button"):
        workspace.people.click(PAT, OPEN, ts, "absent")
    assert workspace.idle()
    assert {each.kind for each in workspace.journal.attempts()} == {"events_api"}


def open_fields(
    workspace: Workspace, client: WebClient, app: App, *elements: dict[str, Any]
) -> str:
    """A modal with these inputs, each in a block named as its action; all may be left out."""
    blocks = [
        {
            "type": "input",
            "optional": True,
            "block_id": each["action_id"],
            "label": plain("Label"),
            "element": each,
        }
        for each in elements
    ]
    return open_form(workspace, client, app, modal(blocks=blocks))


@pytest.mark.parametrize(
    ("element", "entered", "problem"),
    [
        ({"type": "number_input", "is_decimal_allowed": False}, "many", "Please enter a number."),
        ({"type": "number_input", "is_decimal_allowed": False}, "NaN", "Please enter a number."),
        (
            {"type": "number_input", "is_decimal_allowed": False},
            "2.5",
            "Please enter a whole number.",
        ),
        (
            {"type": "number_input", "is_decimal_allowed": True, "min_value": "3"},
            "2.5",
            "Please enter 3 or more.",
        ),
        (
            {"type": "number_input", "is_decimal_allowed": True, "max_value": "3"},
            "3.5",
            "Please enter 3 or less.",
        ),
        ({"type": "email_text_input"}, "pat at example", "Please enter an email address."),
        ({"type": "url_text_input"}, "example.org", "Please enter a URL that begins with http."),
        (
            {"type": "plain_text_input", "min_length": 3},
            "hm",
            "Please use at least 3 characters.",
        ),
        (
            {"type": "multi_users_select", "max_selected_items": 1},
            {"selected_users": [PAT, SAM]},
            "Please choose at most 1.",
        ),
    ],
)
def test_slacks_client_refuses_what_an_input_does_not_take(
    workspace: Workspace,
    client: WebClient,
    listening: App,
    element: dict[str, Any],
    entered: Any,
    problem: str,
) -> None:
    view_id = open_fields(workspace, client, listening, {**element, "action_id": "it"})
    answer = workspace.people.submit_view(PAT, view_id, {"it": {"it": entered}})
    assert (answer.result, answer.checked) == ("errors", False)
    assert answer.errors == {"it": problem}


@pytest.mark.parametrize(
    ("element", "entered", "entry"),
    [
        ({"type": "number_input", "is_decimal_allowed": True}, "2.5", {"value": "2.5"}),
        ({"type": "email_text_input"}, "pat@example.org", {"value": "pat@example.org"}),
        ({"type": "url_text_input"}, "https://example.org", {"value": "https://example.org"}),
        ({"type": "multi_users_select"}, None, {"selected_users": []}),
        (
            {"type": "multi_channels_select"},
            {"selected_channels": [OPEN]},
            {"selected_channels": [OPEN]},
        ),
        ({"type": "rich_text_input"}, None, {"rich_text_value": None}),
        ({"type": "file_input"}, None, {"files": []}),
    ],
)
def test_a_form_tells_what_was_entered_as_slack_does(
    workspace: Workspace,
    client: WebClient,
    listening: App,
    element: dict[str, Any],
    entered: Any,
    entry: dict[str, Any],
) -> None:
    heard: list[dict[str, Any]] = []

    @listening.view("form")
    def on_form(ack: Ack, view: dict[str, Any]) -> None:
        ack()
        heard.append(view["state"]["values"]["it"]["it"])

    view_id = open_fields(workspace, client, listening, {**element, "action_id": "it"})
    values = {"it": {"it": entered}} if entered is not None else {}
    assert workspace.people.submit_view(PAT, view_id, values).result == "closed"
    assert heard == [{"type": element["type"], **entry}]


def test_a_file_that_somebody_chose_reaches_the_app_whole(
    workspace: Workspace, client: WebClient, listening: App
) -> None:
    heard: list[dict[str, Any]] = []

    @listening.view("form")
    def on_form(ack: Ack, view: dict[str, Any]) -> None:
        ack()
        heard.extend(view["state"]["values"]["it"]["it"]["files"])

    view_id = open_fields(
        workspace, client, listening, {"type": "file_input", "action_id": "it", "max_files": 1}
    )
    file_ids = [workspace.people.upload(PAT, f"{n}.txt", b"words") for n in (1, 2)]
    chosen: dict[str, Any] = {"it": {"it": {"files": file_ids}}}
    assert workspace.people.submit_view(PAT, view_id, chosen).errors == {
        "it": "Please choose at most 1."
    }
    chosen = {"it": {"it": {"files": [{"id": file_ids[0], "name": "1.txt"}]}}}
    assert workspace.people.submit_view(PAT, view_id, chosen).result == "closed"
    assert [(each["id"], each["name"], each["size"]) for each in heard] == [
        (file_ids[0], "1.txt", 5)
    ]
    assert client.files_info(file=file_ids[0])["file"]["user"] == PAT


def test_buttons_inside_cards_and_containers_can_be_pressed(
    workspace: Workspace, client: WebClient, listening: App, ear: Ear
) -> None:
    card = {"type": "card", "title": plain("A card"), "actions": [button("in-card")]}
    inside = {"type": "container", "title": plain("More"), "child_blocks": [actions(button("in"))]}
    useful = {
        "type": "feedback_buttons",
        "action_id": "useful",
        "positive_button": {"text": plain("Yes"), "value": "yes"},
        "negative_button": {"text": plain("No"), "value": "no"},
    }
    blocks: list[dict[str, Any]] = [
        {"type": "carousel", "elements": [card]},
        inside,
        {"type": "context_actions", "elements": [useful]},
    ]
    for action_id in ("in-card", "in", "useful"):
        listening.action(action_id)(lambda ack: ack())
    ts = client.chat_postMessage(channel=OPEN, text="Press", blocks=blocks)["ts"]
    workspace.people.click(PAT, OPEN, ts, "in-card").answer.result(30)
    workspace.people.click(PAT, OPEN, ts, "in").answer.result(30)
    workspace.people.click(PAT, OPEN, ts, "useful", value="no").answer.result(30)
    acted = [body["actions"][0] for body in ear.heard if body["type"] == "block_actions"]
    assert [each["action_id"] for each in acted] == ["in-card", "in", "useful"]
    assert acted[2]["value"] == "no"
