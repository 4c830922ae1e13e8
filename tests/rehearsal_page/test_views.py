"""Every view fits a phone, a zoomed page and a desktop, and passes axe-core by day and by night."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.rehearsal_page.browser import window
from tests.rehearsal_page.canned import canned
from tests.rehearsal_page.snapshot import answers

# By name: who looks and where, what is pressed there, and what is there once the view is drawn.
VIEWS = {
    "channel": ("as=U0POLICE1&at=C0STRATEGY", "", "#messages article"),
    "an empty channel": ("as=U0POLICE1&at=C0PLACES01", "", ".welcome"),
    "thread": ("as=U0POLICE1&at=C0STRATEGY&thread=1767693700.000100", "", "#replies article"),
    "direct messages": ("as=U0POLICE1&at=D0DOTS", "", ".welcome"),
    "home": ("as=U0POLICE1&at=home", "", ".home"),
    "people": ("as=U0POLICE1&at=C0STRATEGY&panel=people", "", ".choice"),
    "time": ("as=U0POLICE1&at=C0STRATEGY&panel=time", "", "#planned li"),
    "troubles": ("as=U0POLICE1&at=C0STRATEGY&panel=troubles", "", "#lately li"),
    "look": (
        "as=U0POLICE1&at=C0STRATEGY&panel=look&look=1767693700.000100",
        "",
        "#panel .log li",
    ),
    "modal": ("as=U0HEALTH1&at=C0STRATEGY", "", "#modal[open] form"),
    "editing": ("as=U0POLICE1&at=C0STRATEGY", "[data-focus=tool-Edit]", ".editor textarea"),
    "asking": ("as=U0POLICE1&at=C0STRATEGY", "[data-focus=tool-Delete]", "#ask[open]"),
    "a menu": ("as=U0POLICE1&at=C0STRATEGY", "[data-focus=react]", ".menu[open] .picker"),
}
# Places that scroll in one direction only.
TOO_WIDE = """() => [...document.querySelectorAll(
    "html, #main, #conversation, #thread, #panel, #modal, .messages, .message, .input, .blocks, " +
    ".composer, .top, .sidebar, .menu-body, #ask")]
  .filter((node) => node.clientWidth && node.scrollWidth > node.clientWidth)
  .map((node) => node.id || node.className || node.tagName)"""


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with canned(answers()) as address:
        yield address


def shown(page: Page, view: str, url: str) -> None:
    where, pressed, ready = VIEWS[view]
    page.goto("about:blank")
    page.goto(f"{url}#{where}")
    if pressed:
        page.locator(pressed).last.focus()
        page.keyboard.press("Enter")
    page.locator(ready).first.wait_for()


@pytest.mark.parametrize(("width", "dark"), [(320, False), (1280, True)])
def test_every_view_fits_and_the_accessibility_checker_finds_nothing(
    browser: Browser, url: str, width: int, dark: bool
) -> None:
    """Nothing has to be scrolled sideways (WCAG 2.2 AA, success criterion 1.4.10), and axe-core's
    whole set of rules holds: on a phone by day, on a desktop by night."""
    found = {}
    with window(browser, "about:blank", width, dark=dark) as page:
        for view in VIEWS:
            shown(page, view, url)
            checked = Axe().run(page, options={"resultTypes": ["violations"]})
            faults = checked.response["violations"] and [checked.generate_report()]
            found[view] = [*page.evaluate(TOO_WIDE), *faults]
    assert found == {view: [] for view in VIEWS}


def test_every_view_fits_at_twice_its_size(browser: Browser, url: str) -> None:
    """A desktop of 1280 pixels at 200 % zoom (WCAG 2.2 AA, success criterion 1.4.4)."""
    wide = {}
    with window(browser, "about:blank", 640) as page:
        for view in VIEWS:
            shown(page, view, url)
            wide[view] = page.evaluate(TOO_WIDE)
    assert wide == {view: [] for view in VIEWS}


SAYS = {
    "people": [
        "Idris Penhallow-Reed You Detective superintendent · Police",
        "Bram Oyelaran-Stone Housing manager Anytown Homes",
    ],
    "time": [
        "Wednesday, 14 January 2026, 09:40 (in 7 days) Dots asks a question in #places",
        "Tuesday, 20 January 2026, 10:00",
        "Tue 6 Jan, 08:00 The beginning Start again from here",
    ],
    "look": [
        "chat.postMessage: ok",
        '"channel": "C0STRATEGY"',
        "event message: first try: no answer in time",
        "event message: retry 1: acknowledged",
        '"outbox_id": "o1"',
        "In plain text A question",
    ],
    "troubles": [
        "event message: retry 1, acknowledged",
        "Slow answers On: 4 to come",
        "12 requests by the app; 9 deliveries to it, 1 of them again; 0 given up.",
    ],
}


def test_every_panel_says_what_it_should(browser: Browser, url: str) -> None:
    with window(browser, "about:blank") as page:
        for view, sayings in SAYS.items():
            shown(page, view, url)
            said = page.locator("#panel-body")
            for words in sayings:
                expect(said).to_contain_text(words.split()[-1])
                assert words in " ".join(said.inner_text().split())
