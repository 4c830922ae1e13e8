"""One line at the beginning of a week in which nothing needs anybody, for those who want it."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import text

from bot.core.asking.plan import Plan
from bot.core.messages import NoteMessage
from bot.core.outbox import Kind, OutboxState
from bot.core.partnership import Partnership
from bot.store import plans
from bot.usecases.ahead import upcoming_of
from bot.usecases.asking.weekly import arrange_weekly
from bot.usecases.tell import tell
from tests.usecases.answering.privately import PHONE, send
from tests.usecases.anytown import COORDINATORS, MEMBERS, Found, Town, cycle, partnership
from tests.usecases.fake_slack import moment
from tests.usecases.guarding.watched import release_it, said, subject, watch

MONDAY = moment("2026-11-30T09:30")
WEDNESDAY = MONDAY - timedelta(days=5)
HOUR = timedelta(hours=1)


def wanting(**more: object) -> Partnership:
    given = partnership().coordinators.model_dump(by_alias=True)
    return partnership(coordinators=given | {"weekly_line": True}, **more)


def arranged(town: Town, now: datetime = WEDNESDAY) -> Town:
    town.now = now
    with town.store.write() as tx:
        plans.replace_future(tx, "anytown", Plan(cycles=(cycle(),), occurrences=()), now)
        arrange_weekly(tx, town.partnership, now)
        arrange_weekly(tx, town.partnership, now + HOUR)
    return town


def lines(town: Town) -> list[str]:
    said = [each.message for each in town.slack.in_channel(COORDINATORS)]
    return [each.text for each in said if isinstance(each, NoteMessage)]


def test_a_quiet_week_begins_with_one_line_that_says_what_comes(found: Found) -> None:
    town = arranged(found(wanting()))
    town.go_to(MONDAY - HOUR)
    assert lines(town) == []
    town.go_to(MONDAY)
    (line,) = lines(town)
    assert line.startswith("Nothing needs you this week. What comes next: ")
    assert "the board meets on Wednesday 3 February 2027" in line
    town.go_to(MONDAY + HOUR)
    assert len(lines(town)) == 1


def test_each_quiet_week_has_its_line_and_a_loud_one_does_not_end_them(found: Found) -> None:
    town = arranged(found(wanting()))
    week = timedelta(days=7)
    town.go_to(MONDAY)
    town.go_to(MONDAY + week)
    assert len(lines(town)) == 2
    with town.store.write() as tx:
        tell(tx, town.book, "anytown", "loud", "Something happened.", town.now + HOUR)
    town.go_to(MONDAY + 2 * week)
    assert len(lines(town)) == 3
    town.go_to(MONDAY + 3 * week)
    assert [each.startswith("Nothing needs you") for each in lines(town)] == [
        True,
        True,
        False,
        True,
    ]


def test_silence_is_what_they_get_who_have_not_asked_for_it(found: Found) -> None:
    town = arranged(found(partnership()))
    town.go_to(MONDAY)
    assert lines(town) == []
    assert town.outbox(Kind.WEEKLY, "anytown") == []


def test_after_a_week_with_any_other_note_there_is_no_line(found: Found) -> None:
    town = arranged(found(wanting()))
    with town.store.write() as tx:
        tell(tx, town.book, "anytown", "something", "Something happened.", WEDNESDAY + HOUR)
    town.go_to(MONDAY)
    assert lines(town) == ["Something happened."]
    states = {each.due_at: each.state for each in town.outbox(Kind.WEEKLY, "anytown")}
    assert states == {
        MONDAY: OutboxState.CANCELLED,
        MONDAY + timedelta(days=7): OutboxState.PENDING,
    }


def test_a_line_that_is_late_is_no_use_and_is_not_sent(found: Found) -> None:
    town = arranged(found(wanting()))
    town.go_to(MONDAY + timedelta(hours=9))
    assert not any("Nothing needs you" in each for each in lines(town))


@pytest.mark.parametrize(
    ("more", "today", "due_on"),
    [
        ({}, "2026-11-25", date(2026, 11, 30)),
        ({"closures": [{"from": "2026-11-30"}]}, "2026-11-25", date(2026, 12, 1)),
        ({"quiet": [{"from": "2026-11-30", "until": "2026-12-04"}]}, "2026-11-25", None),
        ({"pauses": [{"from": "2026-11-20"}]}, "2026-11-25", None),
        ({}, "2026-12-23", None),
        ({}, "2027-03-24", date(2027, 3, 30)),
    ],
)
def test_it_comes_on_the_first_day_of_the_week_on_which_dots_may_speak(
    found: Found, more: dict[str, object], today: str, due_on: date | None
) -> None:
    town = arranged(found(wanting(**more)), moment(f"{today}T12:00"))
    put, tz = town.outbox(Kind.WEEKLY, "anytown"), town.partnership.tz
    due = [each.due_at.astimezone(tz) for each in put]
    assert [each.date() for each in due] == ([due_on] if due_on else [])
    assert all((each.hour, each.minute) == (9, 30) for each in due)
    with town.store.read() as tx:
        keys = tx.execute(text("SELECT key FROM outbox WHERE kind = 'weekly'")).scalars().all()
    assert len(keys) == len(due)


HELD_TEXT = f"You could ring {PHONE} about it."


def asked_and_watched(found: Found) -> Town:
    town = found(wanting())
    watch(town)
    town.ask()
    with town.store.write() as tx:
        arrange_weekly(tx, town.partnership, town.now)
    return town


def test_there_is_no_line_while_a_held_reply_waits_however_long(found: Found) -> None:
    town = asked_and_watched(found)
    words = said(town, MEMBERS[0], HELD_TEXT)
    for monday in ("2027-01-11T09:30", "2027-01-18T09:30"):
        town.go_to(moment(monday))
        assert not any("Nothing needs you" in each for each in lines(town))
    with town.store.read() as tx:
        needs = upcoming_of(tx, town.partnership, town.now).needs
    assert "1 held reply or line waits for somebody to look at it." in needs
    release_it(town, subject(words))
    with town.store.read() as tx:
        assert not any("held" in each for each in upcoming_of(tx, town.partnership, town.now).needs)


def test_a_private_reply_that_is_held_needs_nobody_before_others_may_know_of_it(
    found: Found,
) -> None:
    town = asked_and_watched(found)
    send(town, MEMBERS[0], HELD_TEXT, insists=True)
    needs = []
    for later in (HOUR, timedelta(days=1)):
        town.go_to(town.now + later)
        with town.store.read() as tx:
            needs.append(upcoming_of(tx, town.partnership, town.now).needs)
    assert needs == [(), ("1 held reply or line waits for somebody to look at it.",)]


def test_after_a_week_in_which_something_was_held_and_released_there_is_no_line(
    found: Found,
) -> None:
    town = asked_and_watched(found)
    release_it(town, subject(said(town, MEMBERS[0], HELD_TEXT)))
    town.go_to(moment("2027-01-11T09:30"))
    assert not any("Nothing needs you" in each for each in lines(town))
