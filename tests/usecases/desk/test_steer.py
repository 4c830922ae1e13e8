"""A coordinator changes a partnership: consequences first, one home, nobody's change is lost."""

import threading
from datetime import date, time

import pytest
from sqlalchemy import text

from bot.core.book import Book
from bot.core.steering import askings, dates
from bot.core.steering.edit import CannotSteerError, Edit
from bot.core.steering.people import coordinators
from bot.store import audit, partnerships, plans
from bot.store.engine import Store
from bot.usecases import roles
from bot.usecases.asking.plan import plan_all
from bot.usecases.desk import steer as desk
from bot.usecases.ports import NotSentError
from bot.usecases.shelf import Shelf
from tests.core.asking.anytown import anytown, at, bank
from tests.usecases.fake_slack import FakeSlack

NOW = at("2026-10-01T08:00")
DAY = date(2026, 10, 22)
FILES = Book(bank=bank(), partnerships=(anytown("2027-01-20", "2027-04-21"),))
SKIP = askings.skip(DAY, "Inspection")


class Desk:
    """One coordinator's desk on a store whose plan is made."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.shelf = Shelf(store, FILES)
        plan_all(store, self.shelf(), NOW)

    def take_over(self, user_id: str = "U01") -> str:
        return desk.take_over(self.store, self.shelf(), "anytown", user_id, NOW)

    def foresee(self, edit: Edit) -> desk.Foreseen:
        return desk.foresee(self.store, self.shelf(), "anytown", "U01", edit, NOW)

    def steer(self, edit: Edit, version: int, user_id: str = "U01") -> str:
        return desk.steer(self.store, self.shelf(), "anytown", user_id, edit, version, NOW)

    def undo(self, version: int) -> str:
        return desk.undo(self.store, self.shelf(), "anytown", "U01", version, NOW)

    @property
    def days(self) -> set[date]:
        with self.store.read() as tx:
            return {each.on for each in plans.occurrences_of(tx, "anytown", planned=True)}

    @property
    def notes(self) -> list[str]:
        with self.store.read() as tx:
            rows = tx.execute(text("SELECT note FROM outbox WHERE kind = 'note' ORDER BY due_at"))
            return [row.note for row in rows]

    @property
    def version(self) -> int:
        return desk.home_of(self.store, self.shelf(), "anytown", "U01").version


@pytest.fixture
def here(store: Store) -> Desk:
    return Desk(store)


def test_what_a_change_leads_to_is_seen_before_it_is_made(here: Desk) -> None:
    before = here.days
    foreseen = here.foresee(SKIP)
    assert foreseen.what == "The prompt of Thursday 22 October 2026 is skipped."
    assert foreseen.changes[0] == (
        "Nothing is asked on Thursday 22 October 2026 any more, because that day is skipped."
    )
    assert here.days == before
    with here.store.read() as tx:
        assert audit.entries(tx, "anytown") == []  # a look is not a decision


def test_what_lives_in_a_file_is_not_changed_here(here: Desk) -> None:
    with pytest.raises(CannotSteerError, match="lives in a schedule file"):
        here.steer(SKIP, 0)
    assert DAY in here.days


def test_taking_over_changes_nothing_but_the_home(here: Desk) -> None:
    before = here.days
    here.take_over()
    here.take_over()
    assert here.version == 1
    assert here.days == before
    assert here.shelf() == FILES


def test_a_change_is_planned_at_once_and_told(here: Desk) -> None:
    here.take_over()
    here.steer(SKIP, 1)
    assert DAY not in here.days
    assert "Nothing is asked on Thursday 22 October 2026" in "".join(here.notes)


def test_a_change_can_be_undone_and_the_undoing_too(here: Desk) -> None:
    before = here.days
    here.take_over()
    here.steer(SKIP, 1)
    here.undo(2)
    assert here.days == before
    here.undo(3)
    assert DAY not in here.days
    with here.store.read() as tx:
        said = [each.what for each in partnerships.versions_of(tx, "anytown")]
    assert said[2].startswith("Undone: The prompt of Thursday 22 October 2026")
    assert len(said) == 4


def test_taking_over_is_not_undone_into_nothing(here: Desk) -> None:
    here.take_over()
    with pytest.raises(CannotSteerError, match="nothing to undo"):
        here.undo(1)


def test_whoever_looked_at_an_older_version_is_told_and_changes_nothing(here: Desk) -> None:
    here.take_over()
    here.steer(SKIP, 1)
    with pytest.raises(CannotSteerError, match="while you were looking"):
        here.steer(dates.quiet(date(2026, 11, 5), None, "Half term"), 1)
    assert here.version == 2


def test_somebody_who_does_not_coordinate_changes_nothing(here: Desk) -> None:
    with pytest.raises(CannotSteerError, match="Only this partnership's coordinators"):
        here.take_over("U09")
    with pytest.raises(CannotSteerError, match="Only this partnership's coordinators"):
        here.steer(SKIP, 0, "U09")
    assert here.version == 0


def test_two_coordinators_at_once_make_one_change_and_one_hears_of_it(here: Desk) -> None:
    here.take_over()
    start, told = threading.Barrier(2), []

    def change(edit: Edit) -> None:
        start.wait()
        try:
            here.steer(edit, 1)
        except CannotSteerError as error:
            told.append(str(error))

    edits = [SKIP, dates.quiet(date(2026, 11, 5), None, "Half term")]
    threads = [threading.Thread(target=change, args=(edit,)) for edit in edits]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert here.version == 2
    assert len(told) == 1


def test_a_moved_meeting_moves_what_hangs_on_it(here: Desk) -> None:
    here.take_over()
    move = dates.move_meeting(date(2027, 1, 20), date(2027, 1, 27), time(14))
    assert here.foresee(move).changes[0] == (
        "The meeting on Wednesday 20 January 2027 moves to Wednesday 27 January 2027."
    )
    here.steer(move, 1)
    assert here.shelf().partnerships[0].board.meetings[0].on == date(2027, 1, 27)


def test_what_a_change_of_another_partnership_needs_is_its_own_coordinator(store: Store) -> None:
    other = anytown(
        "2027-01-20",
        id="elsewhere",
        coordinators={"channel": {"id": "C0OTHER", "name": "elsewhere-plan"}, "people": ["U02"]},
    )
    book = Book(bank=bank(), partnerships=(*FILES.partnerships, other))
    with pytest.raises(CannotSteerError):
        desk.home_of(store, book, "elsewhere", "U01")
    assert desk.home_of(store, book, "elsewhere", "U02").partnership == other


def test_the_same_change_sent_twice_is_made_once(here: Desk) -> None:
    here.take_over()
    here.steer(SKIP, 1)
    assert here.steer(SKIP, 1) == "The prompt of Thursday 22 October 2026 is skipped."
    assert here.version == 2


NAMED = anytown(
    "2027-01-20",
    coordinators={
        "channel": {"id": "C0COORD", "name": "anytown-plan"},
        "people": ["S01"],
        "deputies": ["U02"],
        "readers": ["U03"],
    },
)


@pytest.fixture
def named(store: Store) -> Book:
    """A partnership whose coordinators are a user group, and Slack said who is in it."""
    slack = FakeSlack()
    slack.groups["S01"] = ["U01"]
    book = Book(bank=bank(), partnerships=(NAMED,))
    roles.refresh_groups(store, book, slack)
    desk.take_over(store, book, "anytown", "U01", NOW)
    return book


def test_a_reader_looks_and_changes_nothing(store: Store, named: Book) -> None:
    assert desk.home_of(store, named, "anytown", "U03").version == 1
    with pytest.raises(CannotSteerError, match="Only this partnership's coordinators"):
        desk.steer(store, named, "anytown", "U03", SKIP, 1, NOW)


def test_a_deputy_changes_the_plan_but_not_who_has_a_role(store: Store, named: Book) -> None:
    desk.steer(store, named, "anytown", "U02", SKIP, 1, NOW)
    hand_over = coordinators(["U02"], "U02")
    with pytest.raises(CannotSteerError, match="only a coordinator can change"):
        desk.steer(store, named, "anytown", "U02", hand_over, 2, NOW)
    desk.steer(store, named, "anytown", "U01", hand_over, 2, NOW)
    desk.steer(store, named, "anytown", "U02", coordinators(["U02", "U04"], "U02"), 3, NOW)


def test_who_leaves_the_group_has_no_role_any_more(store: Store, named: Book) -> None:
    roles.group_changed(store, "S01", ["U08"], ["U01"])
    with pytest.raises(CannotSteerError):
        desk.home_of(store, named, "anytown", "U01")
    assert desk.home_of(store, named, "anytown", "U08").version == 1


def test_where_slack_does_not_say_what_it_said_before_holds(store: Store, named: Book) -> None:
    slack = FakeSlack()
    slack.close("S01", NotSentError("ratelimited", retry_after=5))
    roles.refresh_groups(store, named, slack)
    assert desk.home_of(store, named, "anytown", "U01").version == 1
