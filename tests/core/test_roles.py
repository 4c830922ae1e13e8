"""Who may do what, by themselves or through a user group."""

import pytest

from bot.core.roles import Role, groups_named, persons, role_of
from tests.core.asking.anytown import anytown

GROUPS = {"S01": ("U05", "U06"), "S02": ("U07",)}
TOWN = anytown(
    coordinators={
        "channel": {"id": "C0COORD", "name": "anytown-plan"},
        "people": ["U01", "S01"],
        "deputies": ["U02", "U05"],
        "readers": ["S02", "S09", "U03"],
    }
)


@pytest.mark.parametrize(
    ("user_id", "role"),
    [
        ("U01", Role.COORDINATOR),
        ("U05", Role.COORDINATOR),
        ("U02", Role.DEPUTY),
        ("U03", Role.READER),
        ("U07", Role.READER),
        ("U99", None),
        ("S01", None),
        ("S09", None),
    ],
)
def test_the_highest_role_counts(user_id: str, role: Role | None) -> None:
    assert role_of(TOWN, user_id, GROUPS) is role


def test_a_group_of_which_nothing_is_known_gives_nobody_a_role() -> None:
    assert role_of(TOWN, "U06", {}) is None
    assert persons(TOWN.coordinators.people, {}) == ("U01",)


def test_groups_are_written_out_and_nobody_is_told_twice() -> None:
    assert persons(["U05", "S01", "U05"], GROUPS) == ("U05", "U06")
    assert groups_named(TOWN) == {"S01", "S02", "S09"}


def test_each_role_may_do_what_the_ones_before_it_may() -> None:
    assert Role.READER < Role.DEPUTY < Role.COORDINATOR
