"""A rehearsal kept in a folder goes on where it ended; a folder of no use is said plainly."""

import json
import sqlite3
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from bot import __version__
from bot.cli import main
from bot.cli.words import UNUSABLE
from bot.play import play
from bot.rehearsing import Rehearsal, SaveError, SaveFolder, begins_on, new_scene, scene_of
from bot.rehearsing.saves import FORMAT, copy_database
from bot.rehearsing.scenes import save_of
from tests.rehearsal.test_own_partnership import ROOT, TODAY, bigtown

START = datetime(2027, 1, 4, 8, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path, database: Path) -> SaveFolder:
    """A folder in which a rehearsal is kept."""
    made = SaveFolder(tmp_path / "kept" / "here")
    made.keep(save_of(new_scene(START), with_cast=True), database, "said before")
    return made


def test_a_cycle_that_was_interrupted_is_played_to_its_end(tmp_path: Path) -> None:
    own = bigtown(date(2027, 2, 10))
    begins = datetime.combine(begins_on(own, TODAY), time(8), UTC)
    folder = SaveFolder(tmp_path)
    scene = new_scene(begins, own=own, with_cast=True)
    with Rehearsal(ROOT / "prompts", scene, save_in=folder) as rehearsal:
        first_at = rehearsal.next_at()
        assert first_at
        rehearsal.go_to(half_way := first_at + timedelta(weeks=3))
        said = rehearsal.cast.tally.copy()
    save = folder.found()
    assert save
    assert save.workspace.now >= half_way
    with Rehearsal(ROOT / "prompts", scene_of(save, folder.database_of(save))) as rehearsal:
        account = play(rehearsal)
        assert account.is_whole, account
        assert sum(rehearsal.cast.tally.values()) > sum(said.values()) > 0


def test_what_is_kept_is_found_again(folder: SaveFolder) -> None:
    save = folder.found()
    assert save
    assert save.saved_by == __version__
    assert save.with_cast
    with sqlite3.connect(folder.database_of(save)) as kept:
        assert kept.execute("select words from kept").fetchall() == [("still here",)]
    kept.close()


def test_keeping_again_leaves_one_save_only(folder: SaveFolder, tmp_path: Path) -> None:
    before = folder.found()
    assert before
    copy_database(folder.database_of(before), tmp_path / "copy.sqlite3")
    folder.keep(save_of(new_scene(START), with_cast=False), tmp_path / "copy.sqlite3", "said")
    assert len(list(folder.path.iterdir())) == 3
    assert (folder.path / "transcript.html").read_text() == "said"
    save = folder.found()
    assert save
    assert not save.with_cast
    assert folder.database_of(save).is_file()


def test_what_cannot_be_kept_leaves_the_earlier_save(folder: SaveFolder, tmp_path: Path) -> None:
    before = folder.found()
    with pytest.raises(SaveError, match="what was kept before still stands"):
        folder.keep(save_of(new_scene(START), with_cast=False), tmp_path / "none.sqlite3", "")
    assert folder.found() == before
    assert before
    assert folder.database_of(before).is_file()


def test_an_empty_folder_holds_no_rehearsal(tmp_path: Path) -> None:
    assert SaveFolder(tmp_path).found() is None


def newer(folder: SaveFolder) -> None:
    file = folder.path / "rehearsal.json"
    values = json.loads(file.read_text()) | {"format": FORMAT + 1, "saved_by": "9.1.0", "new": True}
    file.write_text(json.dumps(values))


def damaged(folder: SaveFolder) -> None:
    file = folder.path / "rehearsal.json"
    file.write_bytes(file.read_bytes()[:-20])


def of_something_else(folder: SaveFolder) -> None:
    (folder.path / "rehearsal.json").write_text('{"format": 1, "saved_by": "0.1.0", "town": 1}')


def without_its_database(folder: SaveFolder) -> None:
    for file in folder.path.glob("*.sqlite3"):
        file.unlink()


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (newer, "kept by a newer version of Dots (9.1.0). Go on with that version"),
        (damaged, "is not a rehearsal that Dots kept, or it is damaged"),
        (of_something_else, "is not a rehearsal that Dots kept, or it is damaged"),
        (without_its_database, "cannot go on without it. Put it back"),
    ],
)
def test_a_save_of_no_use_is_refused_and_left_as_it_is(
    folder: SaveFolder,
    harm: Callable[[SaveFolder], None],
    words: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    harm(folder)
    before = {file: file.read_bytes() for file in folder.path.iterdir()}
    assert main(["rehearse", "--save", str(folder.path)]) == UNUSABLE
    assert words in capsys.readouterr().err
    assert {file: file.read_bytes() for file in folder.path.iterdir()} == before


def test_a_folder_that_cannot_be_written_to_is_said_before_anything_starts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    assert main(["rehearse", "--save", str(tmp_path / "file" / "kept")]) == UNUSABLE
    said = capsys.readouterr().err
    assert "cannot be kept in" in said
    assert "Choose a folder that you may write to." in said


@pytest.mark.parametrize("also", [["--play"], ["--start", "2027-01-04"], ["--partnership", "x"]])
def test_a_kept_rehearsal_is_not_begun_afresh(
    folder: SaveFolder, also: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["rehearse", "--save", str(folder.path), *also]) == UNUSABLE
    assert "which goes on where it ended" in capsys.readouterr().err
