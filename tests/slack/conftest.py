"""A desk on a fresh SQLite database, with its first prompt asked."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.store.engine import Store
from tests.slack.desk import Desk
from tests.usecases.conftest import migrated_file

__all__ = ["desk", "migrated_file"]


@pytest.fixture
def desk(migrated_file: Path, tmp_path: Path) -> Iterator[Desk]:
    path = tmp_path / "dots.sqlite3"
    shutil.copy(migrated_file, path)
    store = Store(f"sqlite:///{path}")
    made = Desk(store)
    made.town.ask()
    yield made
    made.close()
    store.close()
