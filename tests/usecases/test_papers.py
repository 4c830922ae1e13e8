"""The paper stands in the digest's thread as files, each once; the text never waits for them."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot.core import sentences
from bot.core.digest.signoff import DigestState
from bot.core.messages import DigestMessage, PaperForm, PaperMessage
from bot.core.outbox import FRESH_FILE_AFTER, Kind, OutboxState
from bot.core.themes import said as grouped
from bot.core.themes.decisions import Decision
from bot.core.themes.grouping import Grouping, Side, Thread
from bot.paper.digest.text import digest_text
from bot.usecases.board.paper import send_me_the_paper
from bot.usecases.ports import InDoubtError, NotSentError, RefusedError
from tests.usecases.alike import METHOD, ByHand
from tests.usecases.anytown import (
    BOARD,
    COORDINATOR,
    COORDINATORS,
    CYCLE,
    FIRST,
    ISSUE_AT,
    MEETING_AT,
    MEMBERS,
    OUTSIDER,
    SECOND,
    Town,
)
from tests.usecases.fake_slack import Crash, Said

MINUTE = timedelta(minutes=1)
BOTH = ("pdf", "docx")


def approved(town: Town) -> None:
    town.drafted(*MEMBERS[:3])
    town.decide(DigestState.APPROVED)


def papers(town: Town, channel_id: str = BOARD) -> list[Said]:
    return [s for s in town.slack.in_channel(channel_id) if isinstance(s.message, PaperMessage)]


def forms(town: Town, channel_id: str = BOARD) -> list[str]:
    return [s.message.form for s in papers(town, channel_id) if isinstance(s.message, PaperMessage)]


def after_a_while(town: Town) -> None:
    for _ in range(30):
        town.go_to(town.now + timedelta(seconds=15))


def test_the_paper_stands_behind_the_pages_in_their_thread(town: Town) -> None:
    approved(town)
    town.go_to(ISSUE_AT, rounds=20)
    said = town.slack.in_channel(BOARD)
    assert forms(town) == list(BOTH)
    assert {each.thread_ts for each in said[1:]} == {said[0].ts}
    pages = [each for each in said if isinstance(each.message, DigestMessage)]
    assert said[: len(pages)] == pages


def test_the_paper_is_the_digest_that_was_published(town: Town) -> None:
    approved(town)
    town.go_to(ISSUE_AT, rounds=20)
    (pdf, _) = papers(town)
    assert isinstance(pdf.message, PaperMessage)
    assert pdf.message.digest == town.digest()
    assert pdf.message.file_name == "digest-2027-02-03.pdf"
    assert pdf.message.title.startswith("The digest as a paper (PDF). Digest for the Anytown board")


def in_common(said: Sequence[grouped.Said], _: Sequence[Decision]) -> Grouping:
    """Every reply stands alone, and both questions have "words" in common."""
    sides = tuple(
        Side(group=which.id, replies=tuple(one.id for one in said if one.group == which.id))
        for which in (FIRST, SECOND)
    )
    thread = Thread(id=sides[0].replies[0], label=("words",), sides=sides, likeness=0.5)
    singles = tuple(sorted(one.id for one in said))
    return Grouping(singles=singles, threads=(thread,), method=METHOD)


def joined(town: Town) -> None:
    """Two questions of two principles, answered in words that both have, and approved."""
    town.group = ByHand(in_common)
    town.plan_also(SECOND)
    town.answered_by(*MEMBERS[:3])
    town.ask(SECOND)
    for number, user_id in enumerate(MEMBERS[:3]):
        town.say(user_id, f"Words again {number}.", SECOND, number=number)
    town.to_draft()
    town.decide(DigestState.APPROVED)


def test_where_something_joins_the_picture_comes_first_and_says_in_words_what_it_shows(
    town: Town,
) -> None:
    joined(town)
    town.go_to(ISSUE_AT, rounds=20)
    assert forms(town) == ["picture", *BOTH]
    first = papers(town)[0].message
    assert isinstance(first, PaperMessage)
    assert "“words” joins Bridging boundaries and Leading with care" in first.alt


@pytest.mark.parametrize("error", [RefusedError("file_type_not_allowed"), NotSentError("down")])
def test_a_file_that_cannot_be_handed_over_keeps_no_text_waiting(
    town: Town, error: Exception
) -> None:
    approved(town)
    town.slack.fail("upload", *[error] * 50)
    town.go_to(ISSUE_AT, rounds=20)
    assert town.held().state is DigestState.PUBLISHED
    assert len(town.slack.in_channel(BOARD)) > 1
    assert papers(town) == []


def test_a_file_that_slack_refuses_is_told_to_the_coordinators(town: Town) -> None:
    approved(town)
    town.slack.fail("upload", RefusedError("file_type_not_allowed"))
    town.go_to(ISSUE_AT, rounds=20)
    after_a_while(town)
    assert any("The digest as a file" in note for note in town.notes())
    assert any("text does not need it" in note for note in town.notes())


def test_a_missing_permission_is_told_and_the_file_comes_once_it_is_given(town: Town) -> None:
    approved(town)
    town.slack.fail("upload", NotSentError("missing_scope", needs_person=True))
    town.go_to(ISSUE_AT, rounds=20)
    assert any("lacks a permission" in note for note in town.notes())
    town.go_to(town.now + timedelta(minutes=16), rounds=20)
    assert sorted(forms(town)) == sorted(BOTH)


def test_an_answer_that_was_lost_after_sharing_leaves_one_file(town: Town) -> None:
    approved(town)
    town.slack.fail("share", InDoubtError("connection lost"), arrives=True)
    town.go_to(ISSUE_AT, rounds=20)
    after_a_while(town)
    assert sorted(forms(town)) == sorted(BOTH)
    assert all(m.state is OutboxState.SENT for m in town.outbox(Kind.PAPER, CYCLE) if m.file_id)


def test_a_share_that_did_not_arrive_is_repeated_with_the_same_file(town: Town) -> None:
    approved(town)
    town.slack.fail("share", InDoubtError("connection lost"))
    town.go_to(ISSUE_AT, rounds=20)
    after_a_while(town)
    assert sorted(forms(town)) == sorted(BOTH)
    assert town.slack.calls.count("upload") == 2
    assert town.slack.handed_over == {}


@pytest.mark.parametrize(
    ("method", "arrives"), [("upload", False), ("share", False), ("share", True)]
)
def test_a_crash_at_any_step_leaves_each_file_once(town: Town, method: str, arrives: bool) -> None:
    approved(town)
    town.slack.fail(method, Crash(), arrives=arrives)
    with pytest.raises(Crash):
        town.go_to(ISSUE_AT, rounds=20)
    town.restart()
    after_a_while(town)
    assert sorted(forms(town)) == sorted(BOTH)


def test_a_file_that_slack_has_lost_is_handed_over_anew(town: Town) -> None:
    approved(town)
    town.slack.fail("share", InDoubtError("connection lost"))
    town.go_to(ISSUE_AT, rounds=4)
    town.slack.handed_over.clear()
    for _ in range(FRESH_FILE_AFTER * 4):
        after_a_while(town)
    assert sorted(forms(town)) == sorted(BOTH)


def test_no_paper_goes_out_after_the_meeting(town: Town) -> None:
    approved(town)
    town.slack.fail("upload", *[NotSentError("down")] * 2000)
    town.go_to(ISSUE_AT, rounds=20)
    town.go_to(MEETING_AT + MINUTE, rounds=20)
    assert papers(town) == []
    assert {m.state for m in town.outbox(Kind.PAPER, CYCLE)} <= {
        OutboxState.MISSED,
        OutboxState.CANCELLED,
    }


def test_a_digest_on_hold_calls_its_papers_off(town: Town) -> None:
    approved(town)
    town.decide(DigestState.HELD)
    assert {m.state for m in town.outbox(Kind.PAPER, CYCLE)} == {OutboxState.CANCELLED}
    town.decide(DigestState.APPROVED)
    town.go_to(ISSUE_AT, rounds=20)
    assert sorted(forms(town)) == sorted(BOTH)


def test_a_coordinator_may_ask_for_the_draft_as_a_paper(town: Town) -> None:
    town.drafted(*MEMBERS[:3])
    for _ in range(2):
        assert send_me_the_paper(town.store, town.book, CYCLE, COORDINATOR, town.now) == "sent"
    town.go_to(town.now + MINUTE, rounds=20)
    assert sorted(forms(town, COORDINATORS)) == ["docx", "html", "pdf"]
    assert papers(town) == []
    for each in papers(town, COORDINATORS):
        assert isinstance(each.message, PaperMessage)
        assert each.message.title.startswith("Draft. ")
        assert each.message.file_name.startswith("draft-")
        assert sentences.papers.DRAFT in digest_text(each.message.digest)


def test_what_was_asked_for_as_a_draft_may_be_asked_for_again_once_it_is_published(
    town: Town,
) -> None:
    approved(town)
    for at in (town.now + MINUTE, ISSUE_AT, ISSUE_AT + MINUTE):
        send_me_the_paper(town.store, town.book, CYCLE, COORDINATOR, town.now)
        town.go_to(at, rounds=20)
    assert sorted(forms(town, COORDINATORS)) == sorted(["docx", "html", "pdf"] * 2)
    titles = [each.message.title for each in papers(town, COORDINATORS)
              if isinstance(each.message, PaperMessage)]  # fmt: skip
    assert [title.startswith("Draft. ") for title in titles] == [True] * 3 + [False] * 3


def test_a_form_that_was_refused_may_be_asked_for_again_and_the_others_come_once(
    town: Town,
) -> None:
    town.drafted(*MEMBERS[:3])
    town.slack.fail("upload", RefusedError("file_type_not_allowed"))
    for _ in range(3):
        for _ in range(2):
            send_me_the_paper(town.store, town.book, CYCLE, COORDINATOR, town.now)
        town.go_to(town.now + MINUTE, rounds=20)
    assert sorted(forms(town, COORDINATORS)) == ["docx", "html", "pdf"]
    states = [each.state for each in town.outbox(Kind.PAPER, CYCLE)]
    assert states.count(OutboxState.FAILED) == 1
    assert states.count(OutboxState.SENT) == 3
    assert len(states) == 5  # and one picture, of nothing that joins


def test_nobody_else_is_sent_the_draft(town: Town) -> None:
    town.drafted(*MEMBERS[:3])
    assert send_me_the_paper(town.store, town.book, CYCLE, OUTSIDER, town.now) == "not-yours"
    assert send_me_the_paper(town.store, town.book, "gone", COORDINATOR, town.now) == "gone"
    assert set(PaperForm) == {"picture", "html", *BOTH}
