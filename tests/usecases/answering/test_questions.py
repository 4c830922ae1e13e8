"""A coordinator asks the author of a reply, and is answered, without learning who that is."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.core.guard.finding import Detector
from bot.core.messages import AnsweredMessage, NoteMessage, QuestionMessage
from bot.store import audit
from bot.usecases.answering.question import question_for
from bot.usecases.ports import RefusedError
from tests.usecases.answering.privately import (
    PHONE,
    answered,
    asked,
    kept,
    notices,
    question,
    send,
    take_back,
)
from tests.usecases.anytown import COORDINATOR, COORDINATORS, OTHER_COORDINATOR, OUTSIDER, Town

ANNA, BRYN = "U0ANNA", "U0BRYN"
MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def replied(town: Town) -> None:
    town.ask()
    send(town, ANNA, "The words of the reply.")


def replies_to_coordinators(town: Town) -> list[AnsweredMessage]:
    found = [each for each in town.slack.of(AnsweredMessage) if each.channel_id == COORDINATORS]
    return [each.message for each in found if isinstance(each.message, AnsweredMessage)]


def test_it_is_asked_and_answered_and_nobody_learns_who(town: Town) -> None:
    assert asked(town, "What would help?") == "asked"
    town.go_to(town.now + MINUTE)
    assert answered(town, ANNA, "More time.") == "kept"
    town.go_to(town.now + timedelta(days=1))
    (reply,) = replies_to_coordinators(town)
    assert (reply.words, "What would help?" in reply.intro) == ("More time.", True)
    seen = [each for each in town.slack.said if each.channel_id == COORDINATORS]
    assert "ANNA" not in str(seen)


def test_a_private_answer_goes_with_the_next_mornings_post(town: Town) -> None:
    asked(town, "What would help?")
    town.go_to(town.now + MINUTE)
    answered(town, ANNA, "More time.")
    town.go_to(town.now + timedelta(hours=8))
    assert replies_to_coordinators(town) == []
    town.go_to(town.now.replace(hour=9, minute=30) + timedelta(days=1))
    assert len(replies_to_coordinators(town)) == 1


def test_a_message_to_a_private_author_leads_nobody_to_the_reply(town: Town) -> None:
    """Slack keeps direct messages, and an owner of the workspace may export them."""
    asked(town, "What would help?")
    town.go_to(town.now + MINUTE)
    said = question(town, ANNA)
    told = said.model_dump_json()
    with town.store.read() as tx:
        (row,) = tx.execute(text("SELECT id, reply_id, text FROM questions")).all()
    for secret in ("The words of the reply.", *row, kept(town)[0].id, kept(town)[0].author):
        assert str(secret) not in told


def test_who_replied_in_the_thread_is_asked_in_words_and_answers_at_once(town: Town) -> None:
    words = town.say(BRYN, "In the thread.")
    asked(town, "Which decision was it?", f"{words.channel_id}/{words.ts}")
    town.go_to(town.now + MINUTE)
    assert question(town, BRYN).asked == "Which decision was it?"
    answered(town, BRYN, "The one on evenings.")
    town.go_to(town.now + MINUTE)
    assert [each.words for each in replies_to_coordinators(town)] == ["The one on evenings."]


def test_a_form_is_taken_once_and_every_question_is_on_the_record(town: Town) -> None:
    for _ in range(2):
        asked(town, "Once?", form="V1")
    asked(town, "And?", form="V2", who=OTHER_COORDINATOR)
    with town.store.read() as tx:
        record = audit.entries(tx, "anytown")
    assert [(each.who, each.did, each.reason) for each in record] == [
        (COORDINATOR, "ask-author", "Once?"),
        (OTHER_COORDINATOR, "ask-author", "And?"),
    ]
    town.go_to(town.now + MINUTE)
    assert len(town.slack.of(QuestionMessage)) == 2


@pytest.mark.parametrize("who", [OUTSIDER, ANNA])
def test_only_coordinators_ask(town: Town, who: str) -> None:
    assert asked(town, "Who are you?", who=who) == "not-yours"
    town.go_to(town.now + MINUTE)
    assert town.slack.of(QuestionMessage) == []


def test_nobody_else_can_open_or_answer_it(town: Town) -> None:
    asked(town, "What would help?")
    town.go_to(town.now + MINUTE)
    name = question(town, ANNA).name
    for other in (BRYN, COORDINATOR):
        assert isinstance(question_for(town.store, town.book, name, other), str)


def test_it_is_answered_once(town: Town) -> None:
    asked(town, "What would help?")
    town.go_to(town.now + MINUTE)
    assert answered(town, ANNA, "More time.") == "kept"
    line = question_for(town.store, town.book, question(town, ANNA).name, ANNA)
    assert "You have answered this" in str(line)


def test_an_answer_is_looked_at_as_a_reply_is(town: Town) -> None:
    town.detectors[Detector.IDENTIFIER] = notices(PHONE)
    asked(town, "Whom could we ring?")
    town.go_to(town.now + MINUTE)
    assert answered(town, ANNA, PHONE) == "noticed"
    assert answered(town, ANNA, PHONE, insists=True) == "kept"


def test_about_a_reply_that_was_taken_back_nothing_is_asked_or_sent(town: Town) -> None:
    reply_id = kept(town)[0].reply_id
    asked(town, "Before it went?", reply_id)
    take_back(town, ANNA)
    assert asked(town, "After it went?", reply_id, form="V2") == "gone"
    town.go_to(town.now + MINUTE)
    assert town.slack.of(QuestionMessage) == []


def test_where_a_direct_message_is_refused_it_is_shown_in_the_channel_to_its_reader(
    town: Town,
) -> None:
    town.slack.close(ANNA, RefusedError("cannot_dm_bot"))
    asked(town, "What would help?")
    town.go_to(town.now + MINUTE)
    assert question(town, ANNA).name
    with town.store.read() as tx:
        rows = tx.execute(text("SELECT * FROM outbox")).all()
    assert ANNA not in str([tuple(row) for row in rows])


def test_no_note_says_more_than_that_somebody_cannot_be_reached(town: Town) -> None:
    for members in town.slack.people.values():
        members.remove(ANNA)
    asked(town, "Still here?")
    town.go_to(town.now + MINUTE)
    notes = [each.message for each in town.slack.of(NoteMessage)]
    assert "ANNA" not in json.dumps([str(each) for each in notes])
    assert any("cannot be reached" in str(each) for each in notes)
