"""A partnership's own file can be rehearsed: its channels, its coordinators, its next meeting."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cli import main
from bot.cli.words import UNUSABLE
from bot.content.folders import read_partnership
from bot.core.partnership import Partnership
from bot.core.sectors import Sector
from bot.play import play
from bot.rehearsal import Channel, Team
from bot.rehearsal.cast import people as invented
from bot.rehearsal.cast.seating import Seating, seated_in
from bot.rehearsing import NothingToRehearseError, Rehearsal, begins_on, new_scene

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 23)
COORDINATORS = st.lists(
    st.sampled_from(["U0RUTH0001", "U0WREN0001", "U0COORDI2", "U0BOARD01", "U0POLICE1"])
    | st.integers(0, 99).map("U0SOMEBODY{}".format),
    min_size=1,
    max_size=9,
    unique=True,
)


def bigtown(*meetings: date, also: str = "C0BIGBOARD") -> Partnership:
    """A partnership of somebody's own, asking in two channels; `also` is the second."""
    return Partnership.model_validate(
        {
            "id": "bigtown",
            "name": "Bigtown <script>Partnership</script>",
            "live": False,
            "nation": "england",
            "channels": [
                {"id": "C0BIGTALK", "name": "bigtown-strategy"},
                {"id": also, "name": "bigtown-board"},
            ],
            "board": {
                "channel": {"id": "C0BIGBOARD", "name": "bigtown-board"},
                "meetings": [{"on": each} for each in meetings],
            },
            "coordinators": {
                "channel": {"id": "G0BIGDOTS1", "name": "bigtown-dots"},
                "people": ["U0BIGRUTH1", "U0BIGWREN1", "U0BIGHAM01"],
            },
            "safeguarding": {
                "front_door": "01632 960011",
                "out_of_hours": "01632 960012",
                "lado": "01632 960013",
                "checked_on": date(2026, 11, 1),
            },
            "cadence": {"prompts": 3},
            "sectors": ["police", "health", "housing", "education", "parents-carers", "faith"],
        }
    )


def seats(channels: int, coordinators: list[str], sectors: list[Sector]) -> Seating:
    return seated_in(
        Team("T0BIGTOWN1", "Bigtown", "bigtown"),
        asking=[Channel(f"C0ASKED{each}", f"asked-{each}") for each in range(channels)],
        coordination=Channel("C0COORD001", "coordinators", is_private=True),
        board=Channel("C0ASKED0", "board", is_private=True),
        coordinators=coordinators,
        sectors=sectors,
    )


@given(st.integers(1, 60), COORDINATORS, st.lists(st.sampled_from(Sector), unique=True))
def test_everybody_sits_somewhere_and_no_asked_channel_is_without_members(
    channels: int, coordinators: list[str], sectors: list[Sector]
) -> None:
    seating = seats(channels, coordinators, sectors)
    rooms = {each.id: each.members for each in seating.channels}
    assert {person.id for person in seating.people} == {
        id_ for room in rooms.values() for id_ in room
    }
    assert len({person.id for person in seating.people}) == len(seating.people)
    others = {*coordinators, *seating.board_members}
    assert all(set(rooms[each]) - others for each in seating.asking)
    assert rooms[seating.coordination] == coordinators
    assert set(seating.board_members) <= set(rooms[seating.board])


def test_members_bring_only_the_sectors_that_the_file_names() -> None:
    seating = seats(2, ["U0RUTH0001"], [Sector.POLICE, Sector.FAITH])
    apart = {*seating.coordinators, *seating.board_members}
    assert {each.sector for each in seating.people if each.id not in apart} == {"police", "faith"}


def test_sectors_that_nobody_of_the_cast_brings_leave_the_whole_cast() -> None:
    seating = seats(1, ["U0RUTH0001"], [Sector.PROBATION])
    assert len(seating.people) == len(invented.people()) - len(invented.COORDINATORS) + 1


def test_coordinators_have_their_own_ids_and_invented_names() -> None:
    ids = [f"U0BIGTOWN{number}" for number in range(6)]
    people = {each.id: each.name for each in seats(1, ids, []).people}
    assert people["U0BIGTOWN0"] == "Ruth Applegarth-Singh"
    assert people["U0BIGTOWN5"] == "Coordinator 6"


@pytest.mark.parametrize(
    ("meetings", "begins"),
    [
        ([date(2027, 6, 30)], date(2027, 3, 17)),  # far away: fifteen weeks before it
        ([date(2026, 12, 9)], date(2026, 8, 26)),  # soon: every prompt still has its time
        ([date(2026, 9, 30), date(2026, 12, 9)], date(2026, 10, 1)),  # after the meeting before
        ([TODAY, date(2027, 2, 10)], date(2026, 11, 24)),  # today's meeting is too late to rehearse
    ],
)
def test_a_rehearsal_begins_in_time_for_the_next_meeting(
    meetings: list[date], begins: date
) -> None:
    assert begins_on(bigtown(*meetings), TODAY) == begins


def test_a_file_without_a_meeting_ahead_is_told_what_to_do() -> None:
    with pytest.raises(NothingToRehearseError, match=r"no board meeting after Monday 23 November"):
        begins_on(bigtown(date(2026, 9, 30)), TODAY)


def test_the_command_shows_mistakes_in_the_file_as_check_does(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "own.yaml"
    own.write_text("id: own\nnation: narnia\n")
    assert main(["rehearse", "--play", "--partnership", str(own)]) == UNUSABLE
    said = capsys.readouterr().err
    assert f"{own}:2:" in said
    assert "nation" in said
    assert "safeguarding" in said


def test_the_command_says_that_there_is_no_such_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["rehearse", "--partnership", str(tmp_path / "none.yaml")]) == UNUSABLE
    assert "none.yaml: error: found a file that cannot be opened" in capsys.readouterr().err


def test_the_shipped_example_can_be_rehearsed() -> None:
    example = read_partnership(ROOT / "schedules" / "example.yaml", TODAY)
    assert begins_on(example, TODAY) < example.board.meetings[0].on


def test_a_cycle_of_ones_own_is_played_whole_even_when_the_board_is_asked_too() -> None:
    own = bigtown(date(2027, 2, 10), date(2027, 5, 12))
    begins = datetime.combine(begins_on(own, TODAY), time(8), UTC)
    scene = new_scene(begins, own=own, with_cast=True)
    with Rehearsal(ROOT / "prompts", scene) as rehearsal:
        account = play(rehearsal)
        assert account.is_whole, account
        assert rehearsal.clock.now() >= datetime(2027, 2, 10, 10, tzinfo=UTC)
        assert rehearsal.clock.now() < datetime(2027, 2, 10, 10, tzinfo=UTC) + timedelta(minutes=5)
        asked = {each.id for each in own.channels}
        assert asked <= {id_ for id_, each in rehearsal.workspace.state.messages.items() if each}
        written = rehearsal.transcript()
        assert "Bigtown &lt;script&gt;Partnership" in written
        assert "Digest for the board" in written
