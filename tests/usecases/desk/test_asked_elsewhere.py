"""No channel is asked by two partnerships at once: whoever chooses a taken one is told by whom,
and nothing is changed."""

from typing import Any

import pytest

from bot.core.book import Book
from bot.core.partnership import Channel, Partnership
from bot.core.sentences.setup import asked_elsewhere
from bot.core.steering.edit import CannotSteerError
from bot.core.steering.people import channels
from bot.core.steering.setup import Place, SetUp
from bot.store import partnerships, setups
from bot.store.engine import Store
from bot.usecases.desk import set_up, steer
from bot.usecases.shelf import Shelf
from tests.core.asking.anytown import anytown, at, bank
from tests.core.steering.test_setup import WHOLE

NOW = at("2026-10-01T08:00")
COORDINATOR = "U01"
OURS, THEIRS, FREE = "C0OURS0001", "C0THEIRS01", "C0FREE0001"


def asking_in(partnership_id: str, name: str, channel_id: str, called: str) -> Partnership:
    channels = [{"id": channel_id, "name": called}]
    return anytown("2027-01-20", id=partnership_id, name=name, channels=channels)


HERE = asking_in("anytown", "Anytown Partnership", OURS, "strategy")
ELSEWHERE = asking_in("bigtown", "Bigtown Partnership", THEIRS, "shared-places")
BOOK = Book(bank=bank(), partnerships=(HERE, ELSEWHERE))
TOLD = asked_elsewhere("shared-places", "Bigtown Partnership")


def place(channel_id: str) -> Place:
    """As Slack describes it: perhaps by another name than the other partnership knows."""
    return Place(id=channel_id, name="renamed-since", member=True)


def begun(store: Store, *channels: str, **changes: Any) -> SetUp:
    """Somebody has filled in everything, with these channels to ask in."""
    places = (*WHOLE.places, *map(place, channels))
    filled = WHOLE.model_copy(update={"channels": channels, "places": places} | changes)
    with store.write() as tx:
        setups.keep(tx, COORDINATOR, filled, NOW)
    return filled


def started(store: Store) -> set[str]:
    """The partnerships that live in the database."""
    with store.read() as tx:
        return set(partnerships.taken_over(tx))


def test_the_sentence_names_the_channel_and_who_asks_in_it_and_what_to_do() -> None:
    assert TOLD.startswith("#shared-places is already asked by Bigtown Partnership.")
    assert "Choose another channel" in TOLD


def test_channels_of_another_partnership_are_refused_at_the_desk() -> None:
    with pytest.raises(CannotSteerError) as caught:
        set_up.asking_channels(BOOK, "anytown", [place(OURS), place(THEIRS)], "")
    assert str(caught.value) == TOLD


def test_ones_own_channels_and_free_ones_may_be_chosen_at_the_desk() -> None:
    chosen = set_up.asking_channels(BOOK, "anytown", [place(OURS), place(FREE)], "")
    assert [each.id for each in chosen] == [OURS, FREE]


def test_a_new_partnership_is_neither_shown_nor_started_on_a_channel_of_another(
    store: Store,
) -> None:
    filled = begun(store, FREE, THEIRS)
    for step in (set_up.review, set_up.start):
        with pytest.raises(CannotSteerError) as caught:
            step(store, BOOK, COORDINATOR, NOW)
        assert str(caught.value) == TOLD
    assert started(store) == set()
    assert set_up.begun(store, COORDINATOR) == filled


def test_with_another_channel_the_same_set_up_starts(store: Store) -> None:
    begun(store, THEIRS)
    with pytest.raises(CannotSteerError):
        set_up.start(store, BOOK, COORDINATOR, NOW)
    begun(store, FREE)
    made = set_up.start(store, BOOK, COORDINATOR, NOW)
    assert started(store) == {made.id}


@pytest.mark.parametrize("read_before", [False, True])
def test_of_two_who_chose_one_channel_the_second_to_start_is_told(
    store: Store, *, read_before: bool
) -> None:
    begun(store, FREE)
    shelf = Shelf(store, BOOK)
    first = set_up.start(store, shelf(), COORDINATOR, NOW)
    begun(store, FREE, name="Smalltown Partnership")
    with pytest.raises(CannotSteerError) as caught:
        set_up.start(store, BOOK if read_before else shelf(), COORDINATOR, NOW)
    assert str(caught.value) == asked_elsewhere("renamed-since", first.name)
    assert started(store) == {first.id}


def test_a_channel_that_was_taken_while_the_consequences_were_read_is_refused(store: Store) -> None:
    wanted = channels((Channel(id=OURS, name="strategy"), Channel(id=FREE, name="free")))
    steer.take_over(store, BOOK, "anytown", COORDINATOR, NOW)
    steer.foresee(store, BOOK, "anytown", COORDINATOR, wanted, NOW)
    begun(store, FREE)
    other = set_up.start(store, Shelf(store, BOOK)(), COORDINATOR, NOW)
    with pytest.raises(CannotSteerError) as caught:
        steer.steer(store, BOOK, "anytown", COORDINATOR, wanted, 1, NOW)
    assert str(caught.value) == asked_elsewhere("renamed-since", other.name)
