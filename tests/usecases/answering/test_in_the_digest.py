"""What private replies come to in a digest: words by consent, counts without names, and a time of
which nobody learns more than the day."""

from datetime import timedelta

from bot.core.answering.private import Visibility
from bot.core.digest.digest import Digest
from bot.core.digest.signoff import DigestState
from bot.core.replies import Choice
from bot.core.sectors import Sector
from bot.usecases.asking.choose import say_sector
from tests.usecases.alike import alike
from tests.usecases.answering.privately import send, take_back
from tests.usecases.anytown import (
    DRAFT_AT,
    ISSUE_AT,
    LATER,
    MEETING_AT,
    MEMBERS,
    NEXT_CYCLE,
    NEXT_DRAFT_AT,
    Town,
)

ANNA, BRYN, CATO, DORA, EMYR, FERN = MEMBERS
NEXT_MORNING = DRAFT_AT + timedelta(days=1, minutes=30)


def people(digest: Digest) -> int:
    assert digest.counts is not None
    return digest.counts.people


def test_private_words_are_printed_only_with_their_authors_yes(town: Town) -> None:
    town.answered_by(ANNA, BRYN)
    send(town, CATO, "Yes to these.", choice=Choice.QUOTE)
    send(town, DORA, "Not these.", choice=Choice.COUNT_ONLY)
    send(town, EMYR, "No word about these.", choice=None)
    town.to_draft()
    assert "Yes to these." in town.words_in_digest()
    assert not {"Not these.", "No word about these."} & town.words_in_digest()
    assert people(town.digest()) == 5


def test_words_for_the_coordinators_only_are_in_no_digest_and_counted_as_left_out(
    town: Town,
) -> None:
    town.answered_by(ANNA, BRYN, CATO)
    for number in range(5):
        send(town, f"U0SHY{number}", f"Shy {number}.", visibility=Visibility.COORDINATORS)
    town.to_draft()
    assert "Shy" not in town.held().content
    assert people(town.digest()) == 3
    assert town.digest().made.left_out == 5


def test_who_answers_both_ways_is_one_person(town: Town) -> None:
    town.answered_by(ANNA, BRYN, CATO)
    send(town, ANNA, "And privately.")
    send(town, DORA, "Only privately.")
    town.to_draft()
    assert people(town.digest()) == 4


def test_a_sector_said_in_the_form_stands_beside_the_words(town: Town) -> None:
    town.group = alike
    town.answered_by(ANNA, BRYN, CATO)
    for user_id in (ANNA, BRYN, CATO):
        say_sector(town.store, user_id, Sector.HEALTH, town.now)
    send(town, DORA, "From a convenor.", sector=Sector.POLICE)
    send(town, EMYR, "From another.", sector=Sector.POLICE)
    town.to_draft()
    shown = {line.words: line.sector for line in town.digest().lines()}
    assert Sector.POLICE in (shown.get("From a convenor."), shown.get("From another."))


def test_a_private_change_is_shown_in_the_draft_with_the_next_mornings_post(town: Town) -> None:
    town.answered_by(ANNA, BRYN, CATO)
    send(town, DORA, "As it was.")
    town.to_draft()
    town.now += timedelta(hours=5)
    send(town, DORA, "As it is.")
    town.go_to(town.now + timedelta(hours=1))
    assert "As it was." in town.words_in_digest()
    town.go_to(NEXT_MORNING - timedelta(seconds=30))
    assert "As it was." in town.words_in_digest()
    town.go_to(NEXT_MORNING)
    assert "As it is." in town.words_in_digest()


def test_the_next_morning_is_waited_for(town: Town) -> None:
    town.answered_by(ANNA, BRYN, CATO)
    send(town, DORA, "As it was.")
    town.to_draft()
    town.now += timedelta(hours=5)
    take_back(town, DORA)
    assert town.tick() == NEXT_MORNING


def test_who_approves_approves_what_is_said_now(town: Town) -> None:
    town.answered_by(ANNA, BRYN, CATO)
    send(town, DORA, "Taken back in time.")
    town.to_draft()
    seen = town.held().version
    town.now += timedelta(hours=5)
    take_back(town, DORA)
    assert town.decide(DigestState.APPROVED, version=seen) == ("changed", None)
    assert town.decide(DigestState.APPROVED) == ("approved", None)
    assert "Taken back in time." not in town.words_in_digest()


def test_words_taken_back_an_hour_before_the_issue_do_not_reach_the_board(town: Town) -> None:
    town.answered_by(ANNA, BRYN, CATO)
    send(town, DORA, "Taken back at last.")
    town.to_draft()
    town.decide(DigestState.APPROVED)
    town.go_to(ISSUE_AT - timedelta(hours=1))
    take_back(town, DORA)
    town.go_to(ISSUE_AT, rounds=20)
    assert town.held().state is DigestState.PUBLISHED
    assert "Taken back at last." not in town.held().content


def test_words_changed_after_approval_are_not_printed(town: Town) -> None:
    town.answered_by(ANNA, BRYN, CATO)
    send(town, DORA, "As it was approved.")
    town.to_draft()
    town.decide(DigestState.APPROVED)
    town.now += timedelta(minutes=1)
    send(town, DORA, "As nobody approved it.")
    town.go_to(ISSUE_AT, rounds=20)
    assert not {"As it was approved.", "As nobody approved it."} & town.words_in_digest()
    assert people(town.digest()) == 4


def test_a_digest_that_never_went_out_carries_its_private_words_to_the_next(town: Town) -> None:
    town.answered_by(ANNA, BRYN)
    send(town, CATO, "Said for the first board.")
    town.to_draft()
    town.go_to(MEETING_AT)
    town.go_to(LATER.due_at)
    send(town, CATO, "Said for the second.", LATER)
    town.go_to(NEXT_DRAFT_AT, rounds=20)
    assert {"Said for the first board.", "Said for the second."} <= town.words_in_digest(NEXT_CYCLE)
    assert people(town.digest(NEXT_CYCLE)) == 3
