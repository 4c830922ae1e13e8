"""The board's answer is asked for, kept, carried back, and opens the next digest; until then
nobody is asked again."""

from datetime import date, timedelta

import pytest

from bot.content.detectors import detectors_for
from bot.core.digest.signoff import DigestState
from bot.core.digest.since import Answer, BoardAnswer
from bot.core.messages import CallMessage, CarriedMessage
from bot.core.steering.edit import CannotSteerError
from bot.usecases.board import respond
from tests.usecases.anytown import (
    BOARD,
    COORDINATOR,
    COORDINATORS,
    CYCLE,
    ISSUE_AT,
    LATER,
    MEETING_AT,
    NEXT_CYCLE,
    NEXT_DRAFT_AT,
    STRATEGY,
    Town,
)
from tests.usecases.fake_slack import moment

MORNING_AFTER = moment("2027-02-04T09:30")
DID = BoardAnswer(about="", answer=Answer.DID, words="We now meet every month.", owner="The chair")


@pytest.fixture
def published(town: Town) -> Town:
    """A digest stands in the board's channel, and the board has met."""
    town.drafted()
    town.decide(DigestState.APPROVED)
    town.go_to(ISSUE_AT, rounds=20)
    assert town.held().state is DigestState.PUBLISHED
    town.go_to(MORNING_AFTER, rounds=20)
    return town


def items(town: Town) -> tuple[respond.Item, ...]:
    return respond.look(town.store, town.book, CYCLE, COORDINATOR, None).items


def answer(
    town: Town, given: BoardAnswer = DID, who: str = COORDINATOR, channel: str | None = None
) -> respond.Board:
    target = items(town)[0].target
    return respond.answer(
        town.store, town.book, CYCLE, target, given, who, channel, town.detectors_for, town.now
    )


def carry_back(town: Town) -> int:
    return respond.carry_back(town.store, town.book, CYCLE, COORDINATOR, None, town.now)


def carried(town: Town) -> list[CarriedMessage]:
    return [
        s.message for s in town.slack.of(CarriedMessage) if isinstance(s.message, CarriedMessage)
    ]


def test_the_morning_after_the_meeting_both_are_asked_what_the_board_answers(
    published: Town,
) -> None:
    calls = published.slack.of(CallMessage)
    assert {each.channel_id for each in calls} == {BOARD, COORDINATORS}
    may_go_on = {s.channel_id for s in calls if getattr(s.message, "may_go_on", False)}
    assert may_go_on == {COORDINATORS}


def test_before_the_meeting_nobody_is_asked(town: Town) -> None:
    town.drafted()
    town.decide(DigestState.APPROVED)
    town.go_to(MEETING_AT, rounds=20)
    assert town.slack.of(CallMessage) == []


def test_an_answer_goes_back_to_every_channel_that_was_asked(published: Town) -> None:
    about = items(published)[0].about
    assert answer(published).answered == 1
    assert carry_back(published) == 1
    published.go_to(published.now + timedelta(minutes=1))
    (message,) = published.slack.of(CarriedMessage)
    assert message.channel_id == STRATEGY
    (told,) = carried(published)
    assert told.answers == (f"“{about}” We did this. We now meet every month. (The chair)",)


def test_carried_back_twice_it_stands_there_once_and_a_newer_answer_takes_its_place(
    published: Town,
) -> None:
    answer(published)
    carry_back(published)
    carry_back(published)
    published.go_to(published.now + timedelta(minutes=1))
    answer(published, DID.model_copy(update={"answer": Answer.WILL, "by": date(2027, 3, 1)}))
    carry_back(published)
    published.go_to(published.now + timedelta(minutes=1))
    (told,) = carried(published)
    assert "We will do this." in told.answers[0]
    assert "by Monday 1 March 2027" in told.answers[0]


def test_nothing_is_carried_back_before_anything_was_answered(published: Town) -> None:
    with pytest.raises(CannotSteerError, match="nothing to carry back"):
        carry_back(published)


def test_words_that_could_point_at_somebody_are_not_kept(published: Town) -> None:
    published.detectors = detectors_for(published.partnership)
    for words in ("Ring 07700 900123.", "The mother of Kayden came."):
        with pytest.raises(CannotSteerError, match="point at a person"):
            answer(published, DID.model_copy(update={"words": words}))
    assert all(item.answer is None for item in items(published))


def test_somebody_in_the_boards_channel_may_answer_and_somebody_else_may_not(
    published: Town,
) -> None:
    assert answer(published, who="U0BOARDMEM", channel=BOARD).answered == 1
    for channel in (None, STRATEGY):
        with pytest.raises(CannotSteerError, match="recorded by its members"):
            answer(published, who="U0ANNA", channel=channel)
    with pytest.raises(CannotSteerError):
        respond.go_on(published.store, published.book, CYCLE, "U0BOARDMEM", published.now)


def test_a_digest_that_was_not_published_is_not_answered(town: Town) -> None:
    town.drafted()
    with pytest.raises(CannotSteerError, match="no published digest"):
        respond.look(town.store, town.book, CYCLE, COORDINATOR, None)


def test_nobody_is_asked_again_before_the_board_has_answered(published: Town) -> None:
    published.go_to(LATER.due_at)
    assert not any(
        getattr(s.message, "occurrence_id", "") == LATER.id for s in published.slack.said
    )
    assert sum("has not answered the last digest" in note for note in published.notes()) == 1


def test_once_it_has_answered_the_next_cycle_begins(published: Town) -> None:
    answer(published)
    published.ask(LATER)


def test_a_coordinator_can_go_on_without(published: Town) -> None:
    respond.go_on(published.store, published.book, CYCLE, COORDINATOR, published.now)
    published.ask(LATER)


def test_what_it_said_opens_the_next_digest(published: Town) -> None:
    about = [item.about for item in items(published)]
    answer(published)
    published.ask(LATER)
    for number, person in enumerate(("U0ANNA", "U0BRYN", "U0CERI")):
        published.say(person, f"More words, number {number}.", LATER, number=number)
    published.go_to(NEXT_DRAFT_AT, rounds=20)
    last = published.digest(NEXT_CYCLE).last_time
    assert last is not None
    assert [(each.about, each.answer) for each in last.answers] == [(about[0], Answer.DID)]
    assert list(last.unanswered) == about[1:]
