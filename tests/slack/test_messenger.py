"""The Messenger over the real client: what goes over the line, and what is found again."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.core.messages import NoteMessage, PaperForm, PaperMessage, ReminderMessage
from bot.slack.messenger import SlackMessenger
from bot.slack.wire.door import web_client
from bot.usecases.ports import InDoubtError, NotSentError, Posted, RefusedError
from tests.core.digest.invented_cycle import GROUPED, invented_digest
from tests.slack.line import RESET, Line, line, says

BOT = "U0DOTSBOT"
CHANNEL, THREAD = "C0STRATEGY", "1799141400.000100"
SINCE = datetime(2027, 1, 5, 9, 30, tzinfo=UTC)
NOTE = NoteMessage(text="A <calm> line.")
OK = says({"ok": True})


def messenger(at: Line) -> SlackMessenger:
    return SlackMessenger(web_client("xoxb-not-a-token", at.url), lambda: BOT)


def field(at: Line, name: str, number: int = 0) -> Any:
    """What a call carried; the SDK sends some of it as JSON inside of a form."""
    value = at.calls[number].fields.get(name)
    return json.loads(value) if isinstance(value, str) and value[:1] in "[{" else value


def ours(ts: str, outbox_id: str = "abc", **more: Any) -> dict[str, Any]:
    metadata = {"event_type": "dots_message", "event_payload": {"outbox_id": outbox_id}}
    return {"ts": ts, "user": BOT, "bot_id": "B0DOTSBOT", "metadata": metadata} | more


def said(ts: str, **more: Any) -> dict[str, Any]:
    return {"ts": ts, "thread_ts": THREAD, "user": "U0ANNA", "text": "We ask sooner."} | more


def listing(*messages: dict[str, Any], cursor: str = "") -> Any:
    return says({"ok": True, "messages": messages, "response_metadata": {"next_cursor": cursor}})


def test_a_post_carries_its_text_its_blocks_and_its_id_and_nothing_unfolds() -> None:
    with line(says({"ok": True, "channel": "D0ANNA", "ts": "1.000001"})) as at:
        posted = messenger(at).post(NOTE, outbox_id="abc", target="U0ANNA", thread_ts=None)
    assert posted == Posted("D0ANNA", "1.000001")
    (call,) = at.calls
    assert call.method == "chat.postMessage"
    assert call.fields["channel"] == "U0ANNA"
    assert call.fields["text"] == "A &lt;calm&gt; line."
    assert field(at, "blocks")[0]["type"] == "section"
    assert field(at, "metadata") == {
        "event_type": "dots_message",
        "event_payload": {"outbox_id": "abc"},
    }
    assert [str(field(at, name)).lower() for name in ("unfurl_links", "unfurl_media")] == [
        "false",
        "false",
    ]
    assert "thread_ts" not in call.fields
    assert "reply_broadcast" not in call.fields


def test_the_reminder_stands_in_the_thread_and_in_the_channel() -> None:
    reminder = ReminderMessage(question="Who else?", closes_on="Tuesday 5 January 2027")
    with line(says({"ok": True, "channel": CHANNEL, "ts": "1.000001"})) as at:
        messenger(at).post(reminder, outbox_id="abc", target=CHANNEL, thread_ts=THREAD)
    assert field(at, "thread_ts") == THREAD
    assert str(field(at, "reply_broadcast")).lower() in ("true", "1")


def test_a_post_is_found_in_its_channel_over_several_pages() -> None:
    first = listing(ours("3.000000"), said("2.900000"), cursor="more")
    last = listing(ours("2.000000"), ours("1.000000", "another"), ours("2.000000"))
    with line(first, last) as at:
        found = messenger(at).find("abc", target=CHANNEL, thread_ts=None, since=SINCE)
    assert found == [Posted(CHANNEL, "2.000000"), Posted(CHANNEL, "3.000000")]
    assert [call.method for call in at.calls] == ["conversations.history"] * 2
    assert field(at, "oldest") == f"{SINCE.timestamp():.6f}"
    assert str(field(at, "include_all_metadata")).lower() in ("true", "1")
    assert "cursor" not in at.calls[0].fields
    assert field(at, "cursor", 1) == "more"


def test_the_earliest_comes_first_however_many_digits_a_time_has() -> None:
    with line(listing(ours("10.000000"), ours("9.000000"))) as at:
        found = messenger(at).find("abc", target=CHANNEL, thread_ts=None, since=SINCE)
    assert [each.ts for each in found] == ["9.000000", "10.000000"]


def test_a_post_in_a_thread_is_looked_for_there() -> None:
    with line(listing(ours("3.000000", thread_ts=THREAD))) as at:
        found = messenger(at).find("abc", target=CHANNEL, thread_ts=THREAD, since=SINCE)
    assert found == [Posted(CHANNEL, "3.000000")]
    assert [call.method for call in at.calls] == ["conversations.replies"]
    assert field(at, "ts") == THREAD


@pytest.mark.parametrize("person", ["U0ANNA", "W0ANNA"])
def test_a_private_line_is_looked_for_in_the_persons_own_conversation(person: str) -> None:
    opened = says({"ok": True, "channel": {"id": "D0ANNA"}})
    with line(opened, listing(ours("3.000000"))) as at:
        found = messenger(at).find("abc", target=person, thread_ts=None, since=SINCE)
    assert found == [Posted("D0ANNA", "3.000000")]
    assert [call.method for call in at.calls] == ["conversations.open", "conversations.history"]
    assert field(at, "users") == person
    assert field(at, "channel", 1) == "D0ANNA"


@pytest.mark.parametrize(
    "metadata",
    [
        None,
        {},
        {"event_type": "dots_message"},
        {"event_type": "dots_message", "event_payload": None},
        {"event_type": "another_apps", "event_payload": {"outbox_id": "abc"}},
    ],
    ids=str,
)
def test_what_does_not_carry_the_id_is_not_ours(metadata: object) -> None:
    with line(listing(said("3.000000", metadata=metadata))) as at:
        found = messenger(at).find("abc", target=CHANNEL, thread_ts=None, since=SINCE)
    assert found == []


def test_a_page_that_cannot_be_read_is_not_taken_for_an_empty_one() -> None:
    with line(listing(cursor="more"), RESET) as at, pytest.raises(InDoubtError):
        messenger(at).find("abc", target=CHANNEL, thread_ts=None, since=SINCE)


def test_a_change_replaces_text_and_blocks_together() -> None:
    with line(OK) as at:
        messenger(at).update(NOTE, channel_id=CHANNEL, ts="1.000001")
    (call,) = at.calls
    assert (call.method, field(at, "channel"), field(at, "ts")) == (
        "chat.update",
        CHANNEL,
        "1.000001",
    )
    assert call.fields["text"] == "A &lt;calm&gt; line."
    assert field(at, "blocks")[0]["type"] == "section"


def test_a_removal_names_the_message() -> None:
    with line(OK) as at:
        messenger(at).delete(channel_id=CHANNEL, ts="1.000001")
    assert at.calls[0].method == "chat.delete"
    assert (field(at, "channel"), field(at, "ts")) == (CHANNEL, "1.000001")


def test_removing_what_is_gone_already_is_no_failure() -> None:
    with line(says({"ok": False, "error": "message_not_found"})) as at:
        messenger(at).delete(channel_id=CHANNEL, ts="1.000001")
    assert len(at.calls) == 1


def test_a_removal_that_slack_does_not_allow_is_one() -> None:
    with (
        line(says({"ok": False, "error": "cant_delete_message"})) as at,
        pytest.raises(RefusedError, match="cant_delete_message"),
    ):
        messenger(at).delete(channel_id=CHANNEL, ts="1.000001")


def test_a_whisper_is_for_one_person_in_one_thread() -> None:
    with line(OK) as at:
        messenger(at).whisper(NOTE, channel_id=CHANNEL, user_id="U0ANNA", thread_ts=THREAD)
    (call,) = at.calls
    assert call.method == "chat.postEphemeral"
    assert (field(at, "channel"), field(at, "user"), field(at, "thread_ts")) == (
        CHANNEL,
        "U0ANNA",
        THREAD,
    )
    assert call.fields["text"] == "A &lt;calm&gt; line."


def test_a_thread_gives_what_people_said_and_skips_everything_else() -> None:
    first = listing(
        ours(THREAD, thread_ts=THREAD),
        said("1799141460.000100"),
        said("1799141461.000100", bot_id="B0OTHER", user="U0OTHERBOT"),
        said("1799141462.000100", user=BOT),
        cursor="more",
    )
    last = listing(
        said("1799141463.000100", subtype="channel_join"),
        said("1799141464.000100", user="USLACKBOT"),
        said("1799141465.000100", subtype="file_share", text=""),
        said(
            "1799141466.000100",
            user="U0BRYN",
            text="a &amp; <@U0ANNA>",
            edited={"ts": "1799141470.000000"},
        ),
    )
    with line(first, last) as at:
        heard = messenger(at).thread(CHANNEL, THREAD)
    assert [(each.user_id, each.text, each.edited_ts) for each in heard] == [
        ("U0ANNA", "We ask sooner.", ""),
        ("U0BRYN", "a & @colleague", "1799141470.000000"),
    ]
    assert {(each.channel_id, each.thread_ts) for each in heard} == {(CHANNEL, THREAD)}
    assert [call.method for call in at.calls] == ["conversations.replies"] * 2


def test_too_many_calls_while_reading_a_thread_say_how_long_to_wait() -> None:
    slow = says({"ok": False, "error": "ratelimited"}, "429 Too Many Requests", Retry_After="9")
    with line(listing(cursor="more"), slow) as at, pytest.raises(NotSentError) as caught:
        messenger(at).thread(CHANNEL, THREAD)
    assert caught.value.retry_after == 9


PICTURE = PaperMessage(
    digest=invented_digest(grouping=GROUPED),
    form=PaperForm.PICTURE,
    title="Where the dots join",
    file_name="where-the-dots-join-2027-02-03.png",
    alt="“words” joins two principles.",
)


def test_a_file_is_handed_over_with_its_size_and_its_description() -> None:
    with line(OK) as at:
        at.script[:] = [address(at), OK]
        assert messenger(at).upload(PICTURE) == "F0PAPER"
    asked, poured = at.calls
    assert asked.method == "files.getUploadURLExternal"
    assert asked.fields["filename"] == PICTURE.file_name
    assert asked.fields["alt_txt"] == PICTURE.alt
    assert poured.method == "upload"
    assert int(asked.fields["length"]) == poured.fields["length"] > 10_000


def address(at: Line) -> Any:
    return says({"ok": True, "upload_url": f"{at.url}upload", "file_id": "F0PAPER"})


@pytest.mark.parametrize(
    "trouble",
    [RESET, says({"ok": False, "error": "internal_error"}), says({}, "500 Internal Server Error")],
)
def test_an_address_that_may_have_been_given_is_simply_asked_for_again(trouble: Any) -> None:
    with line(trouble) as at, pytest.raises(NotSentError):
        messenger(at).upload(PICTURE)


@pytest.mark.parametrize(
    "trouble", [RESET, says({}, "500 Internal Server Error"), says({}, "403 Forbidden")]
)
def test_bytes_that_were_not_taken_may_be_handed_over_again(trouble: Any) -> None:
    with line(trouble) as at:
        at.script[:] = [address(at), trouble]
        with pytest.raises(NotSentError):
            messenger(at).upload(PICTURE)


def test_bytes_go_to_no_address_but_one_of_the_web() -> None:
    odd = says({"ok": True, "upload_url": "file:///etc/passwd", "file_id": "F0PAPER"})
    with line(odd) as at, pytest.raises(NotSentError, match="no address"):
        messenger(at).upload(PICTURE)


def test_a_file_is_shown_in_a_thread_under_its_title() -> None:
    with line(OK) as at:
        messenger(at).share("F0PAPER", PICTURE, target=CHANNEL, thread_ts=THREAD)
    (call,) = at.calls
    assert call.method == "files.completeUploadExternal"
    assert field(at, "files") == [{"id": "F0PAPER", "title": PICTURE.title}]
    assert (call.fields["channel_id"], call.fields["thread_ts"]) == (CHANNEL, THREAD)


def test_a_file_is_found_by_its_id_in_its_thread_and_needs_no_more_permission() -> None:
    shown = said("2.000001", user=BOT, files=[{"id": "F0PAPER"}])
    with line(listing(said("1.000001"), shown, said("3.000001", files=[{"id": "F0OTHER"}]))) as at:
        found = messenger(at).find_file("F0PAPER", target=CHANNEL, thread_ts=THREAD, since=SINCE)
    assert found == [Posted(CHANNEL, "2.000001")]
    assert [call.method for call in at.calls] == ["conversations.replies"]
