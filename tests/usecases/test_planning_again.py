"""Planning twice changes nothing; planning after an edit changes only what was not sent."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from bot.core.asking.plan import OccurrenceState
from bot.core.book import Book
from bot.core.partnership import Partnership
from bot.store import outbox, plans
from bot.store.engine import Store
from bot.store.notes import open_matters
from bot.usecases.asking.ask import ask_due
from bot.usecases.asking.plan import plan_all, preview
from bot.usecases.surroundings import channel_moved
from tests.core.asking.anytown import anytown, at, bank

NOW = at("2026-10-01T08:00")
MEETINGS = ("2027-01-20", "2027-04-21")


def book(*partnerships: Partnership) -> Book:
    return Book(bank=bank(), partnerships=partnerships)


def tables(store: Store) -> list[Any]:
    """All that is planned and all that waits, except the outbox's random ids."""
    with store.read() as tx:
        return [
            tx.execute(text("SELECT * FROM cycles ORDER BY id")).all(),
            tx.execute(text("SELECT * FROM occurrences ORDER BY id")).all(),
            tx.execute(text("SELECT key, note FROM outbox ORDER BY key")).all(),
        ]


def notes(store: Store) -> list[str]:
    with store.read() as tx:
        return [message.note or "" for message in outbox.about(tx, "note", "anytown")]


@pytest.fixture
def planned(store: Store) -> Store:
    plan_all(store, book(anytown(*MEETINGS)), NOW)
    return store


def test_planning_twice_changes_nothing_and_tells_nobody(planned: Store) -> None:
    before = tables(planned)
    assert len(before[1]) > 6
    assert plan_all(planned, book(anytown(*MEETINGS)), NOW) == {"anytown": ()}
    assert plan_all(planned, book(anytown(*MEETINGS)), NOW + timedelta(hours=6)) == {"anytown": ()}
    assert tables(planned) == before


def test_the_preview_is_what_planning_stores(planned: Store) -> None:
    seen = preview(planned, book(anytown(*MEETINGS)), anytown(*MEETINGS), NOW)
    with planned.read() as tx:
        assert plans.occurrences_of(tx, "anytown") == seen.occurrences


def test_after_an_edit_only_the_future_changes_and_the_coordinators_are_told_once(
    planned: Store,
) -> None:
    with planned.read() as tx:
        first = plans.occurrences_of(tx, "anytown")[0]
    later = first.due_at + timedelta(hours=1)
    ask_due(planned, book(anytown(*MEETINGS)), later)
    edited = book(anytown("2027-01-27", "2027-04-21"))
    changed = plan_all(planned, edited, later)["anytown"]
    assert changed
    with planned.read() as tx:
        assert plans.occurrence(tx, first.id) == first
    assert sum("The plan has changed" in note for note in notes(planned)) == 1
    plan_all(planned, edited, later + timedelta(hours=1))
    assert sum("The plan has changed" in note for note in notes(planned)) == 1


def test_the_channel_that_moved_is_asked_under_its_new_id_and_nobody_is_told(
    planned: Store,
) -> None:
    channel_moved(planned, "C01", "C0NEW")
    channel_moved(planned, "C01", "C0NEW")
    assert plan_all(planned, book(anytown(*MEETINGS)), NOW)["anytown"] == ()
    with planned.read() as tx:
        used = {each.channel_id for each in plans.occurrences_of(tx, "anytown")}
    assert used == {"C0NEW", "C02"}


def test_a_partnership_that_is_not_live_has_nothing_planned(store: Store) -> None:
    resting = anytown(*MEETINGS, live=False)
    plan_all(store, book(resting), NOW)
    with store.read() as tx:
        assert plans.occurrences_of(tx, "anytown") == ()
    assert preview(store, book(resting), resting, NOW).occurrences != ()


def test_a_partnership_whose_file_is_gone_is_not_planned_any_more(planned: Store) -> None:
    plan_all(planned, book(), NOW)
    with planned.read() as tx:
        assert plans.occurrences_of(tx, "anytown") == ()


def test_a_meeting_that_is_cancelled_and_set_again_is_on(planned: Store) -> None:
    before = tables(planned)[:2]
    plan_all(planned, book(anytown(MEETINGS[1])), NOW)
    plan_all(planned, book(anytown(*MEETINGS)), NOW)
    assert tables(planned)[:2] == before


def test_how_many_answered_is_counted_when_a_window_has_closed_and_kept(planned: Store) -> None:
    with planned.write() as tx:
        first = plans.occurrences_of(tx, "anytown")[0]
        plans.set_state(tx, first.id, OccurrenceState.ASKED)
    edges = [first.closes_at - timedelta(minutes=1), first.closes_at, first.closes_at]
    seen = []
    for now in edges:
        plan_all(planned, book(anytown(*MEETINGS)), now)
        with planned.read() as tx:
            found = plans.occurrence(tx, first.id)
        seen.append(found.heard if found else None)
    assert seen == [None, 0, 0]


def test_that_no_meeting_lies_ahead_is_told_once_and_is_over_when_there_is_one(
    planned: Store,
) -> None:
    def waits() -> list[str]:
        with planned.read() as tx:
            return open_matters(tx, "anytown", ["note:no-meeting:"])

    assert waits() == []
    after_the_last = at("2027-04-22T08:00")
    for hours in (0, 6, 30):
        plan_all(planned, book(anytown(*MEETINGS)), after_the_last + timedelta(hours=hours))
        (told,) = waits()
        assert "Please add the next one" in told
    plan_all(planned, book(anytown(*MEETINGS, "2027-07-21")), after_the_last + timedelta(days=2))
    assert waits() == []
    later = at("2027-07-22T08:00")
    plan_all(planned, book(anytown(*MEETINGS, "2027-07-21")), later)
    assert len(waits()) == 1


def test_a_partnership_that_rests_is_not_asked_for_a_meeting(store: Store) -> None:
    plan_all(store, book(anytown("2026-01-20", live=False)), NOW)
    assert notes(store) == []
