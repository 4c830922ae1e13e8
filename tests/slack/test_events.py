"""Every kind of event that Slack sends, as it comes over HTTP, and what is kept of it."""

import json
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from tests.slack.desk import BOT_ID, BOT_USER, Desk
from tests.usecases.anytown import STRATEGY

TS = "1799141460.000100"
EDITED = {"user": "U0ANNA", "ts": "1799141500.000000"}


def reply(desk: Desk, **changes: Any) -> dict[str, Any]:
    """A member's message in the first prompt's thread."""
    event = {
        "type": "message",
        "channel": STRATEGY,
        "channel_type": "channel",
        "user": "U0ANNA",
        "text": "We could ask sooner.",
        "ts": TS,
        "thread_ts": desk.town.prompt().ts,
        "parent_user_id": BOT_USER,
        "client_msg_id": "x",
    }
    return event | changes


def changed(message: dict[str, Any], **previous: Any) -> dict[str, Any]:
    return {
        "type": "message",
        "subtype": "message_changed",
        "hidden": True,
        "channel": STRATEGY,
        "ts": "1799141501.000000",
        "message": message,
        "previous_message": message | previous,
    }


def deleted(message: dict[str, Any], **changes: Any) -> dict[str, Any]:
    event = {
        "type": "message",
        "subtype": "message_deleted",
        "hidden": True,
        "channel": STRATEGY,
        "ts": "1799141502.000000",
        "deleted_ts": message["ts"],
        "previous_message": message,
    }
    return event | changes


def words(desk: Desk) -> list[str | None]:
    return list(desk.town.copies().values())


def test_a_reply_is_kept_and_rings_the_bell(desk: Desk) -> None:
    assert desk.event(reply(desk)) == 200
    assert desk.town.copies() == {(STRATEGY, TS): "We could ask sooner."}
    assert desk.rings == 1


def test_the_same_event_again_changes_nothing_and_rings_nobody(desk: Desk) -> None:
    desk.event(reply(desk))
    assert desk.event(reply(desk), headers={"X-Slack-Retry-Num": "1"}) == 200
    assert words(desk) == ["We could ask sooner."]
    assert desk.rings == 1


@pytest.mark.parametrize("subtype", ["thread_broadcast", "file_share", "me_message"])
def test_what_people_write_is_kept_however_they_sent_it(desk: Desk, subtype: str) -> None:
    assert desk.event(reply(desk, subtype=subtype)) == 200
    assert words(desk) == ["We could ask sooner."]


NOT_OURS: dict[str, dict[str, Any]] = {
    "outside any thread": {"thread_ts": None},
    "the prompt itself": {"ts": "1800000001.000100"},
    "in somebody else's thread": {"thread_ts": "1700000000.000001"},
    "in another channel": {"channel": "C0OTHER001"},
    "a bot's": {"bot_id": "B0OTHER", "bot_profile": {"id": "B0OTHER"}},
    "our own": {"user": BOT_USER, "bot_id": BOT_ID},
    "our own without a bot id": {"user": BOT_USER},
    "a classic bot's": {"subtype": "bot_message", "user": None, "bot_id": "B0OTHER"},
    "Slackbot's": {"user": "USLACKBOT"},
    "a notice of joining": {"subtype": "channel_join"},
    "a notice of a topic": {"subtype": "channel_topic"},
    "a file without a word": {"subtype": "file_share", "text": "", "files": [{"id": "F1"}]},
    "only blanks": {"text": " \n\t "},
    "without a text": {"text": None},
    "a kind of the future": {"subtype": "hologram"},
}


@pytest.mark.parametrize("changes", NOT_OURS.values(), ids=NOT_OURS.keys())
def test_what_is_no_answer_of_a_person_is_acknowledged_and_not_kept(
    desk: Desk, changes: dict[str, Any]
) -> None:
    event = {key: value for key, value in reply(desk, **changes).items() if value is not None}
    assert desk.event(event) == 200
    assert words(desk) == []


def test_an_edit_replaces_the_words(desk: Desk) -> None:
    desk.event(reply(desk))
    newer = reply(desk, text="We could ask much sooner.", edited=EDITED)
    assert desk.event(changed(newer, text="We could ask sooner.")) == 200
    assert words(desk) == ["We could ask much sooner."]


def test_an_edit_that_comes_first_is_kept_and_the_old_words_are_not(desk: Desk) -> None:
    newer = reply(desk, text="Newer.", edited=EDITED)
    desk.event(changed(newer))
    desk.event(reply(desk, text="Older."))
    assert words(desk) == ["Newer."]


def test_a_link_that_unfurls_changes_nothing(desk: Desk) -> None:
    desk.event(reply(desk, text="See <https://example.org>."))
    unfurled = reply(desk, text="See <https://example.org>.", attachments=[{"title": "Example"}])
    assert desk.event(changed(unfurled)) == 200
    assert words(desk) == ["See https://example.org."]
    assert desk.rings == 1


def test_an_edit_that_leaves_no_word_erases_the_words(desk: Desk) -> None:
    desk.event(reply(desk))
    nothing = reply(desk, subtype="file_share", text="", files=[{"id": "F1"}], edited=EDITED)
    assert desk.event(changed(nothing, text="We could ask sooner.")) == 200
    assert words(desk) == [None]


def test_a_deletion_erases_the_words_at_once(desk: Desk) -> None:
    desk.event(reply(desk))
    assert desk.event(deleted(reply(desk))) == 200
    assert words(desk) == [None]


def test_a_deletion_that_comes_first_wins(desk: Desk) -> None:
    desk.event(deleted(reply(desk)))
    desk.event(reply(desk))
    assert words(desk) == [None]


def test_a_deletion_without_the_deleted_message_still_erases_it(desk: Desk) -> None:
    desk.event(reply(desk))
    event = deleted(reply(desk))
    del event["previous_message"]
    assert desk.event(event) == 200
    assert words(desk) == [None]


def test_a_tombstone_is_a_deletion_in_other_clothes(desk: Desk) -> None:
    desk.event(reply(desk))
    tombstone = reply(desk, subtype="tombstone", user="USLACKBOT", text="This message was deleted.")
    assert desk.event(changed(tombstone, user="U0ANNA", subtype=None)) == 200
    assert words(desk) == [None]


def prompt_message(desk: Desk) -> dict[str, Any]:
    prompt = desk.town.prompt()
    return {"type": "message", "user": BOT_USER, "bot_id": BOT_ID, "text": "?", "ts": prompt.ts}


def told(desk: Desk) -> list[str]:
    desk.town.go_to(desk.town.now + timedelta(minutes=1))
    return desk.town.notes()


def test_coordinators_hear_of_a_prompt_that_was_deleted(desk: Desk) -> None:
    assert desk.event(deleted(prompt_message(desk))) == 200
    assert any("was deleted in #strategy" in note for note in told(desk))


def test_coordinators_hear_of_a_prompt_with_replies_that_was_deleted(desk: Desk) -> None:
    desk.event(reply(desk))
    prompt = prompt_message(desk) | {"thread_ts": desk.town.prompt().ts, "reply_count": 1}
    tombstone = prompt | {"subtype": "tombstone", "user": "USLACKBOT", "hidden": True}
    event = changed(tombstone) | {"previous_message": prompt}
    assert desk.event(event) == 200
    assert any("was deleted in #strategy" in note for note in told(desk))
    assert words(desk) == ["We could ask sooner."]


def test_a_deletion_in_the_channel_that_is_not_ours_is_no_news(desk: Desk) -> None:
    lunch = {"type": "message", "user": "U0ANNA", "text": "Lunch?", "ts": "1700000000.000001"}
    assert desk.event(deleted(lunch)) == 200
    assert told(desk) == []


@pytest.mark.parametrize("kind", ["channel_archive", "group_deleted", "channel_left"])
def test_coordinators_hear_of_a_channel_that_is_lost(desk: Desk, kind: str) -> None:
    assert desk.event({"type": kind, "channel": STRATEGY, "user": "U0ANNA"}) == 200
    assert any("can no longer see #strategy" in note for note in told(desk))


def test_only_our_own_leaving_counts_as_lost(desk: Desk) -> None:
    left = {"type": "member_left_channel", "channel": STRATEGY, "channel_type": "C"}
    assert desk.event(left | {"user": "U0ANNA"}) == 200
    assert told(desk) == []
    assert desk.event(left | {"user": BOT_USER}) == 200
    assert any("can no longer see #strategy" in note for note in told(desk))


def test_a_channel_that_gets_a_new_id_is_followed(desk: Desk) -> None:
    moved = {"type": "channel_id_changed", "old_channel_id": STRATEGY, "new_channel_id": "C0NEW"}
    assert desk.event(moved) == 200
    assert desk.event(reply(desk, channel="C0NEW")) == 200
    assert desk.town.copies() == {("C0NEW", TS): "We could ask sooner."}


@pytest.mark.parametrize(
    "event",
    [
        {"type": "app_uninstalled"},
        {"type": "tokens_revoked", "tokens": {"bot": [BOT_USER]}},
        {"type": "reaction_added", "user": "U0ANNA", "reaction": "eyes", "item": {}},
        {"type": "something_slack_thinks_of_next_year", "anything": [1, {"two": None}]},
    ],
    ids=lambda event: event["type"],
)
def test_every_other_event_is_acknowledged(desk: Desk, event: dict[str, Any]) -> None:
    assert desk.event(event) == 200


def test_the_challenge_of_a_new_address_is_answered(desk: Desk) -> None:
    answer = desk.post('{"type": "url_verification", "challenge": "abc", "token": "x"}')
    assert (answer.status, "abc" in answer.body) == (200, True)


def test_word_that_slack_holds_events_back_is_taken(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    notice = {"type": "app_rate_limited", "team_id": "T0ANYTOWN", "minute_rate_limited": 1518467820}
    assert desk.post(json.dumps(notice)).status == 200
    assert "holds events back" in caplog.text


def break_store(desk: Desk) -> None:
    with desk.town.store.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE replies RENAME TO elsewhere")


def test_what_could_not_be_kept_is_not_acknowledged(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    break_store(desk)
    assert desk.event(reply(desk)) == 500
    assert desk.event(deleted(reply(desk))) == 500
    assert "We could ask sooner" not in caplog.text
    assert "U0ANNA" not in caplog.text


def test_nothing_is_acknowledged_before_we_know_who_we_are(desk: Desk) -> None:
    desk.known.__init__()  # type: ignore[misc]
    assert desk.event(reply(desk)) == 500
    assert desk.request("GET", "/readyz").status == 503


MALFORMED: list[dict[str, Any]] = [
    {"ts": "soon"},
    {"ts": None},
    {"thread_ts": 17},
    {"text": 17},
    {"edited": "yes"},
    {"user": ""},
    {"channel": ""},
]


@pytest.mark.parametrize("changes", MALFORMED, ids=str)
def test_a_malformed_message_is_acknowledged_and_does_no_harm(
    desk: Desk, changes: dict[str, Any]
) -> None:
    assert desk.event(reply(desk, **changes)) == 200
    assert desk.event(changed(reply(desk, **changes))) == 200
    assert desk.event(reply(desk, ts="1799141999.000100", text="Still here.")) == 200
    assert "Still here." in words(desk)


@pytest.mark.parametrize("subtype", ["message_changed", "message_deleted"])
def test_a_change_that_does_not_say_what_changed_is_acknowledged(desk: Desk, subtype: str) -> None:
    assert desk.event({"type": "message", "subtype": subtype, "channel": STRATEGY}) == 200


@pytest.mark.parametrize("body", ["", "{", "[]", '"words"', "null", '{"type": "event_callback"}'])
def test_a_body_that_is_no_event_is_refused_or_ignored_and_the_next_is_heard(
    desk: Desk, body: str
) -> None:
    assert desk.post(body).status in (200, 400, 404, 500)
    assert desk.event(reply(desk)) == 200
    assert words(desk) == ["We could ask sooner."]


def test_a_nul_in_a_message_is_dropped(desk: Desk) -> None:
    assert desk.event(reply(desk, text="a\x00b")) == 200
    assert words(desk) == ["ab"]


def test_half_a_letter_in_a_message_does_not_stop_it(desk: Desk) -> None:
    assert desk.event(reply(desk, text="half \ud83d a letter")) == 200
    (kept,) = words(desk)
    assert kept is not None
    assert kept.startswith("half")


def test_mentions_are_kept_without_anybodys_id(desk: Desk) -> None:
    said = "Ask <@U0BRYN> or <!subteam^S0TEAM|@team> in <#C0OTHER|places> &amp; <!here>"
    desk.event(reply(desk, text=said))
    with desk.town.store.read() as tx:
        kept = tx.execute(text("SELECT text FROM replies")).scalar_one()
    assert kept == "Ask @colleague or @colleague in #places & @here"
