"""Which pair of principles is joined next: what was said about each so far."""

from bot.core.asking.choosing.pairs import Turn, pairs_of
from bot.core.framework import Principle
from tests.core.asking.anytown import bank

BB, LC, CU = Principle
BANK = bank()
BB_LC, BB_CU, LC_CU = ("BB1", "LC4"), ("BB3", "CU1"), ("LC2", "CU3")


def test_a_pair_that_was_never_joined_comes_first() -> None:
    pairs = pairs_of(BANK, [(BB_LC, 0), (LC_CU, 0)])
    assert pairs.order == ((BB, CU), (BB, LC), (LC, CU))
    assert pairs.turn((BB, CU)) is Turn.NEW


def test_then_the_pair_with_least_said_in_all() -> None:
    pairs = pairs_of(BANK, [(BB_LC, 3), (BB_CU, 5), (LC_CU, 4), (BB_LC, 3)])
    assert pairs.order == ((LC, CU), (BB, CU), (BB, LC))
    assert pairs.turn((LC, CU)) is Turn.LEAST_SAID
    assert pairs.turn((BB, CU)) is Turn.WHOLE_ROUND


def test_where_as_much_was_said_the_pair_joined_longest_ago() -> None:
    pairs = pairs_of(BANK, [(LC_CU, 2), (BB_LC, 2), (BB_CU, 2)])
    assert pairs.order == ((LC, CU), (BB, LC), (BB, CU))
    assert pairs.turn((LC, CU)) is Turn.LONGEST_AGO


def test_the_order_in_which_a_question_names_its_practices_does_not_matter() -> None:
    assert pairs_of(BANK, [(("CU1", "BB3"), 4)]).said == {(BB, CU): 4}
