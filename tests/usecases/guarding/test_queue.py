"""What waits for coordinators: who sees it, who releases it, and what is kept of that."""

from datetime import timedelta

import pytest

from bot.core.digest.signoff import DigestState
from bot.core.guard.finding import Detector
from bot.core.guard.held import HeldState
from bot.core.replies import Choice
from bot.store import audit
from bot.store.audit import Entry
from bot.usecases.asking.choose import choose_quoting
from bot.usecases.guarding.queue import queue_for, words_of
from tests.usecases.answering.privately import PHONE, asked, kept, notices, send, take_back
from tests.usecases.anytown import (
    COORDINATOR,
    CYCLE,
    ISSUE_AT,
    MEMBERS,
    OTHER_COORDINATOR,
    OUTSIDER,
    Found,
    Town,
    board,
    partnership,
)
from tests.usecases.guarding.watched import (
    CONCERN,
    MINUTE,
    alerts,
    before_coordinators,
    known,
    release_it,
    said,
    subject,
    watch,
)

ANNA, BRYN, CATO, DORA = MEMBERS[:4]
TEXT = f"You could ring {PHONE} about it."
NEXT_MORNING = timedelta(days=1)


@pytest.fixture(autouse=True)
def watched(request: pytest.FixtureRequest) -> None:
    """The usual town is watched; a test that finds its own has that one watched."""
    if "town" in request.fixturenames:
        town: Town = request.getfixturevalue("town")
        watch(town)
        town.ask()


def queue(town: Town, who: str = COORDINATOR) -> list[str] | None:
    waiting = queue_for(town.store, town.book, "anytown", who, town.now)
    return None if waiting is None else ["\n".join(each.lines) for each in waiting]


def test_the_queue_says_kind_and_since_when_the_oldest_first(town: Town) -> None:
    said(town, ANNA, TEXT)
    town.go_to(town.now + timedelta(days=2))
    said(town, BRYN, f"{'Words. ' * 30}{PHONE}", 1)
    first, second = queue(town) or []
    assert "since Tuesday 5 January 2027" in first
    assert "since Thursday 7 January 2027" in second
    assert "Near the end: It looks like a telephone number." in second.replace(
        "it looks", "It looks"
    )


@pytest.mark.parametrize("who", [OUTSIDER, ANNA])
def test_nobody_else_sees_or_releases_anything(town: Town, who: str) -> None:
    words = said(town, ANNA, TEXT)
    assert queue(town, who) is None
    assert words_of(town.store, town.book, subject(words), who, town.now) is None
    assert release_it(town, subject(words), who).outcome == "not-yours"
    assert known(town, subject(words)).state is HeldState.HELD


def test_released_with_a_reason_it_may_be_used_and_the_record_says_who_and_why(town: Town) -> None:
    for number, user_id in enumerate((BRYN, CATO, DORA)):
        said(town, user_id, f"Words {number}.", number)
    words = said(town, ANNA, TEXT, 9)
    town.to_draft()
    assert town.digest().made.held_back == 1
    assert release_it(town, subject(words)).outcome == "released"
    town.go_to(town.now + MINUTE)
    assert town.digest().made.held_back == 0
    (shown,) = before_coordinators(town)
    assert "A published helpline." in (shown.settled or "")
    assert shown.decided_by == COORDINATOR
    with town.store.read() as tx:
        record = audit.entries(tx, "anytown")
    assert record == [
        Entry(
            record[0].at, "anytown", COORDINATOR, "release", subject(words), "A published helpline."
        )
    ]


def test_of_two_coordinators_at_once_the_second_is_told_who_was_first(town: Town) -> None:
    of = subject(said(town, ANNA, TEXT))
    version = known(town, of).version
    assert release_it(town, of, version=version).outcome == "released"
    second = release_it(town, of, OTHER_COORDINATOR, "Another reason.", version)
    assert second == ("before", COORDINATOR)
    assert release_it(town, of, version=version).outcome == "released"
    with town.store.read() as tx:
        assert len(audit.entries(tx, "anytown")) == 1


def test_what_changed_while_a_coordinator_was_reading_is_not_released(town: Town) -> None:
    words = said(town, ANNA, TEXT)
    seen = known(town, subject(words)).version
    town.edit(words, f"{TEXT} They are {CONCERN}.")
    town.go_to(town.now + MINUTE)
    assert release_it(town, subject(words), version=seen).outcome == "changed"
    town.edit(words, "Clean.")
    town.go_to(town.now + MINUTE)
    assert release_it(town, subject(words), version=seen).outcome == "cleared"


def test_what_was_released_and_edited_since_is_looked_at_anew(town: Town) -> None:
    words = said(town, ANNA, TEXT)
    release_it(town, subject(words))
    town.edit(words, f"{TEXT} Or {PHONE}.")
    town.go_to(town.now + MINUTE)
    assert known(town, subject(words)).state is HeldState.HELD
    assert len(before_coordinators(town)) == 2


def test_its_author_can_be_asked_with_a_question_that_is_kept(town: Town) -> None:
    words = said(town, ANNA, TEXT)
    assert asked(town, "Is this a public number?", subject(words)) == "asked"
    with town.store.read() as tx:
        (entry,) = audit.entries(tx, "anytown")
    assert (entry.did, entry.about, entry.reason) == (
        "ask-author",
        subject(words),
        "Is this a public number?",
    )


def test_a_private_reply_waits_and_is_shown_from_the_next_morning(town: Town) -> None:
    send(town, ANNA, TEXT, insists=True)
    town.go_to(town.now + timedelta(hours=5))
    assert queue(town) == []
    assert before_coordinators(town) == []
    town.go_to(town.now.replace(hour=9, minute=30) + NEXT_MORNING)
    (shown,) = before_coordinators(town)
    assert shown.is_private
    assert (shown.link, shown.place) == (None, None)
    assert len(queue(town) or []) == 1
    found = words_of(town.store, town.book, shown.subject, COORDINATOR, town.now)
    assert found is not None
    assert found[1] == TEXT
    assert "ANNA" not in str(town.slack.said)


def test_a_private_reply_changed_before_the_morning_is_put_before_nobody(town: Town) -> None:
    send(town, ANNA, TEXT, insists=True)
    send(town, ANNA, "Clean.")
    town.go_to(town.now.replace(hour=9, minute=30) + NEXT_MORNING)
    assert before_coordinators(town) == []


def test_a_private_reply_taken_back_later_is_said_so_with_the_mornings_post(town: Town) -> None:
    send(town, ANNA, TEXT, insists=True)
    town.go_to(town.now.replace(hour=9, minute=30) + NEXT_MORNING)
    take_back(town, ANNA)
    town.go_to(town.now + timedelta(hours=3))
    assert [each.settled for each in before_coordinators(town)] == [None]
    assert queue(town) == []
    town.go_to(town.now.replace(hour=9, minute=30) + NEXT_MORNING)
    assert before_coordinators(town)[0].settled is not None


def test_a_private_concern_is_told_to_the_contacts_at_once_and_points_at_nobody(
    town: Town,
) -> None:
    send(town, ANNA, f"One of them is {CONCERN}.", insists=True)
    town.go_to(town.now + MINUTE)
    (told,) = alerts(town, COORDINATOR)
    assert told.link is None
    assert "waits in the coordinators' queue" in " ".join(told.lines)
    assert len(queue(town) or []) == 1
    assert kept(town)[0].id not in str(told)


def test_a_contact_sees_concerns_in_the_queue_and_nothing_else(found: Found) -> None:
    numbers = partnership().safeguarding.model_copy(update={"contacts": ("U0CONTACT",)})
    town = found(partnership(safeguarding=numbers))
    watch(town)
    town.ask()
    send(town, ANNA, TEXT, insists=True)
    said(town, BRYN, f"They are {CONCERN}.", 1)
    (line,) = queue(town, "U0CONTACT") or []
    assert "at risk now" in line


def with_three_and_a_number(town: Town) -> str:
    """A draft in which the guard, better by now than when it first looked, notices a number."""
    town.detectors.clear()
    town.answered_by(BRYN, CATO, DORA)
    words = said(town, ANNA, TEXT, 9)
    choose_quoting(town.store, town.book, CYCLE, ANNA, Choice.QUOTE, town.now)
    town.to_draft()
    assert TEXT in town.words_in_digest()
    town.detectors[Detector.IDENTIFIER] = notices(PHONE)
    return subject(words)


def test_nothing_noticed_in_a_draft_is_approved_without_a_decision(town: Town) -> None:
    of = with_three_and_a_number(town)
    outcome, where = town.decide(DigestState.APPROVED)
    assert outcome == "noticed"
    assert where is not None
    assert "a quote under" in where
    town.go_to(town.now + MINUTE)
    assert TEXT not in town.words_in_digest()
    assert len(before_coordinators(town)) == 1
    release_it(town, of)
    town.go_to(town.now + MINUTE)
    assert TEXT in town.words_in_digest()
    assert town.decide(DigestState.APPROVED) == ("approved", None)


def test_the_guard_looks_over_every_draft_by_itself(town: Town) -> None:
    with_three_and_a_number(town)
    town.restart()
    town.go_to(town.now + MINUTE)
    assert TEXT not in town.words_in_digest()
    assert town.digest().made.held_back == 1


def test_where_drafts_go_out_without_a_word_what_is_noticed_stays_out(found: Found) -> None:
    town = found(partnership(board=board(if_unapproved="publish")))
    watch(town)
    town.ask()
    with_three_and_a_number(town)
    town.restart()
    town.go_to(ISSUE_AT, rounds=30)
    assert town.held().state is DigestState.PUBLISHED
    assert TEXT not in town.held().content
