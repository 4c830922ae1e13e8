"""Late answers are thanked, and their authors told in which digest they will be."""

from datetime import timedelta

from bot.core.messages import LateMessage, PostMessage, PrivateLine
from bot.usecases.answering.reading import private_replies
from tests.usecases.answering.privately import send, take_back
from tests.usecases.anytown import (
    COORDINATOR,
    COORDINATORS,
    CYCLE,
    DRAFT_AT,
    FIRST,
    OUTSIDER,
    SECOND,
    Town,
)

ANNA, BRYN, CATO = "U0ANNA", "U0BRYN", "U0CATO"
MINUTE = timedelta(minutes=1)


def thanks(town: Town, who: str) -> list[str]:
    return [
        " ".join(each.message.lines)
        for each in town.slack.of(LateMessage)
        if each.channel_id == f"D{who[1:]}" and isinstance(each.message, LateMessage)
    ]


def test_a_first_answer_that_is_late_is_told_so_with_its_private_line(town: Town) -> None:
    town.ask()
    town.go_to(FIRST.closes_at + MINUTE)
    town.say(ANNA, "Late, but here.")
    town.go_to(town.now + MINUTE)
    (line,) = town.slack.of(PrivateLine)
    assert isinstance(line.message, PrivateLine)
    assert "digest for the meeting on Wednesday 3 February 2027" in (line.message.late or "")
    assert thanks(town, ANNA) == []


def test_who_has_answered_before_is_thanked_once_a_question(town: Town) -> None:
    town.plan_also(SECOND)
    town.ask()
    town.ask(SECOND)
    town.say(ANNA, "In time.")
    town.go_to(SECOND.closes_at + MINUTE)
    for number in range(2):
        town.say(ANNA, f"Late {number}.", SECOND, number=number)
        town.go_to(town.now + MINUTE)
    (told,) = thanks(town, ANNA)
    assert SECOND.question in told


def test_after_the_draft_it_goes_to_the_next_digest(town: Town) -> None:
    town.drafted(ANNA, BRYN, CATO)
    town.go_to(DRAFT_AT + timedelta(hours=2))
    town.say(ANNA, "After the draft.", number=9)
    town.go_to(town.now + MINUTE)
    (told,) = thanks(town, ANNA)
    assert "meeting on Wednesday 5 May 2027" in told


def test_an_answer_in_time_is_not_called_late(town: Town) -> None:
    town.answered_by(ANNA)
    (line,) = town.slack.of(PrivateLine)
    assert isinstance(line.message, PrivateLine)
    assert line.message.late is None
    assert thanks(town, ANNA) == []


def test_private_replies_are_announced_once_a_morning_and_read_by_coordinators(town: Town) -> None:
    town.ask()
    send(town, ANNA, "The one.")
    send(town, BRYN, "The other.")
    town.go_to(town.now + timedelta(hours=6))
    assert town.slack.of(PostMessage) == []
    assert private_replies(town.store, town.book, CYCLE, COORDINATOR, town.now) == []
    town.go_to(FIRST.due_at + timedelta(days=1))
    (post,) = town.slack.of(PostMessage)
    assert post.channel_id == COORDINATORS
    assert isinstance(post.message, PostMessage)
    assert "2 private replies" in post.message.text
    read = private_replies(town.store, town.book, CYCLE, COORDINATOR, town.now) or []
    assert {each.words for each in read} == {"The one.", "The other."}
    for who in (OUTSIDER, ANNA):
        assert private_replies(town.store, town.book, CYCLE, who, town.now) is None


def test_what_was_taken_back_before_the_morning_is_not_announced(town: Town) -> None:
    town.ask()
    send(town, ANNA, "Too soon.")
    take_back(town, ANNA)
    town.go_to(FIRST.due_at + timedelta(days=1))
    assert town.slack.of(PostMessage) == []


def test_what_was_changed_today_is_read_tomorrow(town: Town) -> None:
    town.ask()
    send(town, ANNA, "As it was.")
    town.go_to(FIRST.due_at + timedelta(days=1))
    send(town, ANNA, "As it is.")
    assert private_replies(town.store, town.book, CYCLE, COORDINATOR, town.now) == []
    town.go_to(FIRST.due_at + timedelta(days=2))
    read = private_replies(town.store, town.book, CYCLE, COORDINATOR, town.now) or []
    assert [each.words for each in read] == ["As it is."]
