"""A migrated store on each kind of database."""

from collections.abc import Iterator

import pytest

from bot.store.engine import Store
from bot.store.migrate import migrate


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    made = Store(database_url)
    migrate(made)
    yield made
    made.close()
