"""The printed calendar and the iCalendar file of an invented partnership."""

from datetime import timedelta

from icalendar import Calendar, Event

from bot.core.asking.planning import plan
from bot.paper.calendar_ics import calendar_ics
from bot.paper.calendar_text import calendar_text
from tests.core.asking.anytown import anytown, at, bank

NOW = at("2026-09-01T08:00")
ANYTOWN = anytown("2027-01-20")
PLAN = plan(ANYTOWN, bank(), NOW)


def unwrapped(printed: str) -> str:
    return " ".join(printed.split())


def events(written: bytes) -> list[Event]:
    read = Calendar.from_ical(written)
    return [event for event in read.walk("VEVENT") if isinstance(event, Event)]


def uids(written: bytes) -> set[str]:
    return {str(event["UID"]) for event in events(written)}


def test_everything_that_will_be_sent_is_printed_in_order() -> None:
    printed = unwrapped(calendar_text(ANYTOWN, PLAN))
    assert printed.count(". Prompt to #anytown-one and #anytown-two.") == 6
    assert printed.count(". One reminder to #anytown-one and #anytown-two.") == 6
    first = printed.index("Thursday 8 October 2026, 09:30. Prompt to")
    draft = printed.index("Wednesday 6 January 2027, 09:30. Draft digest to the coordinators")
    digest = printed.index("Tuesday 12 January 2027, 09:30. Digest to the board in #anytown-board.")
    meeting = printed.index("Wednesday 20 January 2027, 10:00. Meeting of the board.")
    answers = printed.index("Thursday 21 January 2027, 09:30. Question about the board's answers")
    assert first < draft < digest < meeting < answers
    for asked in PLAN.occurrences:
        assert f"“{asked.question}”" in printed
        assert f"({asked.practices[0]}, " in printed


def test_the_printed_calendar_fits_a_terminal_and_draws_nothing() -> None:
    noted = plan(ANYTOWN, bank(), at("2026-11-12T12:00"))
    printed = calendar_text(ANYTOWN, noted)
    assert max(len(line) for line in printed.splitlines()) <= 80
    assert not {"=", "|", "─", "*"} & set(printed)
    assert "Please note" in printed


def test_what_happens_without_approval_is_said() -> None:
    assert "waits until a coordinator has approved it" in calendar_text(ANYTOWN, PLAN)
    publish = anytown("2027-01-20", board={"if_unapproved": "publish"})
    assert "even if no coordinator has approved it" in unwrapped(calendar_text(publish, PLAN))


def test_a_partnership_that_is_not_live_or_has_no_meeting_says_so() -> None:
    assert "not live" in calendar_text(anytown("2027-01-20", live=False), PLAN)
    assert "not live" not in calendar_text(ANYTOWN, PLAN)
    over = plan(ANYTOWN, bank(), at("2027-02-01T12:00"))
    assert "No board meeting lies ahead" in calendar_text(ANYTOWN, over)


def test_the_calendar_file_holds_the_same_entries_in_utc() -> None:
    found = events(calendar_ics(ANYTOWN, PLAN, NOW))
    assert len(found) == 6 + 6 + 4
    starts = {str(event["SUMMARY"]): event.decoded("dtstart") for event in found}
    asked = PLAN.occurrences[0]
    assert starts[f"Prompt: {asked.question}"] == asked.due_at
    assert starts["Draft digest"] == PLAN.cycles[0].draft_at
    for stamp in ("dtstamp", "last-modified"):
        assert {event.decoded(stamp) for event in found} == {NOW}


def test_an_entry_keeps_its_uid_when_the_plan_is_made_again() -> None:
    again = plan(ANYTOWN, bank(), NOW + timedelta(days=1), PLAN.cycles)
    moved = plan(anytown("2027-01-21"), bank(), NOW, PLAN.cycles)
    first = uids(calendar_ics(ANYTOWN, PLAN, NOW))
    assert len(first) == 16
    assert uids(calendar_ics(ANYTOWN, again, NOW)) == first
    of_board = {uid for uid in first if uid.startswith("anytown/2027-01-20/")}
    assert len(of_board) == 4
    assert of_board <= uids(calendar_ics(ANYTOWN, moved, NOW))


def test_a_later_file_is_the_newer_one_for_calendars() -> None:
    first, second = (
        {int(str(event["SEQUENCE"])) for event in events(calendar_ics(ANYTOWN, PLAN, stamped_at))}
        for stamped_at in (NOW, NOW + timedelta(seconds=1))
    )
    assert len(first) == len(second) == 1
    assert 0 < first.pop() < second.pop() < 2**31


def test_the_calendar_file_names_no_channel_and_no_person() -> None:
    written = calendar_ics(ANYTOWN, PLAN, NOW).decode()
    assert "#" not in written
    assert "anytown-one" not in written
    assert "U01" not in written
    assert "C01" not in written


def test_the_same_plan_writes_the_same_bytes() -> None:
    assert calendar_ics(ANYTOWN, PLAN, NOW) == calendar_ics(ANYTOWN, PLAN, NOW)
