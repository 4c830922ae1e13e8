"""An app that only listens can tell exactly what the workspace holds."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rehearsal import Workspace
from bot.rehearsal.world.post_room import Answer, Delivery
from tests.rehearsal import anytown
from tests.rehearsal.anytown import OPEN, PAT, SAM

# What somebody does next: a deed, who does it, and to which of the messages that are there.
DEEDS = st.tuples(
    st.sampled_from(["say", "reply", "broadcast", "edit", "delete", "admin", "post", "update"]),
    st.sampled_from([PAT, SAM]),
    st.integers(0, 30),
)


def listening() -> tuple[Workspace, list[dict[str, Any]]]:
    """A workspace whose app acknowledges everything at once."""
    workspace = anytown.workspace()
    events: list[dict[str, Any]] = []

    def take(delivery: Delivery) -> None:
        events.append(delivery.payload["event"])
        workspace.post_room.finish(delivery, Answer(acked=True))

    workspace.post_room.attach(take)
    return workspace, events


def act(workspace: Workspace, deed: str, user: str, place: int) -> None:
    """Do one thing, if there is anything to do it to."""
    call, token, people = workspace.call, workspace.app.bot_token, workspace.people
    bot = workspace.app.bot_user_id
    known = [each for each in workspace.messages(OPEN) if each["user"] != "USLACKBOT"]
    theirs = [each["ts"] for each in known if each["user"] == user]
    apps = [each["ts"] for each in known if each["user"] == bot]
    if deed == "say":
        people.say(user, OPEN, f"words {place}")
    elif deed == "post":
        call("chat.postMessage", {"channel": OPEN, "text": f"prompt {place}"}, token)
    elif deed in ("reply", "broadcast") and known:
        parent = known[place % len(known)]["ts"]
        people.say(user, OPEN, f"reply {place}", parent, broadcast=deed == "broadcast")
    elif deed == "edit" and theirs:
        people.edit(user, OPEN, theirs[place % len(theirs)], f"edited {place}")
    elif deed == "delete" and theirs:
        people.delete(user, OPEN, theirs[place % len(theirs)])
    elif deed == "admin" and known:
        people.delete(user, OPEN, known[place % len(known)]["ts"], admin=True)
    elif deed == "update" and apps:
        arguments = {"channel": OPEN, "ts": apps[place % len(apps)], "text": f"updated {place}"}
        call("chat.update", arguments, token)


def retold(events: list[dict[str, Any]]) -> dict[str, tuple[str, str | None]]:
    """Text and thread by ts, from events alone."""
    told: dict[str, tuple[str, str | None]] = {}
    for event in events:
        if event.get("subtype") == "message_deleted":
            del told[event["deleted_ts"]]
        elif event.get("subtype") == "message_changed":
            message = event["message"]
            told[message["ts"]] = (message["text"], message.get("thread_ts"))
        else:
            told[event["ts"]] = (event["text"], event.get("thread_ts"))
    return told


@settings(max_examples=60)
@given(st.lists(DEEDS, max_size=30))
def test_the_events_alone_retell_what_the_channel_holds(
    deeds: list[tuple[str, str, int]],
) -> None:
    workspace, events = listening()
    for deed in deeds:
        act(workspace, *deed)
    held = {each["ts"]: each["text"] for each in workspace.messages(OPEN)}
    told = retold(events)
    assert {ts: text for ts, (text, _) in told.items()} == held


@settings(max_examples=40)
@given(st.lists(DEEDS, max_size=30))
def test_history_and_threads_together_hold_every_message_once(
    deeds: list[tuple[str, str, int]],
) -> None:
    workspace, _ = listening()
    for deed in deeds:
        act(workspace, *deed)
    token = workspace.app.bot_token
    history = workspace.call("conversations.history", {"channel": OPEN}, token).body["messages"]
    found: dict[str, str] = {each["ts"]: each["text"] for each in history}
    for parent in history:
        arguments = {"channel": OPEN, "ts": parent["ts"]}
        thread = workspace.call("conversations.replies", arguments, token).body["messages"]
        if parent["ts"] == thread[0]["ts"]:
            assert len(thread) - 1 == parent.get("reply_count", 0)
        found |= {each["ts"]: each["text"] for each in thread}
    assert found == {each["ts"]: each["text"] for each in workspace.messages(OPEN)}
