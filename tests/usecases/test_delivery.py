"""Each message is sent once: claimed before the network hears of it, looked up when in doubt."""

import threading
from datetime import timedelta

import pytest

from bot.core.digest.signoff import DigestState, Held
from bot.core.messages import NoteMessage, PrivateLine, PromptMessage
from bot.core.outbox import (
    LEASE,
    REMEDY_EVERY,
    SECOND_LOOK,
    Kind,
    OutboxMessage,
    OutboxState,
)
from bot.store import digests, outbox
from bot.usecases.asking.ask import ask_due
from bot.usecases.ports import InDoubtError, NotSentError, RefusedError
from bot.usecases.tell import solve
from tests.usecases.anytown import (
    COORDINATOR,
    COORDINATORS,
    FIRST,
    OTHER_COORDINATOR,
    STRATEGY,
    Town,
)
from tests.usecases.fake_slack import Crash

MINUTE = timedelta(minutes=1)
QUARTER = timedelta(minutes=15)


def state_of_prompt(town: Town) -> OutboxState:
    (message,) = town.outbox(Kind.PROMPT)
    return message.state


def test_a_message_is_marked_sending_before_the_network_hears_of_it(town: Town) -> None:
    seen = []

    def post(*_: object, **__: object) -> None:
        seen.append(state_of_prompt(town))
        raise NotSentError("unreachable")

    town.slack.post = post  # type: ignore[method-assign,assignment]
    town.go_to(FIRST.due_at, rounds=1)
    assert seen == [OutboxState.SENDING]


def test_two_couriers_in_many_threads_post_each_message_once(town: Town) -> None:
    town.now = FIRST.due_at
    ask_due(town.store, town.book, town.now)
    couriers = [town.new_courier() for _ in range(2)]
    start = threading.Barrier(8)

    def deliver(number: int) -> None:
        start.wait()
        while couriers[number % 2].deliver_next():
            pass

    threads = [threading.Thread(target=deliver, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(town.slack.of(PromptMessage)) == 1


def crash_while_posting(town: Town, *, arrives: bool) -> None:
    town.now = FIRST.due_at
    ask_due(town.store, town.book, town.now)
    town.slack.fail("post", Crash(), arrives=arrives)
    with pytest.raises(Crash):
        town.courier.deliver_next()
    assert state_of_prompt(town) is OutboxState.SENDING
    town.restart()


def test_a_crash_after_sending_is_found_and_not_sent_again(town: Town) -> None:
    crash_while_posting(town, arrives=True)
    town.go_to(town.now + LEASE + MINUTE)
    assert state_of_prompt(town) is OutboxState.SENT
    assert len(town.slack.of(PromptMessage)) == 1
    (message,) = town.outbox(Kind.PROMPT)
    assert message.ts == town.prompt().ts
    assert town.slack.looked_since[0] < FIRST.due_at


def test_nothing_is_looked_up_while_its_sender_may_still_be_at_it(town: Town) -> None:
    crash_while_posting(town, arrives=True)
    town.go_to(town.now + LEASE / 2, rounds=1)
    assert "find" not in town.slack.calls


def test_a_crash_before_sending_is_sent_only_after_two_looks_far_enough_apart(town: Town) -> None:
    crash_while_posting(town, arrives=False)
    first_look = town.now + LEASE + timedelta(seconds=1)
    town.go_to(first_look, rounds=1)
    town.go_to(first_look + SECOND_LOOK - timedelta(seconds=1), rounds=1)
    assert town.slack.calls.count("find") == 1
    assert town.slack.of(PromptMessage) == []
    town.go_to(first_look + SECOND_LOOK + timedelta(seconds=1))
    assert town.slack.calls.count("find") == 2
    assert len(town.slack.of(PromptMessage)) == 1
    assert state_of_prompt(town) is OutboxState.SENT


def test_a_post_that_lands_between_the_two_looks_is_not_sent_again(town: Town) -> None:
    crash_while_posting(town, arrives=False)
    town.go_to(town.now + LEASE + timedelta(seconds=1), rounds=1)
    (message,) = town.outbox(Kind.PROMPT)
    late = town.slack.post(
        NoteMessage(text="Late."), outbox_id=message.id, target=STRATEGY, thread_ts=None
    )
    town.go_to(town.now + SECOND_LOOK + timedelta(seconds=1))
    (message,) = town.outbox(Kind.PROMPT)
    assert (message.state, message.ts) == (OutboxState.SENT, late.ts)
    assert len(town.slack.in_channel(STRATEGY)) == 1


def test_of_two_that_arrived_the_later_is_deleted(town: Town) -> None:
    crash_while_posting(town, arrives=True)
    (message,) = town.outbox(Kind.PROMPT)
    first = town.slack.said[0]
    double = town.slack.post(first.message, outbox_id=message.id, target=STRATEGY, thread_ts=None)
    town.go_to(town.now + LEASE + MINUTE)
    assert town.slack.deleted == [double.ts]
    assert [each.ts for each in town.slack.in_channel(STRATEGY)] == [first.ts]
    (message,) = town.outbox(Kind.PROMPT)
    assert message.ts == first.ts


def test_a_lost_answer_is_looked_up_not_sent_again(town: Town) -> None:
    town.slack.fail("post", InDoubtError("connection lost"), arrives=True)
    town.go_to(FIRST.due_at)
    assert state_of_prompt(town) is OutboxState.SENDING
    town.go_to(town.now + LEASE + MINUTE)
    assert state_of_prompt(town) is OutboxState.SENT
    assert town.slack.calls.count("post") == 1


@pytest.mark.parametrize(
    "error", [NotSentError("unreachable"), RefusedError("odd"), InDoubtError("x")]
)
def test_while_slack_cannot_be_asked_a_doubt_stays_a_doubt(town: Town, error: Exception) -> None:
    crash_while_posting(town, arrives=False)
    town.slack.fail("find", error)
    town.go_to(town.now + LEASE + timedelta(seconds=1), rounds=1)
    assert state_of_prompt(town) is OutboxState.SENDING
    assert "post" not in town.slack.calls[1:]


def test_looking_up_rests_when_slack_says_so(town: Town) -> None:
    crash_while_posting(town, arrives=True)
    town.slack.fail("find", NotSentError("ratelimited", retry_after=120))
    town.go_to(town.now + LEASE + timedelta(seconds=1), rounds=1)
    town.go_to(town.now + LEASE + timedelta(seconds=60), rounds=1)
    assert town.slack.calls.count("find") == 1
    town.go_to(town.now + timedelta(seconds=120))
    assert state_of_prompt(town) is OutboxState.SENT


def test_a_rate_limit_rests_the_method_in_every_process(town: Town) -> None:
    town.slack.fail("post", NotSentError("ratelimited", retry_after=30))
    town.now = FIRST.due_at
    ask_due(town.store, town.book, town.now)
    assert town.courier.deliver_next()
    town.restart()
    town.tell("Something else to post.")
    town.now += timedelta(seconds=29)
    assert not town.new_courier().deliver_next()
    assert town.slack.calls == ["post"]
    town.go_to(town.now + timedelta(seconds=2))
    assert len(town.slack.said) == 2


def test_not_being_in_a_channel_is_told_once_and_tried_every_quarter_of_an_hour(
    town: Town,
) -> None:
    town.slack.close(STRATEGY, NotSentError("not_in_channel", needs_person=True))
    town.go_to(FIRST.due_at)
    for _ in range(4):
        town.go_to(town.now + timedelta(minutes=14, seconds=50))
        town.go_to(town.now + timedelta(seconds=15))
    (note,) = town.notes()
    assert "/invite @Dots" in note
    assert "every 15 minutes" in note
    tries = town.slack.calls.count("post") - 1  # the note is a post too
    assert tries == 5
    town.slack.open(STRATEGY)
    town.go_to(town.now + QUARTER)
    assert state_of_prompt(town) is OutboxState.SENT


def test_when_their_channel_is_closed_coordinators_are_told_one_by_one(town: Town) -> None:
    town.slack.close(COORDINATORS, NotSentError("channel_not_found", needs_person=True))
    town.slack.close(STRATEGY, NotSentError("is_archived", needs_person=True))
    town.go_to(FIRST.due_at)
    places = [said.channel_id for said in town.slack.said]
    assert sorted(places) == sorted([f"D{COORDINATOR[1:]}", f"D{OTHER_COORDINATOR[1:]}"])


def test_what_slack_will_never_take_is_given_up_and_told(town: Town) -> None:
    town.slack.fail("post", RefusedError("msg_too_long"))
    town.go_to(FIRST.due_at)
    assert state_of_prompt(town) is OutboxState.FAILED
    (note,) = town.notes()
    assert "msg_too_long" in note
    town.go_to(town.now + MINUTE)
    assert town.slack.of(PromptMessage) == []


def test_a_network_that_is_down_is_tried_again_after_longer_and_longer_waits(town: Town) -> None:
    town.slack.close(STRATEGY, NotSentError("unreachable"))
    town.now = FIRST.due_at
    waits = []
    for _ in range(4):
        tries = len(town.slack.calls)
        started = town.now
        while len(town.slack.calls) == tries:
            town.tick()
            town.now += timedelta(seconds=1)
        waits.append((town.now - started).total_seconds())
    assert waits == sorted(waits)
    assert waits[-1] >= 2 * waits[1]
    town.slack.open(STRATEGY)
    town.go_to(town.now + MINUTE)
    assert state_of_prompt(town) is OutboxState.SENT


def test_a_refused_direct_message_becomes_a_line_only_they_see_in_the_thread(town: Town) -> None:
    town.ask()
    town.slack.close("U0ANNA", RefusedError("cannot_dm_bot"))
    town.say("U0ANNA", "We could ask sooner.")
    town.go_to(town.now + MINUTE)
    (line,) = town.slack.of(PrivateLine)
    assert (line.channel_id, line.only_to) == (STRATEGY, "U0ANNA")
    assert line.thread_ts == town.prompt().ts


def test_a_private_line_that_needs_somebody_is_shown_in_the_thread_too(town: Town) -> None:
    town.ask()
    town.slack.close("U0ANNA", NotSentError("missing_scope", needs_person=True))
    town.say("U0ANNA", "We could ask sooner.")
    town.go_to(town.now + MINUTE)
    (line,) = town.slack.of(PrivateLine)
    assert line.only_to == "U0ANNA"
    assert town.notes() == []


def test_a_whisper_in_doubt_is_not_repeated(town: Town) -> None:
    town.ask()
    town.slack.close("U0ANNA", RefusedError("cannot_dm_bot"))
    town.slack.fail("whisper", InDoubtError("connection lost"))
    town.say("U0ANNA", "We could ask sooner.")
    town.go_to(town.now + MINUTE)
    town.go_to(town.now + MINUTE)
    assert town.slack.calls.count("whisper") == 1


def test_one_message_that_cannot_be_composed_keeps_nothing_else_waiting(town: Town) -> None:
    with town.store.write() as tx:
        outbox.add(
            tx,
            OutboxMessage(
                id="broken",
                key="broken",
                kind=Kind.DRAFT,
                partnership_id="anytown",
                subject=FIRST.cycle_id,
                page=-99,
                target=COORDINATORS,
                due_at=town.now,
            ),
        )
        digests.add(
            tx,
            Held(
                cycle_id=FIRST.cycle_id,
                partnership_id="anytown",
                version=1,
                state=DigestState.DRAFT,
                content="not a digest",
                cut_at=town.now,
                compiled_at=town.now,
            ),
        )
    town.go_to(FIRST.due_at)
    assert state_of_prompt(town) is OutboxState.SENT


def test_one_channel_takes_one_message_a_second(town: Town) -> None:
    town.tell("One.")
    assert town.courier.deliver_next()
    town.tell("Two.")
    assert not town.courier.deliver_next()
    town.now += timedelta(seconds=1)
    assert town.courier.deliver_next()
    assert town.notes() == ["One.", "Two."]


def test_what_waits_to_be_told_at_the_same_time_is_told_in_one_message(town: Town) -> None:
    town.tell("One.")
    town.tell("Two.")
    town.tell("Two.")
    town.go_to(town.now)
    assert town.notes() == ["One.\n\nTwo."]


def test_a_note_ends_when_what_it_says_is_solved(town: Town) -> None:
    town.slack.close(STRATEGY, NotSentError("not_in_channel", needs_person=True))
    town.go_to(FIRST.due_at)
    (note,) = town.notes()
    assert "could not be posted in #strategy yet" in note
    town.slack.open(STRATEGY)
    town.go_to(FIRST.due_at + REMEDY_EVERY)
    (solved,) = town.notes()
    assert solved == f"Settled, nothing more to do: {note}"


def test_what_is_solved_before_anybody_saw_it_is_not_told(town: Town) -> None:
    town.tell("One.")
    town.tell("Two.")
    with town.store.write() as tx:
        solve(tx, "anytown", "One.", town.now)
    town.go_to(town.now)
    assert town.notes() == ["Two."]


def test_a_clock_set_back_does_not_silence_a_channel(town: Town) -> None:
    town.ask()
    town.now -= timedelta(hours=1)
    town.tell("One.")
    town.go_to(town.now)
    town.tell("Two.")
    town.go_to(town.now)
    assert len(town.notes()) == 2


def test_a_stopping_courier_takes_nothing_new(town: Town) -> None:
    town.now = FIRST.due_at
    ask_due(town.store, town.book, town.now)
    town.courier.stopping = True
    assert not town.courier.deliver_next()
    assert not town.courier.settle_next_doubt()
    assert state_of_prompt(town) is OutboxState.PENDING
