"""Every view fits a phone, a zoomed page and a desktop, and passes axe-core by day and by night."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.rehearsal_page.browser import window
from tests.rehearsal_page.canned import canned
from tests.rehearsal_page.snapshot import answers

# By name: who looks and where, and what is there once the view is drawn.
VIEWS = {
    "channel": ("as=U0POLICE1&at=C0STRATEGY", "#messages article"),
    "thread": ("as=U0POLICE1&at=C0STRATEGY&thread=1767693700.000100", "#replies article"),
    "home": ("as=U0POLICE1&at=home", ".home"),
    "people": ("as=U0POLICE1&at=C0STRATEGY&panel=people", ".choice"),
    "time": ("as=U0POLICE1&at=C0STRATEGY&panel=time", "#planned li"),
    "troubles": ("as=U0POLICE1&at=C0STRATEGY&panel=troubles", "#lately li"),
    "look": ("as=U0POLICE1&at=C0STRATEGY&panel=look&look=1767693700.000100", ".log li"),
    "modal": ("as=U0HEALTH1&at=C0STRATEGY", "#modal[open] form"),
}
# CSS pixels: a phone, a desktop at 200 % zoom, a desktop.
WIDTHS = (320, 640, 1280)

# Places that scroll in one direction only.
TOO_WIDE = """() => [...document.querySelectorAll(
    "html, #main, #conversation, #thread, #panel, #modal, .messages, .message, .input, .blocks, " +
    ".composer, .top, .sidebar")]
  .filter((node) => node.clientWidth && node.scrollWidth > node.clientWidth)
  .map((node) => node.id || node.className || node.tagName)"""


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with canned(answers()) as address:
        yield address


def shown(page: Page, view: str, url: str) -> None:
    where, ready = VIEWS[view]
    page.goto("about:blank")
    page.goto(f"{url}#{where}")
    page.locator(ready).first.wait_for()


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_has_to_be_scrolled_sideways(browser: Browser, url: str, width: int) -> None:
    """WCAG 2.2 AA, success criteria 1.4.10 (reflow at 320 pixels) and 1.4.4 (200 % zoom: 640)."""
    wide = {}
    with window(browser, "about:blank", width) as page:
        for view in VIEWS:
            shown(page, view, url)
            wide[view] = page.evaluate(TOO_WIDE)
    assert wide == {view: [] for view in VIEWS}


@pytest.mark.parametrize(("width", "dark"), [(320, False), (1280, True)])
@pytest.mark.parametrize("view", VIEWS)
def test_the_accessibility_checker_finds_nothing(
    browser: Browser, url: str, view: str, width: int, dark: bool
) -> None:
    """axe-core's whole set of rules: a phone by day, a desktop by night."""
    with window(browser, "about:blank", width, dark=dark) as page:
        shown(page, view, url)
        found = Axe().run(page)
    assert found.response["violations"] == [], found.generate_report()


@pytest.mark.parametrize(
    ("view", "words"),
    [
        ("people", "Idris Penhallow-Reed You Detective superintendent · Police"),
        ("people", "Bram Oyelaran-Stone Housing manager Anytown Homes"),
        ("time", "Wednesday, 14 January 2026, 09:40 (in 7 days) Dots asks a question in #places"),
        ("time", "Tuesday, 20 January 2026, 10:00"),
        ("look", "chat.postMessage: ok"),
        ("look", "event message: first try: no answer in time"),
        ("look", "event message: retry 1: acknowledged"),
        ("look", '"outbox_id": "o1"'),
        ("look", "In plain text A question"),
        ("troubles", "event message: retry 1, acknowledged"),
        ("troubles", "Slow answers On: 4 to come"),
        ("troubles", "12 requests by the app; 9 deliveries to it, 1 of them again; 0 given up."),
    ],
)
def test_a_panel_says(browser: Browser, url: str, view: str, words: str) -> None:
    with window(browser, f"{url}#{VIEWS[view][0]}") as page:
        said = page.locator("#panel-body")
        expect(said).to_contain_text(words.split()[-1])
        assert words in " ".join(said.inner_text().split())
