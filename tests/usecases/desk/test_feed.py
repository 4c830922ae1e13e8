"""The plan as a calendar to subscribe to: for whoever knows its address, and nobody else."""

from datetime import date, time, timedelta

import pytest
from icalendar import Calendar

from bot.core.book import Book
from bot.core.partnership import Meeting
from bot.core.steering import dates
from bot.store.engine import Store
from bot.usecases.asking.plan import plan_all
from bot.usecases.desk import steer
from bot.usecases.desk.feed import Feed, calendar_at
from tests.core.asking.anytown import anytown, at, bank

NOW = at("2026-10-01T08:00")
BOOK = Book(bank=bank(), partnerships=(anytown("2027-01-20"), anytown("2027-02-10", id="bigtown")))
FEED = Feed("https://dots.example.org/", "not-a-secret")


def path_of(address: str | None) -> str:
    assert address is not None
    return address.removeprefix("https://dots.example.org")


def test_a_calendar_holds_the_plan_of_its_partnership(store: Store) -> None:
    plan_all(store, BOOK, NOW)
    found = calendar_at(store, BOOK, FEED, path_of(FEED.address("anytown")))
    assert found is not None
    events = Calendar.from_ical(found).walk("VEVENT")
    assert {str(each["UID"]).split("/")[0] for each in events} == {"anytown"}
    assert any("Draft digest" in str(each["SUMMARY"]) for each in events)
    assert b"anytown-one" not in found


def feed(store: Store, book: Book = BOOK) -> bytes:
    found = calendar_at(store, book, FEED, path_of(FEED.address("anytown")))
    assert found is not None
    return found


def sequences(calendar: bytes) -> set[int]:
    return {int(str(each["SEQUENCE"])) for each in Calendar.from_ical(calendar).walk("VEVENT")}


def test_the_bytes_stay_the_same_for_days_while_the_plan_does(store: Store) -> None:
    plan_all(store, BOOK, NOW)
    first = feed(store)
    plan_all(store, BOOK, NOW + timedelta(days=5))
    assert feed(store) == first
    assert sequences(first) == {0}


def test_every_change_of_a_file_makes_the_calendar_newer_also_one_back_again(store: Store) -> None:
    plan_all(store, BOOK, NOW)
    moved = Book(bank=bank(), partnerships=(anytown("2027-01-21"),))
    seen = [feed(store)]
    for days, book in enumerate((moved, BOOK), start=1):
        plan_all(store, book, NOW + timedelta(days=days))
        seen.append(feed(store, book))
    (first, second, third) = [sequences(each).pop() for each in seen]
    assert first < second < third
    stamps = {each.decoded("DTSTAMP") for each in Calendar.from_ical(seen[1]).walk("VEVENT")}
    assert stamps == {NOW + timedelta(days=1)}


def test_a_change_at_the_desk_makes_the_calendar_newer_and_no_other(store: Store) -> None:
    plan_all(store, BOOK, NOW)
    steer.take_over(store, BOOK, "anytown", "U01", NOW)
    before = feed(store)
    later = NOW + timedelta(minutes=1)
    edit = dates.add_meetings([Meeting(on=date(2027, 4, 21), at=time(10))])
    steer.steer(store, BOOK, "anytown", "U01", edit, 1, later)
    assert min(sequences(feed(store))) > max(sequences(before))
    bigtowns = calendar_at(store, BOOK, FEED, path_of(FEED.address("bigtown")))
    assert sequences(bigtowns or b"") == {0}


@pytest.mark.parametrize(
    "path",
    [
        "/", "/calendar/", "/calendar/anytown", "/calendar/anytown/", "/calendar/anytown/.ics",
        "/calendar/anytown/0000.ics", "/calendar//.ics", "/calendar/no\udcffne/é.ics", "anytown",
    ],
)  # fmt: skip
def test_no_other_path_leads_to_one(store: Store, path: str) -> None:
    assert calendar_at(store, BOOK, FEED, path) is None


def test_the_key_of_one_partnership_opens_no_other_and_a_new_secret_closes_all() -> None:
    anytowns, bigtowns = path_of(FEED.address("anytown")), path_of(FEED.address("bigtown"))
    key = anytowns.rsplit("/", 1)[1]
    assert FEED.partnership_at(anytowns) == "anytown"
    assert FEED.partnership_at(bigtowns) == "bigtown"
    assert FEED.partnership_at(f"/calendar/bigtown/{key}") is None
    assert Feed("https://dots.example.org", "another").partnership_at(anytowns) is None
    assert Feed("https://dots.example.org", "").partnership_at(anytowns) is None


def test_without_an_address_of_its_own_or_a_secret_there_is_none() -> None:
    assert Feed("", "not-a-secret").address("anytown") is None
    assert Feed("https://dots.example.org", "").address("anytown") is None
    nothing_secret = path_of(FEED.address("anytown"))
    assert Feed("", "").partnership_at(nothing_secret) is None
