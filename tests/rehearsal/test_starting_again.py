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
    left = again["moments"].pop()
    assert again["moments"] == asked["moments"]
    assert left["what"] == "Where you were before you started again"
    assert abs(datetime.fromisoformat(again["now"]) - START) < SECOND
    assert again["upcoming"] == planned["upcoming"]
    assert rehearsal.workspace.messages(channel) == []

    there = browser.post("/rehearsal/clock", {"back_to": left["id"]})
    assert there["now"] > asked["now"]
    assert len(rehearsal.workspace.messages(channel)) == 2

    browser.post("/rehearsal/clock", {"back_to": before})
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


def test_of_two_moments_that_say_the_same_the_later_is_kept(
    moments: Moments, database: Path
) -> None:
    before = moments.all()
    save = save_of(new_scene(START), with_cast=False)
    later = START + timedelta(days=90)
    moments.keep(save, database, later, before[-2].what)
    after = moments.all()
    assert [each.what for each in after] == [
        *(each.what for each in before if each.what != before[-2].what),
        before[-2].what,
    ]
    assert after[-1].at == later


def test_a_moment_can_be_gone_back_to_more_than_once(moments: Moments) -> None:
    kept = moments.all()
    saves = [moments.at(kept[1].id) for _ in range(2)]
    assert saves[0] == saves[1]
    assert saves[0][1].is_file()
    assert moments.all() == kept
