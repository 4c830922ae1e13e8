"""Prompts go out when they are due, once; late is missed and told; one reminder follows."""

from datetime import timedelta

from bot.core.asking.plan import OccurrenceState
from bot.core.messages import PromptMessage, ReminderMessage
from bot.core.outbox import Kind, OutboxState
from bot.usecases.asking.ask import ask_due
from bot.usecases.ports import NotSentError
from tests.usecases.anytown import COORDINATORS, FIRST, SECOND, STRATEGY, Town

MINUTE = timedelta(minutes=1)


def test_nothing_is_asked_before_its_time(town: Town) -> None:
    town.go_to(FIRST.due_at - MINUTE)
    assert town.slack.said == []
    assert town.tick() == FIRST.due_at


def test_a_prompt_is_posted_at_its_time_with_who_sees_it_and_the_numbers(town: Town) -> None:
    prompt = town.ask().message
    assert isinstance(prompt, PromptMessage)
    assert prompt.question == FIRST.question
    assert "our copy is deleted 6 months after the meeting" in prompt.privacy
    assert prompt.safeguarding == town.partnership.safeguarding
    assert town.occurrence().state is OccurrenceState.ASKED


def test_asking_again_and_again_posts_once(town: Town) -> None:
    town.ask()
    for _ in range(3):
        ask_due(town.store, town.book, town.now)
        town.go_to(town.now + MINUTE)
    assert len(town.slack.of(PromptMessage)) == 1


def test_the_reminder_stands_in_the_thread_half_way_and_comes_once(town: Town) -> None:
    prompt = town.ask()
    town.go_to(FIRST.remind_at - MINUTE)
    assert town.slack.of(ReminderMessage) == []
    for hours in (0, 1, 2):
        town.go_to(FIRST.remind_at + timedelta(hours=hours))
    (reminder,) = (r for r in town.slack.of(ReminderMessage) if r.thread_ts == prompt.ts)
    assert "U0" not in repr(reminder.message)


def test_no_reminder_comes_after_the_window_has_closed(town: Town) -> None:
    town.ask()
    town.go_to(FIRST.closes_at + MINUTE)
    assert all(r.thread_ts != town.prompt().ts for r in town.slack.of(ReminderMessage))


def test_a_prompt_that_is_too_late_is_missed_and_told_never_sent(town: Town) -> None:
    town.go_to(FIRST.cut_off_at + MINUTE)
    assert town.slack.in_channel(STRATEGY) == []
    assert town.occurrence().state is OccurrenceState.MISSED
    (note,) = town.notes()
    assert FIRST.question in note
    assert "was not posted in #strategy" in note


def test_a_missed_prompt_is_told_once_and_has_no_reminder(town: Town) -> None:
    town.go_to(FIRST.cut_off_at + MINUTE)
    town.go_to(FIRST.cut_off_at + timedelta(hours=1))
    assert len(town.notes()) == 1
    town.slack.close(STRATEGY, NotSentError("unreachable"))
    town.go_to(FIRST.remind_at)
    assert town.outbox(Kind.REMINDER) == []


def test_a_prompt_that_never_reaches_slack_is_missed_in_the_end(town: Town) -> None:
    town.slack.close(STRATEGY, NotSentError("unreachable"))
    town.go_to(FIRST.due_at)
    (prompt,) = town.outbox(Kind.PROMPT)
    assert prompt.state is OutboxState.PENDING
    town.go_to(FIRST.cut_off_at + MINUTE)
    (prompt,) = town.outbox(Kind.PROMPT)
    assert prompt.state is OutboxState.MISSED


def test_two_prompts_that_come_due_in_a_sleep_are_both_dealt_with(town: Town) -> None:
    town.plan_also(SECOND)
    town.go_to(SECOND.due_at)
    assert town.occurrence(FIRST).state is OccurrenceState.MISSED
    assert town.occurrence(SECOND).state is OccurrenceState.ASKED
    assert len(town.slack.in_channel(COORDINATORS)) == 1


def test_a_partnership_that_is_not_live_is_not_asked(town: Town) -> None:
    resting = town.partnership.model_copy(update={"live": False})
    ask_due(town.store, town.book.model_copy(update={"partnerships": (resting,)}), FIRST.due_at)
    assert town.occurrence().state is OccurrenceState.SKIPPED
    town.go_to(FIRST.due_at)
    assert town.slack.said == []


def test_a_partnership_whose_file_is_gone_is_not_asked(town: Town) -> None:
    nobody = town.book.model_copy(update={"partnerships": ()})
    ask_due(town.store, nobody, FIRST.due_at)
    assert town.occurrence().state is OccurrenceState.SKIPPED


def test_the_tick_names_the_next_moment_it_is_needed(town: Town) -> None:
    town.ask()
    town.go_to(town.now + MINUTE)
    assert town.tick() == FIRST.remind_at
