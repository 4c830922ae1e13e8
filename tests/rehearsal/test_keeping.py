"""A workspace can be kept and put back: everybody sees the same, and life goes on in it."""

import pytest

from bot.rehearsal import AppRegistration, RehearsalClock, Workspace, transcript_html
from bot.rehearsal.keeping.workspace import KeptWorkspace, kept, put_back
from tests.rehearsal import anytown
from tests.rehearsal.anytown import CLOSED, EXTERNAL, OPEN, PAT, SAM, SHARED, actions, button, modal
from tests.rehearsal.test_transcript import LONDON, app_says

BYTES = bytes(range(256))


def lived_in() -> Workspace:
    """A workspace in which something of everything has happened."""
    made = anytown.workspace()
    asked = app_says(made, text="What have we noticed?", blocks=[actions(button())])
    first = made.people.say(PAT, OPEN, "That we *talk* <@U0SAM00001>", thread_ts=asked)
    made.people.edit(PAT, OPEN, first["ts"], "That we talk & listen")
    made.people.react(SAM, OPEN, first["ts"], "eyes")
    gone = made.people.say(SAM, OPEN, "With an answer")
    made.people.say(PAT, OPEN, "The answer", thread_ts=gone["ts"])
    made.people.delete(SAM, OPEN, gone["ts"])
    app_says(made, "chat.postEphemeral", user=SAM, text="May we?", thread_ts=asked)
    made.people.say(PAT, CLOSED, "Papers", files=[made.people.upload(PAT, "scan.bin", BYTES)])
    made.people.say(EXTERNAL, SHARED, "From elsewhere")
    made.people.say(PAT, made.people.open_dm(PAT), "Between us")
    made.people.read(SAM, OPEN)
    home = {"type": "home", "blocks": [actions(button())]}
    called = made.call("views.publish", {"user_id": PAT, "view": home}, made.app.bot_token)
    assert called.body["ok"]
    trigger = made.triggers.issue(SAM)
    opened = {"trigger_id": trigger, "view": modal()}
    assert made.call("views.open", opened, made.app.bot_token).body["ok"]
    made.people.click(PAT, OPEN, asked, "go")
    return made


@pytest.fixture(scope="module")
def before() -> Workspace:
    return lived_in()


def again(workspace: Workspace) -> Workspace:
    """The same, from what is written down of it."""
    values = KeptWorkspace.model_validate_json(kept(workspace).model_dump_json())
    app = AppRegistration.from_manifest(anytown.manifest(), **values.app_ids)
    made = Workspace(RehearsalClock(values.now), app, rates_on=False)
    put_back(made, values)
    return made


@pytest.mark.parametrize("user", [PAT, SAM, EXTERNAL])
def test_everybody_sees_what_they_saw(before: Workspace, user: str) -> None:
    views = [each.view_for(user) for each in (before, again(before))]
    for view in views:
        del view["now"], view["version"]
    assert views[0] == views[1]


def test_all_that_was_said_stands(before: Workspace) -> None:
    after = again(before)
    for channel in before.state.channels:
        assert after.messages(channel) == before.messages(channel)
    first, second = (transcript_html(each, LONDON).splitlines() for each in (before, after))
    assert first[20:] == second[20:]


def test_uploads_keep_their_bytes(before: Workspace) -> None:
    (record,) = again(before).state.files.values()
    assert record.content == BYTES


def test_time_goes_on_from_where_it_was(before: Workspace) -> None:
    after = again(before)
    assert after.clock.now() >= anytown.STARTS_AT
    last = max(ts for found in before.state.messages.values() for ts in found)
    assert after.people.say(PAT, OPEN, "Later")["ts"] > last


def test_threads_go_on_and_the_last_reply_lifts_the_line_it_hung_on(before: Workspace) -> None:
    after = again(before)
    reply = next(each for each in after.messages(OPEN) if each["text"] == "The answer")
    after.people.delete(PAT, OPEN, reply["ts"])
    told = {each["text"] for each in after.messages(OPEN)}
    assert told.isdisjoint({"The answer", "This message was deleted."})


def test_a_modal_that_was_open_can_be_left(before: Workspace) -> None:
    after = again(before)
    (view,) = after.view_for(SAM)["modals"]
    after.people.close_view(SAM, view["id"])
    assert after.view_for(SAM)["modals"] == []


def test_the_app_keeps_its_ids_and_gets_new_secrets(before: Workspace) -> None:
    after = again(before)
    assert after.app.bot_user_id == before.app.bot_user_id
    assert after.app.bot_token != before.app.bot_token
    assert before.app.bot_token not in kept(before).model_dump_json()
