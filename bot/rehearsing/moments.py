"""Keeps how a rehearsal stood at some moments, for as long as it runs, to start again from.

Starts nothing itself. What lasts longer than a rehearsal is in saves.py.
"""

from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path

from bot.rehearsal import Moment
from bot.rehearsing.saves import Save, copy_database

MOMENTS_MAX = 24
"""How many are kept: the first, and the latest. A judgment: a quarter has about as many steps."""


@dataclass(frozen=True)
class _Kept:
    moment: Moment
    values: bytes
    database: Path


class Moments:
    """Moments in the order of their time. Nothing of them is shared with what goes on."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = count(1)
        self._kept: list[_Kept] = []

    def all(self) -> list[Moment]:
        """Oldest first."""
        return [each.moment for each in self._kept]

    def keep(self, save: Save, database: Path, at: datetime, what: str) -> None:
        """Keep this one; not again when the one before says the same."""
        if self._kept and self._kept[-1].moment.what == what:
            return
        moment = Moment(f"m{next(self._numbers)}", at, what)
        copy = self._folder / f"{moment.id}.sqlite3"
        copy_database(database, copy)
        self._kept.append(_Kept(moment, save.model_dump_json(by_alias=True).encode(), copy))
        for each in self._kept[1:-MOMENTS_MAX]:
            self._drop(each)

    def go_back(self, moment_id: str) -> tuple[Save, Path]:
        """How all stood then: values of its own, and the database. Later moments are dropped."""
        found = [each for each in self._kept if each.moment.id == moment_id]
        if not found:
            raise ValueError("That moment is not kept any more.")
        for each in self._kept[self._kept.index(found[0]) + 1 :]:
            self._drop(each)
        return Save.model_validate_json(found[0].values), found[0].database

    def _drop(self, kept: _Kept) -> None:
        kept.database.unlink()
        self._kept.remove(kept)
