"""However much there is to see, it is paged and never cut: every view is one that Slack shows."""

import json
import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.book import Book
from bot.core.digest.edits import Action, Edit, Editable, Revision
from bot.core.messages import HoldMessage
from bot.rehearsal.block_kit.elements import elements_in
from bot.rehearsal.block_kit.views import view_faults
from bot.slack.listeners.home import home_view
from bot.slack.speech import blocks as kit
from bot.slack.speech.blocks import Block
from bot.slack.speech.desk import desk_view
from bot.slack.speech.queue import queue_view
from bot.slack.speech.review_forms import About, behind_view, list_view
from bot.store.engine import Store
from bot.usecases.ahead import OpenNow, Upcoming
from bot.usecases.asking.plan import plan_all
from bot.usecases.board.edit import Reviewed
from bot.usecases.desk import steer
from bot.usecases.desk.overview import desk_of
from bot.usecases.inform import AboutAnswers, Home, Waiting
from bot.usecases.shelf import Shelf
from tests.core.asking.anytown import anytown, at, bank
from tests.slack.desk import Desk
from tests.usecases.anytown import COORDINATOR

LONG = "Anytown, Bigtown & Ash-under-Fell 🧩 <Safeguarding> Partnership " * 4
NOW = at("2026-10-01T08:00")


def all_pages(view_of: Callable[[int], Block]) -> list[Block]:
    """Every page, turned as a person turns them; each is one that Slack shows."""
    pages, number = [], 0
    while True:
        view = view_of(number)
        assert view_faults(view) == []
        pages.append(view)
        later = [e for _, e in elements_in(view["blocks"]) if e["action_id"].endswith("_later")]
        if not later:
            return pages
        assert int(later[0]["value"]) == number + 1
        number += 1


def says(pages: list[Block]) -> str:
    return json.dumps(pages, ensure_ascii=False)


def held(number: int) -> HoldMessage:
    return HoldMessage(
        subject=f"reply-{number}", version=1, lines=(f"Held thing {number}.",), is_private=True,
        is_reply=True, settled=None, decided_by=None, place=None,
    )  # fmt: skip


def whole_home(partnerships: int) -> Home:
    """The home of somebody who coordinates many partnerships, and is a member of them too."""
    names = [f"Partnership {number} of {LONG}" for number in range(partnerships)]
    open_now = OpenNow("What do we hear? " * 30, NOW, 4)
    return Home(
        sector=None,
        rounds=tuple(
            AboutAnswers(f"Privacy {n}.", None, ((f"asked-{n}", f"Question {n}?"),))
            for n in range(partnerships)
        ),
        upcoming=tuple(
            Upcoming(
                f"p{n}",
                name,
                NOW,
                "Where? " * 60,
                NOW,
                NOW,
                (open_now,),
                ("Look at it. ",),
                digest_of=f"cycle-{n}",
            )
            for n, name in enumerate(names)
        ),
        waiting=tuple(
            Waiting(f"p{n}", name, tuple(map(held, range(30)))) for n, name in enumerate(names)
        ),
    )


@pytest.mark.parametrize("partnerships", [0, 1, 30])
def test_a_home_page_of_many_partnerships_is_turned_and_never_cut(partnerships: int) -> None:
    pages = all_pages(lambda number: home_view(whole_home(partnerships), number))
    words = says(pages)
    for number in range(partnerships):
        assert f"Partnership {number} of" in words
        assert f"Question {number}?" in words
    assert "Your sector" in words
    assert "setup_open" in words
    assert (len(pages) > 1) == (partnerships > 1)


def test_a_page_that_is_no_longer_there_is_the_last(desk: Desk) -> None:
    assert home_view(whole_home(1), 7) == home_view(whole_home(1), 0)
    assert desk.act("home_page_later", COORDINATOR, home=True, value="7") == 200
    asked = desk.stub.next()
    assert asked.path == "/api/views.publish"
    assert asked.fields["user_id"] == COORDINATOR


def test_a_desk_of_twenty_meetings_and_fifty_channels_is_turned_and_never_cut(
    migrated_file: Path, tmp_path: Path
) -> None:
    path = tmp_path / "many.sqlite3"
    shutil.copy(migrated_file, path)
    first = date(2027, 1, 20)
    meetings = [(first + timedelta(weeks=13 * n)).isoformat() for n in range(20)]
    channels = [{"id": f"C0MANY{n:03}", "name": f"channel-{n}-{'x' * 60}"} for n in range(50)]
    whose = anytown(*meetings, name=LONG[:120], channels=channels)
    files = Book(bank=bank(), partnerships=(whose,))
    with closing(Store(f"sqlite:///{path}")) as store:
        shelf = Shelf(store, files)
        plan_all(store, shelf(), NOW)
        steer.take_over(store, shelf(), "anytown", "U01", NOW)
        seen = desk_of(store, shelf(), "anytown", "U01", NOW)
    seen = seen._replace(calendar="https://dots.example.org/calendar/anytown/key.ics")
    pages = all_pages(lambda number: desk_view(seen, number))
    assert "subscribe to https://dots.example.org/calendar/anytown/key.ics" in says(pages)
    assert len(seen.days) >= 100
    assert len(pages) > 1
    menus = [e["options"][0]["value"] for page in pages for _, e in elements_in(page["blocks"])
             if e["type"] == "overflow"]  # fmt: skip
    ahead = {each.on.isoformat() for each in seen.days} | {
        each.meeting_on.isoformat() for each in seen.cycles
    }
    assert {each.split("|")[1] for each in menus} == ahead
    assert "Please note" in says(pages)


def test_sixty_things_that_wait_are_turned_and_never_cut() -> None:
    waiting = [held(number) for number in range(60)]
    words = says(all_pages(lambda number: queue_view("anytown", waiting, number)))
    for number in range(60):
        assert f"Held thing {number}." in words


def test_six_hundred_replies_behind_a_line_are_turned_and_never_cut() -> None:
    replies = [f"Reply number {number}. " + "We meet. " * 300 for number in range(600)]
    words = says(all_pages(lambda number: behind_view(replies, About("cycle", page=number))))
    for number in range(600):
        assert f"Reply number {number}." in words


def test_a_review_in_which_everything_changed_is_turned_and_never_cut() -> None:
    lines = [
        Reviewed(Editable(f"line:reply-{number}", f"Words {number}.", frozenset(Action)), ())
        for number in range(300)
    ]
    changes = [f"Change {number}: " + "because of something. " * 30 for number in range(150)]
    words = says(all_pages(lambda number: list_view(lines, About("cycle", page=number), changes)))
    for number in range(300):
        assert f"Words {number}." in words
    for number in range(150):
        assert f"Change {number}: " in words


def test_a_review_of_six_hundred_edited_lines_is_turned_and_never_cut() -> None:
    words = "What & how <we> hear. " * 40
    hidden = Edit(target="", action=Action.HIDE, reason="It points at <somebody> & more. " * 6)
    step = Revision(target="", version=1, edit=hidden, by="U0ANNA", at=NOW)
    lines = [
        Reviewed(
            Editable(
                f"line:private/{number:032}",
                f"Line {number}. {words}",
                frozenset(Action),
                "Who <asks> & who is asked? " * 12,
            ),
            (step,) * (number % 2),
        )
        for number in range(600)
    ]
    said = says(
        all_pages(lambda number: list_view(lines, About("cycle", page=number), (), "Told."))
    )
    for number in range(600):
        assert f"Line {number}." in said
    assert list_view(lines[:1], About("cycle", page=7)) == list_view(lines[:1], About("cycle"))


def numbered(number: int) -> Reviewed:
    return Reviewed(Editable(f"line:{number}", f"Words {number}.", frozenset(Action)), ())


def test_the_list_comes_again_at_the_page_where_it_was_left_though_the_line_went_far() -> None:
    lines = [numbered(number) for number in range(300)]
    pages = all_pages(lambda number: list_view(lines, About("cycle", page=number)))
    left = About("cycle", page=2, target="line:299", action="hide", seen=3)
    assert len(pages) > 4
    assert list_view(lines, left) == pages[2]
    assert list_view(lines, left._replace(target="line:gone")) == pages[2]


def test_the_list_follows_a_line_that_what_changed_has_moved_to_the_next_page() -> None:
    lines = [numbered(number) for number in range(300)]
    changes = [f"Change {number}." + " It is long." * 30 for number in range(20)]
    pages = all_pages(lambda number: list_view(lines, About("cycle", page=number)))
    for page, seen in enumerate(pages):
        rows = [each["block_id"] for each in seen["blocks"] if "accessory" in each]
        target = rows[-1].replace("line-", "line:")
        again = list_view(lines, About("cycle", page=page, target=target), changes, "Done.")
        assert view_faults(again) == []
        assert rows[-1] in [each.get("block_id") for each in again["blocks"]]
        assert About.unpacked(again["private_metadata"]).target == ""


blocks_of = st.integers(0, 30).map(lambda size: [{"type": "divider"}] * size)


@given(st.lists(blocks_of, max_size=20), st.integers(1, 12))
def test_pages_hold_every_block_once_in_order_and_no_more_than_fit(
    groups: list[list[Block]], most: int
) -> None:
    numbered = [[{"n": (i, j)} for j, _ in enumerate(group)] for i, group in enumerate(groups)]
    pages = kit.pages(numbered, most)
    assert [b for page in pages for b in page] == [b for group in numbered for b in group]
    assert all(len(page) <= most for page in pages)
    assert all(pages) or pages == [[]]
    for group in numbered:
        if 0 < len(group) <= most:
            assert any(all(block in page for block in group) for page in pages)
