"""Only what a coordinator approved reaches the board, and somebody always knows where it stands."""

import threading
from datetime import timedelta

import pytest
from pydantic import ValidationError

from bot.core.digest.signoff import DigestState
from bot.core.messages import DigestMessage, DraftMessage
from bot.core.outbox import Kind, OutboxState
from bot.core.partnership import Partnership
from bot.core.replies import Choice
from bot.core.sectors import Sector
from bot.store import audit
from bot.usecases.ahead import upcoming_of
from bot.usecases.asking.choose import choose_quoting, say_sector, take_back
from bot.usecases.board.signoff import decide
from bot.usecases.ports import InDoubtError, NotSentError, RefusedError
from tests.usecases.alike import alike
from tests.usecases.anytown import (
    BOARD,
    COORDINATOR,
    CYCLE,
    DRAFT_AT,
    ISSUE_AT,
    MEETING_AT,
    MEMBERS,
    NEXT_DRAFT_AT,
    OTHER_COORDINATOR,
    OUTSIDER,
    Found,
    Town,
    board,
    partnership,
)
from tests.usecases.test_drafting import long_draft

S = DigestState
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


def published(town: Town) -> str:
    """All that the board can read."""
    return repr([each.message for each in town.slack.in_channel(BOARD)])


def pages_read(town: Town) -> list[int]:
    """The numbers of the digest's pages in the order they stand before the board."""
    said = [each.message for each in town.slack.in_channel(BOARD)]
    return [each.page_number for each in said if isinstance(each, DigestMessage)]


def test_an_approved_digest_is_published_on_its_issue_date_and_not_before(town: Town) -> None:
    town.drafted()
    assert town.decide(S.APPROVED) == ("approved", None)
    town.go_to(ISSUE_AT - MINUTE)
    assert town.slack.in_channel(BOARD) == []
    town.go_to(ISSUE_AT)
    assert town.held().state is S.PUBLISHED
    assert "Words of person 0." in published(town)


def test_the_board_reads_all_pages_in_order_in_one_thread(town: Town) -> None:
    long_draft(town)
    town.decide(S.APPROVED)
    town.go_to(ISSUE_AT, rounds=20)
    said = town.slack.in_channel(BOARD)
    assert len(said) > 2
    assert {each.thread_ts for each in said[1:]} == {said[0].ts}
    numbers = pages_read(town)
    assert numbers == list(range(len(town.slack.of(DraftMessage))))


def test_one_approved_after_its_issue_date_goes_out_at_once(town: Town) -> None:
    town.drafted()
    town.go_to(ISSUE_AT + DAY)
    town.decide(S.APPROVED)
    town.go_to(town.now + MINUTE)
    assert town.held().state is S.PUBLISHED


def test_pressing_twice_changes_nothing_and_says_who_was_first(town: Town) -> None:
    town.drafted()
    town.decide(S.APPROVED)
    held = town.held()
    assert town.decide(S.APPROVED, OTHER_COORDINATOR) == ("already-approved", COORDINATOR)
    assert town.held() == held


def test_two_coordinators_at_once_decide_once(town: Town) -> None:
    town.drafted()
    version, outcomes, start = town.held().version, [], threading.Barrier(2)

    def press(who: str, verdict: DigestState) -> None:
        start.wait()
        outcomes.append(town.decide(verdict, who, version)[0])

    threads = [
        threading.Thread(target=press, args=pressed)
        for pressed in ((COORDINATOR, S.APPROVED), (OTHER_COORDINATOR, S.HELD))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert "changed" in outcomes
    (first,) = [outcome for outcome in outcomes if outcome != "changed"]
    assert town.held().state == first


@pytest.mark.parametrize("who", [OUTSIDER, MEMBERS[0]])
def test_nobody_but_its_coordinators_decides_about_a_digest(town: Town, who: str) -> None:
    town.drafted()
    assert town.decide(S.APPROVED, who)[0] == "not-yours"
    assert town.held().state is S.DRAFT


def test_a_digest_that_nobody_knows_cannot_be_decided(town: Town) -> None:
    town.answered_by(*MEMBERS[:3])
    assert town.decide(S.APPROVED, version=1)[0] == "gone"


def test_a_version_that_changed_while_it_was_read_must_be_read_again(town: Town) -> None:
    said = town.drafted()
    seen = town.held().version
    town.edit(said[0], "Other words.")
    assert town.decide(S.APPROVED, version=seen)[0] == "changed"
    assert town.held().state is S.DRAFT
    town.go_to(town.now + MINUTE)
    assert "Other words." in repr([each.message for each in town.slack.of(DraftMessage)])
    assert town.decide(S.APPROVED)[0] == "approved"


def test_after_approval_words_may_go_but_none_are_added_or_changed(town: Town) -> None:
    said = town.answered_by(*MEMBERS[:5])
    choose_quoting(town.store, town.book, CYCLE, MEMBERS[4], Choice.LEAVE_OUT, town.now)
    town.to_draft()
    town.decide(S.APPROVED)
    town.edit(said[0], "Sneaked in.")
    town.withdraw(said[1])
    choose_quoting(town.store, town.book, CYCLE, MEMBERS[4], Choice.QUOTE, town.now)
    town.go_to(town.now + MINUTE)
    assert town.words_in_digest() == {"Words of person 2.", "Words of person 3."}
    assert town.held().state is S.APPROVED
    town.go_to(ISSUE_AT)
    assert "Sneaked in." not in published(town)
    assert "Words of person 4." not in published(town)


def test_after_approval_no_sector_is_added_to_anybodys_words(town: Town) -> None:
    town.group = alike
    town.drafted(*MEMBERS)
    town.decide(S.APPROVED)
    for user_id, sector in zip(MEMBERS, [Sector.POLICE, Sector.HEALTH] * 3, strict=True):
        say_sector(town.store, user_id, sector, town.now)
    town.go_to(ISSUE_AT)
    lines = [line for asked in town.digest().questions for line in asked.lines]
    assert lines
    assert {line.sector for line in lines} == {None}


def test_words_taken_back_a_moment_before_it_leaves_are_not_in_it(town: Town) -> None:
    town.drafted(*MEMBERS[:4])
    town.decide(S.APPROVED)
    town.now = ISSUE_AT
    take_back(town.store, town.book, CYCLE, MEMBERS[0], town.now)
    town.go_to(ISSUE_AT)
    assert "Words of person 0." not in published(town)
    assert "Words of person 1." in published(town)


def test_what_was_published_is_not_changed_by_what_is_taken_back_later(town: Town) -> None:
    town.drafted()
    town.decide(S.APPROVED)
    town.go_to(ISSUE_AT)
    before = town.held()
    assert take_back(town.store, town.book, CYCLE, MEMBERS[0], town.now) == "taken-back-late"
    assert (
        choose_quoting(town.store, town.book, CYCLE, MEMBERS[1], Choice.LEAVE_OUT, town.now)
        == "too-late"
    )
    town.go_to(town.now + MINUTE)
    assert town.held() == before


def test_a_page_whose_post_is_in_doubt_is_waited_for_by_the_pages_after_it(town: Town) -> None:
    long_draft(town)
    town.decide(S.APPROVED)
    town.go_to(ISSUE_AT, rounds=1)
    town.slack.fail("post", InDoubtError("connection lost"))
    for _ in range(6):
        town.go_to(town.now + MINUTE)
    numbers = pages_read(town)
    assert numbers == list(range(len(town.slack.of(DraftMessage))))
    assert len(numbers) > 2


def test_nothing_can_be_decided_once_it_is_published(town: Town) -> None:
    town.drafted()
    town.decide(S.APPROVED)
    town.go_to(ISSUE_AT)
    assert town.decide(S.HELD)[0] == "published"


def test_once_the_board_has_it_the_draft_says_so_and_offers_no_button(town: Town) -> None:
    town.drafted()
    town.decide(S.APPROVED)
    town.go_to(ISSUE_AT)
    shown = town.slack.of(DraftMessage)[0].message
    assert isinstance(shown, DraftMessage)
    assert shown.state is S.PUBLISHED
    assert "Published" in shown.standing


def test_a_digest_on_its_way_can_no_longer_be_held(town: Town) -> None:
    town.drafted()
    town.decide(S.APPROVED)
    town.slack.fail("post", InDoubtError("connection lost"), arrives=True)
    town.go_to(ISSUE_AT, rounds=1)
    assert town.decide(S.HELD)[0] == "published"


def test_what_is_held_stays_back_and_can_be_approved_again(town: Town) -> None:
    town.drafted()
    town.decide(S.APPROVED)
    assert town.decide(S.HELD, OTHER_COORDINATOR)[0] == "held"
    town.go_to(ISSUE_AT)
    assert town.slack.in_channel(BOARD) == []
    assert town.decide(S.APPROVED)[0] == "approved"
    town.go_to(town.now + MINUTE)
    assert pages_read(town) == list(range(len(town.slack.of(DraftMessage))))


def test_a_digest_that_slack_refused_can_be_held_and_approved_once_more(town: Town) -> None:
    town.drafted()
    town.decide(S.APPROVED)
    town.slack.close(BOARD, RefusedError("as_user_not_supported"))
    town.go_to(ISSUE_AT)
    assert any("bring it to them" in note for note in town.notes())
    town.slack.open(BOARD)
    assert town.decide(S.HELD)[0] == "held"
    assert town.decide(S.APPROVED)[0] == "approved"
    town.go_to(town.now + MINUTE)
    assert town.held().state is S.PUBLISHED


def test_coordinators_are_chased_before_and_on_the_day_and_each_day_after(town: Town) -> None:
    town.drafted()
    for days in range(1, 14):  # each morning, just after half past nine
        town.go_to(DRAFT_AT + timedelta(days=days, minutes=31), rounds=2)
    notes = [note for note in town.notes() if "has not been approved" in note]
    # Friday 22nd, Tuesday 26th (the issue date), then Wednesday to Friday, Monday and Tuesday.
    assert len(notes) == 7
    assert "is due to go" in notes[0]
    assert "was due to go to the Anytown board today" in notes[1]
    assert "was due to go to the Anytown board on Tuesday 26 January" in notes[-1]


def test_once_a_draft_is_made_the_next_one_is_that_of_the_next_meeting(town: Town) -> None:
    drafts = []
    for now in (DRAFT_AT - MINUTE, DRAFT_AT, NEXT_DRAFT_AT):
        with town.store.read() as tx:
            drafts.append(upcoming_of(tx, town.partnership, now).draft_at)
    assert drafts == [DRAFT_AT, NEXT_DRAFT_AT, None]


def test_nobody_is_chased_once_it_is_approved(town: Town) -> None:
    town.drafted()
    town.decide(S.APPROVED)
    for days in range(1, 8):
        town.go_to(town.now + DAY * days)
    assert not any("has not been approved" in note for note in town.notes())


@pytest.mark.parametrize("how", ["approved", "too late"])
def test_what_chased_says_so_once_nobody_has_to_decide_any_more(town: Town, how: str) -> None:
    town.drafted()
    town.go_to(ISSUE_AT)
    chased = [note for note in town.notes() if "has not been approved" in note]
    assert chased
    assert not any(note.startswith("Settled") for note in chased)
    if how == "approved":
        town.decide(S.APPROVED)
        town.go_to(town.now + MINUTE)
    else:
        town.go_to(MEETING_AT + MINUTE)
    chased = [note for note in town.notes() if "has not been approved" in note]
    assert chased
    assert all(note.startswith("Settled, nothing more to do: ") for note in chased)


def test_what_chased_stands_while_a_draft_is_held(town: Town) -> None:
    town.drafted()
    town.go_to(ISSUE_AT)
    town.decide(S.HELD)
    town.go_to(town.now + MINUTE)
    chased = [note for note in town.notes() if "has not been approved" in note]
    assert chased
    assert not any(note.startswith("Settled") for note in chased)


def test_a_held_draft_is_chased_too(town: Town) -> None:
    town.drafted()
    town.decide(S.HELD)
    town.go_to(ISSUE_AT)
    assert any("has not been approved" in note for note in town.notes())


def test_where_the_settings_say_publish_it_goes_out_unsigned_and_says_so(found: Found) -> None:
    town = found(partnership(board=board(if_unapproved="publish")))
    town.drafted()
    town.go_to(ISSUE_AT)
    assert town.held().state is S.PUBLISHED
    (first, *_) = [e.message for e in town.slack.of(DigestMessage)]
    assert isinstance(first, DigestMessage)
    assert not first.signed_off


def test_what_a_coordinator_holds_is_not_published_by_the_settings(found: Found) -> None:
    town = found(partnership(board=board(if_unapproved="publish")))
    town.drafted()
    town.decide(S.HELD)
    town.go_to(ISSUE_AT)
    assert town.slack.in_channel(BOARD) == []


def test_at_the_meeting_an_undecided_draft_expires_and_says_so(town: Town) -> None:
    town.drafted()
    town.go_to(MEETING_AT)
    assert town.held().state is S.EXPIRED
    assert any("without a digest" in note for note in town.notes())
    assert town.decide(S.APPROVED)[0] == "expired"
    town.go_to(MEETING_AT + DAY)
    assert sum("without a digest" in note for note in town.notes()) == 1


def test_one_that_was_approved_but_could_not_be_posted_does_not_blame_the_coordinators(
    town: Town,
) -> None:
    town.drafted()
    town.decide(S.APPROVED)
    town.slack.close(BOARD, NotSentError("unreachable"))
    town.go_to(ISSUE_AT)
    town.go_to(MEETING_AT)
    assert town.held().state is S.EXPIRED
    (note,) = [note for note in town.notes() if "without a digest" in note]
    assert "could not be posted" in note
    assert "not approved" not in note
    shown = repr([each.message for each in town.slack.of(DraftMessage)])
    assert "Not approved" not in shown


def test_words_taken_back_after_it_expired_leave_the_draft_too(town: Town) -> None:
    town.drafted()
    town.go_to(MEETING_AT)
    assert take_back(town.store, town.book, CYCLE, MEMBERS[0], town.now) == "taken-back"
    town.go_to(town.now + MINUTE)
    assert "Words of person 0." not in town.held().content
    assert "Words of person 0." not in repr([each.message for each in town.slack.said])
    assert town.held().state is S.EXPIRED


def test_pages_that_withdrawals_made_needless_are_not_posted(town: Town) -> None:
    long_draft(town)
    town.decide(S.APPROVED)
    waiting = town.outbox(Kind.DIGEST, CYCLE)
    for user_id in MEMBERS[:4]:
        take_back(town.store, town.book, CYCLE, user_id, town.now)
    town.go_to(ISSUE_AT, rounds=20)
    assert len(town.slack.in_channel(BOARD)) < len(waiting)
    states = [message.state for message in town.outbox(Kind.DIGEST, CYCLE)]
    assert states[-1] is OutboxState.CANCELLED
    assert town.held().state is S.PUBLISHED


def test_a_coordinator_of_one_partnership_decides_about_no_other(town: Town) -> None:
    elsewhere = partnership(
        id="elsewhere",
        channels=[{"id": "C0ELSE0001", "name": "elsewhere"}],
        coordinators={"channel": {"id": "C0ELSE0002", "name": "else"}, "people": [OUTSIDER]},
        board=board(channel={"id": "C0ELSE0003", "name": "else-board"}),
    )
    both = (*town.book.partnerships, elsewhere)
    town.book = town.book.model_copy(update={"partnerships": both})
    town.drafted()
    assert town.decide(S.APPROVED, OUTSIDER)[0] == "not-yours"


def two_must(**more: object) -> Partnership:
    """A partnership in which a second pair of eyes is wanted."""
    given = partnership().coordinators.model_dump(by_alias=True)
    return partnership(coordinators=given | {"second_eyes": True} | more)


def test_where_two_must_approve_one_is_not_enough_and_the_draft_shows_whose_eyes(
    found: Found,
) -> None:
    town = found(two_must())
    town.drafted()
    assert town.decide(S.APPROVED)[0] == "first"
    assert town.decide(S.APPROVED)[0] == "first-already"
    town.go_to(town.now + MINUTE)
    shown = town.slack.of(DraftMessage)[0].message
    assert isinstance(shown, DraftMessage)
    assert (shown.state, shown.decided_by) == (S.DRAFT, COORDINATOR)
    assert "Approved by one of you" in shown.standing
    town.go_to(ISSUE_AT)
    assert town.slack.in_channel(BOARD) == []
    assert "held until a second one of you approves it" in town.notes()[-1]
    assert town.decide(S.APPROVED, OTHER_COORDINATOR)[0] == "approved"
    town.go_to(town.now + MINUTE)
    assert town.held().state is S.PUBLISHED
    with town.store.read() as tx:
        decided = [(each.who, each.did) for each in audit.entries(tx, "anytown")]
    assert decided == [(COORDINATOR, "digest-first"), (OTHER_COORDINATOR, "digest-approved")]


def test_what_changes_after_the_first_approval_needs_both_again(found: Found) -> None:
    town = found(two_must())
    said = town.drafted()
    town.decide(S.APPROVED)
    town.withdraw(said[0])
    town.go_to(town.now + MINUTE)
    assert town.held().first_eyes is None
    assert town.decide(S.APPROVED, OTHER_COORDINATOR)[0] == "first"
    assert town.decide(S.APPROVED)[0] == "approved"


def test_two_who_approve_in_the_same_moment_are_two_approvals_or_told_to_look_again(
    found: Found,
) -> None:
    town = found(two_must())
    town.drafted()
    version = town.held().version
    outcomes: list[str] = []

    def approve(who: str) -> None:
        outcomes.append(decide(town.store, town.book, CYCLE, who, S.APPROVED, version,
                               town.detectors_for, town.now)[0])  # fmt: skip

    both = (COORDINATOR, OTHER_COORDINATOR)
    several = [threading.Thread(target=approve, args=(who,)) for who in both]
    for each in several:
        each.start()
    for each in several:
        each.join()
    assert sorted(outcomes) == ["changed", "first"]


def test_hold_puts_an_end_to_the_first_approval(found: Found) -> None:
    town = found(two_must())
    town.drafted()
    town.decide(S.APPROVED)
    assert town.decide(S.HELD, OTHER_COORDINATOR)[0] == "held"
    assert town.decide(S.APPROVED, OTHER_COORDINATOR)[0] == "first"
    assert town.decide(S.APPROVED)[0] == "approved"


def test_two_pairs_of_eyes_need_two_people() -> None:
    with pytest.raises(ValidationError, match="expected two people who may approve"):
        two_must(people=[COORDINATOR])
    assert two_must(people=[COORDINATOR], deputies=[OTHER_COORDINATOR]).coordinators.second_eyes
    assert two_must(people=["S0GROUP"]).coordinators.second_eyes
