"""A rehearsal goes back only by starting again from a moment that was kept."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.rehearsal.cast.people import ASKING_CHANNELS
from bot.rehearsing import Rehearsal, new_scene, save_of
from bot.rehearsing.moments import MOMENTS_MAX, Moments
from tests.rehearsal.browsing import Browser
from tests.rehearsal.test_own_partnership import ROOT

START = datetime(2027, 1, 4, 8, tzinfo=UTC)
SECOND = timedelta(seconds=30)


@pytest.fixture
def rehearsal() -> Iterator[Rehearsal]:
    with Rehearsal(ROOT / "prompts", new_scene(START)) as running:
        yield running


@pytest.fixture
def browser(rehearsal: Rehearsal) -> Browser:
    opened = Browser(rehearsal.server)
    opened.enter(rehearsal.server.page_url)
    return opened


def test_all_is_as_it_was_and_goes_on_from_there(rehearsal: Rehearsal, browser: Browser) -> None:
    planned = browser.get("/rehearsal/clock")
    (beginning,) = planned["moments"]
    assert beginning["what"] == "The beginning of this rehearsal"

    asked = browser.post("/rehearsal/clock", {"to": "next"})
    channel = ASKING_CHANNELS[0]
    (prompt,) = rehearsal.workspace.messages(channel)
    rehearsal.workspace.people.say("U0POLICE1", channel, "We ask twice.", thread_ts=prompt["ts"])
    rehearsal.settle()
    before = [each["id"] for each in asked["moments"]][-1]
    assert asked["moments"][-1]["what"].startswith("Before: ")

    again = browser.post("/rehearsal/clock", {"back_to": before})
    assert again["moments"] == asked["moments"]
    assert abs(datetime.fromisoformat(again["now"]) - START) < SECOND
    assert again["upcoming"] == planned["upcoming"]
    assert rehearsal.workspace.messages(channel) == []

    browser.post("/rehearsal/clock", {"to": "next"})
    (same,) = rehearsal.workspace.messages(channel)
    assert same["text"] == prompt["text"]
    said = rehearsal.workspace.people.say("U0POLICE1", channel, "Once.", thread_ts=same["ts"])
    rehearsal.settle()
    assert rehearsal.workspace.people.view_for("U0POLICE1")["channels"][-1]["messages"], said


def test_a_moment_that_is_not_kept_is_refused_in_words(browser: Browser) -> None:
    refused = browser.post("/rehearsal/clock", {"back_to": "m99"}, 400)
    assert refused["error"] == "That moment is not kept any more."


@pytest.fixture
def moments(tmp_path: Path, database: Path) -> Moments:
    """So many moments that some had to go."""
    made = Moments(tmp_path)
    save = save_of(new_scene(START), with_cast=False)
    for number in range(MOMENTS_MAX + 3):
        made.keep(save, database, START + timedelta(days=number), f"Before: {number}")
    return made


def test_the_first_and_the_latest_are_kept(moments: Moments, tmp_path: Path) -> None:
    kept = [each.what for each in moments.all()]
    assert kept == ["Before: 0", *(f"Before: {n}" for n in range(3, MOMENTS_MAX + 3))]
    assert len(list(tmp_path.glob("m*.sqlite3"))) == len(kept)


def test_going_back_drops_what_came_after(moments: Moments, tmp_path: Path) -> None:
    kept = moments.all()
    save, copy = moments.go_back(kept[1].id)
    assert (save.seed, copy.is_file()) == (1, True)
    assert moments.all() == kept[:2]
    assert len(list(tmp_path.glob("m*.sqlite3"))) == 2


def test_one_moment_is_kept_once(moments: Moments, database: Path) -> None:
    before = moments.all()
    save = save_of(new_scene(START), with_cast=False)
    moments.keep(save, database, START, before[-1].what)
    assert moments.all() == before
