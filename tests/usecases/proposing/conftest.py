"""The house, on a fresh database of each kind."""

import pytest

from bot.store.engine import Store
from tests.usecases.proposing.house import House


@pytest.fixture
def house(store: Store) -> House:
    return House(store)
