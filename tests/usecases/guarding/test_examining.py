"""What follows when the guard notices something in a thread: its author hears at once, privately;
the reply waits; and nothing that anybody said is repeated or deleted."""

from datetime import timedelta

import pytest

from bot.core.guard.finding import Detector
from bot.core.guard.held import HeldState
from bot.core.partnership import Care
from bot.usecases.board.draft import remade
from bot.usecases.forget import forget_due
from bot.usecases.ports import NotSentError, RefusedError
from tests.usecases.answering.privately import PHONE
from tests.usecases.anytown import (
    COORDINATOR,
    DRAFT_AT,
    MEETING_AT,
    MEMBERS,
    OTHER_COORDINATOR,
    SECOND,
    Found,
    Town,
    partnership,
)
from tests.usecases.guarding.watched import (
    BLAME,
    CONCERN,
    MINUTE,
    alerts,
    before_coordinators,
    known,
    nudges,
    said,
    subject,
    warnings,
    watch,
)

ANNA, BRYN, CATO, DORA = MEMBERS[:4]
TEXT = f"You could ring {PHONE} about it."


@pytest.fixture(autouse=True)
def watched(request: pytest.FixtureRequest) -> None:
    """The usual town is watched; a test that finds its own has that one watched."""
    if "town" in request.fixturenames:
        town: Town = request.getfixturevalue("town")
        watch(town)
        town.ask()


def everything_said(town: Town) -> str:
    return str([(each.message, each.outbox_id) for each in town.slack.said])


def test_an_identifier_is_told_to_its_author_at_once_by_kind_and_never_repeated(town: Town) -> None:
    words = said(town, ANNA, TEXT)
    (told,) = warnings(town, ANNA)
    assert "It looks like a telephone number" in told
    assert "choose Edit message" in told
    assert PHONE not in everything_said(town)
    assert town.copies()[words.channel_id, words.ts] == TEXT


def test_a_concern_is_met_with_the_numbers_first_and_no_word_of_a_referral_made(town: Town) -> None:
    said(town, ANNA, f"One of them is {CONCERN}.")
    (told,) = warnings(town, ANNA)
    first = told.split("\n")[:3]
    for number in ("999", "01632 960001", "01632 960002", "01632 960003"):
        assert number in " ".join(first)
    assert "Nobody watches this channel" in told
    assert "no referral has been made" in told
    assert CONCERN not in everything_said(town)


def test_the_named_contacts_get_a_link_and_not_the_words(found: Found) -> None:
    contacts = partnership(
        safeguarding=partnership().safeguarding.model_copy(update={"contacts": ("U0CONTACT",)})
    )
    town = found(contacts)
    watch(town)
    town.ask()
    words = said(town, ANNA, f"One of them is {CONCERN}.")
    (told,) = alerts(town, "U0CONTACT")
    assert told.link is not None
    assert words.ts.replace(".", "") in told.link
    assert CONCERN not in " ".join(told.lines)
    assert alerts(town, COORDINATOR) == []


def test_without_named_contacts_every_coordinator_is_told(town: Town) -> None:
    said(town, ANNA, f"One of them is {CONCERN}.")
    assert len(alerts(town, COORDINATOR)) == len(alerts(town, OTHER_COORDINATOR)) == 1


def test_a_contact_who_cannot_be_told_is_made_up_for_by_a_note(town: Town) -> None:
    town.slack.close(COORDINATOR, RefusedError("user_disabled"))
    said(town, ANNA, f"One of them is {CONCERN}.")
    assert any("could not be told" in each for each in town.notes())


def test_a_held_reply_is_in_no_digest_and_counted_as_held_back(town: Town) -> None:
    for number, user_id in enumerate(MEMBERS[:3]):
        said(town, user_id, f"Words {number}.", number)
    said(town, DORA, TEXT, 9)
    town.to_draft()
    assert TEXT not in town.held().content
    assert town.digest().made.held_back == 1
    assert town.digest().counts is not None
    assert town.digest().counts.people == 3  # type: ignore[union-attr]


def test_edited_clean_it_is_let_go_and_the_coordinators_see_so(town: Town) -> None:
    words = said(town, ANNA, TEXT)
    assert [each.settled for each in before_coordinators(town)] == [None]
    town.edit(words, "You could ring the duty desk.")
    town.go_to(town.now + MINUTE)
    (shown,) = before_coordinators(town)
    assert "Nothing waits here any more" in (shown.settled or "")
    assert known(town, subject(words)).state is HeldState.CLEARED


def test_edited_but_still_the_same_it_waits_on_and_nobody_is_told_twice(town: Town) -> None:
    words = said(town, ANNA, TEXT)
    town.edit(words, f"{TEXT} Soon.")
    town.go_to(town.now + MINUTE)
    assert len(warnings(town, ANNA)) == len(before_coordinators(town)) == 1
    assert known(town, subject(words)).state is HeldState.HELD


def test_an_edit_that_brings_a_concern_is_told_at_once(town: Town) -> None:
    words = said(town, ANNA, TEXT)
    town.edit(words, f"{TEXT} They are {CONCERN}.")
    town.go_to(town.now + MINUTE)
    assert len(warnings(town, ANNA)) == 2
    assert len(alerts(town, COORDINATOR)) == 1


def test_edits_out_of_order_leave_what_the_last_one_says(town: Town) -> None:
    words = town.say(ANNA, TEXT)
    newest = words.model_copy(update={"text": "Clean.", "edited_ts": "1900000002.000000"})
    older = words.model_copy(update={"text": f"{TEXT}!", "edited_ts": "1900000001.000000"})
    town.hear(newest)
    town.hear(older)
    town.go_to(town.now + MINUTE)
    assert warnings(town, ANNA) == []
    assert before_coordinators(town) == []


def test_taken_back_it_waits_no_more(town: Town) -> None:
    words = said(town, ANNA, TEXT)
    town.withdraw(words)
    town.go_to(town.now + MINUTE)
    (shown,) = before_coordinators(town)
    assert "took it back" in (shown.settled or "")


def test_a_withdrawn_reply_that_is_edited_again_stays_withdrawn(town: Town) -> None:
    words = said(town, ANNA, "Clean.")
    town.withdraw(words)
    town.hear(words.model_copy(update={"text": TEXT, "edited_ts": "1900000001.000000"}))
    town.go_to(town.now + MINUTE)
    assert town.copies()[words.channel_id, words.ts] is None
    assert warnings(town, ANNA) == []


def test_a_check_that_fails_holds_the_reply_and_says_so(town: Town) -> None:
    def broken(_: str) -> list[object]:
        raise RuntimeError(TEXT)

    town.detectors[Detector.IDENTIFIER] = broken  # type: ignore[assignment]
    words = said(town, ANNA, "Quite clean.")
    assert known(town, subject(words)).state is HeldState.HELD
    (shown,) = before_coordinators(town)
    assert "could not read it" in " ".join(shown.lines)
    assert "could not read it" in warnings(town, ANNA)[0]


def test_wording_is_suggested_once_privately_and_holds_nothing(town: Town) -> None:
    words = said(town, ANNA, f"They {BLAME}.")
    assert len(nudges(town, ANNA)) == 1
    assert "only a suggestion" in nudges(town, ANNA)[0]
    town.edit(words, f"They all {BLAME}.")
    town.go_to(town.now + MINUTE)
    assert len(nudges(town, ANNA)) == 1
    assert before_coordinators(town) == []
    for user_id in (BRYN, CATO):
        said(town, user_id, "Words.", 5)
    town.to_draft()
    assert town.digest().made.held_back == 0


def test_where_the_prompt_asks_about_words_nobody_is_nudged(town: Town) -> None:
    assert SECOND.practices == ("LC4",)
    town.plan_also(SECOND)
    town.ask(SECOND)
    town.say(ANNA, f"They {BLAME}.", SECOND)
    town.go_to(town.now + MINUTE)
    assert nudges(town, ANNA) == []


def test_a_partnership_may_switch_suggestions_off(found: Found) -> None:
    town = found(partnership(care=Care(language="off")))
    watch(town)
    town.ask()
    said(town, ANNA, f"They {BLAME}.")
    said(town, BRYN, TEXT, 1)
    assert nudges(town, ANNA) == []
    assert len(warnings(town, BRYN)) == 1


def test_where_a_direct_message_is_refused_the_warning_is_shown_in_the_thread(town: Town) -> None:
    town.slack.close(ANNA, RefusedError("cannot_dm_bot"))
    said(town, ANNA, TEXT)
    assert len(warnings(town, ANNA)) == 1


def test_a_link_that_slack_does_not_give_now_delays_and_loses_nothing(town: Town) -> None:
    town.slack.fail("permalink", NotSentError("ratelimited", retry_after=2))
    said(town, ANNA, TEXT)
    town.go_to(town.now + MINUTE)
    assert len(warnings(town, ANNA)) == len(before_coordinators(town)) == 1


def test_what_came_while_away_is_looked_at_before_the_draft(town: Town) -> None:
    for number, user_id in enumerate(MEMBERS[:3]):
        said(town, user_id, f"Words {number}.", number)
    town.say_unheard(DORA, TEXT, number=7)
    town.go_to(DRAFT_AT)
    assert TEXT not in town.held().content
    assert town.digest().made.held_back == 1


def test_words_that_were_not_looked_at_yet_are_in_no_draft(town: Town) -> None:
    """An edit that comes while the digest is on its way is not printed unseen."""
    town.drafted(ANNA, BRYN, CATO)
    words = next(iter(town.slack.threads.values()))[0]
    town.edit(words, TEXT)
    with town.store.write() as tx:
        remade(tx, town.book, town.held().cycle_id, town.now)
    assert TEXT not in town.held().content


def test_what_was_noticed_is_forgotten_with_the_replies(town: Town) -> None:
    words = said(town, ANNA, TEXT)
    forget_due(town.store, town.book, MEETING_AT + timedelta(days=400))
    with pytest.raises(AssertionError):
        known(town, subject(words))


def test_a_reply_is_acknowledged_before_it_is_looked_at(town: Town) -> None:
    """Looking belongs to the tick: keeping a reply calls no detector."""
    seen: list[str] = []

    def watching(text: str) -> list[object]:
        seen.append(text)
        return []

    town.detectors[Detector.CONCERN] = watching  # type: ignore[assignment]
    town.say(ANNA, "Words.")
    assert seen == []
    town.tick()
    assert seen == ["Words."]


def test_a_crash_after_looking_tells_nobody_twice(town: Town) -> None:
    town.say(ANNA, TEXT)
    town.tick()
    town.restart()
    town.go_to(town.now + MINUTE)
    assert len(warnings(town, ANNA)) == len(before_coordinators(town)) == 1
