"""Keeps a rehearsal in a folder, and finds it there again. Starts and stops nothing.

A save is one file of values, which names the copy of the database that belongs to it. Beside them
stands a transcript for people, which nothing reads.
"""

import sqlite3
from contextlib import closing
from itertools import count
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from bot import __version__
from bot.core.partnership import Partnership
from bot.rehearsal.cast.memory import Memory
from bot.rehearsal.keeping.workspace import KeptWorkspace

FORMAT = 1
"""Rises whenever a save is written that an earlier version could not read."""

VALUES = "rehearsal.json"
DATABASES = "rehearsal-{}.sqlite3"
TRANSCRIPT = "transcript.html"


OWNER_ONLY = 0o600
"""Who reads the file could act in the page."""


class SaveError(Exception):
    """A rehearsal cannot be kept, or not be gone on with; the text says why, and what to do."""


class Header(BaseModel):
    """What every save begins with, whatever its version."""

    format: int
    saved_by: str


class Save(Header):
    """One kept rehearsal. `database` is the name of a file beside it; `own`: not Anytown's;
    `page_key` lets an open page go on when the rehearsal does."""

    model_config = ConfigDict(extra="forbid", ser_json_bytes="base64", val_json_bytes="base64")

    format: int = FORMAT
    saved_by: str = __version__
    database: str = ""
    own: bool
    partnership: Partnership
    seed: int
    with_cast: bool
    workspace: KeptWorkspace
    cast: Memory
    page_key: str = ""


class SaveFolder:
    """A folder for one rehearsal, made when it is missing. SaveError if it cannot be written to."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            path.mkdir(parents=True, exist_ok=True)
            (path / "writable").touch()
            (path / "writable").unlink()
        except OSError as error:
            raise SaveError(
                f"A rehearsal cannot be kept in {path} ({error.strerror}). Choose a folder that "
                "you may write to."
            ) from None

    def found(self) -> Save | None:
        """The rehearsal that is kept here; None if there is none. SaveError if it is no use."""
        file = self.path / VALUES
        if not file.exists():
            return None
        try:
            written = file.read_bytes()
            header = Header.model_validate_json(written)
            if header.format > FORMAT:
                raise SaveError(
                    f"The rehearsal in {self.path} was kept by a newer version of Dots "
                    f"({header.saved_by}). Go on with that version, or choose another folder. "
                    "Nothing was changed."
                )
            return Save.model_validate_json(written)
        except (OSError, ValidationError):
            raise SaveError(
                f"{file} is not a rehearsal that Dots kept, or it is damaged. Choose another "
                "folder, or take that file away to begin afresh. Nothing was changed."
            ) from None

    def database_of(self, save: Save) -> Path:
        """Where the database of a save is kept."""
        kept = self.path / Path(save.database).name
        if not kept.is_file():
            raise SaveError(
                f"{kept} is missing, and the rehearsal in {self.path} cannot go on without it. "
                "Put it back, or choose another folder."
            )
        return kept

    def keep(self, save: Save, database: Path, transcript: str) -> None:
        """Keep this instead of what was here. Stopped half way, the earlier save still stands."""
        before = set(self.path.glob(DATABASES.format("*")))
        names = (DATABASES.format(number) for number in count(1))
        name = next(each for each in names if self.path / each not in before)
        try:
            copy_database(database, self.path / name)
            fresh = self.path / f"{VALUES}.new"
            fresh.unlink(missing_ok=True)
            fresh.touch(mode=OWNER_ONLY)
            fresh.write_text(
                save.model_copy(update={"database": name}).model_dump_json(by_alias=True),
                encoding="utf-8",
            )
            fresh.replace(self.path / VALUES)
            (self.path / TRANSCRIPT).write_text(transcript, encoding="utf-8")
            for each in before:
                each.unlink()
        except (OSError, sqlite3.Error) as error:
            raise SaveError(
                f"The rehearsal could not be kept in {self.path} ({type(error).__name__}). Make "
                "room on the disk, or choose another folder; what was kept before still stands."
            ) from None


def copy_database(source: Path, target: Path) -> None:
    """A whole copy, with what SQLite may not have moved into the file itself yet."""
    reading = f"{source.absolute().as_uri()}?mode=ro"  # or SQLite would make one that is missing
    with (
        closing(sqlite3.connect(reading, uri=True)) as old,
        closing(sqlite3.connect(target)) as new,
    ):
        old.backup(new)
        new.execute("pragma journal_mode=delete")  # one file, also while somebody reads it
