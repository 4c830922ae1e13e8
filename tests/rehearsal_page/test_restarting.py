"""The rehearsal ends and begins again while a page is open: the page says so, and goes on."""

import socket
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from bot.rehearsal import AppRegistration, RehearsalClock, RehearsalServer, Workspace
from bot.rehearsal.cast.cast import Cast
from bot.rehearsing import Rehearsal, SaveFolder, new_scene, scene_of
from tests.house.places import TOP
from tests.rehearsal_page.browser import window

START = datetime(2027, 1, 4, 8, tzinfo=UTC)
BOX = "Message #exploitation-strategy"


@pytest.fixture
def port() -> int:
    """One that nothing listens on: what begins again must be found where it was."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with window(browser, "about:blank") as opened:
        yield opened


def test_a_kept_rehearsal_that_begins_again_is_found_by_the_open_page(
    page: Page, port: int, tmp_path: Path
) -> None:
    prompts, folder = TOP / "prompts", SaveFolder(tmp_path / "kept")
    with Rehearsal(prompts, new_scene(START), port=port, save_in=folder) as first:
        page.goto(first.server.page_url)
        page.get_by_label(BOX).fill("Before")
        page.keyboard.press("Enter")
        expect(page.locator("#messages article")).to_have_count(1)
        page.get_by_label(BOX).fill("Half a thought")
    trouble = page.get_by_role("alert")
    expect(trouble).to_have_text("The connection was lost. Trying again…")

    save = folder.found()
    assert save
    with Rehearsal(prompts, scene_of(save, folder.database_of(save)), port=port):
        expect(trouble).to_be_hidden()
        expect(page.locator("#messages article")).to_have_count(1)
        expect(page.get_by_label(BOX)).to_have_value("Half a thought")
        page.get_by_label(BOX).press("Enter")
        expect(page.locator("#messages article").last).to_contain_text("Half a thought")


def test_a_rehearsal_that_was_not_kept_is_over_for_the_open_page(page: Page, port: int) -> None:
    workspace = Workspace(RehearsalClock(START), AppRegistration())
    Cast(workspace, seed=1).enter()
    first = RehearsalServer(workspace, port=port).start()
    page.goto(first.page_url)
    expect(page.locator("#pane-title")).to_have_text("#exploitation-strategy")
    first.stop()
    other = RehearsalServer(workspace, port=port).start()
    try:
        expect(page.get_by_role("alert")).to_have_text(
            "This page's session is over. Open the address that the rehearsal printed."
        )
    finally:
        other.stop()
