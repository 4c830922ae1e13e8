"""A coordinator changes the plan in Slack: looks, takes over, sees what a change leads to, makes
it, undoes it. All through the workspace, with the real bot."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.content.folders import read_partnership
from bot.rehearsal import Channel
from bot.rehearsal.acting.forms import FormAnswer
from bot.rehearsal.world.state import FileRecord
from bot.rehearsing.rehearsal import Rehearsal
from bot.rehearsing.scenes import new_scene
from tests.house.places import TOP
from tests.journeys.at_desk import Person
from tests.rehearsal.anytown import eventually

STARTS_AT = datetime(2027, 1, 5, 8, tzinfo=UTC)


class AtTheDesk(Person):
    """A coordinator at the desk of their partnership."""

    def open(self) -> None:
        self.open_from_home("desk_open")

    def wish(self, action_id: str, on: str = "", kind: str = "") -> None:
        """Press a button of the desk, or choose in the menu of one of its rows."""
        before = self.depth
        if on:
            row = next(b for b in self.top.content["blocks"] if b["block_id"].endswith(f"|{on}"))
            offered = row["accessory"]["options"]
            option = next(o for o in offered if o["value"] == f"{kind}|{on}")
            self.press(self.top.id, "desk_wish", row["block_id"], selected_option=option)
        else:
            self.press(self.top.id, action_id)
        assert eventually(lambda: self.depth > before)

    def days(self) -> list[str]:
        """The days of asking that the desk shows."""
        rows = [b["block_id"] for b in self.top.content["blocks"] if "|" in b["block_id"]]
        return [row.split("|")[1] for row in rows if row.startswith("skip|")]


@pytest.fixture(scope="module")
def rehearsal() -> Iterator[Rehearsal]:
    with Rehearsal(TOP / "prompts", new_scene(STARTS_AT)) as running:
        running.workspace.triggers.lives_s = 60  # three in life; a busy machine may take longer
        yield running


@pytest.fixture
def desk(rehearsal: Rehearsal) -> Iterator[AtTheDesk]:
    who = rehearsal.partnership.coordinators.people[0]
    at = AtTheDesk(rehearsal, who)
    at.open()
    yield at
    at.leave()


def taken_over(desk: AtTheDesk) -> AtTheDesk:
    if "lives in a schedule file" in desk.words:
        desk.press(desk.top.id, "desk_take_over")
        assert eventually(lambda: "lives in Slack" in desk.words)
    return desk


def test_everything_ahead_is_seen_with_its_reason(desk: AtTheDesk) -> None:
    assert "Dates are counted back from the meeting in working days" in desk.words
    assert "Wednesday 21 April 2027 at 10:00" in desk.words
    assert desk.words.count("“") >= 6
    assert "has waited longest" in desk.words or "has not been asked" in desk.words


def test_it_is_changed_only_after_it_was_taken_over(desk: AtTheDesk) -> None:
    assert "lives in a schedule file" in desk.words
    assert taken_over(desk)
    assert "This partnership lives in Slack" in desk.words


def test_a_prompt_is_skipped_after_a_look_at_what_that_leads_to_and_can_be_undone(
    desk: AtTheDesk,
) -> None:
    on = taken_over(desk).days()[1]
    desk.wish("desk_wish", on, "skip")
    assert desk.send(reason="Inspection").result == "pushed"
    assert "Nothing is asked on" in desk.words
    assert desk.send().result == "updated"
    assert desk.words.startswith("Done.")
    desk.people.close_view(desk.who, desk.top.id)
    desk.open()
    assert on not in desk.days()
    assert "Last change" in desk.words
    desk.press(desk.top.id, "desk_undo")
    assert eventually(lambda: on in desk.days())


def test_a_closed_question_is_refused_where_it_was_typed(desk: AtTheDesk) -> None:
    desk.wish("desk_wish", taken_over(desk).days()[1], "reword")
    answer = desk.send(text="Do we meet often enough?")
    assert answer.result == "errors"
    assert "text" in answer.errors
    assert desk.send(text="What helps us to meet more often?").result == "pushed"
    assert "What helps us to meet more often?" in desk.words


def test_a_question_is_chosen_from_the_whole_bank(desk: AtTheDesk) -> None:
    desk.wish("desk_wish", taken_over(desk).days()[2], "choose")
    groups = desk.top.content["blocks"][-1]["element"]["option_groups"]
    assert sum(len(group["options"]) for group in groups) >= 114
    option = groups[3]["options"][0]
    assert desk.send(prompt={"selected_option": option}).result == "pushed"
    assert desk.send().result == "updated"


def test_everything_can_be_paused_and_resumed(desk: AtTheDesk) -> None:
    taken_over(desk).wish("desk_wish_pause")
    assert desk.send(on="2027-01-06", reason="A bereavement").result == "pushed"
    assert desk.send().result == "updated"
    desk.people.close_view(desk.who, desk.top.id)
    desk.open()
    assert desk.days() == []
    desk.press(desk.top.id, "desk_undo")
    assert eventually(lambda: len(desk.days()) >= 5)


ICS = """BEGIN:VCALENDAR
BEGIN:VEVENT
UID:1
DTSTART;TZID=Europe/London:20270922T140000
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTART;VALUE=DATE:20271124
END:VEVENT
END:VCALENDAR
"""


def with_file(desk: AtTheDesk, content: str, **more: str) -> FormAnswer:
    """Send the form with a file of the coordinator's own."""
    state, at = desk.rehearsal.workspace.state, desk.rehearsal.clock.now()
    record = FileRecord(f"F0CAL{len(state.files)}", "board.ics", len(content), desk.who, at,
                        content=content.encode(), uploaded=True, completed=True)  # fmt: skip
    state.files[record.id] = record
    return desk.send(calendar=[record.id], **more)


def test_meetings_are_added_from_the_boards_calendar_after_a_look_at_what_was_read(
    desk: AtTheDesk,
) -> None:
    taken_over(desk).wish("desk_wish_add-meeting")
    assert with_file(desk, ICS).result == "pushed"
    assert "2 meetings were read from the calendar" in desk.words
    assert "It gives no time for Wednesday 24 November 2027: 10:00 is taken." in desk.words
    assert "In the plan and not in the calendar: Wednesday 21 April 2027" in desk.words
    assert desk.send().result == "updated"
    assert desk.words.startswith("Done. The board also meets on Wednesday 22 September 2027")
    desk.people.close_view(desk.who, desk.top.id)
    desk.open()
    assert "meets on Wednesday 24 November 2027 at 10:00" in desk.words
    desk.press(desk.top.id, "desk_undo")
    assert eventually(lambda: "24 November" not in desk.words.split("Last change")[0])


def test_a_calendar_that_adds_nothing_or_stands_beside_a_day_is_refused_at_its_field(
    desk: AtTheDesk,
) -> None:
    taken_over(desk).wish("desk_wish_add-meeting")
    rubbish = with_file(desk, "rubbish")
    assert "not an iCalendar file" in rubbish.errors["calendar"]
    too_large = with_file(desk, "BEGIN:VCALENDAR" + " " * 1_000_001)
    assert "could not be read from Slack" in too_large.errors["calendar"]
    both = with_file(desk, ICS, on="2027-09-22")
    assert "either a day or a file" in both.errors["calendar"]
    neither = desk.send(calendar=[])
    assert neither.result == "errors"


def test_a_change_by_two_at_once_is_told_to_the_second(desk: AtTheDesk) -> None:
    on, other = taken_over(desk).days()[1:3]
    desk.wish("desk_wish", on, "skip")
    desk.send(reason="")
    second = AtTheDesk(desk.rehearsal, desk.rehearsal.partnership.coordinators.people[1])
    second.open()
    second.wish("desk_wish", other, "skip")
    second.send(reason="")
    second.send()
    desk.send()
    assert "while you were looking" in desk.words


def test_members_are_asked_in_other_channels_once_slack_was_asked_about_them(
    desk: AtTheDesk,
) -> None:
    workspace = desk.rehearsal.workspace
    workspace.add_channel(Channel("C0NEWASK001", "newer-strategy", members=[desk.who]))
    workspace.add_channel(Channel("C0NEWMACE01", "newer-mace", members=[desk.who]))
    taken_over(desk).wish("desk_wish_channels")
    assert desk.send(channels=["C0NEWASK001"], strategic="").result == "updated"
    assert eventually(lambda: "Members are asked in #newer-strategy." in desk.words)
    desk.leave()
    desk.open()
    desk.wish("desk_wish_channels")
    desk.send(channels=["C0NEWMACE01"], strategic="")
    assert eventually(lambda: "sounds like a channel for work on cases" in desk.words)


def test_roles_are_handed_over_and_what_is_kept_is_chosen(desk: AtTheDesk) -> None:
    who = desk.who
    taken_over(desk).wish("desk_wish_coordinators")
    assert desk.send(people=[who], deputies=["U0SOMEBODY1"], readers=[]).result == "pushed"
    assert "There is now one coordinator." in desk.words
    desk.leave()
    desk.open()
    desk.wish("desk_wish_keeping")
    assert desk.send(quotes="never", hold="yes").result == "pushed"
    assert "Nothing is deleted for now." in desk.words


def files_of(desk: AtTheDesk) -> dict[str, bytes]:
    """What this person was sent in private threads, by name; nobody else is in them."""
    workspace = desk.rehearsal.workspace
    mine = [c.id for c in workspace.state.channels.values() if c.is_im and desk.who in c.members]
    shown = [file["id"] for each in mine for m in workspace.messages(each)
             for file in m.get("files", ()) if m.get("thread_ts")]  # fmt: skip
    return {workspace.state.files[one].name: workspace.state.files[one].content for one in shown}


def test_the_file_comes_as_a_private_message_and_reads_back_to_the_same(
    desk: AtTheDesk, tmp_path: Path
) -> None:
    taken_over(desk).press(desk.top.id, "desk_file")
    assert eventually(lambda: "anytown.yaml" in files_of(desk))
    (tmp_path / "anytown.yaml").write_bytes(files_of(desk)["anytown.yaml"])
    read = read_partnership(tmp_path / "anytown.yaml", STARTS_AT.date())
    assert read == desk.rehearsal.bot.book().partnership("anytown")


def test_the_record_of_decisions_comes_as_a_table(desk: AtTheDesk) -> None:
    taken_over(desk).press(desk.top.id, "desk_record")
    assert eventually(lambda: "decisions-anytown.csv" in files_of(desk))
    head, first, *_ = files_of(desk)["decisions-anytown.csv"].decode().splitlines()
    assert head == "at,partnership_id,who,did,about,reason"
    assert f",anytown,{desk.who},desk,version 1," in first


def test_the_evidence_of_a_period_comes_as_three_files(desk: AtTheDesk) -> None:
    desk.wish("desk_evidence")
    assert desk.send(**{"from": "2026-04-01", "to": "2026-03-31"}).result == "errors"
    assert desk.send(**{"from": "2026-04-01", "to": "2027-03-31"}).result == "updated"
    names = {f"evidence-2026-04-01-to-2027-03-31.{each}" for each in ("html", "docx", "csv")}
    assert eventually(lambda: names <= set(files_of(desk)))
    found = files_of(desk)
    assert b"Evidence of listening" in found["evidence-2026-04-01-to-2027-03-31.html"]
    assert found["evidence-2026-04-01-to-2027-03-31.docx"].startswith(b"PK")


def test_nobody_else_gets_to_the_desk(rehearsal: Rehearsal) -> None:
    coordinators = set(rehearsal.partnership.coordinators.people)
    people = rehearsal.workspace.state.people.values()
    member = next(p.id for p in people if not p.is_bot and not p.team_id and p.part == "member")
    assert member not in coordinators
    rehearsal.workspace.people.open_home(member)
    homes = rehearsal.workspace.state.homes
    assert eventually(lambda: member in homes)
    assert "desk_open" not in str(homes[member].content)
