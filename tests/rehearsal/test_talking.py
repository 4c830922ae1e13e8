"""What people and the app say reaches the other as Slack brings it."""

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.rehearsal import PersonRefusalError, Workspace
from tests.rehearsal.anytown import (
    CLOSED,
    ELSEWHERE,
    EXTERNAL,
    OPEN,
    PAT,
    SAM,
    SHARED,
    Ear,
    eventually,
)

METADATA = {"event_type": "prompt", "event_payload": {"outbox_id": "o-1"}}


def refused(error: str, call: object, **arguments: object) -> SlackApiError:
    with pytest.raises(SlackApiError) as caught:
        call(**arguments)  # type: ignore[operator]
    assert caught.value.response["error"] == error
    return caught.value


def test_a_post_is_found_again_by_its_metadata(client: WebClient) -> None:
    posted = client.chat_postMessage(channel=OPEN, text="Hello", metadata=METADATA)
    found = client.conversations_history(channel=OPEN, include_all_metadata=True)["messages"]
    assert [(each["ts"], each["metadata"]) for each in found] == [(posted["ts"], METADATA)]


def test_without_the_flag_only_the_type_of_metadata_is_told(client: WebClient) -> None:
    client.chat_postMessage(channel=OPEN, text="Hello", metadata=METADATA)
    found = client.conversations_history(channel=OPEN)["messages"]
    assert found[0]["metadata"] == {"event_type": "prompt"}


@pytest.mark.usefixtures("listening")
def test_a_reply_names_the_author_of_its_parent(
    workspace: Workspace, client: WebClient, ear: Ear
) -> None:
    parent = client.chat_postMessage(channel=OPEN, text="A question")["ts"]
    workspace.people.say(PAT, OPEN, "An answer & a <half> thought", parent)
    assert workspace.idle()
    [reply] = [event for event in ear.events(subtype=None) if event["user"] == PAT]
    assert reply["thread_ts"] == parent
    assert reply["parent_user_id"] == workspace.app.bot_user_id
    assert reply["text"] == "An answer &amp; a &lt;half&gt; thought"
    leaf = reply["blocks"][0]["elements"][0]["elements"][0]
    assert leaf == {"type": "text", "text": "An answer & a <half> thought"}
    assert reply["channel_type"] == "channel"
    assert reply["client_msg_id"]


@pytest.mark.usefixtures("listening")
def test_the_app_hears_of_its_own_posts(client: WebClient, ear: Ear) -> None:
    ts = client.chat_postMessage(channel=OPEN, text="Hello")["ts"]
    assert eventually(lambda: bool(ear.events()))
    [event] = ear.events()
    assert (event["ts"], event["bot_id"]) == (ts, event["bot_profile"]["id"])


@pytest.mark.usefixtures("listening")
def test_a_growing_thread_changes_its_parent_without_an_edit(
    workspace: Workspace, ear: Ear
) -> None:
    parent = workspace.people.say(PAT, OPEN, "One")["ts"]
    workspace.people.say(SAM, OPEN, "Two", parent)
    assert workspace.idle()
    [grown] = ear.events(subtype="message_changed")
    assert grown["message"]["reply_count"] == 1
    assert "edited" not in grown["message"]
    assert grown["message"]["text"] == grown["previous_message"]["text"]


@pytest.mark.usefixtures("listening")
def test_an_edit_shows_both_texts_and_who_edited(workspace: Workspace, ear: Ear) -> None:
    ts = workspace.people.say(PAT, OPEN, "Before")["ts"]
    workspace.people.edit(PAT, OPEN, ts, "After")
    assert workspace.idle()
    [event] = ear.events(subtype="message_changed")
    assert event["hidden"] is True
    assert (event["message"]["text"], event["previous_message"]["text"]) == ("After", "Before")
    assert event["message"]["edited"]["user"] == PAT
    assert event["message"]["ts"] == ts != event["ts"]


@pytest.mark.usefixtures("listening")
def test_an_update_by_the_app_is_no_edit(client: WebClient, ear: Ear) -> None:
    ts = client.chat_postMessage(channel=OPEN, text="Before")["ts"]
    client.chat_update(channel=OPEN, ts=ts, text="After")
    assert eventually(lambda: bool(ear.events(subtype="message_changed")))
    assert "edited" not in ear.events(subtype="message_changed")[0]["message"]


def test_an_update_with_words_only_takes_the_blocks_away(client: WebClient) -> None:
    blocks = [{"type": "divider"}]
    ts = client.chat_postMessage(channel=OPEN, text="Before", blocks=blocks)["ts"]
    client.chat_update(channel=OPEN, ts=ts, text="After")
    [found] = client.conversations_history(channel=OPEN)["messages"]
    assert (found["text"], found.get("blocks")) == ("After", None)


@pytest.mark.usefixtures("listening")
def test_a_deleted_message_is_told_with_what_it_said(workspace: Workspace, ear: Ear) -> None:
    ts = workspace.people.say(PAT, OPEN, "Never mind")["ts"]
    workspace.people.delete(PAT, OPEN, ts)
    assert workspace.idle()
    [event] = ear.events(subtype="message_deleted")
    assert (event["deleted_ts"], event["previous_message"]["text"]) == (ts, "Never mind")
    assert workspace.messages(OPEN) == []


@pytest.mark.usefixtures("listening")
def test_a_deleted_parent_leaves_a_tombstone_until_its_last_reply_goes(
    workspace: Workspace, client: WebClient, ear: Ear
) -> None:
    parent = client.chat_postMessage(channel=OPEN, text="A question")["ts"]
    reply = workspace.people.say(PAT, OPEN, "An answer", parent)["ts"]
    workspace.people.delete(PAT, OPEN, parent, admin=True)
    assert workspace.idle()
    tombstone = ear.events(subtype="message_changed")[-1]["message"]
    assert (tombstone["subtype"], tombstone["user"]) == ("tombstone", "USLACKBOT")
    thread = client.conversations_replies(channel=OPEN, ts=parent)["messages"]
    assert [each["ts"] for each in thread] == [parent, reply]
    workspace.people.delete(PAT, OPEN, reply)
    refused("thread_not_found", client.conversations_replies, channel=OPEN, ts=parent)


@pytest.mark.usefixtures("listening")
def test_a_broadcast_reply_is_in_the_channel_and_the_thread(
    workspace: Workspace, client: WebClient, ear: Ear
) -> None:
    parent = client.chat_postMessage(channel=OPEN, text="A question")["ts"]
    quiet = workspace.people.say(PAT, OPEN, "Only here", parent)["ts"]
    loud = workspace.people.say(SAM, OPEN, "For all", parent, broadcast=True)["ts"]
    shown = [each["ts"] for each in client.conversations_history(channel=OPEN)["messages"]]
    assert shown == [loud, parent]
    thread = client.conversations_replies(channel=OPEN, ts=parent)["messages"]
    assert [each["ts"] for each in thread] == [parent, quiet, loud]
    assert workspace.idle()
    [event] = ear.events(subtype="thread_broadcast")
    assert event["root"]["ts"] == parent


@pytest.mark.usefixtures("listening")
def test_a_mention_is_told_as_message_and_as_mention(workspace: Workspace, ear: Ear) -> None:
    said = workspace.people.say(PAT, OPEN, f"Thank you <@{workspace.app.bot_user_id}>")
    assert workspace.idle()
    assert [each["ts"] for each in ear.events("app_mention")] == [said["ts"]]
    assert [each["ts"] for each in ear.events("message")] == [said["ts"]]
    assert len({body["event_id"] for body in ear.heard}) == 2


def test_what_people_type_arrives_as_slack_writes_it(workspace: Workspace) -> None:
    said = workspace.people.say(PAT, OPEN, "@channel see https://example.org :seedling:")
    assert said["text"] == "<!channel> see <https://example.org> :seedling:"
    kinds = [each["type"] for each in said["blocks"][0]["elements"][0]["elements"]]
    assert kinds == ["broadcast", "text", "link", "text", "emoji"]


@pytest.mark.usefixtures("listening")
def test_reactions_come_and_go(workspace: Workspace, client: WebClient, ear: Ear) -> None:
    ts = client.chat_postMessage(channel=OPEN, text="Hello")["ts"]
    workspace.people.react(PAT, OPEN, ts, "seedling")
    assert client.reactions_get(channel=OPEN, timestamp=ts)["message"]["reactions"] == [
        {"name": "seedling", "users": [PAT], "count": 1}
    ]
    workspace.people.unreact(PAT, OPEN, ts, "seedling")
    assert workspace.idle()
    [added], [removed] = ear.events("reaction_added"), ear.events("reaction_removed")
    assert added["item"] == removed["item"] == {"type": "message", "channel": OPEN, "ts": ts}
    client.reactions_add(channel=OPEN, timestamp=ts, name="eyes")
    refused("already_reacted", client.reactions_add, channel=OPEN, timestamp=ts, name="eyes")


def test_history_comes_in_pages_that_new_messages_do_not_shift(
    workspace: Workspace, client: WebClient
) -> None:
    sent = [workspace.people.say(PAT, OPEN, f"{number}")["ts"] for number in range(5)]
    first = client.conversations_history(channel=OPEN, limit=2)
    workspace.people.say(PAT, OPEN, "meanwhile")
    cursor = first["response_metadata"]["next_cursor"]
    second = client.conversations_history(channel=OPEN, limit=2, cursor=cursor)
    seen = [each["ts"] for page in (first, second) for each in page["messages"]]
    assert seen == sent[:0:-1]
    since = client.conversations_history(channel=OPEN, oldest=sent[0], latest=sent[2])
    assert [each["ts"] for each in since["messages"]] == [sent[1]]
    bounds = {"oldest": sent[0], "latest": sent[2], "inclusive": True}
    assert len(client.conversations_history(channel=OPEN, **bounds)["messages"]) == 3


def test_a_permalink_leads_to_the_message(client: WebClient) -> None:
    ts = client.chat_postMessage(channel=OPEN, text="Hello")["ts"]
    link = client.chat_getPermalink(channel=OPEN, message_ts=ts)["permalink"]
    assert link.endswith(f"/archives/{OPEN}/p{ts.replace('.', '')}")


@pytest.mark.parametrize(
    ("error", "arguments"),
    [
        ("channel_not_found", {"channel": "C0NOWHERE1", "text": "x"}),
        ("not_in_channel", {"channel": ELSEWHERE, "text": "x"}),
        ("no_text", {"channel": OPEN}),
        ("msg_too_long", {"channel": OPEN, "text": "x" * 40_001}),
        ("thread_not_found", {"channel": OPEN, "text": "x", "thread_ts": "1.000100"}),
        ("invalid_metadata_format", {"channel": OPEN, "text": "x", "metadata": {"a": 1}}),
        ("cannot_dm_bot", {"channel": "USLACKBOT", "text": "x"}),
        ("invalid_blocks_format", {"channel": OPEN, "blocks": "{"}),
    ],
)
def test_a_post_is_refused_by_slacks_name_for_the_reason(
    client: WebClient, error: str, arguments: dict[str, object]
) -> None:
    refused(error, client.api_call, api_method="chat.postMessage", json=arguments)
    assert client.conversations_history(channel=OPEN)["messages"] == []


def test_metadata_that_nests_is_refused(client: WebClient) -> None:
    deep = {"event_type": "prompt", "event_payload": {"a": {"b": {"c": "d"}}}}
    refused(
        "invalid_metadata_schema", client.chat_postMessage, channel=OPEN, text="x", metadata=deep
    )


def test_nobody_posts_in_an_archived_channel(workspace: Workspace, client: WebClient) -> None:
    workspace.admin.archive(OPEN)
    refused("is_archived", client.chat_postMessage, channel=OPEN, text="x")
    with pytest.raises(PersonRefusalError, match="archived"):
        workspace.people.say(PAT, OPEN, "x")


def test_the_app_changes_and_deletes_only_its_own(workspace: Workspace, client: WebClient) -> None:
    ts = workspace.people.say(PAT, OPEN, "Mine")["ts"]
    refused("cant_update_message", client.chat_update, channel=OPEN, ts=ts, text="x")
    refused("cant_delete_message", client.chat_delete, channel=OPEN, ts=ts)
    refused("message_not_found", client.chat_delete, channel=OPEN, ts="1.000100")
    own = client.chat_postMessage(channel=OPEN, text="Own")["ts"]
    client.chat_delete(channel=OPEN, ts=own)
    assert [each["ts"] for each in workspace.messages(OPEN)] == [ts]


def test_people_post_only_where_they_are_and_change_only_their_own(workspace: Workspace) -> None:
    with pytest.raises(PersonRefusalError, match="not a member"):
        workspace.people.say(SAM, CLOSED, "x")
    ts = workspace.people.say(PAT, OPEN, "Mine")["ts"]
    with pytest.raises(PersonRefusalError, match="author"):
        workspace.people.edit(SAM, OPEN, ts, "Theirs")
    with pytest.raises(PersonRefusalError, match="author"):
        workspace.people.delete(SAM, OPEN, ts)
    with pytest.raises(PersonRefusalError, match="too long"):
        workspace.people.say(PAT, OPEN, "x" * 40_001)


def test_a_private_channel_without_the_app_is_not_there_for_it(
    workspace: Workspace, client: WebClient
) -> None:
    assert client.conversations_info(channel=CLOSED)["channel"]["is_private"] is True
    workspace.people.leave(workspace.app.bot_user_id, CLOSED)
    refused("channel_not_found", client.conversations_info, channel=CLOSED)
    refused("channel_not_found", client.chat_postMessage, channel=CLOSED, text="x")


def test_an_ephemeral_message_is_seen_by_one_person_and_kept_nowhere(
    workspace: Workspace, client: WebClient
) -> None:
    client.chat_postEphemeral(channel=OPEN, user=PAT, text="Only you")
    notes = {
        user: [
            note["text"]
            for channel in workspace.view_for(user)["channels"]
            for note in channel["ephemerals"]
        ]
        for user in (PAT, SAM)
    }
    assert notes == {PAT: ["Only you"], SAM: []}
    assert client.conversations_history(channel=OPEN)["messages"] == []
    refused("user_not_in_channel", client.chat_postEphemeral, channel=OPEN, user=EXTERNAL, text="x")


def test_a_person_sees_their_own_channels_and_what_is_unread(
    workspace: Workspace, client: WebClient
) -> None:
    client.chat_postMessage(channel=SAM, text="For Sam alone")
    workspace.people.say(PAT, OPEN, "For all")
    seen = {channel["id"]: channel for channel in workspace.view_for(SAM)["channels"]}
    assert seen[OPEN]["unread"] == 1
    assert CLOSED not in seen
    assert [each["text"] for each in seen[workspace.people.open_dm(SAM)]["messages"]] == [
        "For Sam alone"
    ]
    assert "For Sam alone" not in str(workspace.view_for(PAT))
    workspace.people.read(SAM, OPEN)
    assert workspace.view_for(SAM)["channels"][0]["unread"] == 0


@pytest.mark.usefixtures("listening")
def test_someone_from_another_organisation_is_told_apart(
    workspace: Workspace, client: WebClient, ear: Ear
) -> None:
    workspace.people.say(EXTERNAL, SHARED, "From outside")
    assert workspace.idle()
    [body] = ear.heard
    assert body["is_ext_shared_channel"] is True
    assert body["authorizations"][0]["team_id"] == workspace.team.id
    assert body["event"]["user_team"] == "T0ELSEWHER"
    who = client.users_info(user=EXTERNAL)["user"]
    assert (who["team_id"], who["is_stranger"]) == ("T0ELSEWHER", True)
    listed = [each["id"] for each in client.users_list()["members"]]
    assert EXTERNAL not in listed
    assert EXTERNAL in client.conversations_members(channel=SHARED)["members"]


def test_a_file_is_shared_in_three_steps_and_found_by_its_id(client: WebClient) -> None:
    uploaded = client.files_upload_v2(
        channel=OPEN, filename="digest.pdf", content="%PDF", title="Digest"
    )
    file_id = uploaded["files"][0]["id"]
    [shared] = client.files_info(file=file_id)["file"]["shares"]["public"][OPEN]
    [message] = client.conversations_history(channel=OPEN)["messages"]
    assert (message["ts"], message["files"][0]["id"]) == (shared["ts"], file_id)


@pytest.mark.usefixtures("listening")
def test_members_who_come_and_go_are_told(workspace: Workspace, ear: Ear) -> None:
    bot = workspace.app.bot_user_id
    with pytest.raises(PersonRefusalError, match="private"):
        workspace.people.join(SAM, CLOSED)
    workspace.people.join(bot, ELSEWHERE, inviter=PAT)
    workspace.people.join(SAM, ELSEWHERE)
    workspace.people.leave(SAM, ELSEWHERE)
    assert workspace.idle()
    assert [each["user"] for each in ear.events("member_joined_channel")] == [bot, SAM]
    assert [each["user"] for each in ear.events("member_left_channel")] == [SAM]


@pytest.mark.usefixtures("listening")
def test_what_administrators_change_is_told(
    workspace: Workspace, client: WebClient, ear: Ear
) -> None:
    workspace.admin.rename(OPEN, "wide-open")
    workspace.admin.change_person(SAM, role_title="Matron")
    workspace.admin.share(OPEN, "T0ELSEWHER")
    workspace.admin.archive(CLOSED)
    workspace.admin.change_id(SHARED, "C0NEWID001")
    workspace.admin.uninstall()
    assert workspace.idle()
    told = [body["event"]["type"] for body in ear.heard]
    wanted = (
        "app_uninstalled channel_id_changed channel_rename channel_shared group_archive "
        "tokens_revoked user_change"
    )
    assert " ".join(sorted(told)) == wanted
    refused("account_inactive", client.auth_test)
