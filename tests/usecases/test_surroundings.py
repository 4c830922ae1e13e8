"""What happens around our messages: prompts deleted, channels lost or moved, a rest."""

from datetime import timedelta

from bot.core.digest.signoff import DigestState
from bot.core.messages import NoteMessage, PromptMessage
from bot.core.outbox import Kind
from bot.usecases.ahead import upcoming_of
from bot.usecases.asking.choose import take_back
from bot.usecases.asking.plan import plan_all
from bot.usecases.ports import NotSentError
from bot.usecases.surroundings import (
    channel_lost,
    channel_moved,
    joined,
    permissions,
    prompt_removed,
)
from tests.usecases.anytown import (
    BOARD,
    COORDINATORS,
    CYCLE,
    ISSUE_AT,
    MEMBERS,
    SECOND,
    STRATEGY,
    Town,
)
from tests.usecases.fake_slack import texts

MINUTE = timedelta(minutes=1)


def test_a_prompt_that_somebody_deleted_is_told_once_and_its_replies_are_kept(town: Town) -> None:
    prompt = town.ask()
    words = town.say("U0ANNA", "Still counts.")
    for _ in range(2):
        prompt_removed(town.store, town.book, prompt.channel_id, prompt.ts, town.now)
    town.go_to(town.now + MINUTE)
    (note,) = town.notes()
    assert "was deleted in #strategy" in note
    assert town.copies() == {(STRATEGY, words.ts): "Still counts."}
    assert len(town.slack.of(PromptMessage)) == 1


def test_other_messages_that_are_deleted_are_no_news(town: Town) -> None:
    town.ask()
    town.tell("A note.")
    town.go_to(town.now + MINUTE)
    (note,) = town.slack.in_channel(COORDINATORS)
    prompt_removed(town.store, town.book, COORDINATORS, note.ts, town.now)
    prompt_removed(town.store, town.book, STRATEGY, "1700000000.000001", town.now)
    town.go_to(town.now + MINUTE)
    assert town.notes() == ["A note."]


def test_a_channel_that_is_lost_is_told_once_until_dots_is_back(town: Town) -> None:
    for hours in (0, 1, 25):
        channel_lost(town.store, town.book, STRATEGY, town.now + timedelta(hours=hours))
    channel_lost(town.store, town.book, "C0OTHER001", town.now)
    town.go_to(town.now + timedelta(hours=26))
    (told,) = town.notes()
    assert "can no longer see #strategy" in told
    joined(town.store, town.book, STRATEGY, town.now)
    town.go_to(town.now + MINUTE)
    assert town.notes() == [f"Settled, nothing more to do: {told}"]
    channel_lost(town.store, town.book, STRATEGY, town.now)
    town.go_to(town.now + MINUTE)
    assert len(town.notes()) == 2


def test_a_lost_channel_of_the_coordinators_is_told_to_each_of_them(town: Town) -> None:
    town.slack.fail("post", NotSentError("not_in_channel", needs_person=True))
    channel_lost(town.store, town.book, COORDINATORS, town.now)
    town.go_to(town.now + MINUTE)
    told = [s for s in town.slack.of(NoteMessage) if s.channel_id.startswith("D")]
    assert len(told) == 2
    assert all("can no longer see #coordinators" in text for text in texts(told))


LACKING = {"files:write": "put the paper of a digest in its thread"}


def test_a_permission_that_is_missing_is_told_once_and_ends_when_it_is_given(town: Town) -> None:
    for hours in range(3):
        permissions(town.store, town.book, LACKING, town.now + timedelta(hours=hours))
    town.go_to(town.now + timedelta(hours=4))
    (told,) = town.notes()
    assert "files:write: put the paper" in told
    with town.store.read() as tx:
        assert upcoming_of(tx, town.partnership, town.now).needs == (told,)
    permissions(town.store, town.book, {}, town.now)
    town.go_to(town.now + MINUTE)
    assert town.notes() == [f"Settled, nothing more to do: {told}"]
    with town.store.read() as tx:
        assert upcoming_of(tx, town.partnership, town.now).needs == ()
    permissions(town.store, town.book, LACKING, town.now)
    town.go_to(town.now + MINUTE)
    assert len(town.notes()) == 2


def test_one_more_permission_that_is_missing_is_told_in_the_place_of_the_first(town: Town) -> None:
    permissions(town.store, town.book, LACKING, town.now)
    town.go_to(town.now + MINUTE)
    permissions(town.store, town.book, LACKING | {"im:write": "write to one person"}, town.now)
    town.go_to(town.now + MINUTE)
    first, second = town.notes()
    assert first.startswith("Settled")
    assert "im:write" in second


def test_where_nothing_is_missing_nothing_is_said(town: Town) -> None:
    permissions(town.store, town.book, {}, town.now)
    town.go_to(town.now + MINUTE)
    assert town.notes() == []


def test_in_a_channel_that_moved_prompts_replies_and_reminders_go_on(town: Town) -> None:
    town.plan_also(SECOND)
    prompt = town.ask()
    before = town.say("U0ANNA", "Before.", number=1)
    channel_moved(town.store, STRATEGY, "C0NEW00001")
    moved = prompt._replace(channel_id="C0NEW00001")
    town.slack.said = [moved if each.ts == prompt.ts else each for each in town.slack.said]
    after = town.say("U0BRYN", "After.", number=2)
    assert set(town.copies()) == {("C0NEW00001", before.ts), ("C0NEW00001", after.ts)}
    assert town.ask(SECOND).channel_id == "C0NEW00001"


def test_a_channel_that_moved_keeps_its_name_in_what_coordinators_are_told(town: Town) -> None:
    channel_moved(town.store, STRATEGY, "C0NEW00001")
    channel_lost(town.store, town.book, "C0NEW00001", town.now)
    town.go_to(town.now)
    (note,) = town.notes()
    assert "#strategy" in note


def test_what_was_approved_keeps_its_words_when_the_channel_moves(town: Town) -> None:
    town.drafted(*MEMBERS[:4])
    town.decide(DigestState.APPROVED)
    channel_moved(town.store, STRATEGY, "C0NEW00001")
    take_back(town.store, town.book, CYCLE, MEMBERS[0], town.now + MINUTE)
    town.go_to(ISSUE_AT)
    assert town.words_in_digest() == {f"Words of person {number}." for number in (1, 2, 3)}


def test_a_board_channel_that_moved_gets_the_digest(town: Town) -> None:
    town.drafted()
    channel_moved(town.store, BOARD, "C0NEWBOARD")
    town.decide(DigestState.APPROVED)
    town.go_to(ISSUE_AT)
    assert {message.target for message in town.outbox(Kind.DIGEST, CYCLE)} == {"C0NEWBOARD"}
    assert town.held().state is DigestState.PUBLISHED


def test_a_partnership_at_rest_is_not_told_that_its_meeting_is_off(town: Town) -> None:
    town.drafted()
    resting = town.partnership.model_copy(update={"live": False})
    book = town.book
    town.book = book.model_copy(update={"partnerships": (resting,)})
    plan_all(town.store, town.book, town.now)
    town.restart()
    town.go_to(town.now + MINUTE)
    assert town.held().state is DigestState.DRAFT
    assert not any("is off" in note for note in town.notes())
