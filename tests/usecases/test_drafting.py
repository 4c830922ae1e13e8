"""The draft holds what was said, and only what may be printed, until it is approved."""

from datetime import date, timedelta

from bot.core.asking.plan import Plan
from bot.core.digest.signoff import DigestState
from bot.core.messages import DigestMessage, DraftMessage, NoteMessage
from bot.core.outbox import Kind
from bot.core.replies import Choice
from bot.core.sectors import Sector
from bot.usecases.asking.choose import choose_quoting, say_sector, take_back
from bot.usecases.board.draft import current_digest, draft_due
from bot.usecases.board.respond import go_on
from bot.usecases.ports import NotSentError
from tests.usecases.alike import alike
from tests.usecases.anytown import (
    BOARD,
    COORDINATOR,
    COORDINATORS,
    CYCLE,
    DRAFT_AT,
    FIRST,
    ISSUE_AT,
    LATER,
    MEETING_AT,
    MEMBERS,
    NEXT_CYCLE,
    NEXT_DRAFT_AT,
    SECOND,
    Found,
    Town,
    cycle,
    next_cycle,
    occurrence,
    partnership,
)
from tests.usecases.fake_slack import heard

MINUTE = timedelta(minutes=1)


def test_the_draft_is_put_before_the_coordinators_at_its_time(town: Town) -> None:
    town.answered_by(*MEMBERS[:3])
    town.go_to(DRAFT_AT - MINUTE)
    assert town.slack.of(DraftMessage) == []
    town.go_to(DRAFT_AT)
    first = town.slack.of(DraftMessage)[0]
    assert first.channel_id == COORDINATORS
    assert isinstance(first.message, DraftMessage)
    assert first.message.version == town.held().version
    assert town.words_in_digest() == {f"Words of person {number}." for number in range(3)}


def test_drafting_again_changes_nothing(town: Town) -> None:
    town.drafted()
    before = town.held()
    draft_due(town.store, town.book, town.group, CYCLE, town.now + MINUTE)
    town.go_to(town.now + MINUTE)
    assert town.held() == before
    assert len(town.outbox(Kind.DRAFT, CYCLE)) == len(town.slack.of(DraftMessage))


def test_words_without_a_yes_are_counted_but_not_printed(town: Town) -> None:
    town.drafted(*MEMBERS[:4], choice=None)
    assert town.words_in_digest() == set()
    counts = town.digest().counts
    assert counts is not None
    assert counts.replies == 4


def test_who_is_left_out_is_neither_printed_nor_counted(town: Town) -> None:
    town.answered_by(*MEMBERS[:4])
    choose_quoting(town.store, town.book, CYCLE, MEMBERS[0], Choice.LEAVE_OUT, town.now)
    town.to_draft()
    counts = town.digest().counts
    assert counts is not None
    assert counts.people == 3
    assert "Words of person 0." not in town.held().content


def test_the_digest_never_holds_who_said_what(town: Town) -> None:
    town.drafted()
    assert all(user_id not in town.held().content for user_id in MEMBERS)


def test_an_edit_before_publication_leaves_no_trace_of_the_old_words(town: Town) -> None:
    said = town.drafted()
    old = town.held()
    town.edit(said[0], "Quite other words.")
    town.go_to(town.now + MINUTE)
    assert "Words of person 0." not in town.held().content
    assert "Quite other words." in town.words_in_digest()
    assert town.held().version > old.version
    assert all("Words of person 0." not in repr(each.message) for each in town.slack.said)


def test_a_deletion_before_publication_leaves_the_same_bytes_as_never_said(town: Town) -> None:
    said = town.drafted(*MEMBERS[:4])
    without = town.held().content
    extra = heard(town.prompt(), "U0FERN", "Soon gone.", DRAFT_AT - MINUTE)
    town.hear(extra)
    town.go_to(town.now + MINUTE)
    assert town.held().content != without
    town.withdraw(extra)
    town.go_to(town.now + MINUTE)
    assert town.held().content == without
    town.withdraw(said[0])
    town.go_to(town.now + MINUTE)
    assert "Words of person 0." not in town.held().content


def test_taking_back_before_publication_changes_the_draft_in_slack(town: Town) -> None:
    town.drafted()
    assert "Words of person 1." in repr([each.message for each in town.slack.of(DraftMessage)])
    take_back(town.store, town.book, CYCLE, MEMBERS[1], town.now)
    town.go_to(town.now + MINUTE)
    assert "Words of person 1." not in town.held().content
    assert "Words of person 1." not in repr([each.message for each in town.slack.said])


def test_a_sector_said_after_the_draft_is_shown_in_it(town: Town) -> None:
    town.group = alike
    town.drafted(*MEMBERS)
    for user_id, sector in zip(MEMBERS, [Sector.POLICE, Sector.HEALTH] * 3, strict=True):
        say_sector(town.store, user_id, sector, town.now)
    town.go_to(town.now + MINUTE)
    shown = {line.sector for asked in town.digest().questions for line in asked.lines}
    assert shown == {Sector.POLICE, Sector.HEALTH}


def test_a_sector_that_changes_changes_the_draft(town: Town) -> None:
    town.group = alike
    town.drafted(*MEMBERS)
    for user_id, sector in zip(MEMBERS, [Sector.POLICE, Sector.HEALTH] * 3, strict=True):
        say_sector(town.store, user_id, sector, town.now)
    town.go_to(town.now + MINUTE)
    for user_id in MEMBERS[::2]:
        say_sector(town.store, user_id, Sector.HOUSING, town.now)
    town.go_to(town.now + MINUTE)
    assert '"police"' not in town.held().content


def test_late_words_wait_for_the_next_digest(town: Town) -> None:
    town.drafted(*MEMBERS[:3])
    town.now += MINUTE
    late = town.say("U0DORA", "Late words.", number=50)
    town.go_to(town.now + MINUTE)
    choose_quoting(town.store, town.book, CYCLE, "U0DORA", Choice.QUOTE, town.now)
    assert "Late words." not in town.held().content
    town.decide(DigestState.APPROVED)
    town.go_to(ISSUE_AT)
    answer_the_next(town)
    town.go_to(NEXT_DRAFT_AT)
    assert "Late words." in town.words_in_digest(NEXT_CYCLE)
    carried = [asked for asked in town.digest(NEXT_CYCLE).questions if asked.carried]
    assert [asked.text for asked in carried] == [FIRST.question]
    assert "Words of person 0." not in town.held(NEXT_CYCLE).content
    town.withdraw(late)
    town.go_to(town.now + MINUTE)
    assert "Late words." not in town.held(NEXT_CYCLE).content


def answer_the_next(town: Town) -> None:
    """The next cycle's prompt is asked, also without the board's answer, and three people reply."""
    if town.held().state is DigestState.PUBLISHED:
        go_on(town.store, town.book, CYCLE, COORDINATOR, town.now)
    town.ask(LATER)
    for number, user_id in enumerate(MEMBERS[:3]):
        town.say(user_id, f"Spring words of person {number}.", LATER, number=number)
    town.go_to(town.now + MINUTE)
    for user_id in MEMBERS[:3]:
        choose_quoting(town.store, town.book, NEXT_CYCLE, user_id, Choice.QUOTE, town.now)


def test_what_a_digest_that_was_never_sent_held_is_carried_to_the_next(town: Town) -> None:
    town.drafted(*MEMBERS[:3])
    town.go_to(MEETING_AT)
    assert town.held().state is DigestState.EXPIRED
    answer_the_next(town)
    town.go_to(NEXT_DRAFT_AT)
    assert "Words of person 0." in town.words_in_digest(NEXT_CYCLE)


def test_while_dots_slept_through_the_meeting_replies_are_carried(town: Town) -> None:
    town.answered_by(*MEMBERS[:3])
    town.go_to(MEETING_AT + timedelta(days=1))
    assert town.held().state is DigestState.EXPIRED
    assert any("was not running" in note for note in town.notes())
    answer_the_next(town)
    town.go_to(NEXT_DRAFT_AT)
    assert "Words of person 0." in town.words_in_digest(NEXT_CYCLE)


def test_the_second_cycle_asks_again_when_fewer_than_three_people_answered(town: Town) -> None:
    town.drafted(*MEMBERS[:2])
    assert town.digest().kind == "questions-again"
    assert "Words of person" not in town.held().content


def test_no_draft_is_made_when_nothing_was_asked(town: Town) -> None:
    town.keep_plan(Plan(cycles=(cycle(), next_cycle()), occurrences=()))
    town.go_to(DRAFT_AT)
    assert town.slack.said == []


def test_words_found_by_the_sweep_before_the_draft_keep_their_authors_wish(found: Found) -> None:
    town = found(partnership(privacy={"quotes": "assumed"}))
    town.plan_also(SECOND)
    town.answered_by(*MEMBERS[:4], choice=None)
    choose_quoting(town.store, town.book, CYCLE, MEMBERS[0], Choice.LEAVE_OUT, town.now)
    town.ask(SECOND)
    for number, user_id in enumerate(MEMBERS[:4]):  # Slack never told us of these
        town.say_unheard(user_id, f"Unheard words {number}.", SECOND, number=number)
    town.go_to(DRAFT_AT)
    assert "Unheard words 1." in town.words_in_digest()
    assert "Unheard words 0." not in town.held().content


def long_words(number: int) -> str:
    return f"{number} " + "A long answer about how we work together. " * 20


def long_draft(town: Town) -> None:
    """A draft of several pages."""
    town.ask()
    for number, user_id in enumerate(MEMBERS):
        town.say(user_id, long_words(number), number=number)
    town.go_to(town.now + MINUTE)
    for user_id in MEMBERS:
        choose_quoting(town.store, town.book, CYCLE, user_id, Choice.QUOTE, town.now)
    town.to_draft()


def draft_pages(town: Town) -> list[DraftMessage]:
    return [e.message for e in town.slack.of(DraftMessage) if isinstance(e.message, DraftMessage)]


def test_later_pages_of_a_draft_stand_in_the_thread_of_the_first_in_order(town: Town) -> None:
    long_draft(town)
    said = town.slack.of(DraftMessage)
    assert len(said) > 2
    assert said[0].thread_ts is None
    assert {each.thread_ts for each in said[1:]} == {said[0].ts}
    assert [page.page_number for page in draft_pages(town)] == list(range(len(said)))


def test_a_draft_that_becomes_shorter_says_so_on_the_pages_it_leaves(town: Town) -> None:
    long_draft(town)
    posted = len(town.slack.of(DraftMessage))
    for user_id in MEMBERS[:3]:
        take_back(town.store, town.book, CYCLE, user_id, town.now)
    town.go_to(town.now + MINUTE, rounds=20)
    left = draft_pages(town)
    assert len(left) < posted
    assert all(page.last_page == len(left) - 1 for page in left)
    in_channel = town.slack.in_channel(COORDINATORS)
    gone = [e.message.text for e in in_channel if isinstance(e.message, NoteMessage)]
    assert len(gone) == posted - len(left)
    assert set(gone) == {"This page is no longer needed: the draft above is complete."}


def test_a_draft_that_grows_again_uses_the_pages_it_left(town: Town) -> None:
    long_draft(town)
    posted = len(town.slack.of(DraftMessage))
    for user_id in MEMBERS[:3]:
        choose_quoting(town.store, town.book, CYCLE, user_id, Choice.LEAVE_OUT, town.now)
    town.go_to(town.now + MINUTE, rounds=20)
    for user_id in MEMBERS[:3]:
        choose_quoting(town.store, town.book, CYCLE, user_id, Choice.QUOTE, town.now)
    town.go_to(town.now + MINUTE, rounds=20)
    assert len(draft_pages(town)) == posted
    assert len(town.slack.in_channel(COORDINATORS)) == posted


def test_a_draft_that_grows_beyond_its_pages_posts_new_ones_in_the_thread(town: Town) -> None:
    town.drafted(*MEMBERS, choice=None)
    posted = len(town.slack.of(DraftMessage))
    for number, words in enumerate(list(town.slack.threads[town.prompt().ts])):
        town.edit(words, long_words(number))
    for user_id in MEMBERS:
        choose_quoting(town.store, town.book, CYCLE, user_id, Choice.QUOTE, town.now)
    town.go_to(town.now + MINUTE, rounds=20)
    said = town.slack.of(DraftMessage)
    assert len(said) > posted
    assert {each.thread_ts for each in said[1:]} == {said[0].ts}


def test_the_digest_reads_as_it_stands_before_it_is_drafted(town: Town) -> None:
    assert current_digest(town.store, town.book, town.group, town.partnership, town.now) is None
    town.answered_by(*MEMBERS[:3])
    digest = current_digest(town.store, town.book, town.group, town.partnership, town.now)
    assert digest is not None
    assert len(digest.questions[0].lines) == 3


def test_changes_that_come_faster_than_slack_takes_them_are_shown_in_one_update(town: Town) -> None:
    said = town.drafted()
    town.slack.fail("update", NotSentError("ratelimited", retry_after=30))
    for number in range(5):
        town.now += timedelta(seconds=1)
        town.edit(said[0], f"Words for the time being {number}.")
        town.tick()
    town.go_to(town.now + MINUTE)
    assert "Words for the time being 4." in repr([e.message for e in town.slack.of(DraftMessage)])
    assert town.slack.calls.count("update") == len(town.slack.of(DraftMessage)) + 1


def test_the_board_hears_nothing_while_nobody_has_approved(town: Town) -> None:
    town.drafted()
    town.go_to(MEETING_AT)
    assert town.slack.in_channel(BOARD) == []
    assert town.slack.of(DigestMessage) == []


def test_questions_asked_in_two_channels_are_one_question(town: Town) -> None:
    both = tuple(
        occurrence(0, date(2027, 1, 5), channel=channel) for channel in ("C0STRATEGY", "C0PLACES1")
    )
    town.keep_plan(Plan(cycles=(cycle(),), occurrences=both))
    town.ask(both[0])
    for number, (user_id, to) in enumerate(zip(MEMBERS[:4], both * 2, strict=True)):
        town.say(user_id, f"Words {number}.", to, number=number)
    town.go_to(DRAFT_AT)
    (asked,) = town.digest().questions
    assert (asked.channels, len(asked.views)) == (2, 4)
