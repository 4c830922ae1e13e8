"""The order of the principles: every position that cycles of three to six prompts can reach."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.asking.choosing.rotation import PRINCIPLES, Pair, Position, course
from bot.core.asking.choosing.safety import Counts, safe_rests
from bot.core.framework import PRINCIPLE_PAIRS, Principle

ROUND: Counts = (4, 4, 4)


def start(fresh: Counts = ROUND, pairs: tuple[Pair, ...] = PRINCIPLE_PAIRS) -> Position:
    return Position((0, 0, 0), fresh, ROUND, pairs, None)


def walked(fresh: Counts, order: tuple[Principle, ...]) -> Counts:
    """The round after these prompts; fails when a practice would come back too early."""
    left = list(fresh)
    for principle in order:
        left = left if any(left) else list(ROUND)
        left[PRINCIPLES.index(principle)] -= 1
        assert min(left) >= 0, f"{principle} came back before its round was complete"
    one, two, three = left if any(left) else ROUND
    return one, two, three


def test_a_fresh_round_is_safe() -> None:
    assert ROUND in safe_rests(ROUND)


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from(sorted(safe_rests(ROUND))),
    st.permutations(PRINCIPLE_PAIRS),
    st.integers(3, 6),
)
def test_from_a_safe_rest_balance_and_rotation_hold_whatever_is_said_and_lead_to_a_safe_one(
    fresh: Counts, pairs: list[Pair], prompts: int
) -> None:
    order, pair = course(start(fresh, tuple(pairs)), prompts - 1)
    counted = [(*order, *pair).count(principle) for principle in PRINCIPLES]
    assert max(counted) - min(counted) <= 1
    assert min(counted) >= 1
    assert walked(fresh, order) in safe_rests(ROUND)


def test_pairs_that_take_turns_are_joined_in_their_turn() -> None:
    to_visit, visited = [start()], set[Position]()
    while to_visit:
        position = to_visit.pop()
        if position in visited:
            continue
        visited.add(position)
        for prompts in (3, 4, 5, 6):
            order, pair = course(position, prompts - 1)
            assert pair == position.pairs[0]
            waiting = (*(p for p in position.pairs if p != pair), pair)
            to_visit.append(start(walked(position.fresh, order), waiting))
    assert len(visited) > 20


@pytest.mark.parametrize(
    ("practices", "rest", "is_safe"),
    [
        ((4, 4, 4), (4, 4, 4), True),
        ((4, 4, 4), (0, 2, 2), False),
        ((4, 4, 4), (1, 1, 1), True),
        ((4, 4, 4), (3, 0, 0), False),
        ((1, 4, 4), (1, 4, 4), False),
    ],
)
def test_a_rest_of_a_round_is_safe_when_cycles_can_go_on_from_it(
    practices: Counts, rest: Counts, is_safe: bool
) -> None:
    assert (rest in safe_rests(practices)) is is_safe


def test_a_cycle_that_has_begun_is_balanced_with_what_was_asked() -> None:
    position = Position((2, 0, 0), (2, 4, 4), ROUND, PRINCIPLE_PAIRS, Principle.BB)
    order, pair = course(position, 1)
    counted = [(*order, *pair).count(principle) for principle in PRINCIPLES]
    assert counted[0] == 0
    assert sorted(counted) == [0, 1, 2]


def test_neighbors_differ_where_they_can() -> None:
    order, _ = course(start(), 5)
    assert all(one != other for one, other in pairwise(order))


def test_the_rest_of_a_cycle_stays_the_same_once_it_has_begun() -> None:
    whole = course(start(), 5)
    first = whole.singles[0]
    asked = [int(principle == first) for principle in PRINCIPLES]
    rest = Position(
        (asked[0], asked[1], asked[2]), walked(ROUND, (first,)), ROUND, PRINCIPLE_PAIRS, first
    )
    assert course(rest, 4) == (whole.singles[1:], whole.joining)
