"""What members say is kept as it stands in Slack, whatever order the events come in."""

from datetime import datetime, timedelta
from itertools import permutations
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from bot.core.messages import PrivateLine
from bot.core.outbox import LEASE, Kind, OutboxState
from bot.core.replies import Choice, Heard
from bot.store.engine import Store
from bot.store.hearing import heard_since, keep_heard
from bot.usecases.asking.ask import ask_due
from bot.usecases.asking.choose import choose_quoting, take_back
from bot.usecases.asking.record import record_replies, withdraw_reply
from bot.usecases.forget import STRANGERS_FOR, forget_due
from bot.usecases.ports import InDoubtError, RefusedError
from tests.usecases.anytown import CYCLE, FIRST, MEMBERS, SECOND, STRATEGY, Town
from tests.usecases.fake_slack import heard

MINUTE = timedelta(minutes=1)


class Event(NamedTuple):
    """One thing that Slack tells of one message."""

    what: str
    words: Heard

    def tell(self, store: Store, now: datetime) -> bool:
        if self.what == "deleted":
            w = self.words
            return withdraw_reply(store, w.channel_id, w.ts, w.thread_ts, w.said_at, now)
        return record_replies(store, [self.words], now)


def life_of_a_message(town: Town) -> list[Event]:
    """Said, edited twice, deleted."""
    first = heard(town.prompt(), "U0ANNA", "First words.", town.now)
    versions = [
        first,
        first.model_copy(update={"text": "Second words.", "edited_ts": "1800000100.000100"}),
        first.model_copy(update={"text": "Third words.", "edited_ts": "1800000200.000100"}),
    ]
    return [*(Event("said", each) for each in versions), Event("deleted", first)]


def row_after(town: Town, events: list[Event]) -> tuple[object, ...]:
    """The whole stored row after these events, on an empty table."""
    with town.store.write() as tx:
        tx.execute(text("DELETE FROM replies"))
    for event in events:
        event.tell(town.store, town.now)
    with town.store.read() as tx:
        query = "SELECT ts, thread_ts, text, edited_ts, state, choice FROM replies"
        rows = tx.execute(text(query)).all()
    assert len(rows) <= 1
    return tuple(rows[0]) if rows else ()


def test_every_order_of_a_message_and_its_edits_leaves_the_last_words(town: Town) -> None:
    town.ask()
    versions = life_of_a_message(town)[:3]
    rows = {row_after(town, list(order)) for order in permutations(versions)}
    assert len(rows) == 1
    assert rows.pop()[2] == "Third words."


def test_of_two_edits_in_one_second_the_one_that_came_last_stands(town: Town) -> None:
    town.ask()
    first, second, third = life_of_a_message(town)[:3]
    at_once = third.words.model_copy(update={"edited_ts": second.words.edited_ts})
    row = row_after(town, [first, second, Event("said", at_once), Event("said", at_once), first])
    assert row[2] == "Third words."


def test_every_order_that_ends_in_a_deletion_leaves_no_words(town: Town) -> None:
    town.ask()
    for order in permutations(life_of_a_message(town)):
        row = row_after(town, list(order))
        assert (row[2], row[4]) == ("", "withdrawn")


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_events_told_again_in_any_order_change_nothing(town: Town, data: st.DataObject) -> None:
    if not town.slack.said:
        town.ask()
    told = data.draw(st.lists(st.sampled_from(life_of_a_message(town)), min_size=1, max_size=9))
    row = row_after(town, told)
    gone = any(event.what == "deleted" for event in told)
    newest = max(told, key=lambda event: event.words.edited_ts if event.what == "said" else "")
    assert row[2] == ("" if gone else newest.words.text)
    assert row[4] == ("withdrawn" if gone else "live")
    assert not any(event.tell(town.store, town.now) for event in told)


def test_only_what_changes_something_counts_as_stored_anew(town: Town) -> None:
    town.ask()
    words = heard(town.prompt(), "U0ANNA", "We could ask sooner.", town.now)
    assert town.hear(words)
    assert not town.hear(words)
    assert town.withdraw(words)
    assert not town.withdraw(words)


def test_a_message_in_any_other_thread_is_not_kept(town: Town) -> None:
    town.ask()
    words = heard((STRATEGY, "1700000000.000001"), "U0ANNA", "Lunch?", town.now)
    assert not town.hear(words)
    assert town.copies() == {}


def test_a_deletion_that_does_not_name_its_thread_still_erases_the_words(town: Town) -> None:
    town.ask()
    words = town.say("U0ANNA", "We could ask sooner.")
    withdraw_reply(town.store, words.channel_id, words.ts, "", words.said_at, town.now)
    assert town.copies() == {(words.channel_id, words.ts): None}


def test_an_answer_quicker_than_slacks_own_is_kept_and_greeted_later(town: Town) -> None:
    town.slack.fail("post", InDoubtError("connection lost"), arrives=True)
    town.go_to(FIRST.due_at)
    (message,) = town.outbox(Kind.PROMPT)
    assert message.state is OutboxState.SENDING
    words = town.say("U0ANNA", "Quick words.")
    town.tick()
    assert town.slack.of(PrivateLine) == []
    town.go_to(town.now + LEASE + MINUTE)
    town.go_to(town.now + MINUTE)
    assert town.copies() == {(STRATEGY, words.ts): "Quick words."}
    (line,) = town.slack.of(PrivateLine)
    assert line.channel_id == "D0ANNA"


def test_what_answered_no_prompt_after_all_is_erased_the_next_day(town: Town) -> None:
    town.now = FIRST.due_at
    ask_due(town.store, town.book, town.now)
    town.slack.fail("post", InDoubtError("connection lost"), arrives=True)
    assert town.courier.deliver_next()
    stranger = heard((STRATEGY, "1700000000.000001"), "U0ANNA", "Lunch?", town.now)
    assert town.hear(stranger)
    town.go_to(town.now + LEASE + MINUTE)
    answer = town.say("U0BRYN", "An answer.")
    forget_due(town.store, town.book, stranger.said_at + STRANGERS_FOR - MINUTE)
    assert len(town.copies()) == 2
    forget_due(town.store, town.book, stranger.said_at + STRANGERS_FOR + MINUTE)
    assert town.copies() == {(STRATEGY, answer.ts): "An answer."}


def choose(town: Town, user_id: str, choice: Choice) -> str:
    return choose_quoting(town.store, town.book, CYCLE, user_id, choice, town.now)


def test_a_first_reply_is_answered_with_one_private_line_a_cycle(town: Town) -> None:
    town.plan_also(SECOND)
    town.ask()
    town.say("U0ANNA", "One.", number=1)
    town.say("U0ANNA", "Two.", number=2)
    town.go_to(town.now + MINUTE)
    town.ask(SECOND)
    town.say("U0ANNA", "Three.", SECOND)
    town.go_to(town.now + MINUTE)
    (line,) = town.slack.of(PrivateLine)
    assert line.channel_id == "D0ANNA"
    assert isinstance(line.message, PrivateLine)
    assert line.message.question == FIRST.question


def test_a_reply_that_was_deleted_at_once_is_not_answered(town: Town) -> None:
    town.ask()
    town.withdraw(town.say("U0ANNA", "Oops."))
    town.go_to(town.now + MINUTE)
    assert town.slack.of(PrivateLine) == []


def test_a_choice_holds_for_what_the_same_person_says_later_in_the_cycle(town: Town) -> None:
    town.plan_also(SECOND)
    town.ask()
    town.say("U0ANNA", "One.")
    town.go_to(town.now + MINUTE)
    assert (
        choose_quoting(town.store, town.book, CYCLE, "U0ANNA", Choice.LEAVE_OUT, town.now)
        == "leave-out"
    )
    town.ask(SECOND)
    town.say("U0ANNA", "Two.", SECOND)
    town.go_to(town.now + MINUTE)
    assert choices(town) == ["leave-out", "leave-out"]


def test_an_edit_keeps_the_choice(town: Town) -> None:
    town.ask()
    words = town.say("U0ANNA", "One.")
    town.go_to(town.now + MINUTE)
    choose(town, "U0ANNA", Choice.QUOTE)
    town.edit(words, "One, and more.")
    assert choices(town) == ["quote"]


def choices(town: Town) -> list[str | None]:
    with town.store.read() as tx:
        return list(tx.execute(text("SELECT choice FROM replies ORDER BY ts")).scalars())


def test_nobody_can_choose_about_what_they_did_not_say(town: Town) -> None:
    town.answered_by("U0ANNA", choice=None)
    assert (
        choose_quoting(town.store, town.book, CYCLE, "U0BRYN", Choice.QUOTE, town.now) == "nothing"
    )
    assert take_back(town.store, town.book, CYCLE, "U0BRYN", town.now) == "nothing"
    assert choices(town) == [None]


def test_taking_back_erases_the_words_of_one_person_and_nobody_elses(town: Town) -> None:
    anna, bryn = town.answered_by("U0ANNA", "U0BRYN")
    assert take_back(town.store, town.book, CYCLE, "U0ANNA", town.now) == "taken-back"
    assert town.copies() == {(STRATEGY, anna.ts): None, (STRATEGY, bryn.ts): bryn.text}
    assert take_back(town.store, town.book, CYCLE, "U0ANNA", town.now) == "nothing"


def test_who_took_everything_back_and_speaks_again_is_answered_again(town: Town) -> None:
    town.answered_by("U0ANNA")
    take_back(town.store, town.book, CYCLE, "U0ANNA", town.now)
    town.say("U0ANNA", "On second thoughts.", number=7)
    town.go_to(town.now + MINUTE)
    assert len(town.slack.of(PrivateLine)) == 2
    assert choices(town) == [None, None]


@pytest.mark.parametrize("refusal", [RefusedError("user_not_found"), RefusedError("cannot_dm_bot")])
def test_a_member_who_cannot_be_written_to_is_still_recorded(
    town: Town, refusal: RefusedError
) -> None:
    town.ask()
    town.slack.close("U0ANNA", refusal)
    town.slack.fail("whisper", RefusedError("user_not_in_channel"))
    words = town.say("U0ANNA", "Still counts.")
    town.go_to(town.now + MINUTE)
    assert town.copies() == {(STRATEGY, words.ts): "Still counts."}
    assert town.notes() == []


def test_people_who_answered_are_counted_once_each_when_the_window_has_closed(town: Town) -> None:
    town.answered_by(*MEMBERS[:3])
    town.say(MEMBERS[0], "And another thing.", number=7)
    taken_back = town.say(MEMBERS[4], "I would rather not.", number=8)
    town.withdraw(taken_back)
    with town.store.read() as tx:
        assert heard_since(tx, "anytown", FIRST.closes_at - timedelta(seconds=1)) == {}
        assert heard_since(tx, "anytown", FIRST.closes_at) == {FIRST.id: 3}
    with town.store.write() as tx:
        keep_heard(tx, {FIRST.id: 3})
        assert heard_since(tx, "anytown", FIRST.closes_at) == {}
    assert town.occurrence().heard == 3
