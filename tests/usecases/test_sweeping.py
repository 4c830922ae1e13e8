"""After an absence our copy of every open thread is made equal to Slack's."""

from datetime import timedelta

import pytest

from bot.core.digest.signoff import DigestState
from bot.usecases.asking.sweep import OPEN_FOR, sweep_threads
from bot.usecases.ports import InDoubtError, NotSentError, RefusedError
from tests.usecases.anytown import ISSUE_AT, MEETING_AT, MEMBERS, SECOND, STRATEGY, Town
from tests.usecases.fake_slack import Crash

MINUTE = timedelta(minutes=1)


def sweep(town: Town, *, stops: bool = False) -> list[float]:
    """Sweep all threads; returns how long it waited for Slack each time."""
    waits: list[float] = []

    def wait(seconds: float) -> bool:
        waits.append(seconds)
        return stops

    sweep_threads(town.store, town.slack, town.clock, wait)
    return waits


def test_what_was_missed_edited_and_deleted_while_away_is_found(town: Town) -> None:
    town.ask()
    kept, edited, gone = (
        town.say(user_id, f"Words {number}.", number=number)
        for number, user_id in enumerate(MEMBERS[:3])
    )
    missed = town.say_unheard(MEMBERS[3], "Said while you were away.", number=3)
    thread = town.slack.threads[edited.thread_ts]
    thread[1] = edited.model_copy(update={"text": "Put better.", "edited_ts": "1800000000.000001"})
    thread.remove(gone)
    sweep(town)
    assert town.copies() == {
        (STRATEGY, kept.ts): "Words 0.",
        (STRATEGY, edited.ts): "Put better.",
        (STRATEGY, gone.ts): None,
        (STRATEGY, missed.ts): "Said while you were away.",
    }


def test_a_second_edit_in_the_same_second_that_was_missed_is_found(town: Town) -> None:
    town.ask()
    said = town.say("U0ANNA", "First words.")
    edited = said.model_copy(update={"text": "Put better.", "edited_ts": "1800000000.000000"})
    town.hear(edited)
    town.slack.threads[said.thread_ts] = [edited.model_copy(update={"text": "Put best."})]
    sweep(town)
    assert town.copies() == {(STRATEGY, said.ts): "Put best."}


def test_sweeping_again_changes_nothing(town: Town) -> None:
    town.drafted()
    sweep(town)
    held, copies = town.held(), town.copies()
    sweep(town)
    town.go_to(town.now + MINUTE)
    assert (town.held(), town.copies()) == (held, copies)


def test_what_was_said_while_away_is_in_the_draft(town: Town) -> None:
    town.answered_by(*MEMBERS[:3])
    town.say_unheard("U0DORA", "Said while you were away.", number=9)
    town.to_draft()
    counts = town.digest().counts
    assert counts is not None
    assert counts.replies == 4


def test_what_was_deleted_while_away_leaves_the_draft(town: Town) -> None:
    said = town.drafted(*MEMBERS[:4])
    town.slack.threads[said[0].thread_ts].remove(said[0])
    sweep(town)
    town.go_to(town.now + MINUTE)
    assert "Words of person 0." not in town.held().content


def test_a_reply_that_came_while_the_thread_was_read_is_not_taken_for_deleted(town: Town) -> None:
    town.ask()
    read = town.slack.thread

    def slowly(channel_id: str, thread_ts: str) -> list[object]:
        there = read(channel_id, thread_ts)
        town.say("U0ANNA", "Just now.")
        return list(there)

    town.slack.thread = slowly  # type: ignore[method-assign,assignment]
    sweep(town)
    assert list(town.copies().values()) == ["Just now."]


def test_slack_is_asked_again_after_the_wait_it_wanted(town: Town) -> None:
    town.ask()
    missed = town.say_unheard("U0ANNA", "Said while you were away.")
    town.slack.fail("thread", NotSentError("ratelimited", retry_after=7))
    assert sweep(town) == [7]
    assert (STRATEGY, missed.ts) in town.copies()


def test_a_sweep_that_is_asked_to_stop_stops(town: Town) -> None:
    town.ask()
    town.slack.fail("thread", NotSentError("ratelimited", retry_after=7))
    sweep(town, stops=True)
    assert town.slack.calls.count("thread") == 1


@pytest.mark.parametrize(
    "error",
    [
        NotSentError("unreachable"),
        RefusedError("thread_not_found"),
        InDoubtError("connection lost"),
    ],
)
def test_a_thread_that_cannot_be_read_deletes_nothing_and_delays_no_other(
    town: Town, error: Exception
) -> None:
    town.plan_also(SECOND)
    town.ask()
    first = town.say("U0ANNA", "Kept.")
    town.ask(SECOND)
    missed = town.say_unheard("U0BRYN", "Found.", SECOND)
    town.slack.fail("thread", error)
    sweep(town)
    assert town.copies() == {(STRATEGY, first.ts): "Kept.", (STRATEGY, missed.ts): "Found."}


def test_a_crash_in_the_middle_of_a_sweep_loses_nothing(town: Town) -> None:
    town.ask()
    town.say_unheard("U0ANNA", "Said while you were away.")
    town.slack.fail("thread", Crash())
    with pytest.raises(Crash):
        sweep(town)
    sweep(town)
    assert list(town.copies().values()) == ["Said while you were away."]


def test_a_draft_is_not_kept_waiting_by_a_thread_slack_holds_back(town: Town) -> None:
    town.answered_by(*MEMBERS[:3])
    town.slack.fail("thread", NotSentError("ratelimited", retry_after=60))
    town.to_draft()
    assert town.held().state is DigestState.DRAFT


def test_a_thread_is_read_until_late_replies_can_no_longer_come(town: Town) -> None:
    town.drafted()
    town.decide(DigestState.APPROVED)
    town.go_to(ISSUE_AT)
    town.now = MEETING_AT + OPEN_FOR - MINUTE
    before = town.slack.calls.count("thread")
    sweep(town)
    assert town.slack.calls.count("thread") == before + 1
    town.now = MEETING_AT + OPEN_FOR + MINUTE
    sweep(town)
    assert town.slack.calls.count("thread") == before + 1
