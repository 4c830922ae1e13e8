"""A private author is found at the moment something leaves for them, and what is kept of it says
neither who they are nor where or when it reached them."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.core.answering.authors import author_key
from bot.core.digest.signoff import DigestState
from bot.core.messages import QuestionMessage
from bot.core.outbox import LEASE, SECOND_LOOK, OutboxState
from bot.store.answering import keys
from bot.usecases.ports import InDoubtError, NotSentError
from tests.usecases.answering.privately import asked, kept, send
from tests.usecases.anytown import CYCLE, ISSUE_AT, MEMBERS, STRATEGY, Town

ANNA = "U0ANNA"


def write_to(town: Town, user_id: str) -> None:
    """A coordinator's question waits in the outbox for the author this member is."""
    with town.store.read() as tx:
        key = keys.key_of(tx, CYCLE) or b""
    author = author_key(key, user_id)
    (theirs,) = (each for each in kept(town) if each.author == author)
    assert asked(town, "What would help?", theirs.reply_id) == "asked"


def row(town: Town) -> dict[str, object]:
    with town.store.read() as tx:
        found = tx.execute(text("SELECT * FROM outbox WHERE kind = 'question'")).one()
        return dict(found._mapping)


@pytest.fixture(autouse=True)
def answered(town: Town) -> None:
    """Anna answered in the thread and privately."""
    town.answered_by(ANNA)
    send(town, ANNA, "Privately.")


def test_it_reaches_the_author_and_keeps_no_trace_of_where_or_when(town: Town) -> None:
    write_to(town, ANNA)
    town.go_to(town.now + timedelta(seconds=2))
    lines = [each for each in town.slack.of(QuestionMessage) if each.outbox_id == row(town)["id"]]
    assert [each.channel_id for each in lines] == ["D0ANNA"]
    kept = row(town)
    assert kept["state"] == OutboxState.SENT
    for name in ("channel_id", "ts", "sent_at", "sending_at", "claimed_at", "retry_at", "note"):
        assert kept[name] is None, name


def test_a_crash_between_sending_and_saving_is_looked_up_with_the_author_found_again(
    town: Town,
) -> None:
    write_to(town, ANNA)
    town.slack.fail("post", InDoubtError("connection lost"), arrives=True)
    town.go_to(town.now + timedelta(seconds=2))
    assert row(town)["state"] == OutboxState.SENDING
    town.restart()
    town.go_to(town.now + LEASE + timedelta(seconds=1))
    assert row(town)["state"] == OutboxState.SENT
    assert row(town)["channel_id"] is None
    assert sum(each.outbox_id == row(town)["id"] for each in town.slack.said) == 1


def test_what_was_never_sent_is_sent_after_two_looks(town: Town) -> None:
    write_to(town, ANNA)
    town.slack.fail("post", InDoubtError("connection lost"))
    town.go_to(town.now + timedelta(seconds=2))
    for wait in (LEASE, SECOND_LOOK, SECOND_LOOK):
        town.go_to(town.now + wait + timedelta(seconds=1))
    assert row(town)["state"] == OutboxState.SENT


def test_who_left_the_channel_cannot_be_reached_and_loses_nothing(town: Town) -> None:
    town.slack.people[STRATEGY].remove(ANNA)
    write_to(town, ANNA)
    town.go_to(town.now + timedelta(seconds=2))
    assert row(town)["state"] == OutboxState.FAILED
    told = " ".join(town.notes())
    assert "cannot be reached" in told
    assert "nothing is lost" in told
    assert [each.text for each in kept(town)] == ["Privately."]


def test_a_channel_that_cannot_be_read_now_is_asked_again_later(town: Town) -> None:
    write_to(town, ANNA)
    town.slack.fail("members", NotSentError("ratelimited", retry_after=5), InDoubtError("lost"))
    town.go_to(town.now + timedelta(seconds=2))
    assert row(town)["state"] == OutboxState.PENDING
    for _ in range(3):
        town.go_to(town.now + timedelta(minutes=1))
    assert row(town)["state"] == OutboxState.SENT


def test_members_are_asked_for_once_in_a_while_only(town: Town) -> None:
    write_to(town, ANNA)
    town.go_to(town.now + timedelta(seconds=2))
    asked = town.slack.calls.count("members")
    assert asked == 1


def test_once_the_digest_is_issued_no_record_of_a_line_to_an_author_is_left(town: Town) -> None:
    for user_id in MEMBERS[1:3]:
        send(town, user_id, "Also.")
    write_to(town, ANNA)
    town.to_draft()
    town.decide(DigestState.APPROVED)
    town.go_to(ISSUE_AT, rounds=20)
    with town.store.read() as tx:
        assert tx.execute(text("SELECT * FROM outbox WHERE target LIKE 'author:%'")).all() == []


def test_a_line_that_waits_when_the_key_goes_is_not_sent(town: Town) -> None:
    write_to(town, ANNA)
    with town.store.write() as tx:
        keys.erase_keys(tx, [CYCLE])
    town.go_to(town.now + timedelta(seconds=2))
    assert row(town)["state"] == OutboxState.CANCELLED
    assert town.slack.of(QuestionMessage) == []
    assert "cannot be reached" not in " ".join(town.notes())
