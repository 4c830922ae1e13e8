"""A partnership has one home: its file, or the database once it was taken over."""

import pytest
from sqlalchemy.exc import IntegrityError

from bot.core.partnership import Partnership
from bot.store import partnerships
from bot.store.engine import Store
from bot.usecases.shelf import Shelf
from tests.usecases.anytown import BEFORE, book, partnership


def keep(store: Store, version: int, one: Partnership | None, partnership_id: str) -> None:
    with store.write() as tx:
        partnerships.add_version(
            tx,
            partnership_id,
            version,
            one,
            what="Renamed.",
            changed_by="U0COORDINATOR",
            changed_at=BEFORE,
        )


def test_what_was_taken_over_stands_in_the_place_of_its_file(store: Store) -> None:
    shelf = Shelf(store, book(partnership()))
    assert [each.name for each in shelf().partnerships] == [partnership().name]
    keep(store, 1, partnership(name="Anytown together"), "anytown")
    assert [each.name for each in shelf().partnerships] == ["Anytown together"]


def test_the_newest_version_counts_and_the_older_ones_are_kept(store: Store) -> None:
    keep(store, 1, partnership(name="One"), "anytown")
    keep(store, 2, partnership(name="Two"), "anytown")
    assert Shelf(store, book())().partnerships[0].name == "Two"
    with store.read() as tx:
        kept = partnerships.versions_of(tx, "anytown")
    assert [each.partnership.name for each in kept if each.partnership] == ["One", "Two"]


def test_a_partnership_without_a_file_is_in_the_book(store: Store) -> None:
    keep(store, 1, partnership(id="elsewhere"), "elsewhere")
    assert [each.id for each in Shelf(store, book())().partnerships] == ["anytown", "elsewhere"]


def test_its_file_can_become_its_home_again(store: Store) -> None:
    keep(store, 1, partnership(name="Anytown together"), "anytown")
    keep(store, 2, None, "anytown")
    assert Shelf(store, book(partnership()))().partnerships == (partnership(),)


def test_two_changes_at_once_cannot_both_be_the_next_version(store: Store) -> None:
    keep(store, 1, partnership(), "anytown")
    with pytest.raises(IntegrityError):
        keep(store, 1, partnership(name="Mine"), "anytown")


def test_what_is_kept_reads_back_as_it_was(store: Store) -> None:
    keep(store, 1, partnership(), "anytown")
    with store.read() as tx:
        assert partnerships.taken_over(tx) == {"anytown": partnership()}
