"""People use the page on a whole rehearsal: the real bot, its database, and time that jumps."""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from bot.rehearsal.cast.people import ASKING_CHANNELS, COORDINATORS_CHANNEL
from bot.rehearsing import Rehearsal, new_scene
from bot.usecases.account import account
from tests.house.places import TOP
from tests.rehearsal_page.browser import window

START = datetime(2027, 1, 4, 8, tzinfo=UTC)
STRATEGY, PLACES, _ = ASKING_CHANNELS
IDRIS, MEI, BRAM, RUTH = "U0POLICE1", "U0HEALTH1", "U0HOUSIN1", "U0COORDI1"


@pytest.fixture(scope="module")
def rehearsal() -> Iterator[Rehearsal]:
    """A rehearsal in which the first prompt stands; nobody answers by themselves."""
    with Rehearsal(TOP / "prompts", new_scene(START)) as running:
        running.workspace.triggers.lives_s = 60  # three in life; a busy machine may take longer
        running.go_to(running.upcoming()[0].at)
        yield running


class Windows:
    """Opens windows on the rehearsal, each as somebody, somewhere."""

    def __init__(self, browser: Browser, rehearsal: Rehearsal, opened: ExitStack) -> None:
        self._browser, self._opened = browser, opened
        self._address = rehearsal.server.page_url

    def open(self, user: str, at: str) -> Page:
        """A new window, once it shows that place."""
        address = f"{self._address}#as={user}&at={at}"
        page = self._opened.enter_context(window(self._browser, address))
        expect(page.locator("#sidebar [aria-current=page]")).to_be_visible()
        return page


@pytest.fixture
def windows(browser: Browser, rehearsal: Rehearsal) -> Iterator[Windows]:
    with ExitStack() as opened:
        yield Windows(browser, rehearsal, opened)


def modal(page: Page, title: str) -> Locator:
    """The dialog with that title, once it is there."""
    dialog = page.get_by_role("dialog", name=title)
    expect(dialog).to_be_visible()
    return dialog


def answer(page: Page, words: str) -> Locator:
    """Open the newest prompt's thread and say something there."""
    page.locator("#messages").get_by_role("button", name="Reply in the thread").last.click()
    page.get_by_label("Reply in the thread").fill(words)
    page.keyboard.press("Enter")
    said = page.locator("#replies article").filter(has_text=words)
    expect(said).to_have_count(1)
    return said


def held(rehearsal: Rehearsal) -> set[str | None]:
    """What the bot keeps of replies; None for one that was taken back."""
    rehearsal.settle()
    (cycle,) = rehearsal.cycles()
    return set(account(rehearsal.bot.store, cycle.id).held.values())


def test_a_member_answers_edits_and_withdraws(windows: Windows, rehearsal: Rehearsal) -> None:
    page = windows.open(IDRIS, STRATEGY)
    said = answer(page, "We changed the agenda.")
    assert held(rehearsal) == {"We changed the agenda."}

    said.hover()
    said.get_by_role("button", name="Edit your message").click()
    page.locator("#replies .editor textarea").fill("We changed who chairs.")
    page.keyboard.press("Enter")
    expect(page.locator("#replies article").last).to_contain_text("(edited)")
    assert held(rehearsal) == {"We changed who chairs."}

    page.locator("#sidebar").get_by_role("button", name="Messages").click()
    expect(page.locator("#messages article").last).to_contain_text("Thank you for answering")
    page.get_by_role("button", name="Take it back").click()
    modal(page, "Take it back?").get_by_role("button", name="Take it back").click()
    expect(page.locator("#messages article").last).to_contain_text("Taken back.")
    assert held(rehearsal) == {None}


def test_somebody_outside_the_organisation_answers_privately(
    windows: Windows,
) -> None:
    page = windows.open(BRAM, PLACES)
    expect(page.locator("#sidebar")).not_to_contain_text("App Home")
    page.get_by_role("button", name="Answer privately").last.click()
    form = modal(page, "Answer privately")
    form.get_by_role("button", name="Save").click()
    expect(form.locator(".error:visible")).to_have_text(
        ["Please complete this required field."] * 2
    )
    expect(form.get_by_label("Your answer")).to_be_focused()
    form.get_by_label("Your answer").fill("Tenants told us first.")
    form.get_by_label("The coordinators only").check()
    form.get_by_label("No, only count me in").check()
    form.get_by_role("button", name="Save").click()
    expect(form).to_be_hidden()
    kept = modal(page, "Kept")
    expect(kept).to_contain_text("for the coordinators only, without your name")
    kept.get_by_role("button", name="Close", exact=True).click()
    other = windows.open(IDRIS, PLACES)
    expect(other.locator("#messages article").first).to_be_visible()
    expect(other.get_by_text("Tenants told us first.")).to_have_count(0)


def test_what_the_guard_noticed_is_seen_before_the_words_it_is_about(windows: Windows) -> None:
    page = windows.open(MEI, STRATEGY)
    page.get_by_role("button", name="Answer privately").last.click()
    form = modal(page, "Answer privately")
    form.get_by_label("Your answer").fill("We never asked Kayleigh why she slept in the taxi.")
    form.get_by_label("No, only count me in").check()
    form.get_by_role("button", name="Save").click()
    noticed = modal(page, "Before it is kept")
    expect(noticed.get_by_label("Your answer")).to_be_focused()
    expect(noticed.locator(".modal-body > *").first).to_be_in_viewport(ratio=1)
    noticed.get_by_role("button", name="Stop, keep nothing").click()
    expect(noticed).to_be_hidden()


def test_two_windows_at_once_see_the_same(windows: Windows) -> None:
    one, other = windows.open(MEI, STRATEGY), windows.open(IDRIS, STRATEGY)
    said = answer(one, "Half a thought.")
    seen = other.locator("#messages").get_by_role("button", name="replies").last
    seen.click()
    expect(other.locator("#replies article").filter(has_text="Half a thought.")).to_have_count(1)
    said.hover()
    said.locator(".tools summary").click()
    said.get_by_role("button", name="eyes").click()
    expect(other.locator("#replies .reaction")).to_have_accessible_name("eyes, 1: Mei Ashdown-Lark")
    said.get_by_role("button", name="Delete your message").click()
    modal(one, "Delete this message?").get_by_role("button", name="Delete").click()
    expect(other.locator("#replies article").filter(has_text="Half a thought.")).to_have_count(0)
    expect(other.locator("#trouble")).to_be_hidden()


def tab_to(page: Page, name: str, key: str = "Tab") -> None:
    """Press a key until the focus is on what is called `name`, as somebody without a mouse does."""
    for _ in range(PATIENCE_KEYS):
        page.keyboard.press(key)
        if name in page.evaluate(FOCUSED):
            return
    raise AssertionError(f"nothing called {name} can be reached by {key}")


PATIENCE_KEYS = 60
FOCUSED = """() => {
  const { labels, ariaLabel, textContent } = document.activeElement;
  return ariaLabel || (labels && labels[0] && labels[0].textContent) || textContent;
}"""


def test_a_keyboard_is_enough(windows: Windows) -> None:
    page = windows.open(MEI, STRATEGY)
    keys = page.keyboard
    tab_to(page, "Skip to the messages")
    keys.press("Enter")
    expect(page.locator("#messages")).to_be_focused()

    tab_to(page, "Reply in the thread of Dots")
    keys.press("Enter")
    expect(page.get_by_label("Reply in the thread")).to_be_focused()
    keys.type("By hand, not by mouse.")
    keys.press("Enter")
    expect(page.locator("#replies article").last).to_contain_text("By hand")
    tab_to(page, "Edit your message", "Shift+Tab")
    keys.press("Enter")
    expect(page.get_by_label("Your message")).to_be_focused()
    keys.press("Control+A")
    keys.type("By keys alone.")
    keys.press("Enter")
    expect(page.locator("#replies article").last).to_contain_text("By keys alone.")
    tab_to(page, "React to Mei", "Shift+Tab")
    keys.press("Enter")
    keys.press("Escape")
    expect(page.locator(".menu[open]")).to_have_count(0)
    keys.press("Escape")
    expect(page.locator("#thread")).to_be_hidden()
    opener = page.locator("#messages").get_by_role("button", name="Reply in the thread of Dots")
    expect(opener.last).to_be_focused()

    tab_to(page, "Answer privately", "Shift+Tab")
    keys.press("Enter")
    form = modal(page, "Answer privately")
    expect(form.get_by_label("Your answer")).to_be_focused()
    keys.type("Without a mouse.")
    tab_to(page, "Not now")
    keys.press("Enter")
    expect(form).to_be_hidden()

    tab_to(page, "Coordinator", "Shift+Tab")
    keys.press("Enter")
    expect(page.locator("#who-name")).to_have_text("Ruth Applegarth-Singh")
    tab_to(page, "Timeline")
    keys.press("Enter")
    expect(page.locator("#panel-title")).to_be_focused()
    keys.press("Escape")
    expect(page.locator("#panel")).to_be_hidden()


def test_a_coordinator_moves_the_meeting(windows: Windows) -> None:
    page = windows.open(RUTH, "home")
    page.get_by_role("button", name="Open the plan").click()
    plan = modal(page, "The plan")
    plan.get_by_role("button", name="Take it over into Slack").click()
    modal(page, "Take it over?").get_by_role("button", name="Take it over").click()
    plan.locator(".menu summary").first.click()
    plan.get_by_role("button", name="Move the meeting").click()
    form = modal(page, "Change the plan")
    form.get_by_label("The new day").fill("2027-05-05")
    form.get_by_role("button", name="See what changes").click()
    foreseen = modal(page, "Before it changes")
    expect(foreseen).to_contain_text("moves to Wednesday 5 May 2027")
    foreseen.get_by_role("button", name="Change it").click()
    done = modal(page, "The plan")
    expect(done).to_contain_text("Done.")
    done.get_by_role("button", name="Close", exact=True).click()
    page.locator(".upcoming").click()
    expect(page.locator("#planned")).to_contain_text("Monday, 26 April 2027")


def test_a_coordinator_approves_and_the_board_reads(windows: Windows, rehearsal: Rehearsal) -> None:
    rehearsal.cast_answers = True
    rehearsal.go_to(datetime(2027, 4, 20, 9, tzinfo=UTC))
    rehearsal.cast_answers = False
    page = windows.open(RUTH, COORDINATORS_CHANNEL)
    page.get_by_role("button", name="Approve").click()
    modal(page, "Approve this digest?").get_by_role("button", name="Approve").click()
    expect(page.locator("#messages .ephemeral").last).to_contain_text("Approved.")
    page.get_by_role("button", name="Go to what happens next").click()
    expect(page.locator("#clock-now")).to_contain_text("26 April 2027")

    page.locator("#parts").get_by_role("button", name="Board").click()
    page.locator("#sidebar").get_by_role("button", name="partnership-board").click()
    digest = page.locator("#messages article").filter(has_text="Digest for the Anytown").last
    expect(digest).to_contain_text("Leading with care")
    digest.locator(".thread-link").click()
    expect(page.locator("#replies article").filter(has_text="page 2 of")).to_have_count(1)


def test_somebody_starts_again_with_one_press(windows: Windows) -> None:
    page = windows.open(IDRIS, STRATEGY)
    page.locator(".upcoming").click()
    page.locator("#moments").get_by_role("button", name="The beginning of this").click()
    expect(page.locator("#clock-now")).to_contain_text("4 January 2027")
    expect(page.locator("#messages")).to_contain_text("#exploitation-strategy begins here")
    page.get_by_role("button", name="Go to what happens next").click()
    expect(page.locator("#messages article")).to_have_count(1)
    expect(page.locator("#moments")).to_contain_text("Where you were before you started again")
