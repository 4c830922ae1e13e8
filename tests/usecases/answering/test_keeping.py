"""A private reply is kept once, read again, changed and taken back by its author, and by nobody
else; and until when."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.core.answering.form import Became, PrivateForm
from bot.core.answering.private import Visibility
from bot.core.digest.signoff import DigestState
from bot.core.guard.finding import Detector
from bot.core.replies import Choice
from bot.core.sectors import Sector
from bot.usecases.asking.choose import choose_quoting, say_sector
from bot.usecases.asking.choose import take_back as take_all_back
from bot.usecases.forget import forget_due
from tests.usecases.answering.privately import (
    PHONE,
    kept,
    notices,
    open_form,
    send,
    take_back,
    version_for,
    words,
)
from tests.usecases.anytown import CYCLE, FIRST, ISSUE_AT, MEETING_AT, MEMBERS, SECOND, Town

ANNA, BRYN = "U0ANNA", "U0BRYN"


def form_of(town: Town, user_id: str) -> PrivateForm:
    form = open_form(town, user_id)
    assert isinstance(form, PrivateForm)
    return form


def test_a_private_reply_is_kept_and_shown_again_to_its_author_only(town: Town) -> None:
    town.ask()
    outcome = send(town, ANNA, "What we leave unsaid.")
    assert outcome.became is Became.KEPT
    mine = form_of(town, ANNA).earlier
    assert mine is not None
    assert (mine.text, mine.said_on.isoformat(), mine.late) == (
        "What we leave unsaid.",
        "2027-01-05",
        False,
    )
    assert form_of(town, BRYN).earlier is None


def test_a_form_sent_twice_is_kept_once(town: Town) -> None:
    town.ask()
    for _ in range(3):
        outcome = send(town, ANNA, "Once.", form="V1", seen_version=0)
        assert outcome.became is Became.KEPT
    assert [each.version for each in kept(town)] == [1]


def test_an_old_form_that_comes_again_does_not_overwrite_what_was_changed_since(
    town: Town,
) -> None:
    town.ask()
    send(town, ANNA, "First.", form="V1")
    send(town, ANNA, "Second.", form="V2")
    again = send(town, ANNA, "First.", form="V1", seen_version=0)
    assert again.became is Became.ELSEWHERE
    assert words(town) == ["Second."]


def test_two_windows_open_at_once_lose_nothing_silently(town: Town) -> None:
    town.ask()
    send(town, ANNA, "From one.", form="V1", seen_version=0)
    other = send(town, ANNA, "From the other.", form="V2", seen_version=0)
    assert other.became is Became.ELSEWHERE
    assert words(town) == ["From one."]


def test_what_was_taken_back_is_erased_and_may_be_said_anew(town: Town) -> None:
    town.ask()
    send(town, ANNA, "Said too soon.")
    assert take_back(town, ANNA) is Became.KEPT
    assert take_back(town, ANNA) is Became.KEPT
    with town.store.read() as tx:
        rows = tx.execute(text("SELECT text, choice, sector FROM private_replies")).all()
    assert [tuple(row) for row in rows] == [("", None, None)]
    town.now += timedelta(days=1)
    assert send(town, ANNA, "Said better.").became is Became.KEPT
    assert [(each.text, each.said_on.day) for each in kept(town)] == [("Said better.", 6)]


def test_nobody_takes_back_what_somebody_else_said(town: Town) -> None:
    town.ask()
    send(town, ANNA, "Mine.")
    assert take_back(town, BRYN) is Became.GONE
    assert words(town) == ["Mine."]


def test_who_takes_back_all_they_said_takes_back_the_private_words_too(town: Town) -> None:
    town.answered_by(ANNA, BRYN)
    send(town, ANNA, "And privately.")
    send(town, BRYN, "Somebody else's.")
    assert take_all_back(town.store, town.book, CYCLE, ANNA, town.now) == "taken-back"
    assert words(town) == ["Somebody else's."]


def test_who_is_left_out_is_left_out_with_their_private_words(town: Town) -> None:
    town.ask()
    send(town, ANNA, "Privately only.")
    choose_quoting(town.store, town.book, CYCLE, ANNA, Choice.LEAVE_OUT, town.now)
    assert [each.choice for each in kept(town)] == [Choice.LEAVE_OUT]


def test_to_quote_me_in_the_thread_is_no_word_about_private_words(town: Town) -> None:
    town.answered_by(ANNA)
    send(town, ANNA, "Not these.", choice=Choice.COUNT_ONLY)
    choose_quoting(town.store, town.book, CYCLE, ANNA, Choice.QUOTE, town.now)
    assert [each.choice for each in kept(town)] == [Choice.COUNT_ONLY]


def test_what_is_noticed_is_shown_before_anything_is_stored(town: Town) -> None:
    town.detectors[Detector.IDENTIFIER] = notices(PHONE)
    town.ask()
    outcome = send(town, ANNA, f"Ring {PHONE}.", form="V1")
    assert outcome.became is Became.NOTICED
    assert outcome.noticed is not None
    assert [each.kind for each in outcome.noticed.findings] == ["phone"]
    with town.store.read() as tx:
        for table in ("private_replies", "cycle_keys", "outbox"):
            rows = tx.execute(text(f"SELECT * FROM {table}")).all()  # noqa: S608  # our own names
            assert ANNA not in str([tuple(row) for row in rows])
        assert kept(town) == []
    changed = send(town, ANNA, "Ring the duty desk.", form="V1")
    assert changed.became is Became.KEPT


def test_it_may_be_sent_as_it_is(town: Town) -> None:
    town.detectors[Detector.IDENTIFIER] = notices(PHONE)
    town.ask()
    outcome = send(town, ANNA, f"Ring {PHONE}.", insists=True)
    assert outcome.became is Became.KEPT
    assert outcome.thanks is not None
    assert outcome.thanks.held


def test_a_check_that_fails_is_said_and_loses_nothing(town: Town) -> None:
    def broken(_: str) -> list[object]:
        raise RuntimeError("words that nobody may see")

    town.detectors[Detector.CONCERN] = broken  # type: ignore[assignment]
    town.ask()
    outcome = send(town, ANNA, "Words.")
    assert outcome.became is Became.NOTICED
    assert outcome.noticed is not None
    assert outcome.noticed.failed == (Detector.CONCERN,)
    assert send(town, ANNA, "Words.", insists=True).became is Became.KEPT


def test_a_late_reply_is_taken_until_the_draft_and_marked(town: Town) -> None:
    town.ask()
    town.go_to(FIRST.closes_at + timedelta(hours=1))
    assert form_of(town, ANNA).note is not None
    assert send(town, ANNA, "Late, but said.").became is Became.KEPT
    assert [each.late for each in kept(town)] == [True]


def test_after_the_draft_a_new_one_is_refused_in_a_plain_line_and_an_earlier_one_may_change(
    town: Town,
) -> None:
    town.ask()
    send(town, ANNA, "Before the draft.")
    town.to_draft()
    assert "late replies go to the next digest" in str(open_form(town, BRYN))
    late = send(town, BRYN, "After it.")
    assert late.became is Became.DRAFTED
    assert form_of(town, ANNA).earlier is not None
    assert send(town, ANNA, "Changed after it.").became is Became.KEPT
    assert words(town) == ["Changed after it."]


def test_once_the_digest_is_issued_nothing_can_be_changed_and_nobody_can_be_found(
    town: Town,
) -> None:
    seen = issued(town)
    assert "has been issued" in str(open_form(town, ANNA))
    changed = send(town, ANNA, "Too late.", seen_version=seen)
    assert changed.became is Became.ISSUED
    assert take_back(town, ANNA) is Became.ISSUED
    assert words(town) == ["Privately said."]
    with town.store.read() as tx:
        assert tx.execute(text("SELECT * FROM cycle_keys")).all() == []


def issued(town: Town) -> int:
    """A cycle with one private reply, whose digest has reached the board."""
    town.answered_by(*MEMBERS[1:4])
    send(town, ANNA, "Privately said.")
    seen = version_for(town, ANNA)
    town.to_draft()
    town.decide(DigestState.APPROVED)
    town.go_to(ISSUE_AT, rounds=20)
    assert town.held().state is DigestState.PUBLISHED
    return seen


def test_a_cycle_that_never_went_out_keeps_its_key_until_the_next_one_does(town: Town) -> None:
    town.ask()
    send(town, ANNA, "Waits for the next board.")
    town.to_draft()
    town.go_to(MEETING_AT)
    assert town.held().state is DigestState.EXPIRED
    assert take_back(town, ANNA) is Became.KEPT


def test_a_question_nobody_knows_is_said_so(town: Town) -> None:
    unknown = FIRST.model_copy(update={"id": "anytown:1999-01-01:C0GONE"})
    assert "no longer knows this prompt" in str(open_form(town, ANNA, unknown))
    assert send(town, ANNA, "Words.", unknown).became is Became.GONE


@pytest.mark.parametrize("visibility", list(Visibility))
def test_one_person_answers_each_question_once(town: Town, visibility: Visibility) -> None:
    town.plan_also(SECOND)
    town.ask()
    town.ask(SECOND)
    for to in (FIRST, SECOND):
        send(town, ANNA, f"To {to.prompt_id}.", to, visibility=visibility)
        send(town, ANNA, f"Again to {to.prompt_id}.", to, visibility=visibility)
    assert words(town) == ["Again to prompt-0.", "Again to prompt-1."]
    assert len({each.author for each in kept(town)}) == 1


def test_the_sector_is_asked_where_it_is_not_known_and_stays_with_the_reply(town: Town) -> None:
    town.ask()
    assert Sector.FAITH in form_of(town, ANNA).sectors
    send(town, ANNA, "With a sector.", sector=Sector.FAITH)
    assert form_of(town, ANNA).sectors == ()
    with town.store.read() as tx:
        assert tx.execute(text("SELECT * FROM members")).all() == []
    say_sector(town.store, BRYN, Sector.POLICE, town.now)
    assert form_of(town, BRYN).sectors == ()
    send(town, BRYN, "With a sector known before.")
    assert {each.sector for each in kept(town)} == {Sector.FAITH, Sector.POLICE}


def test_it_is_deleted_with_the_other_replies(town: Town) -> None:
    issued(town)
    forget_due(town.store, town.book, MEETING_AT + timedelta(days=200))
    with town.store.read() as tx:
        assert tx.execute(text("SELECT * FROM private_replies")).all() == []
