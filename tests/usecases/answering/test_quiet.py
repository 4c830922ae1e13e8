"""Not now: people are left in peace until a day, and hear from us then only if they asked to."""

from datetime import date, timedelta

import pytest

from bot.core.guard.finding import Detector
from bot.core.messages import AgainMessage, ReminderMessage, WarningMessage, WordingMessage
from bot.usecases.answering.quiet import end_snooze, mute_suggestions, snooze, snooze_until
from bot.usecases.forget import forget_due
from tests.usecases.answering.privately import PHONE, notices, send
from tests.usecases.anytown import FIRST, SECOND, Town

ANNA, BRYN = "U0ANNA", "U0BRYN"
FRIDAY, MONDAY = date(2027, 1, 8), date(2027, 1, 11)
MINUTE = timedelta(minutes=1)


def not_now(town: Town, until: date, *, remind: bool = False, who: str = ANNA) -> str | None:
    return snooze(town.store, town.book, FIRST.id, who, until, town.now, remind=remind)


def reminded(town: Town, who: str = ANNA) -> list[AgainMessage]:
    return [
        each.message
        for each in town.slack.of(AgainMessage)
        if each.channel_id == f"D{who[1:]}" and isinstance(each.message, AgainMessage)
    ]


def test_it_lasts_until_its_day_and_ends_by_itself(town: Town) -> None:
    town.ask()
    assert not_now(town, FRIDAY) is None
    assert snooze_until(town.store, town.book, FIRST.id, ANNA, town.now) == FRIDAY
    town.go_to(town.now + timedelta(days=3))
    assert snooze_until(town.store, town.book, FIRST.id, ANNA, town.now) is None
    assert reminded(town) == []


def test_who_asks_to_be_reminded_is_once_on_that_morning_about_what_is_open(town: Town) -> None:
    town.plan_also(SECOND)
    town.ask()
    not_now(town, FRIDAY, remind=True)
    town.ask(SECOND)
    town.go_to(FIRST.due_at.replace(day=8, hour=9, minute=29))
    assert reminded(town) == []
    town.go_to(FIRST.due_at.replace(day=8, hour=9, minute=30))
    (message,) = reminded(town)
    assert {occurrence_id for _, occurrence_id in message.questions} == {FIRST.id, SECOND.id}
    town.go_to(town.now + timedelta(days=3))
    assert len(reminded(town)) == 1


def test_what_was_answered_meanwhile_is_not_asked_again(town: Town) -> None:
    town.plan_also(SECOND)
    town.ask()
    town.ask(SECOND)
    for who in (ANNA, BRYN):
        not_now(town, FRIDAY, remind=True, who=who)
    town.say(ANNA, "After all.")
    send(town, ANNA, "And this one privately.", SECOND)
    send(town, BRYN, "Only this one.", SECOND)
    town.go_to(FIRST.due_at.replace(day=8, hour=9, minute=30))
    assert reminded(town, ANNA) == []
    assert [each.questions for each in reminded(town, BRYN)] == [((FIRST.question, FIRST.id),)]


def test_a_day_at_the_weekend_becomes_the_next_working_morning(town: Town) -> None:
    town.ask()
    not_now(town, date(2027, 1, 9), remind=True)
    town.go_to(FIRST.due_at.replace(day=10))
    assert reminded(town) == []
    town.go_to(FIRST.due_at.replace(day=11))
    assert len(reminded(town)) == 1


@pytest.mark.parametrize("until", [date(2027, 1, 5), date(2026, 12, 1), date(2029, 1, 1)])
def test_a_day_that_cannot_be_is_said_so_and_changes_nothing(town: Town, until: date) -> None:
    town.ask()
    wrong = not_now(town, until)
    assert wrong is not None
    assert "from Wednesday 6 January 2027" in wrong
    assert snooze_until(town.store, town.book, FIRST.id, ANNA, town.now) is None


def test_the_last_wish_counts_and_can_be_ended(town: Town) -> None:
    town.ask()
    not_now(town, FRIDAY, remind=True)
    not_now(town, MONDAY, remind=True)
    town.go_to(FIRST.due_at.replace(day=8, hour=10))
    assert reminded(town) == []
    end_snooze(town.store, FIRST.id, ANNA)
    town.go_to(FIRST.due_at.replace(day=11, hour=10))
    assert reminded(town) == []


def test_the_channels_reminder_names_nobody_and_goes_to_all(town: Town) -> None:
    town.ask()
    not_now(town, MONDAY)
    town.go_to(FIRST.remind_at)
    (reminder,) = town.slack.of(ReminderMessage)
    assert ANNA not in str(reminder)


def test_safety_comes_through_and_suggestions_do_not(town: Town) -> None:
    town.detectors[Detector.IDENTIFIER] = notices(PHONE)
    town.detectors[Detector.LANGUAGE] = notices("poor choices", Detector.LANGUAGE, "blame")
    town.ask()
    not_now(town, MONDAY)
    town.say(ANNA, f"They made poor choices; ring {PHONE}.")
    town.go_to(town.now + MINUTE)
    assert len(town.slack.of(WarningMessage)) == 1
    assert town.slack.of(WordingMessage) == []


def test_no_more_suggestions_means_none_and_holds_nothing_else_back(town: Town) -> None:
    town.detectors[Detector.IDENTIFIER] = notices(PHONE)
    town.detectors[Detector.LANGUAGE] = notices("poor choices", Detector.LANGUAGE, "blame")
    town.ask()
    for _ in range(2):
        mute_suggestions(town.store, ANNA)
    town.say(ANNA, f"They made poor choices; ring {PHONE}.")
    town.say(BRYN, "They made poor choices.", number=1)
    town.go_to(town.now + MINUTE)
    assert len(town.slack.of(WarningMessage)) == 1
    assert [each.channel_id for each in town.slack.of(WordingMessage)] == ["D0BRYN"]


def test_a_wish_that_is_long_over_is_forgotten(town: Town) -> None:
    town.ask()
    not_now(town, FRIDAY)
    forget_due(town.store, town.book, town.now + timedelta(days=30))
    assert snooze_until(town.store, town.book, FIRST.id, ANNA, town.now) is None
