"""Somebody sets up a partnership in Slack, from the first word in a channel to a plan that asks."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from typing import Any

import pytest

from bot.rehearsal import Channel, Team
from bot.rehearsal import Person as Account
from bot.rehearsal.acting.forms import FormAnswer
from bot.rehearsal.world.state import FileRecord
from bot.rehearsing.rehearsal import Rehearsal
from bot.rehearsing.scenes import new_scene
from bot.store import partnerships, plans
from tests.house.places import TOP
from tests.journeys.at_desk import Person
from tests.rehearsal.anytown import eventually

STARTS_AT = datetime(2027, 1, 5, 8, tzinfo=UTC)
ASKING, PANEL, COORDINATION, BOARD = "C0NEWASK001", "C0NEWMACE01", "C0NEWPLAN01", "C0NEWBOARD1"
MANAGER, OUTSIDER = "U0NEWMANAGER", "U0OUTSIDER01"
NAMES = {ASKING: "newtown-strategy", PANEL: "newtown-mace", COORDINATION: "newtown-dots",
         BOARD: "newtown-board"}  # fmt: skip


@pytest.fixture(scope="module")
def rehearsal() -> Iterator[Rehearsal]:
    with Rehearsal(TOP / "prompts", new_scene(STARTS_AT)) as running:
        running.workspace.triggers.lives_s = 60  # three in life; a busy machine may take longer
        workspace = running.workspace
        workspace.add_team(Team("T0OTHER0001", "Another organisation"))
        workspace.add_user(Account(MANAGER, "Morgan Invented"))
        workspace.add_user(Account(OUTSIDER, "Robin Invented", team_id="T0OTHER0001"))
        for channel_id, name in NAMES.items():
            workspace.add_channel(Channel(channel_id, name, members=[MANAGER]))
        workspace.people.join(OUTSIDER, BOARD)
        for channel_id in (PANEL, COORDINATION, BOARD):
            workspace.people.join(workspace.app.bot_user_id, channel_id)
        yield running


@pytest.fixture
def manager(rehearsal: Rehearsal) -> Iterator[Person]:
    person = Person(rehearsal, MANAGER)
    yield person
    person.leave()


def fill_in_all(manager: Person, **changes: Any) -> None:
    """Every step after the first; `changes` replace what is filled in."""
    given = {
        "board_channel": [BOARD],
        "meetings": "28 April 2027 at 14:00",
        "channels": [ASKING],
        "strategic": "",
        "hold": "no",
    } | changes
    assert manager.send(board="the Newtown board", board_channel=given["board_channel"],
                        meetings=given["meetings"]).result == "updated"  # fmt: skip
    asking = {"channels": given["channels"], "strategic": given["strategic"]}
    assert manager.send(**asking).result == "updated"
    numbers = {"front_door": "01632 960001", "out_of_hours": "01632 960002", "lado": "01632 960003"}
    assert manager.send(**numbers, checked_on="2027-01-05").result == "updated"
    assert manager.send(hold=given["hold"]).result == "updated"


def has_left(manager: Person, title: str) -> bool:
    return manager.title != title


def begin(manager: Person) -> None:
    manager.open_from_home("setup_open")
    while not manager.title.startswith("1 of 5"):
        before = manager.title
        manager.press(manager.top.id, "setup_back")
        assert eventually(partial(has_left, manager, before))
    first = {"name": "Newtown Partnership", "people": [MANAGER], "coordination": [COORDINATION]}
    assert manager.send(**first).result == "updated"


def test_a_channel_that_dots_is_added_to_hears_in_three_lines_what_it_is(
    rehearsal: Rehearsal,
) -> None:
    workspace = rehearsal.workspace
    workspace.people.join(workspace.app.bot_user_id, ASKING)
    rehearsal.settle()
    assert eventually(lambda: any("I am Dots" in m["text"] for m in workspace.messages(ASKING)))
    (hello,) = [m for m in workspace.messages(ASKING) if "I am Dots" in m["text"]]
    assert [b["type"] for b in hello["blocks"]] == ["section", "section", "section", "actions"]
    assert hello["blocks"][-1]["elements"][0]["action_id"] == "setup_open"


def test_what_is_wrong_is_said_under_its_field_and_nothing_typed_is_lost(manager: Person) -> None:
    begin(manager)
    answer = manager.send(board="the board", board_channel=[COORDINATION], meetings="31 Feb 2027")
    assert answer.result == "errors"
    assert set(answer.errors) == {"board_channel", "meetings"}
    manager.leave()
    manager.open_from_home("setup_open")
    assert manager.title.startswith("2 of 5")
    typed = next(b for b in manager.top.content["blocks"] if b["block_id"] == "meetings")
    assert typed["element"]["initial_value"] == "31 Feb 2027"


ICS = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:1
DTSTART;TZID=Europe/London:20270428T143000
RRULE:FREQ=MONTHLY;INTERVAL=3;COUNT=2
SUMMARY:Board
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTART:20270616T090000Z
STATUS:CANCELLED
SUMMARY:Board
END:VEVENT
END:VCALENDAR
"""


def chosen(rehearsal: Rehearsal, content: bytes) -> list[str]:
    """A file of the manager's own, as their screen uploads it."""
    state = rehearsal.workspace.state
    record = FileRecord("F0CALENDAR", "board.ics", len(content), MANAGER, rehearsal.clock.now(),
                        content=content, uploaded=True, completed=True)  # fmt: skip
    state.files[record.id] = record
    return [record.id]


def meetings_in(manager: Person) -> str:
    manager.leave()
    manager.open_from_home("setup_open")
    while not manager.title.startswith("2 of 5"):
        before = manager.title
        manager.press(manager.top.id, "setup_back")
        assert eventually(partial(has_left, manager, before))
    typed = next(b for b in manager.top.content["blocks"] if b["block_id"] == "meetings")
    return str(typed["element"].get("initial_value"))


def send_calendar(manager: Person, content: bytes, meetings: str = "") -> FormAnswer:
    files = chosen(manager.rehearsal, content)
    filled = {
        "board": {"value": "the board"},
        "board_channel": {"value": [BOARD]},
        "meetings": {"value": meetings},
        "calendar": {"value": files},
    }
    answer = manager.people.submit_view(MANAGER, manager.top.id, filled)
    manager.rehearsal.settle()
    return answer


def test_a_calendar_file_stands_in_the_place_of_typed_meetings(manager: Person) -> None:
    begin(manager)
    typed = "3 February 2027\n28 April 2027 at 14:30"
    assert send_calendar(manager, ICS.encode(), typed).result == "updated"
    assert manager.title.startswith("3 of 5")
    assert "2 meetings were read from the calendar" in manager.words
    assert "left out: 3 February 2027." in manager.words
    read = "Wednesday 28 April 2027 at 14:30\nWednesday 28 July 2027 at 14:30"
    assert meetings_in(manager) == read


UNFIT = {
    "not an iCalendar file": b"BEGIN:VCALENDAR\nrubbish" + b" " * 4000,
    "could not be read": b"BEGIN:VCALENDAR" + b" " * 1_000_001,
    "an event without a start": ICS.replace("DTSTART", "X-WAS").encode(),
    "that are over": ICS.replace("2027", "2026").replace("RRULE", "X-RULE").encode(),
}


def test_a_file_that_gives_no_meeting_is_said_so_and_what_was_typed_stays(
    manager: Person,
) -> None:
    begin(manager)
    for said, content in UNFIT.items():
        answer = send_calendar(manager, content, "28 April 2027")
        assert answer.result == "errors"
        assert set(answer.errors) == {"calendar"}
        assert said in answer.errors["calendar"]
    answer = send_calendar(manager, UNFIT["could not be read"], "")
    assert set(answer.errors) == {"calendar"}
    send_calendar(manager, b"rubbish", "28 April 2027")
    assert meetings_in(manager) == "28 April 2027"


def test_a_calendar_chosen_before_going_back_is_read_all_the_same(manager: Person) -> None:
    begin(manager)
    files = chosen(manager.rehearsal, ICS.replace("T143000", "T153000").encode())
    before = manager.title
    manager.press(manager.top.id, "setup_back", values={"calendar": {"value": files}})
    assert eventually(partial(has_left, manager, before))
    assert "2 meetings were read from the calendar" in manager.words


def test_a_case_panels_channel_is_refused_until_it_is_confirmed_in_words(manager: Person) -> None:
    begin(manager)
    fill_in_all(manager, channels=[PANEL])
    assert eventually(lambda: "sounds like a channel for work on cases" in manager.words)
    assert manager.title.startswith("3 of 5")


def test_the_whole_calendar_is_seen_then_it_starts_once(
    rehearsal: Rehearsal, manager: Person
) -> None:
    begin(manager)
    fill_in_all(manager)
    assert eventually(lambda: manager.title == "Before you start")
    assert "Nothing has been sent" in manager.words
    assert "Wednesday 28 April 2027" in manager.words
    assert manager.words.count("“") >= 6
    manager.press(manager.top.id, "setup_rehearse")
    assert eventually(lambda: any("newtown" in text for text in told_privately(rehearsal)))
    assert manager.send().result == "updated"
    assert "Newtown Partnership is set up" in manager.words
    with rehearsal.bot.store.read() as tx:
        (version,) = partnerships.versions_of(tx, "newtown-partnership")
        planned = plans.occurrences_of(tx, "newtown-partnership", planned=True)
    assert version.changed_by == MANAGER
    assert len(planned) >= 5
    manager.leave()
    manager.open_from_home("desk_open")
    assert "Newtown Partnership" in manager.words


def told_privately(rehearsal: Rehearsal) -> list[str]:
    direct = [c for c in rehearsal.workspace.state.channels.values() if c.is_im]
    mine = [c.id for c in direct if MANAGER in c.members]
    return [m["text"] for each in mine for m in rehearsal.workspace.messages(each)]


def test_a_rehearsal_comes_as_a_private_message_with_the_file(rehearsal: Rehearsal) -> None:
    texts = told_privately(rehearsal)
    assert any("id: newtown-partnership" in text and "01632 960001" in text for text in texts)


def test_somebody_of_another_organisation_is_told_kindly(rehearsal: Rehearsal) -> None:
    outsider = Person(rehearsal, OUTSIDER)
    workspace = rehearsal.workspace
    workspace.people.join(OUTSIDER, ASKING)
    hello = next(m for m in workspace.messages(ASKING) if "I am Dots" in m["text"])
    pressed = workspace.people.click(OUTSIDER, ASKING, hello["ts"], "setup_open")
    assert pressed.answer.result(10).acked
    assert eventually(lambda: outsider.depth == 1)
    assert "somebody of the organisation whose workspace this is" in outsider.words
    outsider.leave()
