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
    """One moment for each thing that is said of one; what goes on later changes none of them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = count(1)
        self._kept: list[_Kept] = []

    def all(self) -> list[Moment]:
        """In the order of their time."""
        return sorted((each.moment for each in self._kept), key=lambda moment: moment.at)

    def keep(self, save: Save, database: Path, at: datetime, what: str) -> None:
        """Keep this one, instead of one of which the same was said."""
        moment = Moment(f"m{next(self._numbers)}", at, what)
        copy = self._folder / f"{moment.id}.sqlite3"
        copy_database(database, copy)
        for each in self._kept[1:]:
            if each.moment.what == what:
                self._drop(each)
        self._kept.append(_Kept(moment, save.model_dump_json(by_alias=True).encode(), copy))
        for each in self._kept[1:-MOMENTS_MAX]:
            self._drop(each)

    def at(self, moment_id: str) -> tuple[Save, Path]:
        """How all stood then: values of its own, and the database, which stays as it is."""
        found = next((each for each in self._kept if each.moment.id == moment_id), None)
        if found is None:
            raise ValueError("That moment is not kept any more.")
        return Save.model_validate_json(found.values), found.database

    def _drop(self, kept: _Kept) -> None:
        kept.database.unlink()
        self._kept.remove(kept)
