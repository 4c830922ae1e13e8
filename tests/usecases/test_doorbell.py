"""Whatever was rung for is dealt with before the doorbell says that all is quiet."""

from collections import deque
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest

from bot.ticks import Doorbell

VISITORS = 8
RINGS = 500


class House:
    """What waits at the door, and how often somebody came to look."""

    def __init__(self) -> None:
        self.waiting: deque[int] = deque()
        self.looks = 0

    def look(self) -> None:
        self.looks += 1
        while self.waiting:
            self.waiting.popleft()


@pytest.fixture
def house() -> House:
    return House()


@pytest.fixture
def bell(house: House) -> Iterator[Doorbell]:
    bell = Doorbell(house.look, lambda: None, lambda: datetime.now(UTC))
    bell.start()
    assert bell.wait_until_quiet(10)
    yield bell
    bell.stop()


def test_nobody_who_rang_is_left_standing(house: House, bell: Doorbell) -> None:
    def come(visitor: int) -> bool:
        for _ in range(RINGS):
            house.waiting.append(visitor)
            bell.ring()
        return bell.wait_until_quiet(10) and visitor not in house.waiting

    with ThreadPoolExecutor(VISITORS) as several:
        assert all(several.map(come, range(VISITORS)))


def test_several_rings_before_a_look_are_one(house: House, bell: Doorbell) -> None:
    before = house.looks
    for _ in range(RINGS):
        bell.ring()
    assert bell.wait_until_quiet(10)
    assert before < house.looks < before + RINGS
